"""Reads Arabic diplomatic news and tells what happened when, who did it, and where."""

from timeline.articles import Article
from timeline.chronology import Timeline, merge
from timeline.dates import find_dates
from timeline.pipeline import extract
from timeline.store import Store

__all__ = ["Article", "Store", "Timeline", "extract", "find_dates", "merge"]
