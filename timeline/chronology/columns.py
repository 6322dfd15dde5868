"""A timeline as a table, one row an event: the columns that frames, Parquet files and clusters of machines share."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from timeline.model import Event

if TYPE_CHECKING:
    from timeline.chronology.chronology import Timeline

ColumnType = Literal["string", "date", "bool", "int64", "double", "list<string>", "list<date>"]

#: Name and type of each column, in order; every one but `articles`, `published` and `mentions` may be null or hold nulls.
#: `published` stands parallel to `articles`; `codes` to `actors`; `target_codes` to `targets`; `mentions` holds the whole evidence
#: as a JSON list of mention records (`timeline.chronology.records`), so that rows can be merged again.
EVENTS: tuple[tuple[str, ColumnType], ...] = (
    ("date", "string"),
    ("begin", "date"),
    ("end", "date"),
    ("precision", "string"),
    ("approximate", "bool"),
    ("inferred", "bool"),
    ("dated", "string"),
    ("actors", "list<string>"),
    ("codes", "list<string>"),
    ("targets", "list<string>"),
    ("target_codes", "list<string>"),
    ("action", "string"),
    ("type", "string"),
    ("modality", "string"),
    ("place", "string"),
    ("country", "string"),
    ("latitude", "double"),
    ("longitude", "double"),
    ("geonameid", "int64"),
    ("articles", "list<string>"),
    ("published", "list<date>"),
    ("quotes", "list<string>"),
    ("conflicts", "list<string>"),
    ("mentions", "string"),
)

#: Columns of a table of articles, one row each; only `text` is needed.
ARTICLES: tuple[tuple[str, ColumnType], ...] = (
    ("id", "string"),
    ("text", "string"),
    ("published", "string"),
    ("source", "string"),
    ("title", "string"),
    ("url", "string"),
)


def row(event: Event, published: Mapping[str, date | None]) -> dict[str, Any]:
    """One event as a row of `EVENTS`; `published` tells by their ids when its articles were published."""
    from timeline.chronology.records import to_record  # which knows the Timeline, which knows these columns

    span, place = event.date, event.place
    return {
        "date": span.edtf if span else None,
        "begin": span.begin if span else None,
        "end": span.end if span else None,
        "precision": span.precision if span else None,
        "approximate": span.approximate if span else None,
        "inferred": span.inferred if span else None,
        "dated": event.dated,
        "actors": [actor.name for actor in event.actors],
        "codes": [actor.code for actor in event.actors],
        "targets": [actor.name for actor in event.targets],
        "target_codes": [actor.code for actor in event.targets],
        "action": event.action.text,
        "type": event.action.type,
        "modality": event.action.modality,
        "place": place.name if place else None,
        "country": place.country if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "geonameid": place.geonameid if place else None,
        "articles": list(event.articles),
        "published": [published.get(article) for article in event.articles],
        "quotes": list(dict.fromkeys(mention.quote for mention in event.mentions)),
        "conflicts": [f"{conflict.field} {conflict.relation}" for conflict in event.conflicts],
        "mentions": json.dumps([to_record(mention) for mention in event.mentions]),
    }


def rows(timeline: "Timeline", events: Iterable[Event] | None = None) -> list[dict[str, Any]]:
    """The rows of a timeline's events, undated last, or of the given ones of its events."""
    published = {article.id: article.published for article in timeline.articles}
    return [row(event, published) for event in (timeline.entries if events is None else events)]
