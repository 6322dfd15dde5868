"""What one word of a text may be: a known word with the clitics that it bears."""

from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from timeline.reading import bare_prefixes, remembered
from timeline.words.conjugation import Slot
from timeline.words.inventory import Inventory

_PRONOUNS = {"ا": ("هما", "ها", "نا"), "م": ("هم",), "ن": ("هن",), "ه": ("ه",)}  # by their last letter
_CONJUNCTIONS = ("", "و", "ف")


class Analysis(NamedTuple):
    """A known word found in a written one, `cut` letters of which precede it.

    `word` is its index in the inventory, `spelling` how it is spelled with hamzas and dots; `proclitics` are the letters in front
    ("و", "وس", "لل"), the article left out, which `definite` tells; `pronoun` is the attached one.
    """

    slot: Slot
    word: int
    spelling: str
    proclitics: str
    cut: int
    definite: bool = False
    pronoun: str = ""


Analyses = tuple[tuple[Analysis, ...], ...]


def analyses(words: Inventory, folded: str) -> Analyses:
    """What a folded word may be, fewest letters cut first; each step of cutting that gives anything stands for itself.

    A word is analysed once for all who ask.

    >>> from timeline.words.inventory import packaged
    >>> [(one.spelling, one.proclitics, one.pronoun) for found in analyses(packaged(), "وسيلتقيها") for one in found]
    [('يلتقي', 'وس', 'ها')]
    """
    return _recall(words)(folded)


@lru_cache(maxsize=8)
def _recall(words: Inventory) -> Callable[[str], Analyses]:
    return remembered(1 << 16)(partial(_analyses, words))


def _analyses(words: Inventory, folded: str) -> Analyses:
    steps = (
        tuple(_behind(words, proclitics, rest, len(folded) - len(rest)))
        for proclitics, rest in bare_prefixes(folded)
        if not proclitics.endswith("ك")  # "like": never before an event, but in كامل
    )
    return tuple([step for step in steps if step])


def lemmas(words: Inventory, folded: str) -> frozenset[str]:
    """The verbs and nouns of the lists that a folded word may be a form of, as the lists have them.

    >>> from timeline.words.inventory import packaged
    >>> sorted(lemmas(packaged(), "وزيارتها")), sorted(lemmas(packaged(), "ستزوران"))
    (['زيارة'], ['زار'])
    """
    known = [one for step in analyses(words, folded) for one in step if one.word < len(words.lines)]
    return frozenset([_lemma(words, one) for one in known])


def _lemma(words: Inventory, one: Analysis) -> str:
    line = words.lines[one.word]
    noun: str = line.fields["noun"] if line.verb and one.slot.aspect == "noun" else line.word
    return noun


def _behind(words: Inventory, proclitics: str, rest: str, cut: int) -> Iterator[Analysis]:
    """The words behind some proclitics, further ones (ال، س) and pronouns cut off."""
    surfaces, heads = words.surfaces, words.heads
    glued = proclitics[-1:]
    swallowed = cut < len(proclitics)  # للاجتماع: the article that the spelling swallows was given back
    if not swallowed and rest[:3] in heads:
        for stem, pronoun in with_pronouns(rest):
            for slot, word, spelling in surfaces.get(stem, ()):
                if (slot.joined if pronoun else slot.free) and slot.plain and _bears(slot, glued):
                    yield Analysis(slot, word, spelling, proclitics, cut, False, pronoun)
    if rest.startswith("ال") and len(rest) > 4 and (swallowed or glued != "ل"):
        for slot, word, spelling in surfaces.get(rest[2:], ()):
            if slot.free and _bears_article(slot, spelling):
                yield Analysis(slot, word, spelling, proclitics, cut + 2, True)
    elif rest[:1] == "س" and len(rest) > 3 and glued in _CONJUNCTIONS and rest[1:4] in heads:
        for stem, pronoun in with_pronouns(rest[1:]):
            for slot, word, spelling in surfaces.get(stem, ()):
                if slot.aspect == "present" and not slot.short and (slot.joined if pronoun else slot.free):
                    yield Analysis(slot, word, spelling, proclitics + "س", cut + 1, False, pronoun)


def _bears(slot: Slot, proclitic: str) -> bool:
    """Whether a word of this slot stands behind the last proclitic: any behind و, no verb behind ب, the present behind ل."""
    return slot.aspect == "noun" or proclitic in _CONJUNCTIONS or (proclitic == "ل" and slot.aspect == "present")


def _bears_article(slot: Slot, spelling: str) -> bool:
    return (slot.aspect == "participle" and slot.article) or (slot.aspect == "noun" and not spelling.endswith("ا"))


def with_pronouns(rest: str) -> Iterator[tuple[str, str]]:
    """The word as it is, and without each pronoun that it may end in."""
    yield rest, ""
    for pronoun in _PRONOUNS.get(rest[-1:], ()):
        if rest.endswith(pronoun) and len(rest) > len(pronoun) + 1:
            yield rest[: -len(pronoun)], pronoun
