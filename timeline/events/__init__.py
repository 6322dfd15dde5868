"""Clauses become events: trigger, parties, time, place, and whether it happened at all."""

from timeline.events.find import find

__all__ = ["find"]
