"""Slides for Knight Lab's TimelineJS, by its documented JSON format."""

import json
from datetime import date
from html import escape
from typing import TYPE_CHECKING, Any

from timeline.formats.clean import link, one_line, ordered, whole
from timeline.formats.date_labels import date_label
from timeline.formats.identity import identities
from timeline.formats.naming import source_of
from timeline.formats.words import Language, language, word
from timeline.model import Event

if TYPE_CHECKING:
    from timeline.articles import Article
    from timeline.chronology import Timeline

#: Precisions that TimelineJS can say by leaving the day or the month out; the others are given by their first and last day.
_PARTS = {"day": 3, "month": 2, "year": 1}


def write(timeline: "Timeline", *, lang: str = "ar", title: str | None = None) -> str:
    """One slide a dated event; the undated, which TimelineJS cannot hold, are left out.

    TimelineJS reads headlines and texts as HTML, so everything is escaped, and links are made for http(s) addresses alone.
    Raises ValueError for a `lang` other than "ar" and "en".
    """
    chosen = language(lang)
    heading = title or word("ui", "title", chosen)
    data = {
        "scale": "human",
        "title": {"unique_id": "title", "text": {"headline": _escape(heading)}, "autolink": False},
        "events": slides(timeline, chosen),
    }
    return whole(json.dumps(data, ensure_ascii=False, indent=1)) + "\n"


def slides(timeline: "Timeline", lang: Language) -> list[dict[str, Any]]:
    """One slide a dated event."""
    articles = {article.id: article for article in timeline.articles}
    events = list(timeline)
    return [_slide(event, f"e-{key}", articles, lang) for event, key in zip(events, identities(events), strict=True)]


def _slide(event: Event, id: str, articles: "dict[str, Article]", lang: Language) -> dict[str, Any]:  # noqa: A002
    span = event.date
    if span is None:
        raise ValueError("TimelineJS has no place for an undated event")
    parts = _PARTS.get(span.precision, 3)
    slide: dict[str, Any] = {"start_date": _date(span.begin, parts)}
    if span.precision not in _PARTS:
        slide["end_date"] = _date(span.end, 3)
    comma = "، " if lang == "ar" else ", "
    who = comma.join(actor.label(lang) for actor in event.actors)
    whom = comma.join(actor.label(lang) for actor in event.targets)
    arrow = " ← " if lang == "ar" else " → "
    headline = f"{who}{arrow}{whom}" if who and whom else who or whom
    facts = [word("types", event.action.type, lang)]
    if event.action.modality != "asserted":
        facts.append(word("modality", event.action.modality, lang))
    if event.dated:
        facts.append(f"{word('ui', 'dated', lang)}: {word('dated', event.dated, lang)}")
    if event.place:
        facts.append(event.place.label(lang))
    quotes = dict.fromkeys((mention.quote, mention.article) for mention in event.mentions)
    text = [f"<p>{_escape(' · '.join(facts))}</p>"]
    text += [
        f"<blockquote>{_escape(quote)} — {_source(articles[key], lang)}</blockquote>" for quote, key in quotes if key in articles
    ]
    return {
        **slide,
        "display_date": _escape(date_label(span, lang)),
        "text": {"headline": _escape(f"{headline}: {event.action.text}" if headline else event.action.text), "text": "".join(text)},
        "group": _escape(word("types", event.action.type, lang)),
        "unique_id": id,
        "autolink": False,
    }


def _date(day: date, parts: int) -> dict[str, int]:
    return dict(zip(("year", "month", "day")[:parts], (day.year, day.month, day.day), strict=False))


def _source(article: "Article", lang: Language) -> str:
    text = _escape(source_of(article) or article.title or word("ui", "unknown_source", lang))
    address = link(article.url)
    return f'<a href="{escape(address)}" rel="noopener nofollow">{text}</a>' if address else text


def _escape(text: str) -> str:
    return escape(one_line(ordered(text)))
