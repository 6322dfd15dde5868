"""A timeline as rows: what frames, tables and Arrow files share."""

from typing import TYPE_CHECKING, Any

from timeline.chronology.entries import names

if TYPE_CHECKING:
    from timeline.chronology.chronology import Timeline

#: Columns of a frame, in order.
FRAME = (
    "date",
    "begin",
    "end",
    "actors",
    "codes",
    "targets",
    "action",
    "type",
    "modality",
    "place",
    "country",
    "articles",
    "conflicts",
)


def rows(timeline: "Timeline") -> list[dict[str, Any]]:
    """One dict an entry, keyed by the columns of `FRAME`: strings, dates, tuples of strings, None for what is not known."""
    return [
        {
            "date": event.date.edtf if event.date else None,
            "begin": event.date.begin if event.date else None,
            "end": event.date.end if event.date else None,
            "actors": names(event.actors),
            "codes": tuple(dict.fromkeys(actor.code for actor in event.actors if actor.code)),
            "targets": names(event.targets),
            "action": event.action.text,
            "type": event.action.type,
            "modality": event.action.modality,
            "place": event.place.name if event.place else None,
            "country": event.place.country if event.place else None,
            "articles": event.articles,
            "conflicts": tuple(f"{conflict.field} {conflict.relation}" for conflict in event.conflicts),
        }
        for event in timeline.entries
    ]
