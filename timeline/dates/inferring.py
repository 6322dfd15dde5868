"""The publication day that nobody told, inferred from the days of which a text tells; or the sign in it that forbids to.

It is the latest full day that the text reports; days without a year and weekdays that follow it closely may move it on. Whatever
tells that the text is of some other time leaves it unknown: a wrong day would make every relative date of the text wrong.
"""

from collections.abc import Sequence
from datetime import date, timedelta

import attrs

from timeline.dates.grammar import Piece
from timeline.dates.resolve import Context, resolve
from timeline.dates.resolve.tense import tense_at
from timeline.dates.spec import Deictic, Fields, Gloss, Inside, Range, Spec, Weekday
from timeline.model import DateSpan, step
from timeline.reading import Reading, fold
from timeline.words import Inventory

_MONTH = timedelta(days=31)
_NEAR = 2  # days by which a weekday that is reported may follow the last day told
_WAS = frozenset(map(fold, ("كان", "كانت", "كانا", "كانوا", "وكان", "وكانت", "وكانا", "وكانوا")))
_HAD = frozenset(map(fold, ("قد", "وقد")))
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def told_day(spec: Spec) -> date | None:
    """The day of an expression that needs no anchor."""
    if isinstance(spec, Gloss) or (isinstance(spec, Fields) and spec.year is not None and spec.day is not None):
        value = resolve(spec, Context(None))
        return value.begin if value is not None and value.days == 1 else None
    return None


@attrs.frozen
class _Told:
    """An expression that the text reports (it does not announce it), with its value where it needs no anchor."""

    piece: Piece
    value: DateSpan | None
    background: bool


def inferred(reading: Reading, pieces: Sequence[Piece], line: Piece | None, trace: list[str], words: Inventory) -> date | None:
    """The day, or None; the trace says what it rests on, or which sign forbids it. `line` is a dateline without its year."""
    reported = [_told(reading, piece) for piece in pieces if tense_at(reading, piece.first, piece.last, words) != "future"]
    days = [(one.value.begin, not one.background) for one in reported if one.value is not None and told_day(one.piece.value)]
    if not days:
        trace.append(step("no full date tells when it was written"))
        return None
    latest, reports = max(days)
    trace.append(step("latest day", day=latest))
    if not reports:
        trace.append(step("but that is told as its background, so that it may be of any later day"))
        return None
    latest = _moved_on(reported, latest, trace)
    day = _at(line, latest, trace) if line is not None else _by_weekdays(reported, latest, trace)
    sign = _sign_against(pieces, reported, day) if day is not None else None
    if sign is not None:
        trace.append(sign)
        return None
    return day


def _told(reading: Reading, piece: Piece) -> _Told:
    spec = piece.value
    absolute = isinstance(spec, Gloss) or (isinstance(spec, Fields) and spec.year is not None)
    absolute = absolute or (isinstance(spec, Range) and isinstance(spec.last, Fields) and spec.last.year is not None)
    return _Told(piece, resolve(spec, Context(None)) if absolute else None, _is_background(reading, piece))


def _is_background(reading: Reading, piece: Piece) -> bool:
    """Whether "كان … قد" puts it before the story's own time."""
    first = reading.sentences[reading.sentence_of(piece.first)][0]
    before = reading.folded[first : piece.first]
    was = next((index for index, word in enumerate(before) if word in _WAS), None)
    return was is not None and any(word in _HAD for word in before[was:])


def _moved_on(reported: Sequence[_Told], latest: date, trace: list[str]) -> date:
    """By days that leave out their year and follow within a month."""
    inner = Context(latest)
    for one in reported:
        spec = one.piece.value
        bare = isinstance(spec, Fields) and spec.year is None and spec.month is not None and spec.day is not None
        if not (bare or (isinstance(spec, Gloss) and told_day(spec) is None)):
            continue
        value = resolve(spec, inner)
        if value is not None and timedelta() < value.begin - latest <= _MONTH:
            latest = value.begin
            trace.append(step("reports too", day=latest))
            inner = Context(latest)
    return latest


def _at(line: Piece, latest: date, trace: list[str]) -> date | None:
    """The dateline's day in the year in which it follows the latest day reported."""
    spec = line.value
    for year in (latest.year, latest.year + 1):
        value = resolve(attrs.evolve(spec, year=year), Context(None)) if isinstance(spec, Fields) else None
        if value is not None and value.begin >= latest:
            trace.append(step("dateline follows", day=value.begin))
            return value.begin
    return None


def _by_weekdays(reported: Sequence[_Told], latest: date, trace: list[str]) -> date:
    days = [_next(weekday, latest) for one in reported if (weekday := _weekday_of(one.piece.value)) is not None]
    near = [day for day in days if (day - latest).days <= _NEAR]
    if near and max(near) > latest:
        latest = max(near)
        trace.append(step("weekdays reach", day=latest))
    return latest


def _weekday_of(spec: Spec) -> int | None:
    return spec.weekday if isinstance(spec, Weekday) and spec.pointer in (None, 0) else None


def _next(weekday: int, day: date) -> date:
    return date.fromordinal(min(day.toordinal() + (weekday - day.weekday()) % 7, date.max.toordinal()))


def _sign_against(pieces: Sequence[Piece], reported: Sequence[_Told], day: date) -> str | None:
    """What tells that the text was not written on that day."""
    for piece in pieces:
        spec = piece.value
        if isinstance(spec, Deictic) and spec.unit == "day" and spec.weekday is not None and abs(spec.offset) <= 1:
            meant = (day.weekday() + spec.offset) % 7
            if spec.weekday != meant:
                return step("weekday against", weekday=_NAMES[spec.weekday], meant=_NAMES[meant])
        month = _running_month(spec)
        if month is not None and month != day.month:
            return step("current month", month=month)
    for one in reported:
        if one.value is not None and one.value.begin > day:
            return step("reports later", day=one.value.edtf)
    return None


def _running_month(spec: Spec) -> int | None:
    """The Gregorian month that is called the current one ("يناير الجاري")."""
    spec = spec.last if isinstance(spec, Range) else spec.whole if isinstance(spec, Inside) else spec
    running = isinstance(spec, Fields) and spec.pointer == 0 and spec.calendar == "gregorian"
    return spec.month if running and isinstance(spec, Fields) else None
