"""Reads Arabic diplomatic news and tells what happened when, who did it, and where."""

from timeline.articles import Article, Notice, read_articles
from timeline.chronology import Timeline, merge
from timeline.dates import find_dates
from timeline.model import (
    Action,
    Actor,
    ActorMention,
    Conflict,
    DateExpression,
    DateSpan,
    Event,
    Mention,
    Place,
    PlaceMention,
    Span,
)
from timeline.names import CamelRecognizer, Recognized, Recognizer, RecognizerUnavailableError, Vocabulary
from timeline.pipeline import extract
from timeline.store import Store

__all__ = [
    "Action",
    "Actor",
    "ActorMention",
    "Article",
    "CamelRecognizer",
    "Conflict",
    "DateExpression",
    "DateSpan",
    "Event",
    "Mention",
    "Notice",
    "Place",
    "PlaceMention",
    "Recognized",
    "Recognizer",
    "RecognizerUnavailableError",
    "Span",
    "Store",
    "Timeline",
    "Vocabulary",
    "extract",
    "find_dates",
    "merge",
    "read_articles",
]
