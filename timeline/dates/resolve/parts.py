"""Beginnings, middles and ends of a stretch, and its quarters, halves, weeks and weekdays."""

from datetime import date, timedelta

from timeline.dates.resolve.units import weekday_after, weekday_before
from timeline.dates.spec import Side
from timeline.model import DateSpan

_DAY = timedelta(days=1)


def rest(whole: DateSpan, today: date | None) -> DateSpan | None:
    """What is left of a stretch from today on, None where today is not in it."""
    if today is None or not whole.begin <= today <= whole.end:
        return None
    return DateSpan(today, whole.end, "range", approximate=True)


def side(whole: DateSpan, part: Side) -> DateSpan | None:
    """A part by the convention of its unit: thirds of a month, quarters of a year, the last month for "نهاية" a year."""
    begin, end = whole.begin, whole.end
    if part == "first":
        return DateSpan.day(begin)
    if whole.precision == "day":
        return whole
    if whole.precision == "month":
        cuts = {"begin": (1, 10), "middle": (11, 20), "late": (21, 31), "end": (21, 31)}
        first, last = cuts[part]
        return DateSpan(begin + _DAY * (first - 1), min(end, begin + _DAY * (last - 1)), "range", approximate=True)
    if whole.precision == "week":
        cuts = {"begin": (0, 2), "middle": (2, 4), "late": (3, 6), "end": (5, 6)}
        first, last = cuts[part]
        return DateSpan(begin + _DAY * first, begin + _DAY * last, "range", approximate=True)
    if whole.precision == "year":
        if begin.month != 1 or begin.day != 1:
            return _share(whole, part)
        year = begin.year
        if part == "end":
            return DateSpan.month(year, 12, approximate=True)
        first, last = {"begin": (1, 3), "middle": (5, 8), "late": (10, 12)}[part]
        return DateSpan(date(year, first, 1), DateSpan.month(year, last).end, "range", approximate=True)
    if whole.precision == "decade":
        first, last = {"begin": (0, 2), "middle": (4, 6), "late": (7, 9), "end": (7, 9)}[part]
        return DateSpan(date(begin.year + first, 1, 1), date(begin.year + last, 12, 31), "range", approximate=True)
    if whole.precision == "century":
        first, last = {"begin": (0, 20), "middle": (40, 60), "late": (80, 99), "end": (80, 99)}[part]
        return DateSpan(date(begin.year + first, 1, 1), date(begin.year + last, 12, 31), "range", approximate=True)
    return _share(whole, part)


def _share(whole: DateSpan, part: Side) -> DateSpan:
    """A third of any other stretch."""
    third = max(1, whole.days // 3)
    begin = {"begin": 0, "middle": third, "late": whole.days - third, "end": whole.days - third}[part]
    start = whole.begin + _DAY * begin
    return DateSpan(start, min(whole.end, start + _DAY * (third - 1)), "range", approximate=True)


def nth_part(whole: DateSpan, nth: int, unit: str) -> DateSpan | None:
    """The nth quarter or half of a year, third of one, week or day of a stretch; -1 is the last.

    Weeks are counted by their Mondays, as the first that begins inside the stretch is its first.
    """
    if unit == "day":
        day = whole.end if nth == -1 else whole.begin + _DAY * (nth - 1)
        return DateSpan.day(day) if whole.contains(DateSpan.day(day)) else None
    if unit == "week":
        monday = weekday_before(0, whole.end) if nth == -1 else weekday_after(0, whole.begin) + 7 * _DAY * (nth - 1)
        return DateSpan(monday, monday + 6 * _DAY, "week") if whole.begin <= monday <= whole.end else None
    if unit == "decade":
        year = whole.begin.year + 10 * ((10 if nth == -1 else nth) - 1)
        return DateSpan(date(year, 1, 1), date(year + 9, 12, 31), "decade") if year <= whole.end.year else None
    count = {"quarter": 4, "half": 2, "third": 3}[unit]
    index = count if nth == -1 else nth
    if whole.precision == "year" and whole.begin.month == 1 and whole.begin.day == 1:
        length = 12 // count
        first = length * (index - 1) + 1
        begin, end = date(whole.begin.year, first, 1), DateSpan.month(whole.begin.year, first + length - 1).end
        return DateSpan(begin, end, {"quarter": "quarter", "half": "half"}.get(unit, "range"))  # type: ignore[arg-type]
    share = max(1, whole.days // count)
    begin = whole.begin + _DAY * (share * (index - 1))
    end = whole.end if index == count else begin + _DAY * (share - 1)
    return DateSpan(begin, end, "range", approximate=True) if begin <= end <= whole.end else None


def nth_weekday(whole: DateSpan, nth: int, weekday: int) -> DateSpan | None:
    """The nth such weekday of a stretch; -1 is the last."""
    day = weekday_before(weekday, whole.end) if nth == -1 else weekday_after(weekday, whole.begin) + 7 * _DAY * (nth - 1)
    return DateSpan.day(day) if whole.contains(DateSpan.day(day)) else None
