"""From what an expression says to the days it means."""

from timeline.dates.resolve import anaphora, composed, fields, pointing, stretches
from timeline.dates.resolve.context import Context
from timeline.dates.resolve.meaning import resolve

#: The modules whose meanings are registered by importing them.
KINDS = (anaphora, composed, fields, pointing, stretches)

__all__ = ["KINDS", "Context", "resolve"]
