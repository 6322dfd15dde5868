"""One JSON object an event, every key always there, by the schema in event.schema.json."""

import json
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from timeline.formats.clean import link, whole
from timeline.formats.identity import identities
from timeline.model import Actor, ActorMention, DateExpression, DateSpan, Event, Mention, Place

if TYPE_CHECKING:
    from timeline.articles import Article
    from timeline.chronology import Timeline

#: What JSON lets stand in a string, and readers that split lines by Unicode's rules take for the end of one.
_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def write(timeline: "Timeline") -> str:
    """One line an entry, the undated last; UTF-8 text, lone surrogates as U+FFFD.

    `mentions[].start` and the other offsets count code points of the article's text.
    """
    articles = {article.id: article for article in timeline.articles}
    events = list(timeline.entries)
    lines = (record(event, key, articles) for event, key in zip(events, identities(events), strict=True))
    return "".join(whole(json.dumps(line, ensure_ascii=False)).translate(_LINE_ENDS) + "\n" for line in lines)


@lru_cache(maxsize=1)
def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of one line."""
    found: dict[str, Any] = json.loads(resources.files("timeline.formats").joinpath("event.schema.json").read_text("utf-8"))
    return found


def record(event: Event, id: str, articles: "dict[str, Article]") -> dict[str, Any]:  # noqa: A002
    """One event as plain data."""
    return {
        "id": id,
        "date": date_record(event.date),
        "dated": event.dated,
        "confidence": event.confidence,
        "actors": [actor_record(actor) for actor in event.actors],
        "targets": [actor_record(actor) for actor in event.targets],
        "action": {
            "text": event.action.text,
            "type": event.action.type,
            "modality": event.action.modality,
            "head": event.action.head,
        },
        "place": place_record(event.place),
        "mentions": [_mention(mention, articles.get(mention.article)) for mention in event.mentions],
        "conflicts": [
            {
                "field": conflict.field,
                "relation": conflict.relation,
                "versions": [{"value": value, "articles": list(ids)} for value, ids in conflict.versions],
            }
            for conflict in event.conflicts
        ],
    }


def date_record(span: DateSpan | None) -> dict[str, Any] | None:
    """A date: EDTF, first and last day, and how exact it is."""
    if span is None:
        return None
    return {
        "edtf": span.edtf,
        "begin": span.begin.isoformat(),
        "end": span.end.isoformat(),
        "precision": span.precision,
        "approximate": span.approximate,
        "inferred": span.inferred,
        "open": span.open,
    }


def actor_record(actor: Actor) -> dict[str, Any]:
    """An actor with all that is known."""
    return {
        "name": actor.name,
        "english": actor.english,
        "code": actor.code,
        "sector": actor.sector,
        "title": actor.title,
        "kind": actor.kind,
    }


def place_record(place: Place | None) -> dict[str, Any] | None:
    """A place with all that is known."""
    if place is None:
        return None
    return {
        "name": place.name,
        "english": place.english,
        "country": place.country,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "geonameid": place.geonameid,
    }


def _named(named: ActorMention) -> dict[str, Any]:
    return {**actor_record(named.actor), "start": named.start, "end": named.end}


def _expression(expression: DateExpression | None) -> dict[str, Any] | None:
    if expression is None:
        return None
    return {
        "text": expression.text,
        "start": expression.start,
        "end": expression.end,
        "kind": expression.kind,
        "calendar": expression.calendar,
        "value": date_record(expression.value),
        "trace": list(expression.trace),
    }


def _mention(mention: Mention, article: "Article | None") -> dict[str, Any]:
    place = mention.place
    return {
        "article": mention.article,
        "source": article.source if article else None,
        "title": article.title if article else None,
        "url": link(article.url) if article else None,
        "published": article.published.isoformat() if article and article.published else None,
        "start": mention.start,
        "end": mention.end,
        "quote": mention.quote,
        "trigger": {"start": mention.trigger.start, "end": mention.trigger.end},
        "date": _expression(mention.date),
        "when": date_record(mention.when),
        "dated": mention.dated,
        "confidence": mention.confidence,
        "dated_at": {"start": mention.dated_at.start, "end": mention.dated_at.end} if mention.dated_at else None,
        "actors": [_named(actor) for actor in mention.actors],
        "targets": [_named(actor) for actor in mention.targets],
        "place": {**(place_record(place.place) or {}), "start": place.start, "end": place.end} if place else None,
        "reporter": _named(mention.reporter) if mention.reporter else None,
        "trace": list(mention.trace),
        "witnesses": list(mention.witnesses),
        "disputed": [
            {
                "field": dispute.field,
                "versions": [{"value": value, "witnesses": list(witnesses)} for value, witnesses in dispute.versions],
            }
            for dispute in mention.disputed
        ],
    }
