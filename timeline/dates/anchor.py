"""The day that a text counts from: given, read from its dateline, or inferred from what it tells."""

import tomllib
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from timeline.dates.dating import Anchor
from timeline.dates.grammar import Piece
from timeline.dates.resolve import Context, resolve
from timeline.dates.resolve.tense import tense_at
from timeline.dates.spec import Deictic, Fields, Gloss, Spec, Weekday
from timeline.model import Span
from timeline.reading import Reading, fold

#: A dateline stands within the first so many tokens, or on a line of its own within more of them.
_HEAD = 60
_DEEPEST = 600


def anchor_of(
    reading: Reading, pieces: list[Piece], published: date | None, published_from: str | None = None
) -> tuple[Anchor, Span | None]:
    """The anchor of a text, and its dateline; `published_from` says where the publication date was found."""
    trace = [f"published {published}, by {published_from}"] if published is not None and published_from else []
    line = _dateline(reading, pieces)
    told = _told_day(line.value) if line else None
    span = Span(line.start, line.end) if line else None
    if published is not None:
        source = "given"
        if told is not None and told != published:
            trace.append(f"the dateline says {told}, but {published} was given, which counts")
    elif told is not None:
        published, source = told, "dateline"
        trace.append(f"the dateline {reading.text[span.start : span.end]!r} → {told}")  # type: ignore[union-attr]
    else:
        published = _inferred(reading, pieces, trace)
        source = "inferred" if published is not None else "none"
    if published is None:
        return Anchor(None, None, "none", tuple(trace)), span
    today = _story_day(pieces, published, trace)
    return Anchor(published, today, source, tuple(trace)), span  # type: ignore[arg-type]


def _told_day(spec: Spec) -> date | None:
    """The day of an expression that needs no anchor."""
    if isinstance(spec, Gloss) or (isinstance(spec, Fields) and spec.year is not None and spec.day is not None):
        value = resolve(spec, Context(None))
        return value.begin if value is not None and value.days == 1 else None
    return None


def _dateline(reading: Reading, pieces: list[Piece]) -> Piece | None:
    """The full date at the head of a text that an agency, a bracket, a dash or a line of its own marks as the day of issue."""
    for piece in pieces:
        if piece.first > _DEEPEST:
            break
        if _told_day(piece.value) is None:
            continue
        if _own_line(reading, piece) or (piece.first <= _HEAD and (_agency_near(reading, piece) or _issued(reading, piece))):
            return piece
    return None


def _own_line(reading: Reading, piece: Piece) -> bool:
    """Whether its line holds next to nothing else."""
    text = reading.text
    begin = text.rfind("\n", max(0, piece.start - 200), piece.start) + 1
    end = text.find("\n", piece.end, piece.end + 200)
    if begin == 0 and piece.start > 200:
        return False
    rest = text[begin : piece.start] + text[piece.end : end if end >= 0 else piece.end + 200]
    return sum(char.isalpha() for char in rest) <= 12


def _agency_near(reading: Reading, piece: Piece) -> bool:
    words = reading.folded[max(0, piece.first - 8) : piece.first] + reading.folded[piece.last : piece.last + 6]
    return any(word in _data("agencies") for word in words)


def _issued(reading: Reading, piece: Piece) -> bool:
    words = reading.folded[max(0, piece.first - 3) : piece.first]
    after = reading.folded[piece.last : piece.last + 4]
    return any(word in _data("issued") for word in words) or fold("تحديث") in after


@cache
def _data(section: str) -> frozenset[str]:
    data = tomllib.loads((files("timeline.dates") / "anchor.toml").read_text("utf-8"))
    return frozenset(map(fold, data[section]["words"].split()))


def _story_day(pieces: list[Piece], published: date, trace: list[str]) -> date:
    """Publication day, unless the story's first "اليوم الخميس" (or "أمس الأربعاء") is a day off it."""
    for piece in pieces:
        spec = piece.value
        if isinstance(spec, Deictic) and spec.unit == "day" and spec.weekday is not None:
            off = (spec.weekday - published.weekday() - spec.offset + 3) % 7 - 3
            if off and abs(off) <= 2 and spec.offset <= 0:
                day = _moved(published, off)
                trace.append(f"the story's own weekday makes {day} its today, not {published}")
                return day
            return published
    return published


def _inferred(reading: Reading, pieces: list[Piece], trace: list[str]) -> date | None:
    """The latest day that the text reports: full dates first, then days without a year, then the weekdays that follow."""
    latest: date | None = None
    for piece in pieces:
        told = _told_day(piece.value)
        if told is not None and tense_at(reading, piece.first, piece.last) != "future" and (latest is None or told > latest):
            latest = told
    if latest is None:
        trace.append("no full date tells when it was written")
        return None
    trace.append(f"the latest full day that it reports is {latest}")
    inner = Context(latest)
    for piece in pieces:
        spec = piece.value
        bare = isinstance(spec, Fields) and spec.year is None and spec.month is not None and spec.day is not None
        bare = bare or (isinstance(spec, Gloss) and _told_day(spec) is None)
        if bare and tense_at(reading, piece.first, piece.last) != "future":
            value = resolve(spec, inner)
            if value is not None and timedelta() < value.begin - latest <= timedelta(days=31):
                latest = value.begin
                trace.append(f"it reports {latest} too")
                inner = Context(latest)
    weekdays = [piece for piece in pieces if _weekday_of(piece.value) is not None]
    reported = [piece for piece in weekdays if tense_at(reading, piece.first, piece.last) != "future"]
    today = next((piece.value for piece in weekdays if isinstance(piece.value, Deictic) and piece.value.offset == 0), None)
    if isinstance(today, Deictic) and today.weekday is not None:
        day = _next(today.weekday, latest)
        trace.append(f"its today is a {_NAMES[today.weekday]} → {day}")
        return day
    days = [_next(weekday, latest) for piece in reported if (weekday := _weekday_of(piece.value)) is not None]
    near = [day for day in days if (day - latest).days <= 2]
    if near:
        latest = max(near)
        trace.append(f"the weekdays that it reports reach {latest}")
    return latest


_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _weekday_of(spec: Spec) -> int | None:
    if isinstance(spec, Weekday) and spec.pointer in (None, 0):
        return spec.weekday
    if isinstance(spec, Deictic) and spec.unit == "day" and spec.offset == 0:
        return spec.weekday
    return None


def _next(weekday: int, day: date) -> date:
    return _moved(day, (weekday - day.weekday()) % 7)


def _moved(day: date, days: int) -> date:
    """So many days later, or earlier; never beyond the ends of the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))
