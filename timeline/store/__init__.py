"""A chronology that grows, in one SQLite file."""

from timeline.store.store import Store

__all__ = ["Store"]
