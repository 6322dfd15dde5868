"""The levels in their order, from words up to whole expressions."""

from timeline.dates.grammar.amounts import AMOUNTS
from timeline.dates.grammar.calendar import CALENDAR
from timeline.dates.grammar.combine import COMBINE
from timeline.dates.grammar.engine import Cascade, Piece
from timeline.dates.grammar.numbers import DOUBLES, NUMBERS, ORDINALS
from timeline.dates.grammar.ranges import RANGES
from timeline.dates.grammar.relative import RELATIVE
from timeline.dates.grammar.years import YEARS

LEVELS = (NUMBERS, ORDINALS, DOUBLES, CALENDAR, RELATIVE, AMOUNTS, COMBINE, RANGES, YEARS)

_CASCADE = Cascade(LEVELS)

#: Letters of what counts as an expression once all levels have run.
EXPRESSIONS = frozenset("1378Y9?")


def parse(row: list[Piece]) -> list[Piece]:
    """The expressions in a row of pieces, in order."""
    return [piece for piece in _CASCADE.run(row) if piece.letter in EXPRESSIONS]
