"""A correction: what somebody decided about an entry, and the evidence by which the entry is found again."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, Literal, get_args

import attrs

from timeline.chronology.edtf import read_edtf
from timeline.model import Actor, DateSpan, Mention, Modality, Place
from timeline.model.events import ActionType

Decision = Literal["hide", "confirm", "star", "note", "date", "actors", "targets", "type", "place", "modality", "join", "part"]
DECISIONS: tuple[Decision, ...] = get_args(Decision)
#: The decisions that set a field of the entry.
SETTING: tuple[Decision, ...] = ("date", "actors", "targets", "type", "place", "modality")

#: By what a mention is known again: article, first and last character of its event word, type, sentence.
Key = tuple[str, int, int, str, str]
Value = DateSpan | tuple[Actor, ...] | Place | str | None


@attrs.frozen
class Evidence:
    """A mention as a correction knows it again: where it stands, its event word, its sentence and its type.

    `start` and `end` are those of the event word, in code points of the article's text.
    """

    article: str
    start: int
    end: int
    trigger: str
    quote: str
    type: ActionType

    @classmethod
    def of(cls, mention: Mention) -> "Evidence":
        """The evidence that a mention is."""
        start, end = mention.trigger.start, mention.trigger.end
        word = mention.quote[max(0, start - mention.start) : max(0, end - mention.start)]
        return cls(mention.article, start, end, word, mention.quote, mention.action.type)

    @property
    def key(self) -> Key:
        """What must be equal for a mention to be this one."""
        return (self.article, self.start, self.end, self.type, self.quote)


def key_of(mention: Mention) -> Key:
    """The key of the evidence that a mention is."""
    return (mention.article, mention.trigger.start, mention.trigger.end, mention.action.type, mention.quote)


def _moment(value: str | None) -> str | None:
    """A moment in ISO 8601, in UTC where it has a zone, so that two of them can be compared."""
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise ValueError(f"at: not a moment in ISO 8601 (2022-01-24T09:30:00Z): {value[:40]!r}") from None
    return moment.isoformat() if moment.tzinfo is None else moment.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


def _evidence(found: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted(set(found), key=lambda one: (*one.key, one.trigger)))


@attrs.frozen
class Correction:
    """One decision about the entries that rest on some evidence.

    `decide` says what: to hide, confirm or star them, to write a note (`value`) on them, to set their date, actors, targets, type,
    place or modality to `value` (None for a date or a place that nobody knows), to join all that rest on `of` to one, or to part
    those that rest on `of` from those that rest on `apart`. `by` and `at` say who and when; of two decisions on one thing the
    later holds. `withdrawn` takes an earlier one back.

    Raises ValueError for a value that does not go with the decision, TypeError for evidence that is none.
    """

    decide: Decision
    of: tuple[Evidence, ...] = attrs.field(converter=_evidence)
    apart: tuple[Evidence, ...] = attrs.field(default=(), converter=_evidence)
    value: Value = None
    by: str | None = None
    at: str | None = attrs.field(default=None, converter=_moment)
    withdrawn: bool = False

    def __attrs_post_init__(self) -> None:
        if self.decide not in DECISIONS:
            raise ValueError(f"decide: {self.decide!r} is none of {', '.join(DECISIONS)}")
        if not all(isinstance(one, Evidence) for one in (*self.of, *self.apart)):
            raise TypeError("of and apart hold evidence: Evidence.of(mention)")
        if not self.of:
            raise ValueError(f"{self.decide}: no evidence that it is about")
        if bool(self.apart) != (self.decide == "part"):
            raise ValueError(f"{self.decide}: " + ("from what?" if self.decide == "part" else "only a part has two sides"))
        if self.decide == "join" and len(self.of) < 2:
            raise ValueError("join: at least two pieces of evidence make a join")
        if not self.withdrawn and not _goes(self.decide, self.value):
            raise ValueError(f"{self.decide}: not a value for it: {str(self.value)[:60]!r}")
        object.__setattr__(self, "value", None if self.withdrawn else _as_written(self.value))

    @property
    def order(self) -> tuple[Any, ...]:
        """The order in which decisions hold, the last of all: by moment, those without one first; then by content."""
        return (self.at or "", self.decide, repr(self))

    def touches(self, keys: Iterable[Key]) -> bool:
        """Whether any of its evidence is among these."""
        return not {one.key for one in (*self.of, *self.apart)}.isdisjoint(keys)


def _as_written(value: Value) -> Value:
    """The value as its line in a file gives it back, so that it is the same before and after: a week is its days."""
    return read_edtf(value.edtf) if isinstance(value, DateSpan) else value


def _is_somewhere(place: Place) -> bool:
    """Whether the coordinates of a place are both there, in degrees that the earth has, or both left out."""
    if place.latitude is None or place.longitude is None:
        return place.latitude is place.longitude
    return -90 <= place.latitude <= 90 and -180 <= place.longitude <= 180


def _goes(decide: Decision, value: Value) -> bool:
    """Whether the value is one that this decision can set."""
    match decide:
        case "date":
            return value is None or isinstance(value, DateSpan)
        case "place":
            return value is None or (isinstance(value, Place) and _is_somewhere(value))
        case "actors" | "targets":
            return isinstance(value, tuple) and all(isinstance(actor, Actor) for actor in value)
        case "type":
            return value in get_args(ActionType)
        case "modality":
            return value in get_args(Modality)
        case "note":
            return isinstance(value, str) and bool(value.strip())
    return value is None


def sort_corrections(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """Corrections without repeats, in the order in which they hold.

    Raises TypeError for what is no correction.
    """
    found = set(corrections)
    for one in found:
        if not isinstance(one, Correction):
            raise TypeError(f"corrections must be corrections, not {type(one).__name__}")
    return tuple(sorted(found, key=lambda correction: correction.order))
