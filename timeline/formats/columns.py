"""A timeline as a table, one row an event: the columns that frames, Parquet files and clusters of machines share."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

import attrs

from timeline.chronology.records import to_record
from timeline.formats.clean import link
from timeline.formats.identity import identity
from timeline.model import Conflict, Event

if TYPE_CHECKING:
    from timeline.articles import Article
    from timeline.chronology import Timeline

ColumnType = Literal["string", "date", "bool", "int64", "double", "list<string>", "list<date>"]

#: Name and type of each column, in order; every one but `id`, `articles` and `mentions` may be null or hold nulls. `sources`,
#: `titles`, `urls` and `published` stand parallel to `articles`; `codes` to `actors`; `target_codes` to `targets`; `dated` says how
#: the day is known; `conflicts` tell what differs and who says so; `mentions` holds the whole evidence as a JSON list of mention
#: records (`timeline.chronology.records`), so that rows can be merged again.
EVENTS: tuple[tuple[str, ColumnType], ...] = (
    ("id", "string"),
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
    ("sources", "list<string>"),
    ("titles", "list<string>"),
    ("urls", "list<string>"),
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


@attrs.frozen
class Origin:
    """Where an event is told: the outlet, title and address of an article, and the day it was published."""

    published: date | None = None
    source: str | None = None
    title: str | None = None
    url: str | None = None

    @classmethod
    def of(cls, article: "Article") -> "Origin":
        """What is known about an article; an address only where it is one of the web."""
        return cls(article.published, article.source, article.title, link(article.url))


def row(event: Event, origins: Mapping[str, Origin]) -> dict[str, Any]:
    """One event as a row of `EVENTS`; `origins` tells by their ids where its articles are from."""
    span, place = event.date, event.place
    told = [origins.get(article, Origin()) for article in event.articles]
    return {
        "id": identity(event),
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
        "sources": [one.source for one in told],
        "titles": [one.title for one in told],
        "urls": [one.url for one in told],
        "published": [one.published for one in told],
        "quotes": list(dict.fromkeys(mention.quote for mention in event.mentions)),
        "conflicts": [conflict_in_words(conflict, origins) for conflict in event.conflicts],
        "mentions": json.dumps([to_record(mention) for mention in event.mentions]),
    }


def conflict_in_words(conflict: Conflict, origins: Mapping[str, Origin]) -> str:
    """What differs, and who says what: "date contradicts: 2022-01-09 (the Bridge) | 2022-01-10 (the Tower, the Harbour)"."""
    versions = (
        f"{value} ({', '.join(dict.fromkeys(origins.get(one, Origin()).source or one for one in told))})"
        for value, told in conflict.versions
    )
    return f"{conflict.field} {conflict.relation}: {' | '.join(versions)}"


def origins_of(timeline: "Timeline") -> dict[str, Origin]:
    """Where the events of a timeline are told, by the ids of its articles."""
    return {article.id: Origin.of(article) for article in timeline.articles}


def rows(timeline: "Timeline", events: Iterable[Event] | None = None) -> list[dict[str, Any]]:
    """The rows of a timeline's events, undated last, or of the given ones of its events."""
    origins = origins_of(timeline)
    return [row(event, origins) for event in (timeline.entries if events is None else events)]
