"""The day that a text counts from: given, read from its dateline, or inferred from what it tells."""

from datetime import date, timedelta

from timeline.dates.dating import Anchor, AnchorSource
from timeline.dates.grammar import Piece
from timeline.dates.resolve import Context, resolve
from timeline.dates.resolve.tense import tense_at
from timeline.dates.spec import Deictic, Fields, Gloss, Spec, Weekday
from timeline.page import Page
from timeline.reading import Reading


def anchor_of(
    reading: Reading, pieces: list[Piece], page: Page, published: date | None, published_from: str | None = None
) -> Anchor:
    """The anchor of a text; `published_from` says where the publication date was found."""
    trace = [f"published {published}, by {published_from}"] if published is not None and published_from else []
    line = next((piece for piece in pieces if page.tells_issue(piece.first) and _told_day(piece.value) is not None), None)
    told = _told_day(line.value) if line is not None else None
    source: AnchorSource = "given"
    if published is not None:
        if told is not None and told != published:
            trace.append(f"the dateline says {told}, but {published} was given, which counts")
    elif line is not None:
        published, source = told, "dateline"
        trace.append(f"the dateline {reading.text[line.start : line.end]!r} → {told}")
    else:
        published = _inferred(reading, pieces, trace)
        source = "inferred" if published is not None else "none"
    if published is None:
        return Anchor(None, None, "none", tuple(trace))
    today = _story_day(pieces, published, trace)
    return Anchor(published, today, source, tuple(trace))


def _told_day(spec: Spec) -> date | None:
    """The day of an expression that needs no anchor."""
    if isinstance(spec, Gloss) or (isinstance(spec, Fields) and spec.year is not None and spec.day is not None):
        value = resolve(spec, Context(None))
        return value.begin if value is not None and value.days == 1 else None
    return None


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
