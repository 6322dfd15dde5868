"""The words that are known, and every spelling that they have: verbs and nouns from TOML, inflected by rule once at first use.

`verbs.toml` and `nouns.toml` hold the words that tell events, `others.toml` verbs that tell none. What a word tells is read from
its line by the events room; here it is a word.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

import attrs

from timeline.words.conjugation import Slot, Verb, analyse, conjugate
from timeline.words.declension import decline

_REFLEXIVE = (5, 6, 7)  # measures whose intransitive verbs bear no object pronoun: توجهها is her directing, no going
_FOLDED = str.maketrans("أإآىة", "ااايه")
_PRONOMINAL = "هن"  # the letters with which attached pronouns begin

#: A spelling of an inventory: its place in the paradigm, the index of its word, and how it is spelled with hamzas and dots.
Surface = tuple[Slot, int, str]


@attrs.frozen
class Line:
    """A word with the fields of its line, the part of the file that it stands in, and whether it is a verb."""

    word: str
    kind: str
    type: str
    fields: Mapping[str, Any] = attrs.field(eq=False)
    verb: bool


@attrs.frozen(eq=False)
class Inventory:
    """All known words, and the spellings that point at them.

    `lines` are those of the files in order, verbs first; `measures` runs along them, 0 for a noun, and goes on with the verbs that
    have no line. `surfaces` are the spellings, folded; `heads` their first three letters (a pronoun's first behind one of two):
    most words begin otherwise.
    """

    lines: tuple[Line, ...]
    measures: tuple[int, ...]
    surfaces: Mapping[str, list[Surface]]
    heads: frozenset[str]


def folded(spelling: str) -> str:
    """`timeline.reading.fold` of a spelling without marks: what the rules bring forth needs no more."""
    return spelling.translate(_FOLDED)


@lru_cache(maxsize=4)
def data(file: str) -> dict[str, Any]:
    """The tables of one of the packaged files."""
    return tomllib.loads(files(__package__).joinpath(file).read_text(encoding="utf-8"))


def lines(table: Mapping[str, Any], *, verb: bool) -> list[Line]:
    """The lines of a table whose parts are [kind.TYPE]."""
    return [
        Line(word, kind, action, fields, verb)
        for kind, types in table.items()
        for action, words in types.items()
        for word, fields in words.items()
    ]


@lru_cache(maxsize=1)
def packaged() -> Inventory:
    """The packaged words."""
    return _inflected([*lines(data("verbs.toml"), verb=True), *lines(data("nouns.toml"), verb=False)])


def inventory(verbs: Mapping[str, Any], nouns: Mapping[str, Any]) -> Inventory:
    """The packaged words with a caller's, which have the form of the packaged files; a word of his own has its lines alone."""
    if not verbs and not nouns:
        return packaged()
    return _inflected([*_with("verbs.toml", verbs, verb=True), *_with("nouns.toml", nouns, verb=False)])


def _with(file: str, added: Mapping[str, Any], *, verb: bool) -> list[Line]:
    own = lines(added, verb=verb)
    words = {line.word for line in own}
    return [line for line in lines(data(file), verb=verb) if line.word not in words] + own


def _inflected(known: list[Line]) -> Inventory:
    measures: list[int] = []
    surfaces: dict[str, list[Surface]] = {}
    for index, line in enumerate(known):
        if line.verb:
            verb = analyse(line.word, line.fields.get("present", ""))
            measures.append(verb.measure)
            for spelling, slot in _conjugated(line, verb):
                surfaces.setdefault(folded(spelling), []).append((slot, index, spelling))
        else:
            measures.append(0)
    for key, found in _nominal(known).items():
        surfaces.setdefault(key, []).extend(found)
    listed = {line.word for line in known if line.verb}
    for past, present in data("others.toml").items():
        if past in listed:
            continue  # a caller's line of its own
        verb = analyse(past, present)
        for spelling, slot in conjugate(verb, transitive=False):
            surfaces.setdefault(folded(spelling), []).append((slot, len(measures), spelling))
        measures.append(verb.measure)
    heads = {key[:3] for key in surfaces} | {key + letter for key in surfaces if len(key) < 3 for letter in _PRONOMINAL}
    return Inventory(tuple(known), tuple(measures), surfaces, frozenset(heads))


def _conjugated(line: Line, verb: Verb) -> Iterator[tuple[str, Slot]]:
    fields = line.fields
    transitive = fields.get("transitive", True)
    participles = fields.get("participle", "active" if line.kind == "speech" else "")
    forms = conjugate(
        verb,
        transitive=transitive,
        active=participles in ("active", "both"),
        passive=participles in ("passive", "both"),
        attribute=line.kind != "speech",
    )
    if verb.measure in _REFLEXIVE and not transitive:
        return ((spelling, _without_object(slot)) for spelling, slot in forms)
    return forms


def _nominal(known: list[Line]) -> dict[str, list[Surface]]:
    """The spellings of nouns. A noun with a line of its own comes before the same noun of a verb, and so does the first verb of
    several with one noun."""
    nouns: dict[str, list[Surface]] = {}
    first: dict[str, str] = {}
    for index, line in enumerate(known):
        if not line.verb:
            for spelling, slot in declined(line):
                nouns.setdefault(folded(spelling), []).append((slot, index, spelling))
        elif line.fields.get("nominal", True):
            first.setdefault(line.fields["noun"], line.word)
    for index, line in enumerate(known):
        if line.verb and first.get(line.fields["noun"]) == line.word:
            for spelling, slot in decline(line.fields["noun"]):
                key = folded(spelling)
                if all(entry[1] <= index for entry in nouns.get(key, ())):
                    nouns.setdefault(key, []).append((slot, index, spelling))
    return nouns


@lru_cache(maxsize=1024)
def _without_object(slot: Slot) -> Slot:
    return slot._replace(joined=False)


def declined(line: Line) -> Iterator[tuple[str, Slot]]:
    """The forms of a noun by its line, which may give its plural or its singular."""
    if "singular" in line.fields:
        return decline(line.fields["singular"], (line.word,))
    return decline(line.word, tuple(line.fields["plural"].split()) if "plural" in line.fields else None)
