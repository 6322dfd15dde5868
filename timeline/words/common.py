"""Everyday words that are no verbs, as sets of folded words."""

import re
import tomllib
from importlib.resources import files

from timeline.reading import fold, remembered
from timeline.words.clitics import cores, without_conjunction

_DATA: dict[str, list[str]] = tomllib.loads(files(__package__).joinpath("common.toml").read_text(encoding="utf-8"))

#: Particles, prepositions, pronouns, adverbs, months and days: never a verb, whatever their letters.
FUNCTION = frozenset(map(fold, _DATA["function"]))
#: Common nouns and adjectives.
NOUNS = frozenset(map(fold, _DATA["nouns"]))
#: Names and nouns that look like a verb by the letters alone.
LOOKALIKES = frozenset(map(fold, _DATA["lookalikes"]))

#: Verbal nouns behind ب or ل ("بانتهاج", "لمناقشة", "بتشديد", "لإعلان"), by their measures.
_VERBAL_NOUN = re.compile(
    r"[بلك](?:(?:است|انت|انط|اند|انع|انس|انض|انس|اجت|احت|ارت|اشت|اعت|اقت|اكت|الت|امت|اهت|ابت|اتخ|اتف|افت|اخت|اطل)\w+|ت\w\wي\w|ت\w\wي\w(?:ه|ها|هم)|م\wا\w\wه|ا\w\wا\w(?:ها|ه)?)"
).fullmatch


@remembered(1 << 16)
def is_common(folded: str) -> bool:
    """Whether a folded word is a particle or a common noun, whatever is glued to it, or a verbal noun behind a preposition.

    >>> is_common("وباجتماعهم"), is_common("لمناقشه"), is_common("لافروف")
    (True, True, False)
    """
    if folded in FUNCTION or folded in NOUNS or _VERBAL_NOUN(folded) or without_conjunction(folded) in FUNCTION:
        return True
    return any(core in NOUNS for core in cores(folded)) or (folded[:1] in "بلك" and folded[1:] in FUNCTION)
