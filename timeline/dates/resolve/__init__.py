"""From what an expression says to the days it means."""

from timeline.dates.resolve.context import Context
from timeline.dates.resolve.meaning import resolve

__all__ = ["Context", "resolve"]
