"""An iCalendar (RFC 5545) of all-day events."""

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from timeline.formats.clean import link, one_line, ordered
from timeline.formats.date_labels import date_label
from timeline.formats.identity import identities
from timeline.formats.naming import source_of
from timeline.formats.words import Language, language, word
from timeline.model import Event

if TYPE_CHECKING:
    import icalendar

    from timeline.articles import Article
    from timeline.chronology import Timeline

_STATUS = {"asserted": "CONFIRMED", "planned": "TENTATIVE", "negated": "CANCELLED", "hypothetical": "TENTATIVE"}
_UNPUBLISHED = datetime(1970, 1, 1, tzinfo=UTC)


def write(timeline: "Timeline", *, lang: str = "ar") -> bytes:
    """A calendar of the dated events: DTEND is the day after the last, as RFC 5545 has it.

    A coarse date takes all its days and says so in its description. DTSTAMP is the latest publication day of the articles that
    tell the event, at midnight UTC, so that the same timeline gives the same file (1970-01-01 where nobody knows it).

    Raises ImportError without icalendar (`pip install arabic-timeline[calendar]`), ValueError for another `lang` than "ar", "en".
    """
    try:
        import icalendar
    except ImportError as error:
        raise ImportError("iCalendar needs icalendar: pip install arabic-timeline[calendar]") from error

    chosen = language(lang)
    calendar = icalendar.Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//timeline//Arabic chronology//AR")
    calendar.add("calscale", "GREGORIAN")
    articles = {article.id: article for article in timeline.articles}
    events = list(timeline)
    for event, id in zip(events, identities(events), strict=True):  # noqa: A001
        calendar.add_component(_entry(icalendar.Event(), event, id, articles, chosen))
    written: bytes = calendar.to_ical()
    return written


def _entry(entry: "icalendar.Event", event: Event, id: str, articles: "dict[str, Article]", lang: Language) -> "icalendar.Event":  # noqa: A002
    span = event.date
    if span is None:
        raise ValueError("a calendar has no place for an undated event")
    entry.add("uid", f"{id}@timeline.invalid")
    days = [articles[article].published for article in event.articles if article in articles]
    latest = max((day for day in days if day), default=None)
    entry.add("dtstamp", datetime(latest.year, latest.month, latest.day, tzinfo=UTC) if latest else _UNPUBLISHED)
    entry.add("dtstart", span.begin)
    entry.add("dtend", span.end + timedelta(days=1) if span.end < date.max else date.max)
    who = _names([actor.label(lang) for actor in event.actors], lang)
    entry.add("summary", _text(f"{who}: {event.action.text}" if who else event.action.text))
    entry.add("description", "\n".join(_description(event, articles, lang)))
    entry.add("categories", [event.action.type])
    entry.add("status", _STATUS[event.action.modality])
    entry.add("transp", "TRANSPARENT")
    if event.place:
        entry.add("location", _text(event.place.label(lang)))
        if event.place.latitude is not None and event.place.longitude is not None:
            entry.add("geo", (event.place.latitude, event.place.longitude))
    addresses = [link(articles[article].url) for article in event.articles if article in articles]
    if address := next(filter(None, addresses), None):
        entry.add("url", address)
    return entry


def _description(event: Event, articles: "dict[str, Article]", lang: Language) -> list[str]:
    lines = []
    if event.date and (event.date.begin != event.date.end or event.date.approximate or event.date.inferred):
        lines.append(f"{word('ui', 'date', lang)}: {date_label(event.date, lang)} ({event.date.edtf})")
    if event.dated:
        lines.append(f"{word('ui', 'dated', lang)}: {word('dated', event.dated, lang)}")
    if event.targets:
        lines.append(f"{word('ui', 'targets', lang)}: {_names([actor.label(lang) for actor in event.targets], lang)}")
    for mention in event.mentions:
        source = source_of(articles[mention.article]) if mention.article in articles else ""
        lines.append(_text(mention.quote) + (f" — {_text(source)}" if source else ""))
    return list(dict.fromkeys(lines))


def _names(names: list[str], lang: Language) -> str:
    return ("، " if lang == "ar" else ", ").join(map(_text, names))


def _text(text: str) -> str:
    return one_line(ordered(text))
