"""The timeline: articles and mentions in, entries out."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any, overload

import attrs

from timeline.articles import Article
from timeline.chronology.asking import asked_actor, asked_place, asked_type, check, involves, is_at
from timeline.chronology.conflicts import names
from timeline.chronology.corrections.evidence import missing, settled
from timeline.chronology.corrections.values import Correction, Evidence, key_of, sort_corrections
from timeline.chronology.entries import entries, sort_mentions
from timeline.chronology.explaining import Explainer, Reasons
from timeline.chronology.periods import begin_of, end_of
from timeline.model import DATED, Actor, Dated, Event, Mention, Place

if TYPE_CHECKING:
    import pandas


def _strings(name: str, values: tuple[str, ...]) -> tuple[str, ...]:
    """The values, once they are known to be strings; a message for who gave something else."""
    for value in values:
        if not isinstance(value, str):
            raise TypeError(f"{name} must be a string, not {type(value).__name__}")
    return values


def _mentions(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    listed = list(mentions)
    for mention in listed:
        if not isinstance(mention, Mention):
            raise TypeError(f"mentions must be mentions, not {type(mention).__name__}")
    return sort_mentions(listed)


def _articles(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Articles without repeats, by id.

    Raises ValueError where one id stands for two articles.
    """
    found: dict[str, Article] = {}
    for article in articles:
        if not isinstance(article, Article):
            raise TypeError(f"articles must be articles, not {type(article).__name__}")
        known = found.setdefault(article.id, article)
        if known != article:
            raise ValueError(f"two different articles have the id {article.id!r}")
        if (article.published_from or "") > (known.published_from or ""):  # no part of equality, yet no matter of order either
            found[article.id] = article
    return tuple(found[key] for key in sorted(found))


@attrs.frozen(repr=False)
class Timeline:
    """What happened when, who did it and where, as its articles tell it.

    A timeline is its articles, the mentions of events in them, and the corrections of its readers; its entries follow from these
    alone. So timelines compare by value, and merging is a union that loses nothing. It iterates over its dated events in order;
    `undated` holds the others, `hidden` those that a reader has hidden.

    Raises ValueError where one id stands for two articles, or a mention belongs to an article that is not there.
    """

    articles: tuple[Article, ...] = attrs.field(default=(), converter=_articles)
    mentions: tuple[Mention, ...] = attrs.field(default=(), converter=_mentions)
    corrections: tuple[Correction, ...] = attrs.field(default=(), converter=sort_corrections)

    def __attrs_post_init__(self) -> None:
        known = {article.id for article in self.articles}
        for mention in self.mentions:
            if mention.article not in known:
                raise ValueError(f"a mention belongs to an article that is not there: {mention.article!r}")

    @cached_property
    def _all(self) -> tuple[Event, ...]:
        return entries(self.mentions, self.articles, self.corrections)

    @cached_property
    def entries(self) -> tuple[Event, ...]:
        """All events but the hidden: the dated ones in order, then the undated."""
        return tuple(event for event in self._all if not event.review.hidden)

    @cached_property
    def hidden(self) -> tuple[Event, ...]:
        """The events that a reader has hidden, in order; nothing shows them but their own page, where they can be taken back."""
        return tuple(event for event in self._all if event.review.hidden)

    @property
    def unmet(self) -> tuple[tuple[Correction, tuple[Evidence, ...]], ...]:
        """The corrections that change nothing here, for their evidence is gone, each with what of it is gone.

        They are kept, and hold again once it is back.
        """
        keys = frozenset(map(key_of, self.mentions))
        found = ((correction, tuple(missing(correction, keys))) for correction in self.corrections)
        return tuple((correction, gone) for correction, gone in found if gone)

    @cached_property
    def dated(self) -> tuple[Event, ...]:
        """The dated events by begin, the narrower first."""
        return tuple(event for event in self.entries if event.date is not None)

    @cached_property
    def undated(self) -> tuple[Event, ...]:
        """Events that nothing dates, in the order of their mentions."""
        return tuple(event for event in self.entries if event.date is None)

    def __iter__(self) -> Iterator[Event]:
        return iter(self.dated)

    def __len__(self) -> int:
        return len(self.dated)

    @overload
    def __getitem__(self, index: int) -> Event: ...
    @overload
    def __getitem__(self, index: slice) -> "Timeline": ...
    def __getitem__(self, index: int | slice) -> "Event | Timeline":
        return self.dated[index] if isinstance(index, int) else self._only(self.dated[index])

    def __contains__(self, event: object) -> bool:
        return event in self.dated

    def __repr__(self) -> str:
        span = f", {self.dated[0].date} to {self.dated[-1].date}" if self.dated else ""
        undated = f" and {len(self.undated)} undated" if self.undated else ""
        return f"<Timeline of {len(self)} events{undated} from {len(self.articles)} articles{span}>"

    def tuples(self) -> list[tuple[str, str, str, str]]:
        """(EDTF date, actors, action, place) of each dated event as plain strings; several actors are joined by "، "."""
        return [
            (str(event.date), names(event.actors), event.action.text, event.place.name if event.place else "")
            for event in self.dated
        ]

    @property
    def sources(self) -> tuple[str, ...]:
        """The outlets of the articles, sorted."""
        return tuple(sorted({article.source for article in self.articles if article.source}))

    def article(self, id: str) -> Article:  # noqa: A002
        """The article with this id.

        Raises KeyError where there is none.
        """
        for article in self.articles:
            if article.id == id:
                return article
        raise KeyError(id)

    def where(self, keeps: Callable[[Event], bool]) -> "Timeline":
        """The smaller timeline of the entries, dated or not, that the function keeps; each stays whole, with all its sources."""
        if not callable(keeps):
            raise TypeError(f"keeps must be a function of an event, not {type(keeps).__name__}")
        return self._only(event for event in self._all if keeps(event))

    def between(self, begin: date | str | None = None, end: date | str | None = None) -> "Timeline":
        """The dated entries that may lie between two days, both inclusive; None leaves a side open.

        A string may name a year or a month: from "2022-01" means from its first day, to "2022-01" to its last. A coarse entry
        (2014) is kept where any of its days is inside. Raises ValueError for a string that is no ISO date.
        """
        first, last = begin_of(begin, "begin"), end_of(end, "end")
        return self.where(lambda event: event.date is not None and event.date.begin <= last and first <= event.date.end)

    def involving(self, *who: str) -> "Timeline":
        """The entries in which any source has all of these as actor or target.

        Each is a state or organisation by its code or any of its names, Arabic or English ("RUS", "الناتو", "Saudi Arabia": all who
        speak for it), or a name or part of one ("Lavrov"). Raises ValueError for a code that nobody has, with those that come near.
        """
        wanted = [asked_actor(one) for one in _strings("who", who)]
        found = self.where(lambda event: all(involves(participants_of(event), one) for one in wanted))
        for one in wanted if not found.mentions else ():
            check(one, "actor", (actor.code or "" for event in self.entries for actor in participants_of(event)))
        return found

    def at(self, place: str) -> "Timeline":
        """The entries that any source puts at this place: its name in Arabic or English, or a country's code or name for all in it.

        Raises ValueError for a code that no country has, with those that come near.
        """
        wanted = asked_place(*_strings("place", (place,)))
        found = self.where(lambda event: is_at(places_of(event), wanted))
        if not found.mentions:
            check(wanted, "place")
        return found

    def of_type(self, *types: str) -> "Timeline":
        """The entries of these action types ("CONSULT"). Raises ValueError for a word that is none, with those that come near."""
        wanted = {asked_type(action_type) for action_type in _strings("types", types)}
        return self.where(lambda event: event.action.type in wanted)

    def dated_as(self, *how: Dated) -> "Timeline":
        """The entries whose day is known in one of these ways: "told", "elsewhere", "story" or "inferred" (see `Event.dated`).

        Raises ValueError for another word.
        """
        if unknown := set(how) - set(DATED):
            raise ValueError(f"how must be among {', '.join(DATED)}, not {sorted(map(str, unknown))[0]!r}")
        return self.where(lambda event: event.dated in how)

    def from_source(self, *sources: str) -> "Timeline":
        """The entries that any of these outlets tells."""
        wanted = set(_strings("sources", sources))
        ids = {article.id for article in self.articles if article.source in wanted}
        return self.where(lambda event: not ids.isdisjoint(event.articles))

    def corrected(self, corrections: Iterable[Correction]) -> "Timeline":
        """The timeline with these corrections too.

        Each is settled first on the mentions that are here: where an article was read anew, evidence that moved is followed.
        What is gone is told by `unmet`. Texts and mentions stay as they are, and `hidden` keeps what was hidden.

        Raises TypeError for what is no correction.
        """
        return attrs.evolve(self, corrections=(*self.corrections, *settled(corrections, self)))

    def reasons(self, entry: Event) -> Reasons:
        """What explains an entry, as values: its tellings, how they joined, and its nearest neighbour that stayed apart.

        Raises ValueError for an entry of another timeline.
        """
        return self._explainer.reasons(entry)

    def explain(self, entry: Event, lang: str = "en", *, points: bool = False) -> str:
        """How an entry is known, in words, a line each: date, parties, who tells it, why they are together, what stayed apart.

        `lang` is "en" or "ar"; `points` adds what each field counted for. Raises ValueError for an entry of another timeline.
        """
        telling = import_module("timeline.formats.explaining")  # words are the affair of the room to the right
        told: str = telling.explained(self, entry, lang, points=points)
        return told

    @cached_property
    def _explainer(self) -> Explainer:
        return Explainer(self._all)

    def write(self, format: str, **options: Any) -> str | bytes:  # noqa: A002
        """The timeline in a format by its name; `timeline.formats.NAMES` lists them.

        Raises ValueError for a name that is no format.
        """
        formats = import_module("timeline.formats")  # the room to the right: looked up when asked, never to build a timeline
        written: str | bytes = formats.write(self, format, **options)
        return written

    def to_json(self, **options: Any) -> str:
        """Everything as JSON, which `Timeline.from_json` reads back whole."""
        return str(self.write("json", **options))

    @classmethod
    def from_json(cls, text: str | bytes) -> "Timeline":
        """The timeline that `to_json` wrote.

        Raises ValueError for anything else.
        """
        timeline: Timeline = import_module("timeline.formats.json_").read(text)
        return timeline

    def to_csv(self, **options: Any) -> str:
        """One line an event, for spreadsheets."""
        return str(self.write("csv", **options))

    def to_html(self, **options: Any) -> str:
        """One page that stands alone."""
        return str(self.write("html", **options))

    def to_markdown(self, **options: Any) -> str:
        """A table in Markdown."""
        return str(self.write("markdown", **options))

    def to_jsonl(self, **options: Any) -> str:
        """One JSON object an event, by a published schema."""
        return str(self.write("jsonl", **options))

    def to_parquet(self, **options: Any) -> bytes:
        """One row an event in typed columns, as a Parquet file."""
        return bytes(self.write("parquet", **options))  # type: ignore[arg-type]

    def to_ics(self, **options: Any) -> bytes:
        """An iCalendar of all-day events."""
        return bytes(self.write("ics", **options))  # type: ignore[arg-type]

    def to_geojson(self, **options: Any) -> str:
        """The events that have a place on the map."""
        return str(self.write("geojson", **options))

    def to_timelinejs(self, **options: Any) -> str:
        """JSON for Knight Lab's TimelineJS."""
        return str(self.write("timelinejs", **options))

    def to_timeml(self, **options: Any) -> str:
        """The articles with their dates as TIMEX3."""
        return str(self.write("timeml", **options))

    def to_plover(self, **options: Any) -> str:
        """Event records of the PLOVER coding scheme."""
        return str(self.write("plover", **options))

    def to_frame(self) -> "pandas.DataFrame":
        """One row an event, undated last, as a pandas frame, with the columns of `timeline.formats.columns.EVENTS`.

        Raises ImportError where pandas is not installed (`pip install arabic-timeline[pandas]`).
        """
        made: pandas.DataFrame = import_module("timeline.formats.frames").frame(self)
        return made

    def _repr_html_(self) -> str:
        """A short table for notebooks."""
        written: str = import_module("timeline.formats.notebook").table(self)
        return written

    def _only(self, events: Iterable[Event]) -> "Timeline":
        mentions = [mention for event in events for mention in event.mentions]
        told, keys, known = {mention.article for mention in mentions}, set(map(key_of, mentions)), set(map(key_of, self.mentions))
        return Timeline(
            tuple(article for article in self.articles if article.id in told),
            tuple(mentions),
            tuple(one for one in self.corrections if one.touches(keys) or not one.touches(known)),
        )


def participants_of(event: Event) -> Iterator[Actor]:
    """Everyone whom any source has in it; where a reader set the parties, whom he set."""
    yield from event.actors
    yield from event.targets
    for mention in event.mentions:
        if event.review.of("actors") is None:
            yield from (named.actor for named in mention.actors)
        if event.review.of("targets") is None:
            yield from (named.actor for named in mention.targets)


def places_of(event: Event) -> Iterator[Place]:
    """Wherever any source puts it; where a reader set the place, where he put it."""
    if event.place is not None:
        yield event.place
    if event.review.of("place") is None:
        yield from (mention.place.place for mention in event.mentions if mention.place is not None)


def merge(*timelines: Timeline) -> Timeline:
    """One chronology from many: the union of their articles, mentions and corrections. Nothing is lost and no order matters.

    Raises TypeError for what is no timeline, ValueError where one id stands for two different articles.
    """
    for timeline in timelines:
        if not isinstance(timeline, Timeline):
            raise TypeError(
                f"timelines must be timelines, not {type(timeline).__name__}; merge(*timelines) takes several of a list"
            )
    return Timeline(
        tuple(article for timeline in timelines for article in timeline.articles),
        tuple(mention for timeline in timelines for mention in timeline.mentions),
        tuple(correction for timeline in timelines for correction in timeline.corrections),
    )
