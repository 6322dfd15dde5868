"""The page without its script: every entry with its quotes, under its year and month."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import attrs

from timeline.formats.clean import link, ordered
from timeline.formats.date_labels import date_pair, month_name
from timeline.formats.identity import identities
from timeline.formats.naming import article_name, shown
from timeline.formats.words import Pair, action_class, count, pair
from timeline.model import DateSpan, Event

if TYPE_CHECKING:
    from timeline.chronology import Timeline

_NOTHING: Pair = ("", "")


@attrs.frozen
class Section:
    """A month (or what in a year is longer than a month, or what has no date) with its entries."""

    title: Pair
    entries: list[dict[str, Any]]


def plain(timeline: "Timeline") -> list[Section]:
    """All sections, the undated last; what a reader has hidden is not in them."""
    names = {article.id: article_name(article) for article in timeline.articles}
    sections: dict[Pair, list[dict[str, Any]]] = {}
    events = [*timeline.dated, *timeline.undated]
    for key, event in zip(identities(events), events, strict=True):
        sections.setdefault(_title(event), []).append(_entry(f"plain-{key}", event, names))
    return [Section(title, entries) for title, entries in sections.items()]


def _title(event: Event) -> Pair:
    span = event.date
    if span is None:
        return pair("ui", "undated")
    year = span.begin.year
    if span.days > 31:
        longer = pair("ui", "longer")
        return f"{year}: {longer[0]}", f"{year}: {longer[1]}"
    return f"{month_name(span.begin.month, 'ar')} {year}", f"{month_name(span.begin.month, 'en')} {year}"


def _entry(key: str, event: Event, names: dict[str, Pair]) -> dict[str, Any]:
    modality = event.action.modality
    unknown = pair("ui", "unknown_source")
    return {
        "id": key,
        "class_": action_class(event.action.type),
        "date": date_pair(event.date) if event.date else _NOTHING,
        "parties": _parties(event),
        "text": shown(event.action.text),
        "type": pair("types", event.action.type),
        "modality": _NOTHING if modality == "asserted" else pair("modality", modality),
        "place": (shown(event.place.label("ar")), shown(event.place.label("en"))) if event.place else _NOTHING,
        "dated": pair("dated", event.dated) if event.dated else _NOTHING,
        "differs": any(conflict.relation == "contradicts" for conflict in event.conflicts),
        "quotes": [(ordered(mention.quote), names.get(mention.article, unknown)) for mention in event.mentions],
    }


def _parties(event: Event) -> Pair:
    def names(actors: Sequence[Any], lang: str) -> str:
        return ("، " if lang == "ar" else ", ").join(shown(actor.label(lang)) for actor in actors)

    arabic, english = ([names(event.actors, lang), names(event.targets, lang)] for lang in ("ar", "en"))
    return " ← ".join(filter(None, arabic)), " → ".join(filter(None, english))


def sources(timeline: "Timeline") -> list[dict[str, Any]]:
    """The articles: name, address where it is http(s), day."""
    return [
        {
            "name": article_name(article),
            "url": link(article.url),
            "published": date_pair(DateSpan.day(article.published)) if article.published else None,
        }
        for article in timeline.articles
    ]


def summary(timeline: "Timeline") -> tuple[Pair, ...]:
    """How many entries and articles, and from when to when."""
    parts = [count("events", len(timeline.entries)), count("articles", len(timeline.articles))]
    spans = [event.date for event in timeline.dated if event.date]
    if spans:
        begin, end = min(span.begin for span in spans), max(span.end for span in spans)
        years = f"{begin.year}–{end.year}"
        parts.append((years, years) if begin.year != end.year else date_pair(DateSpan(begin, end, "range")))
    return tuple(parts)
