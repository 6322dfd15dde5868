"""Everyday words: what a name is not made of."""

from typing import Any

from timeline.reading import bare, fold, remembered
from timeline.words.analysis import lemmas
from timeline.words.common import FUNCTION, NOUNS, is_common
from timeline.words.inventory import Inventory
from timeline.words.verbal import verbal

#: What an office is over and a ministry is called by: "الخارجية الروسية".
MINISTRIES = frozenset(map(fold, ("الخارجية", "الدفاع", "الداخلية", "المالية", "الصحة", "التجارة", "الطاقة", "الخزانة", "العدل")))


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
        self.prepositions = frozenset(map(fold, table["prepositions"]))
        self.placing_prepositions = frozenset(map(fold, table["placing_prepositions"]))
        self._journeys = frozenset(table["journeys"])
        self.governs = remembered(1 << 16)(self._governs)
        self.is_everyday = remembered(1 << 16)(self._is_everyday)
        self.is_verb = remembered(1 << 16)(self._is_verb)

    def _is_verb(self, word: str) -> bool:
        """Whether a folded word may be a known verb, with whatever is glued to it."""
        return bool(verbal(self.inventory, word, word))

    def _is_everyday(self, word: str) -> bool:
        """Whether a folded word is a known verb, particle or common noun, whatever is glued to it."""
        return is_common(word) or self.is_verb(word)

    def _governs(self, word: str) -> bool:
        """Whether a place behind the folded word is where something happens: a preposition, a journey to it."""
        return word in self.prepositions or not self._journeys.isdisjoint(lemmas(self.inventory, word))


@remembered(1 << 16)
def is_name_like(word: str) -> bool:
    """Whether a word as written could be part of an Arabic-script name: letters only, and no adverbial tanween."""
    plain = bare(word)
    return plain.isalpha() and not any(map(str.isascii, plain)) and not word.endswith(("اً", "ًا", "ةً", "ً"))
