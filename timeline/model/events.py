"""What was done, who says so, and in which words."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal

import attrs

from timeline.model.dates import DateExpression, DateSpan
from timeline.model.names import Actor, Place
from timeline.model.reviews import UNREVIEWED, Review
from timeline.model.span import Span

Modality = Literal["asserted", "planned", "negated", "hypothetical"]

#: How an event's day is known, from what binds most to what binds least: its own clause tells it, another place of the text does,
#: it is the day of which the whole story tells, or it hangs on a publication day that was inferred.
Dated = Literal["told", "elsewhere", "story", "inferred"]
DATED: tuple[Dated, ...] = ("told", "elsewhere", "story", "inferred")

#: The event types of PLOVER (without modes), and two of ours: STATEMENT and OTHER.
ActionType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
    "STATEMENT",
    "OTHER",
]


@attrs.frozen
class Action:
    """What is done: a short phrase of the text, its type, and whether it happened at all.

    `head` is the trigger in its dictionary form (a verbal noun: "زيارة", "إعلان"), by which different wordings of one action meet.
    """

    text: str
    type: ActionType
    modality: Modality = "asserted"
    head: str = ""


@attrs.frozen
class ActorMention:
    """An actor as one place of a text names him; the trace says by which rule he was recognised and given his part."""

    actor: Actor
    start: int
    end: int
    trace: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The actor's canonical Arabic name."""
        return self.actor.name

    @property
    def code(self) -> str | None:
        """The actor's code."""
        return self.actor.code


@attrs.frozen
class PlaceMention:
    """A place as one place of a text names it; the trace says by which rule it became the event's."""

    place: Place
    start: int
    end: int
    trace: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The place's Arabic name."""
        return self.place.name


@attrs.frozen
class Dispute:
    """A field of one telling that its witnesses read differently: each version as text, with the witnesses who read it so."""

    field: str
    versions: tuple[tuple[str, tuple[str, ...]], ...]


@attrs.frozen
class Mention:
    """One telling of an event, in one sentence of one article: what every claim of a timeline rests on.

    `quote` is the sentence, `text[m.start:m.end] == m.quote`; `trigger` the word or few words in it that name the event.
    `date` is the expression that dates it, None where the discourse does; `when` is the event's date as this telling has it, and
    `trace` says how that was found. `dated` says how its day is known (None where nothing dates it), `dated_at` where the text
    tells that day, in the event's clause or elsewhere (None where no expression does). `event` numbers the event within its
    article: mentions of one article that share it tell the same event. `reporter` is who is quoted for it.
    `confidence` is how likely it is, from 0 to 1, that it tells an event of this date (None where no choice was made: nothing dates
    it, or another telling does).
    `witnesses` are who read it in the text: "rules", the name of a reader that was asked beside them, or both, and `disputed` the
    fields in which they differ.
    """

    article: str
    start: int
    end: int
    quote: str
    trigger: Span
    action: Action
    date: DateExpression | None = None
    when: DateSpan | None = None
    actors: tuple[ActorMention, ...] = ()
    targets: tuple[ActorMention, ...] = ()
    place: PlaceMention | None = None
    reporter: ActorMention | None = None
    event: int = 0
    trace: tuple[str, ...] = ()
    dated: Dated | None = None
    dated_at: Span | None = None
    witnesses: tuple[str, ...] = ("rules",)
    disputed: tuple[Dispute, ...] = ()
    confidence: float | None = None

    @property
    def sort_key(self) -> tuple[Any, ...]:
        """A total order of mentions: by article, then where in it."""
        return (self.article, self.trigger.start, self.trigger.end, self.event, self.start, repr(self))


@attrs.frozen
class Conflict:
    """How tellings of one event differ in one field.

    `field` is "date", "actors", "targets", "place", "type" or "modality"; `relation` says how its `versions` relate: "contains"
    (one date or place lies within another), "contradicts", "adds" (some sources have it, others are silent), "history" (planned
    by one, done by another) or "readings" (one article, read differently by the rules and by a reader). A version is a value as
    text and the ids of the articles that tell it so.
    """

    field: str
    relation: Literal["contains", "contradicts", "adds", "history", "readings"]
    versions: tuple[tuple[str, tuple[str, ...]], ...]


if TYPE_CHECKING:
    #: So that type checkers know what each of the four is that an event unpacks to.
    class _Unpacked(tuple[DateSpan | None, tuple[Actor, ...], Action, Place | None]): ...
else:

    class _Unpacked:
        __slots__ = ()

        def __iter__(self) -> Iterator[Any]:
            return iter((self.date, self.actors, self.action, self.place))


@attrs.frozen(order=False)
class Event(_Unpacked):
    """One entry of a timeline: (date, actors, action, place), with the mentions that it rests on.

    Unpacks as `date, actors, action, place = event`. `date` is None for an event that nothing dates. `review` is what readers have
    decided about it (`Timeline.corrected`): fields that they have set stand in the entry itself.
    """

    date: DateSpan | None
    actors: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    action: Action
    place: Place | None
    mentions: tuple[Mention, ...]
    conflicts: tuple[Conflict, ...] = ()
    review: Review = UNREVIEWED

    def __iter__(self) -> Iterator[Any]:
        return iter((self.date, self.actors, self.action, self.place))

    @property
    def dated(self) -> Dated | None:
        """How its day is known: as the mention knows it that binds most, of those that tell this very date."""
        if self.date is None:
            return None
        days = (self.date.begin, self.date.end)
        known = {one.dated for one in self.mentions if one.when is not None and (one.when.begin, one.when.end) == days}
        return next((how for how in DATED if how in known), None)

    @property
    def confidence(self) -> float | None:
        """How likely it is, from 0 to 1, that it is an event of its date: as its likeliest mention has it; None where none has."""
        return max((mention.confidence for mention in self.mentions if mention.confidence is not None), default=None)

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that tell it, sorted."""
        return tuple(sorted({mention.article for mention in self.mentions}))
