"""Decisions of readers about entries: what they say, how they are kept, and how they hold whatever is read next."""

from timeline.chronology.corrections.files import read_corrections, write_corrections
from timeline.chronology.corrections.values import Correction, Evidence

__all__ = ["Correction", "Evidence", "read_corrections", "write_corrections"]
