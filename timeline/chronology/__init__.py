"""Order, merge, the relation of dates, and conflicts: from mentions to entries."""

from timeline.chronology.chronology import Timeline, merge
from timeline.chronology.corrections import Correction, Evidence, read_corrections, write_corrections
from timeline.chronology.entries import entries

__all__ = ["Correction", "Evidence", "Timeline", "entries", "merge", "read_corrections", "write_corrections"]
