"""Clues: named questions about a trigger and the dates that it is offered. The weights say what each answer is worth."""

from timeline.events.clues.case import Case
from timeline.events.clues.clue import Clue
from timeline.events.clues.when import WHEN
from timeline.events.clues.whether import WHETHER

__all__ = ["WHEN", "WHETHER", "Case", "Clue"]
