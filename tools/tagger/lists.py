"""The lists of the packaged vocabularies that hold a word: letters by which the tagger knows it."""

from collections import defaultdict

from timeline.names.entries import entries
from timeline.names.vocabulary import Vocabulary
from timeline.reading import fold
from timeline.words.inventory import packaged

_FINITE = ("past", "present")

#: By the kind of a name: the letter of the list.
_KINDS = {
    "person": "p", "place": "g", "capital": "g", "state": "c", "organisation": "z", "group": "z", "institution": "z",
    "ministry": "z", "title": "t", "honorific": "t", "adjective": "j",
}  # fmt: skip


def lists() -> dict[str, set[str]]:
    """By folded word, the lists that hold it.

    p, g, z: it is a name of a person, place or body, or begins ("b") or goes on ("i") one of several words; G a large city; c a
    state, j a nationality, t a title, n a given name, l a link between names, o what an office is over; v a verb's form, w a noun,
    f a function word.
    """
    vocabulary = Vocabulary.default()
    found: dict[str, set[str]] = defaultdict(set)
    for name, entry in entries(vocabulary.tables, vocabulary.states.values(), vocabulary._places()):
        kind = _KINDS.get(entry.kind)
        words = [fold(word) for word in name.split()]
        if kind is None:
            continue
        for index, word in enumerate(words):
            if len(words) > 1 and kind in "pgz":
                found[word].add(kind + "bi"[index > 0])
            elif kind == "g" and (word in vocabulary.overlay or vocabulary.large(word) or entry.kind == "capital"):
                found[word].add("G")
            else:
                found[word].add(kind)
    everyday = vocabulary.words
    for letter, words in (
        ("n", everyday.given), ("v", _verbs()), ("w", everyday.nouns), ("f", everyday.function), ("l", everyday.links),
        ("o", vocabulary.portfolios),
    ):  # fmt: skip
        for word in words:
            found[word].add(letter)
    return {word: names for word, names in found.items() if word.isalpha()}


def _verbs() -> list[str]:
    """The forms of all known verbs."""
    surfaces = packaged().surfaces.items()
    return [word for word, meanings in surfaces if any(slot.aspect in _FINITE for slot, _, _ in meanings)]
