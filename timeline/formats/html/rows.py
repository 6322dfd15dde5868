"""The data that a page's script reads: rows in few letters, what lies under each in chunks, and the tables that both point into."""

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

from timeline.articles import Article
from timeline.chronology.corrections.lines import to_line
from timeline.formats.clean import link, ordered
from timeline.formats.explaining import counted, told
from timeline.formats.html.entities import Entities
from timeline.formats.html.folding import dense_period, occasions
from timeline.formats.html.quotes import pieces
from timeline.formats.html.sureness import SURENESS, sureness
from timeline.formats.identity import identities
from timeline.formats.naming import shown, source_of
from timeline.formats.words import pair, table
from timeline.model import DATED, Actor, Event, Mention, Place

if TYPE_CHECKING:
    from timeline.chronology import Timeline

#: Rows in one chunk of details: so many are parsed when one of them is opened.
CHUNK = 100
PRECISIONS = ("day", "week", "month", "quarter", "half", "season", "year", "decade", "century", "range")

_TYPES = {key: number for number, key in enumerate(table("types"))}
_MODALITIES = {key: number for number, key in enumerate(table("modality"))}

_T = TypeVar("_T", bound=Hashable)


class Numbered(Generic[_T]):
    """Values by number, in the order in which they were first asked for."""

    def __init__(self, written: Callable[[_T], Any]) -> None:
        self._written = written
        self._numbers: dict[_T, int] = {}
        self.rows: list[Any] = []

    def number(self, value: _T) -> int:
        """The value's number."""
        found = self._numbers.setdefault(value, len(self.rows))
        if found == len(self.rows):
            self.rows.append(self._written(value))
        return found


@attrs.frozen
class Data:
    """A page's data: `index` for all rows, `chunks` of what opens under them."""

    index: dict[str, Any]
    chunks: list[list[dict[str, Any]]]


def data(timeline: "Timeline", *, explained: bool = True) -> Data:
    """The data of a page; `explained` has each row say how it is known."""
    events = [*timeline.dated, *timeline.undated, *timeline.hidden]
    writer = _Writer(timeline, events)
    rows = [writer.row(number, event) for number, event in enumerate(events)]
    details = [writer.details(event, explained=explained) for event in events]
    period = dense_period([event.date.begin for event in timeline.dated if event.date and event.date.days <= 31])
    index = {
        "rows": rows,
        "actors": writer.actors.rows,
        "entities": writer.entities.rows,
        "places": writer.places.rows,
        "sources": writer.sources.rows,
        "articles": writer.articles,
        "types": [[key, *words] for key, words in table("types").items()],
        "modalities": [[key, *words] for key, words in table("modality").items()],
        "dated": [[key, *pair("dated", key)] for key in DATED],
        "sure": [[key, *pair("sure", key)] for key in SURENESS],
        "dense": [day.isoformat() for day in period] if period else None,
        "decisions": [to_line(correction) for correction in timeline.corrections],
    }
    return Data(index, [details[start : start + CHUNK] for start in range(0, len(details), CHUNK)])


class _Writer:
    """Writes rows and details, and numbers what they point to."""

    def __init__(self, timeline: "Timeline", events: Sequence[Event]) -> None:
        self._timeline = timeline
        self._known = {article.id: article for article in timeline.articles}
        self._numbers = {key: number for number, key in enumerate(self._known)}
        self._ids = identities(list(events))
        self._occasions = occasions(events)
        everyone = [actor for event in events for actor in (*event.actors, *event.targets)]
        self._entities_of = Entities(everyone)
        self.entities: Numbered[Any] = Numbered(lambda one: [one.key, *one.label, one.group])
        self.actors: Numbered[Actor] = Numbered(self._actor)
        self.places: Numbered[Place] = Numbered(_place)
        self.sources: Numbered[str] = Numbered(str)
        self.articles = [self._article(article) for article in timeline.articles]

    def _actor(self, actor: Actor) -> list[Any]:
        """[Arabic, English, code, kind, sector, numbers of its entities]."""
        entities = [self.entities.number(entity) for entity in self._entities_of.of(actor)]
        english = shown(actor.english) if actor.english else shown(actor.name)
        return [shown(actor.name), english, actor.code or "", actor.kind, actor.sector or "", entities]

    def _article(self, article: Article) -> list[Any]:
        """[title, number of the source, address, day of publication, id]."""
        day = article.published.isoformat() if article.published else ""
        return [shown(article.title or ""), self.sources.number(source_of(article)), link(article.url) or "", day, article.id]

    def row(self, number: int, event: Event) -> list[Any]:
        """A row as the script's `ROW` names its places."""
        span, relations = event.date, {conflict.relation for conflict in event.conflicts}
        marks = [
            span.approximate if span else False,
            span is not None and span.open == "after",
            span is not None and span.open == "before",
            span.inferred if span else False,
        ]
        differs = ["contradicts" in relations, "history" in relations, bool(relations - {"contradicts", "history"})]
        return [
            self._ids[number],
            span.begin.isoformat() if span else "",
            span.end.isoformat() if span else "",
            PRECISIONS.index(span.precision) if span else -1,
            _bits(marks),
            DATED.index(event.dated) if event.dated else -1,
            SURENESS.index(sureness(event)),
            [self.actors.number(attrs.evolve(actor, title=None)) for actor in event.actors],
            [self.actors.number(attrs.evolve(actor, title=None)) for actor in event.targets],
            shown(event.action.text),
            _TYPES[event.action.type],
            _MODALITIES[event.action.modality],
            self.places.number(event.place) if event.place else -1,
            [self._numbers[key] for key in event.articles if key in self._numbers],
            _bits(differs),
            _review(event),
            self._occasions.get(number, -1),
            [
                [self._numbers[one.article], one.trigger.start, one.trigger.end, one.event, _TYPES[one.action.type]]
                for one in event.mentions
                if one.article in self._numbers
            ],
            _written(event),
        ]

    def details(self, event: Event, *, explained: bool) -> dict[str, Any]:
        """What opens under a row: titles, quotes, conflicts, how it is known, and the points behind that."""
        found: dict[str, Any] = {
            "q": [self._quote(mention) for mention in event.mentions if mention.article in self._numbers],
            "n": [[shown(actor.name), shown(actor.title)] for actor in (*event.actors, *event.targets) if actor.title],
        }
        if event.conflicts:
            found["c"] = [
                [
                    pair("fields", conflict.field),
                    pair("relations", conflict.relation),
                    [
                        [ordered(value), [self._numbers[key] for key in ids if key in self._numbers]]
                        for value, ids in conflict.versions
                    ],
                ]
                for conflict in event.conflicts
            ]
        if explained:
            reasons = self._timeline.reasons(event)
            found["x"] = [_shown_pair(line) for line in told(reasons, self._known)]
            found["p"] = [_shown_pair(line) for line in counted(reasons, self._known)]
        return found

    def _quote(self, mention: Mention) -> list[Any]:
        """[article, pieces, reporter's names or nothing, date as written where it stands outside the quote]."""
        inside = mention.date and mention.start <= mention.date.start < mention.end
        elsewhere = ordered(mention.date.text) if mention.date and not inside else ""
        reporter = mention.reporter.actor if mention.reporter else None
        names = [shown(reporter.label("ar")), shown(reporter.label("en"))] if reporter else []
        return [self._numbers[mention.article], pieces(mention), names, elsewhere]


def _shown_pair(line: tuple[str, str]) -> list[str]:
    return [line[0]] if line[0] == line[1] else list(line)


def _place(place: Place) -> list[Any]:
    english = shown(place.english) if place.english else shown(place.name)
    return [shown(place.name), english, place.country or "", place.latitude, place.longitude]


def _bits(flags: Sequence[bool]) -> int:
    return sum(flag << place for place, flag in enumerate(flags))


def _review(event: Event) -> Any:
    """What readers decided, or 0."""
    review = event.review
    found: dict[str, Any] = {name: 1 for name in ("confirmed", "starred", "hidden", "joined") if getattr(review, name)}
    if review.notes:
        found["notes"] = [ordered(note) for note in review.notes]
    if review.amended:
        found["amended"] = [
            [one.field, [shown(was) for was in one.was], shown(one.by or ""), one.at or ""] for one in review.amended
        ]
    return found or 0


def _written(event: Event) -> str:
    """The words that give a date which is no exact day, as its first telling has them, where they say more than the date does."""
    span = event.date
    if span is None or event.review.of("date") or (span.begin == span.end and not span.approximate):
        return ""
    first = next((mention.date for mention in event.mentions if mention.date and mention.when == span), None)
    if first is None or len(first.text) > 60 or (first.kind == "absolute" and not span.approximate):
        return ""
    return shown(first.text)
