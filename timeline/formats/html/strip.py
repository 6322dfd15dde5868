"""The strip over a page: all dated entries along one axis of time, on which empty stretches are folded.

Each bin (a day, month, year or decade, whichever gives at most `_MOST` of them) that holds entries has the same width; what lies
between two bins that do not touch is a narrow gap. Coarser dates are drawn as lines over the bins that they cover.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from math import ceil

import attrs

from timeline.formats.date_labels import date_pair, month_name
from timeline.formats.words import CLASSES, Pair, action_class
from timeline.model import DateSpan, Event, Precision

_MOST = 60
_LANES = 4
_GAP = 0.5
_COLUMN = 1.2  # least width of a column, in rem
_HEADING = 5.2  # room that a heading needs, in rem
_WIDE, _PHONE = 66.0, 21.0  # width of the strip on a wide screen and on a phone, in rem
_UNITS: tuple[tuple[Precision, int], ...] = (("day", 1), ("month", 31), ("year", 366), ("decade", 3653))


@attrs.frozen
class Bin:
    """One column: its place in percent, its label, how many entries of each class it has, and the first of them."""

    start: float
    width: float
    label: Pair
    tick: Pair
    counts: dict[str, int]
    first: int

    @property
    def total(self) -> int:
        """All its entries."""
        return sum(self.counts.values())


@attrs.frozen
class Line:
    """A coarse date over the columns, with the number of entries that have it and the first of them."""

    start: float
    width: float
    lane: int
    label: Pair
    total: int
    first: int
    approximate: bool


@attrs.frozen
class Heading:
    """A name for several columns: the month or the year that they lie in; `narrow` where a phone has no room for it."""

    start: float
    width: float
    label: Pair
    narrow: bool = False


@attrs.frozen
class Strip:
    """Columns, lines and headings, along an axis of `length` columns.

    `folds` are the middles of the gaps; `bin_of` gives each entry, by its position, its column or -1.
    """

    bins: tuple[Bin, ...]
    lines: tuple[Line, ...]
    headings: tuple[Heading, ...]
    folds: tuple[float, ...]
    bin_of: tuple[int, ...]
    length: float

    @property
    def tallest(self) -> int:
        """How many entries the full height stands for: those of the fullest column, and no fewer than three."""
        return max(3, self.fullest)

    @property
    def fullest(self) -> int:
        """Entries in the fullest column."""
        return max((one.total for one in self.bins), default=0)

    @property
    def tens(self) -> int:
        """The least width at which ticks do not run into each other, in steps of 10 rem; a narrower window scrolls the strip."""
        return min(12, ceil(self.length * _COLUMN / 10))

    @property
    def lanes(self) -> int:
        """How many rows the lines need."""
        return max((line.lane + 1 for line in self.lines), default=0)


def strip(events: Sequence[Event]) -> Strip:
    """The strip of dated events."""
    spans = [event.date for event in events if event.date]
    unit, longest = _unit(spans)
    segments = _segments(spans, unit, longest)
    starts, total, folds = _layout(segments)
    scale = 100 / total if total else 0
    positions = {segment: index for index, segment in enumerate(segments)}
    bin_of = tuple(positions.get(_segment(span, unit), -1) if span.days <= longest else -1 for span in spans)
    counts: list[Counter[str]] = [Counter() for _ in segments]
    firsts: dict[int, int] = {}
    for number, (index, event) in enumerate(zip(bin_of, events, strict=True)):
        if index >= 0:
            counts[index][action_class(event.action.type)] += 1
            firsts.setdefault(index, number)
    bins = tuple(
        Bin(
            round(starts[index] * scale, 3),
            round(scale, 3),
            date_pair(DateSpan(*segment, unit)),
            _tick(segment[0], unit),
            {name: counts[index][name] for name in CLASSES},
            firsts[index],
        )
        for index, segment in enumerate(segments)
        if index in firsts
    )
    shown = {index: number for number, index in enumerate(index for index in range(len(segments)) if index in firsts)}
    return Strip(
        bins,
        _lines(spans, bin_of, segments, starts, scale),
        _headings(segments, starts, scale, unit),
        tuple(round(fold * scale, 3) for fold in folds),
        tuple(shown.get(index, -1) for index in bin_of),
        total,
    )


def _unit(spans: Sequence[DateSpan]) -> tuple[Precision, int]:
    """The finest unit that needs few enough columns."""
    for unit, longest in _UNITS[:-1]:
        columns = {_segment(span, unit) for span in spans if span.days <= longest}
        if columns and len(columns) <= _MOST and len(_segments(spans, unit, longest)) <= _MOST:
            return unit, longest
    return _UNITS[-1]


def _segment(span: DateSpan, unit: Precision) -> tuple[date, date]:
    """The whole unit in which a span begins."""
    begin = span.begin
    match unit:
        case "day":
            return begin, begin
        case "month":
            month = DateSpan.month(begin.year, begin.month)
            return month.begin, month.end
        case "year":
            return date(begin.year, 1, 1), date(begin.year, 12, 31)
    first = max(1, begin.year // 10 * 10)
    return date(first, 1, 1), date(begin.year // 10 * 10 + 9, 12, 31)


def _segments(spans: Sequence[DateSpan], unit: Precision, longest: int) -> list[tuple[date, date]]:
    """The columns in order, without overlaps: one for each unit with entries, and one for each coarse date that covers none."""
    found = sorted({_segment(span, unit) for span in spans if span.days <= longest})
    for span in sorted({span for span in spans if span.days > longest}, key=lambda span: (span.days, span)):
        if len(found) > 10 * _MOST:  # too many for any strip; a line without a column of its own is drawn where it fits
            break
        if not any(span.begin <= end and begin <= span.end for begin, end in found):
            found.append((span.begin, span.end))
    return sorted(found)


def _layout(segments: Sequence[tuple[date, date]]) -> tuple[list[float], float, list[float]]:
    """Where each column starts, in columns; the length of all; the middles of the gaps."""
    starts: list[float] = []
    folds: list[float] = []
    position = 0.0
    for index, (begin, _) in enumerate(segments):
        if index and segments[index - 1][1] + timedelta(days=1) < begin:
            folds.append(position + _GAP / 2)
            position += _GAP
        starts.append(position)
        position += 1
    return starts, position, folds


def _lines(
    spans: Sequence[DateSpan],
    bin_of: Sequence[int],
    segments: Sequence[tuple[date, date]],
    starts: Sequence[float],
    scale: float,
) -> tuple[Line, ...]:
    """The coarse dates, each once, packed into few rows; those that find no row are left to the list below."""
    found: dict[DateSpan, list[int]] = {}
    for number, (span, index) in enumerate(zip(spans, bin_of, strict=True)):
        if index < 0:
            found.setdefault(span, []).append(number)
    ends = [-1.0] * _LANES
    lines = []
    for span, numbers in sorted(found.items()):
        covered = [index for index, (begin, end) in enumerate(segments) if span.begin <= end and begin <= span.end]
        if not covered:
            continue
        start, end = starts[covered[0]], starts[covered[-1]] + 1
        lane = next((lane for lane, last in enumerate(ends) if last <= start), None)
        if lane is not None:
            ends[lane] = end
            place = (round(start * scale, 3), round((end - start) * scale, 3))
            lines.append(Line(*place, lane, date_pair(span), len(numbers), numbers[0], span.approximate))
    return tuple(lines)


def _tick(begin: date, unit: Precision) -> Pair:
    """What stands under a column: the day's number, the month's name or the year."""
    if unit == "day":
        return str(begin.day), str(begin.day)
    if unit == "month":
        return month_name(begin.month, "ar"), month_name(begin.month, "en")[:3]
    return str(begin.year), str(begin.year)


def _headings(segments: Sequence[tuple[date, date]], starts: Sequence[float], scale: float, unit: Precision) -> tuple[Heading, ...]:
    """The months over days, the years over months."""
    groups: dict[DateSpan, list[int]] = {}
    for index, (begin, end) in enumerate(segments):
        if unit == "day" and (end - begin).days < 31:
            groups.setdefault(DateSpan.month(begin.year, begin.month), []).append(index)
        elif unit in ("day", "month"):
            groups.setdefault(DateSpan.year(begin.year), []).append(index)
    middles = [(starts[at[0]] + starts[at[-1]] + 1) * scale / 2 for at in groups.values()]
    least = 10.0 * min(12, ceil(100 / scale * _COLUMN / 10)) if scale else 0.0
    fits_wide, fits_phone = _spread(middles, max(_WIDE, least)), _spread(middles, max(_PHONE, least))
    return tuple(
        Heading(
            round(starts[at[0]] * scale, 3),
            round((starts[at[-1]] + 1 - starts[at[0]]) * scale, 3),
            date_pair(span) if wide else ("", ""),
            not phone,
        )
        for (span, at), wide, phone in zip(groups.items(), fits_wide, fits_phone, strict=True)
    )


def _spread(middles: Sequence[float], width: float) -> list[bool]:
    """Which of the labels at these places (percent of a width in rem) can stand without touching the one before."""
    fits, last = [], -100.0
    for middle in middles:
        here = middle * width / 100
        fits.append(here - last >= _HEADING)
        last = here if fits[-1] else last
    return fits
