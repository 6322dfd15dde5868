"""What a page shows, made from a timeline: sections, entries, sources, and the data that its script reads."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from timeline.chronology.explaining import Explainer
from timeline.formats.clean import link, one_line, ordered
from timeline.formats.date_labels import date_pair, month_name, weekday_name
from timeline.formats.html.bars import Bar, bar, is_longer_than_month
from timeline.formats.html.details import details, explanation, name
from timeline.formats.html.facets import FIELDS, Choice, choices, source_of
from timeline.formats.html.labels import Labels
from timeline.formats.identity import identities
from timeline.formats.words import Pair, action_class, count, pair
from timeline.model import DateSpan, Event

if TYPE_CHECKING:
    from timeline.chronology import Timeline


@attrs.frozen
class Entry:
    """One entry as its summary line shows it."""

    number: int
    id: str
    class_: str
    actors: tuple[Pair, ...]
    targets: tuple[Pair, ...]
    text: str
    type: Pair
    modality: Pair | None
    place: Pair | None
    written: str
    differs: bool
    sources: Pair


@attrs.frozen
class Moment:
    """Entries with the same date, and how it is shown: a big label, a small one, the whole in words, and a bar."""

    id: str
    big: Pair
    small: Pair
    label: Pair
    edtf: str
    bar: Bar
    exact: bool
    approximate: bool
    open: str | None
    entries: list[Entry]


@attrs.frozen
class Section:
    """A month of a year (or what in a year is longer than a month: `month` is None)."""

    id: str
    label: Pair
    month: int | None
    moments: list[Moment]


@attrs.frozen
class Year:
    """A year with its sections."""

    number: int
    total: int
    sections: list[Section]


@attrs.frozen
class SourceLine:
    """An article in the list of sources."""

    number: int
    title: str
    source: str
    url: str | None
    published: Pair | None
    events: Pair


@attrs.frozen
class View:
    """All that the template shows, and the data of its script.

    `ids`, `classes`, `index` and `details` have an item for each entry.
    """

    ids: list[str]
    classes: list[str]
    years: list[Year]
    undated: list[Entry]
    articles: list[SourceLine]
    summary: tuple[Pair, ...]
    index: list[dict[str, Any]]
    facets: dict[str, list[list[Any]]]
    details: list[dict[str, Any]]
    article_rows: list[list[Any]]


def view(timeline: "Timeline", labels: Labels, *, explained: bool = True) -> View:
    """The page of a timeline; `labels` collects its bilingual texts; `explained` has each entry explain itself."""
    dated, undated = list(timeline), list(timeline.undated)
    explainer = Explainer(timeline.entries) if explained else None
    events = dated + undated
    ids = identities(events)
    articles = {article.id: article for article in timeline.articles}
    numbers = {key: number for number, key in enumerate(articles)}
    entries = [_entry(number, key, event) for number, (key, event) in enumerate(zip(ids, events, strict=True))]
    found = [choices(event, articles) for event in events]
    sources = {key: source_of(article) or key for key, article in articles.items()}
    told = [0] * len(articles)
    for event in events:
        for key in event.articles:
            told[numbers[key]] += 1
    lines = [
        SourceLine(
            number,
            one_line(ordered(article.title or "")),
            source_of(article),
            link(article.url),
            date_pair(DateSpan.day(article.published)) if article.published else None,
            count("events", told[number]),
        )
        for number, article in enumerate(timeline.articles)
    ]
    return View(
        ids=[entry.id for entry in entries],
        classes=[entry.class_ for entry in entries],
        years=_years(dated, entries),
        undated=entries[len(dated) :],
        articles=lines,
        summary=_summary(timeline),
        index=[{field: [choice.key for choice in chosen[field]] for field in FIELDS} for chosen in found],
        facets={field: _facet(field, (chosen[field] for chosen in found), labels) for field in FIELDS},
        details=[
            details(event, numbers, labels) | {"x": explanation(explainer, event, sources) if explainer else []} for event in events
        ],
        article_rows=[
            [line.title, line.source, line.url, labels.number(line.published) if line.published else None] for line in lines
        ],
    )


def _summary(timeline: "Timeline") -> tuple[Pair, ...]:
    parts = [count("events", len(timeline.entries)), count("articles", len(timeline.articles))]
    if len(timeline):
        begin = timeline[0].date
        end = max((event.date for event in timeline if event.date), key=lambda span: span.end)
        if begin and begin.begin.year != end.end.year:
            years = f"{begin.begin.year}–{end.end.year}"
            parts.append((years, years))
        elif begin:
            parts.append(date_pair(DateSpan(begin.begin, end.end, "range")))
    return tuple(parts)


def _entry(number: int, key: str, event: Event) -> Entry:
    modality = event.action.modality
    return Entry(
        number,
        f"e-{key}",
        action_class(event.action.type),
        tuple(name(actor) for actor in event.actors),
        tuple(name(actor) for actor in event.targets),
        one_line(ordered(event.action.text)),
        pair("types", event.action.type),
        None if modality == "asserted" else pair("modality", modality),
        (one_line(ordered(event.place.label("ar"))), one_line(ordered(event.place.label("en")))) if event.place else None,
        _written(event),
        any(conflict.relation in ("contradicts", "history") for conflict in event.conflicts),
        count("sources", len(event.articles)),
    )


def _written(event: Event) -> str:
    """The words that give a date which is no exact day, as its first telling has them, where they say more than the date does."""
    span = event.date
    if span is None or (span.begin == span.end and not span.approximate):
        return ""
    told = next((mention.date for mention in event.mentions if mention.date and mention.when == span), None)
    if told is None or len(told.text) > 60 or (told.kind == "absolute" and not span.approximate):
        return ""
    return one_line(ordered(told.text))


def _years(dated: Sequence[Event], entries: Sequence[Entry]) -> list[Year]:
    """Years, in them what is longer than a month and then the months, in them the dates; order is kept within each."""
    tree: dict[int, dict[int, dict[DateSpan, list[Entry]]]] = {}
    for event, entry in zip(dated, entries, strict=False):
        if event.date:
            month = 0 if is_longer_than_month(event.date) else event.date.begin.month
            tree.setdefault(event.date.begin.year, {}).setdefault(month, {}).setdefault(event.date, []).append(entry)
    years = []
    for year, months in tree.items():
        sections = [
            Section(
                f"t-{year}-{month:02d}" if month else f"t-{year}",
                (f"{month_name(month, 'ar')} {year}", f"{month_name(month, 'en')} {year}") if month else pair("ui", "longer"),
                month or None,
                [_moment(span, found) for span, found in sorted(spans.items())],
            )
            for month, spans in sorted(months.items())
        ]
        total = sum(len(moment.entries) for section in sections for moment in section.moments)
        years.append(Year(year, total, sections))
    return years


def _moment(span: DateSpan, entries: list[Entry]) -> Moment:
    about = "~" if span.approximate else ""
    small = ("", "")
    if is_longer_than_month(span) or span.open:
        big = date_pair(attrs.evolve(span, approximate=False))
        big = (about + big[0], about + big[1])
    elif span.precision == "month":
        big = (about + month_name(span.begin.month, "ar"), about + month_name(span.begin.month, "en"))
        small = pair("ui", "within_month")
    elif span.begin == span.end:
        big = (f"{about}{span.begin.day}",) * 2
        small = (weekday_name(span.begin, "ar"), weekday_name(span.begin, "en"))
    else:
        first, last = span.begin, span.end
        crosses = first.month != last.month
        big = (f"{about}{first.day}–{last.day}",) * 2
        small = tuple(  # type: ignore[assignment]
            f"{month_name(first.month, lang)} – {month_name(last.month, lang)}"
            if crosses
            else f"{weekday_name(first, lang)} – {weekday_name(last, lang)}"
            for lang in ("ar", "en")
        )
    return Moment(
        f"d-{entries[0].number}",
        big,
        small,
        date_pair(span),
        span.edtf,
        bar(span),
        span.begin == span.end,
        span.approximate,
        span.open,
        entries,
    )


def _facet(field: str, found: Iterable[list[Choice]], labels: Labels) -> list[list[Any]]:
    """[key, label number, number of entries, group] for each choice, the commonest first; types and modalities by their list."""
    counts: dict[str, int] = {}
    choice_of: dict[str, Choice] = {}
    for chosen in found:
        for choice in chosen:
            counts[choice.key] = counts.get(choice.key, 0) + 1
            choice_of.setdefault(choice.key, choice)
    ranked = sorted(choice_of.values(), key=lambda choice: (-counts[choice.key], choice.label, choice.key))
    return [[choice.key, labels.number(choice.label), counts[choice.key], choice.group] for choice in ranked]
