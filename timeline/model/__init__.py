"""The values that the rooms pass along: plain, frozen, and free of any knowledge of Arabic."""

from timeline.model.dates import Calendar, DateExpression, DateSpan, Kind, Openness, Precision
from timeline.model.events import Action, ActionType, ActorMention, Conflict, Event, Mention, Modality, PlaceMention
from timeline.model.names import Actor, ActorKind, Place, Sector
from timeline.model.span import Span

__all__ = [
    "Action",
    "ActionType",
    "Actor",
    "ActorKind",
    "ActorMention",
    "Calendar",
    "Conflict",
    "DateExpression",
    "DateSpan",
    "Event",
    "Kind",
    "Mention",
    "Modality",
    "Openness",
    "Place",
    "PlaceMention",
    "Precision",
    "Sector",
    "Span",
]
