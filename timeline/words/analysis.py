"""What one word of a text may be: a known word with the clitics that it bears."""

from collections.abc import Iterator
from typing import NamedTuple

from timeline.reading import bare_prefixes
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


def analyses(words: Inventory, folded: str) -> Iterator[list[Analysis]]:
    """What a folded word may be, fewest letters cut first; each step of cutting that gives anything is a list of its own.

    >>> from timeline.words.inventory import packaged
    >>> [(one.spelling, one.proclitics, one.pronoun) for found in analyses(packaged(), "وسيلتقيها") for one in found]
    [('يلتقي', 'وس', 'ها')]
    """
    for proclitics, rest in bare_prefixes(folded):
        if proclitics.endswith("ك"):
            continue  # "like": never before an event, but in كامل
        found = list(_behind(words, proclitics, rest, len(folded) - len(rest)))
        if found:
            yield found


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
