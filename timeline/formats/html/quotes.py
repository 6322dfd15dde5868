"""A quote cut into pieces, each plain or marked as what its mention takes it for."""

from typing import Literal

from timeline.formats.clean import ordered
from timeline.model import Mention

Mark = Literal["", "trigger", "date", "actor", "target", "place"]
Piece = tuple[Mark, str]


def pieces(mention: Mention) -> list[Piece]:
    """The quote from its first to its last character; where marks overlap, the trigger wins, then date, place, actors.

    >>> from timeline.model import Action, Span
    >>> pieces(Mention("a", 10, 20, "زار الوزير", Span(10, 13), Action("زار", "CONSULT")))
    [('trigger', 'زار'), ('', ' الوزير')]
    """
    cuts, offset, length = _marks(mention), mention.start, len(mention.quote)
    owner: list[Mark] = [""] * length
    for mark, start, end in reversed(cuts):
        first, last = max(0, start - offset), min(length, end - offset)
        if first < last:
            owner[first:last] = [mark] * (last - first)
    found: list[Piece] = []
    begin = 0
    for index in range(1, length + 1):
        if index == length or owner[index] != owner[begin]:
            found.append((owner[begin], ordered(mention.quote[begin:index])))
            begin = index
    return found


def _marks(mention: Mention) -> list[tuple[Mark, int, int]]:
    """The marks, the strongest first."""
    marks: list[tuple[Mark, int, int]] = [("trigger", mention.trigger.start, mention.trigger.end)]
    if mention.date:
        marks.append(("date", mention.date.start, mention.date.end))
    if mention.place:
        marks.append(("place", mention.place.start, mention.place.end))
    marks += [("actor", actor.start, actor.end) for actor in mention.actors]
    marks += [("target", actor.start, actor.end) for actor in mention.targets]
    return marks
