"""Order, merge, the relation of dates, and conflicts: from mentions to entries."""

from timeline.chronology.chronology import Timeline, merge
from timeline.chronology.entries import entries

__all__ = ["Timeline", "entries", "merge"]
