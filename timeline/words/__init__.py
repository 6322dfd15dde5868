"""What an Arabic word may be: its inflection by rule, the words that are known, and what a written word is of them."""

from timeline.words.inventory import Inventory, inventory, packaged
from timeline.words.verbal import Verbal, verbal

__all__ = ["Inventory", "Verbal", "inventory", "packaged", "verbal"]
