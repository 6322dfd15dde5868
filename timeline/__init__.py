"""Reads Arabic diplomatic news and tells what happened when, who did it, and where.

Each public name is loaded when it is first asked for, so that who wants the dates alone does not wait for the rest.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.articles import Article, Notice, read_articles
    from timeline.chronology import Correction, Evidence, Timeline, merge, read_corrections, write_corrections
    from timeline.dates import find_dates
    from timeline.many import extract_many
    from timeline.model import (
        Action,
        Actor,
        ActorMention,
        Amendment,
        Conflict,
        DateExpression,
        DateSpan,
        Event,
        Mention,
        Place,
        PlaceMention,
        Review,
        Span,
    )
    from timeline.names import CamelRecognizer, Recognized, Recognizer, RecognizerUnavailableError, Vocabulary
    from timeline.pipeline import extract
    from timeline.store import Store
    from timeline.tables import extract_table, to_arrow

    __version__: str
else:
    _NAMES = {
        "articles": ("Article", "Notice", "read_articles"),
        "chronology": ("Correction", "Evidence", "Timeline", "merge", "read_corrections", "write_corrections"),
        "dates": ("find_dates",),
        "events": (),
        "many": ("extract_many",),
        "formats": (),
        "model": (
            "Action",
            "Actor",
            "ActorMention",
            "Amendment",
            "Conflict",
            "DateExpression",
            "DateSpan",
            "Event",
            "Mention",
            "Place",
            "PlaceMention",
            "Review",
            "Span",
        ),
        "names": ("CamelRecognizer", "Recognized", "Recognizer", "RecognizerUnavailableError", "Vocabulary"),
        "pipeline": ("extract",),
        "reading": (),
        "store": ("Store",),
        "tables": ("extract_table", "to_arrow"),
    }
    _HOMES = {name: home for home, names in _NAMES.items() for name in names}

    def _version() -> str:
        from importlib.metadata import PackageNotFoundError, version

        try:
            return version("arabic-timeline")
        except PackageNotFoundError:  # run from its sources
            return "0"

    # Hidden from type checkers, to whom it would say that any name at all is here.
    def __getattr__(name: str) -> object:
        if name == "__version__":
            return _version()
        if name in _NAMES:
            return import_module(f"timeline.{name}")
        if name not in _HOMES:
            raise AttributeError(f"module 'timeline' has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(f"timeline.{_HOMES[name]}"), name)
        return value

    def __dir__() -> list[str]:
        return [*__all__, *_NAMES]


__all__ = [
    "Action",
    "Actor",
    "ActorMention",
    "Amendment",
    "Article",
    "CamelRecognizer",
    "Conflict",
    "Correction",
    "DateExpression",
    "DateSpan",
    "Event",
    "Evidence",
    "Mention",
    "Notice",
    "Place",
    "PlaceMention",
    "Recognized",
    "Recognizer",
    "RecognizerUnavailableError",
    "Review",
    "Span",
    "Store",
    "Timeline",
    "Vocabulary",
    "extract",
    "extract_many",
    "extract_table",
    "find_dates",
    "merge",
    "read_articles",
    "read_corrections",
    "to_arrow",
    "write_corrections",
]
