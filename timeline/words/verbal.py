"""Whether a word is a verb, and what tense it shows: by its own letters, and where these leave it open not at all.

Unvocalised, many verbs look like their verbal nouns: دعم "supported" or "support", تعاون "cooperated" or "cooperation". Such a word
may be either; a suffix, a prefix or a longer measure makes others certain (دعمت, يدعم, استدعى).
"""

import re
from typing import NamedTuple

from timeline.reading import bare
from timeline.words.analysis import Analysis, analyses
from timeline.words.common import FUNCTION, LOOKALIKES, NOUNS
from timeline.words.conjugation import Slot
from timeline.words.inventory import Inventory
from timeline.words.spelling import CONTRADICTION, agrees, bears_signs

_EXCEPTED = FUNCTION | LOOKALIKES
_NOMINAL = (1, 2, 3, 5, 6, 12)  # measures whose past, without a suffix, is spelled like a verbal noun or a participle

#: Forms of the longer measures that no noun shares: استهجنت, انتقمت; يستهجن; سيستهجن, سيتدحرجون.
_PAST_BY_MEASURE = re.compile(r"[وف]?(?:است\w{3}|ا[^نل\W]ت\w{2}|ان[^ت\W]\w{2})(?:ت|وا)").fullmatch
_PRESENT_BY_MEASURE = re.compile(r"[وف]?(?:[ين]|ت)ست\w{3}(?:ون|ها|ه|هم)?").fullmatch
_FUTURE_BY_MEASURE = re.compile(r"[وف]?س(?:[ينت]ست\w{2,3}|[ين]ت\w{3,4}|تت\w{3,4})(?:ون|ها|ه|هم)?").fullmatch


class Verbal(NamedTuple):
    """What finite verb a word may be.

    `past`, `present` and `future` are the tenses that its spelling can show, the future by a glued سـ alone; `certain` is False
    where the same letters are a noun as well.
    """

    past: bool = False
    present: bool = False
    future: bool = False
    certain: bool = True

    def __bool__(self) -> bool:
        return self.past or self.present or self.future


NONE = Verbal()


def verbal(words: Inventory, word: str, folded: str) -> Verbal:
    """What finite verb a word may be, from the word as written and folded.

    >>> from timeline.words.inventory import packaged
    >>> verbal(packaged(), "وسيزورها", "وسيزورها")
    Verbal(past=False, present=False, future=True, certain=True)
    >>> verbal(packaged(), "دعم", "دعم").certain, verbal(packaged(), "دعمت", "دعمت").certain
    (False, True)
    >>> bool(verbal(packaged(), "وزارة", "وزاره"))
    False
    """
    if not bears_signs(word) and not _EXCEPTED.isdisjoint((folded, folded[1:] if folded[:1] == "و" else folded)):
        return NONE
    written = bare(word)
    for found in analyses(words, folded):
        fitting = [one for one in found if _fits(one, written)]
        finite = [one for one in fitting if one.slot.aspect in ("past", "present")]
        if finite:
            third = [one for one in finite if one.slot.person == "3"]  # نقل is "he carried": "we are few" is rare in news
            return _told(words, third or finite, noun=len(finite) < len(fitting) or _is_noun(folded))
    return NONE if _is_noun(folded) else _guessed(folded)


def _fits(one: Analysis, written: str) -> bool:
    """Whether the word as written may be spelled so: no ة for a pronoun, no other hamza, none inside where none belongs."""
    spelling, rest = one.spelling + one.pronoun, written[one.cut :]
    cost = agrees(spelling, rest)
    wrong = any(meant == "ا" and found in "أإآ" for meant, found in zip(spelling[1:], rest[1:], strict=False))
    return cost is not None and cost < CONTRADICTION and not wrong


def _guessed(folded: str) -> Verbal:
    """What a word that nobody listed shows by its measure alone; nothing where names are built alike."""
    return Verbal(
        past=_PAST_BY_MEASURE(folded) is not None,
        present=_PRESENT_BY_MEASURE(folded) is not None,
        future=_FUTURE_BY_MEASURE(folded) is not None,
    )


def _is_noun(folded: str) -> bool:
    return folded in NOUNS or (folded[:1] in ("و", "ف") and folded[1:] in NOUNS)


def _told(words: Inventory, finite: list[Analysis], noun: bool) -> Verbal:
    future = any(one.proclitics.endswith("س") for one in finite)
    past = any(one.slot.aspect == "past" for one in finite)
    present = not future and any(one.slot.aspect == "present" for one in finite)
    certain = future or not (noun or any(_looks_nominal(one.slot, words.measures[one.word], one.pronoun) for one in finite))
    return Verbal(past, present, future, certain)


def _looks_nominal(slot: Slot, measure: int, pronoun: str) -> bool:
    """Whether a form is spelled like a noun: دعم, تعاون, the dual دعما like its accusative, the plural of women عدن like a name,
    and with a pronoun دعمه and خدمتها."""
    if slot.aspect == "present":
        return False
    if slot.gender == "f":
        return slot.number == "p" or (bool(pronoun) and slot.number == "s" and measure == 1)
    return slot.number in ("s", "d") and measure in _NOMINAL
