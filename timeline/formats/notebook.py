"""A short table for notebooks."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from timeline.formats.date_labels import date_label
from timeline.formats.naming import shown
from timeline.formats.words import word
from timeline.model import Actor, Event

if TYPE_CHECKING:
    from timeline.chronology.chronology import Timeline

_ROWS = 100
_COLUMNS = ("date", "actors", "action", "type", "place", "articles")


def table(timeline: "Timeline") -> str:
    """An HTML table of the events, right to left, the undated last, every text escaped; at most a hundred rows."""
    events = timeline.entries
    body = "".join(
        "<tr>" + "".join(f'<td dir="auto" style="text-align:start">{escape(cell)}</td>' for cell in _row(event)) + "</tr>"
        for event in events[:_ROWS]
    )
    rest = f"<p>… {len(events) - _ROWS} more</p>" if len(events) > _ROWS else ""
    head = "".join(f'<th style="text-align:start">{word("ui", name, "ar")}</th>' for name in _COLUMNS)
    return f'<table dir="rtl" lang="ar"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{rest}'


def _row(event: Event) -> Sequence[str]:
    """Date, parties and whom it is done to, action, type and whether it happened, place, articles with ≠ where they contradict."""
    modality = event.action.modality
    kind = word("types", event.action.type, "ar") + (f" ({word('modality', modality, 'ar')})" if modality != "asserted" else "")
    differ = " ≠" if any(conflict.relation == "contradicts" for conflict in event.conflicts) else ""
    return (
        date_label(event.date) if event.date else word("ui", "undated", "ar"),
        " ← ".join(filter(None, (_names(event.actors), _names(event.targets)))),
        shown(event.action.text),
        kind,
        shown(event.place.name) if event.place else "",
        f"{len(event.articles)}{differ}",
    )


def _names(actors: Sequence[Actor]) -> str:
    return "، ".join(shown(actor.name) for actor in actors)
