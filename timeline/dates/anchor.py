"""The day that a text counts from: given, read from its dateline, told as its today, or inferred from what it tells."""

from collections.abc import Sequence
from datetime import date

from timeline.dates.dating import Anchor, AnchorSource
from timeline.dates.grammar import Piece
from timeline.dates.inferring import inferred, told_day
from timeline.dates.spec import Deictic, Fields
from timeline.model import step
from timeline.page import Page
from timeline.reading import Reading
from timeline.words import Inventory


def anchor_of(
    reading: Reading, pieces: Sequence[Piece], page: Page, published: date | None, published_from: str | None, words: Inventory
) -> Anchor:
    """The anchor of a text; `published_from` says where the publication date was found."""
    trace: list[str] = (
        [step("published by", day=published, source=published_from)] if published is not None and published_from else []
    )
    prose = [piece for piece in pieces if reading.sentence_of(piece.first) not in page.furniture]
    found = _published(reading, prose, _issue(pieces, page), published, trace, words)
    if found is None:
        return Anchor(None, None, "none", tuple(trace))
    day, source = found
    return Anchor(day, _story_day(prose, day, trace), source, tuple(trace))


def _issue(pieces: Sequence[Piece], page: Page) -> Piece | None:
    """The date by which the page tells its day of issue: one in full, else one that leaves out its year."""
    lines = [piece for piece in pieces if page.tells_issue(piece.first)]
    full = (piece for piece in lines if told_day(piece.value) is not None)
    return next(full, None) or next((piece for piece in lines if _is_bare_day(piece)), None)


def _is_bare_day(piece: Piece) -> bool:
    spec = piece.value
    return isinstance(spec, Fields) and spec.year is None and None not in (spec.month, spec.day) and spec.pointer is None


def _published(
    reading: Reading, pieces: Sequence[Piece], line: Piece | None, given: date | None, trace: list[str], words: Inventory
) -> tuple[date, AnchorSource] | None:
    told = told_day(line.value) if line is not None else None
    if given is not None:
        if told is not None and told != given:
            trace.append(step("dateline against given", told=str(told), day=given))
        return given, "given"
    if told is not None and line is not None:
        trace.append(step("dateline", quote=reading.text[line.start : line.end], day=str(told)))
        return told, "dateline"
    for piece in pieces:
        today = _named_today(piece)
        if today is not None:
            trace.append(step("told today", day=today, quote=reading.text[piece.start : piece.end]))
            return today, "told"
    day = inferred(reading, pieces, line, trace, words)
    return (day, "inferred") if day is not None else None


def _named_today(piece: Piece) -> date | None:
    """The day on which a text says "اليوم الخميس 3 فبراير 2022", or the like of yesterday and tomorrow."""
    spec = piece.value
    if not isinstance(spec, Fields) or spec.deictic is None:
        return None
    told = told_day(spec)
    return _moved(told, -spec.deictic) if told is not None else None


def _story_day(pieces: Sequence[Piece], published: date, trace: list[str]) -> date:
    """Publication day, unless the story's first "اليوم الخميس" (or "أمس الأربعاء") is a day off it."""
    for piece in pieces:
        told = _deictic_weekday(piece)
        if told is None:
            continue
        weekday, offset = told
        off = (weekday - published.weekday() - offset + 3) % 7 - 3
        if off and abs(off) <= 2 and offset <= 0:
            day = _moved(published, off)
            trace.append(step("own weekday", day=day, published=published))
            return day
        return published
    return published


def _deictic_weekday(piece: Piece) -> tuple[int, int] | None:
    """Weekday and distance from today of "أمس الأربعاء"."""
    spec = piece.value
    if isinstance(spec, Deictic) and spec.unit == "day" and spec.weekday is not None:
        return spec.weekday, spec.offset
    return None


def _moved(day: date, days: int) -> date:
    """So many days later, or earlier; never beyond the ends of the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))
