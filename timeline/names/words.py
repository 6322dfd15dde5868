"""Everyday words: what a name is not made of."""

import re
from typing import Any

from timeline.reading import bare, fold, remembered
from timeline.words.common import FUNCTION, NOUNS
from timeline.words.inventory import Inventory
from timeline.words.verbal import verbal

#: Verbal nouns behind ب or ل ("بانتهاج", "لمناقشة", "بتشديد", "لإعلان"), by their measures.
_VERBAL_NOUN = re.compile(
    r"[بلك](?:(?:است|انت|انط|اند|انع|انس|انض|انس|اجت|احت|ارت|اشت|اعت|اقت|اكت|الت|امت|اهت|ابت|اتخ|اتف|افت|اخت|اطل)\w+|ت\w\wي\w|ت\w\wي\w(?:ه|ها|هم)|م\wا\w\wه|ا\w\wا\w(?:ها|ه)?)"
).fullmatch
#: What an office is over and a ministry is called by: "الخارجية الروسية".
MINISTRIES = frozenset(map(fold, ("الخارجية", "الدفاع", "الداخلية", "المالية", "الصحة", "التجارة", "الطاقة", "الخزانة", "العدل")))
_OBJECTS = ("هما", "هم", "ها", "ه", "نا")


class Words:
    """The everyday words of the vocabulary, asked by folded form."""

    def __init__(self, table: dict[str, Any], given: dict[str, Any], inventory: Inventory) -> None:
        self.function, self.nouns = FUNCTION, NOUNS
        self.inventory = inventory
        self.links = frozenset(map(fold, table["links"]))
        self.place_nouns = frozenset(map(fold, table["place_nouns"]))
        self.venue_nouns = frozenset(map(fold, table["venue_nouns"]))
        self.not_places = frozenset(map(fold, table["not_places"]))
        self.arab = frozenset(map(fold, given["arab"]))
        self.given = frozenset(fold(name) for key, names in given.items() if key != "ambiguous" for name in names)
        #: What may open a party or a place without being in the lexicon, proclitics included.
        self.openings = self.given | {glued + name for name in self.given for glued in "ولبف"}
        self.placing = self.place_nouns | {glued + noun for noun in self.place_nouns for glued in "ولب" if len(noun) > 3}
        self.noted = self.openings | self.placing | MINISTRIES
        self.ambiguous = frozenset(map(fold, given["ambiguous"]))
        self.is_everyday = remembered(1 << 16)(self._is_everyday)
        self.is_verb = remembered(1 << 16)(self._is_verb)

    def _is_verb(self, word: str) -> bool:
        """Whether a folded word may be a known verb, with whatever is glued to it."""
        return bool(verbal(self.inventory, word, word))

    def _is_everyday(self, word: str) -> bool:
        """Whether a folded word is a known verb, particle or common noun, whatever is glued to it."""
        if word in self.function or word in self.nouns or self._is_verb(word):
            return True
        if _VERBAL_NOUN(word):
            return True
        for start in (0, 1) if word[:1] in "وف" and len(word) > 3 else (0,):
            rest = word[start:]
            if rest in self.function or rest in self.nouns:
                return True
            if rest[:1] in "بلك" and len(rest) > 3:
                cut = "ا" + rest[1:] if rest.startswith("لل") else rest[1:]
                if cut in self.nouns or cut.removeprefix("ال") in self.nouns or cut in self.function:
                    return True
            if rest.startswith("ال") and rest[2:] in self.nouns:
                return True
            for pronoun in _OBJECTS:
                if rest.endswith(pronoun) and (
                    rest[: -len(pronoun)] in self.nouns or rest[: -len(pronoun)][:-1] + "ه" in self.nouns
                ):
                    return True
        return False


@remembered(1 << 16)
def is_name_like(word: str) -> bool:
    """Whether a word as written could be part of an Arabic-script name: letters only, and no adverbial tanween."""
    plain = bare(word)
    return plain.isalpha() and not any(map(str.isascii, plain)) and not word.endswith(("اً", "ًا", "ةً", "ً"))
