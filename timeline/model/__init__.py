"""The values that the rooms pass along: plain, frozen, and free of any knowledge of Arabic."""

from timeline.model.dates import Calendar, DateExpression, DateSpan, Kind, Openness, Precision
from timeline.model.events import (
    DATED,
    Action,
    ActionType,
    ActorMention,
    Conflict,
    Dated,
    Dispute,
    Event,
    Mention,
    Modality,
    PlaceMention,
)
from timeline.model.names import Actor, ActorKind, Place, Sector
from timeline.model.reviews import Amendment, Review
from timeline.model.span import Span
from timeline.model.step import Step, rules, step, told

__all__ = [
    "DATED",
    "Action",
    "ActionType",
    "Actor",
    "ActorKind",
    "ActorMention",
    "Amendment",
    "Calendar",
    "Conflict",
    "DateExpression",
    "DateSpan",
    "Dated",
    "Dispute",
    "Event",
    "Kind",
    "Mention",
    "Modality",
    "Openness",
    "Place",
    "PlaceMention",
    "Precision",
    "Review",
    "Sector",
    "Span",
    "Step",
    "rules",
    "step",
    "told",
]
