"""The forms that dates take, as rules over token classes, and the cascade that applies them."""

from timeline.dates.grammar.cascade import LEVELS, parse
from timeline.dates.grammar.engine import Piece, Rule

__all__ = ["LEVELS", "Piece", "Rule", "parse"]
