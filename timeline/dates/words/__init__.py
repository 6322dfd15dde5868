"""What the words of dates mean: vocabularies as data, and a look-up from a token to its classes."""

from timeline.dates.words.lexicon import Symbol, symbols
from timeline.dates.words.symbols import pattern

__all__ = ["Symbol", "pattern", "symbols"]
