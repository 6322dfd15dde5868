"""Arithmetic in weeks, months, quarters, years and longer."""

from datetime import date, timedelta

from timeline.dates.spec import Unit
from timeline.model import DateSpan

_MONTHS = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12, "decade": 120, "century": 1200}


def holding(unit: Unit, day: date) -> DateSpan:
    """The week (Monday to Sunday), month, quarter, year, decade or century that holds the day.

    >>> holding("quarter", date(2022, 5, 4)).edtf
    '2022-04/2022-06'
    """
    if unit == "day":
        return DateSpan.day(day)
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return DateSpan(monday, monday + timedelta(days=6), "week")
    length = _MONTHS[unit]
    index = day.year * 12 + day.month - 1
    return months(index - index % length, length, unit)


def months(index: int, length: int, precision: Unit) -> DateSpan:
    """A stretch of whole months; `index` counts months from the year 0."""
    begin = _month(index)
    last = index + length
    end = date.max if last >= 12 * 10_000 else _month(last) - timedelta(days=1)
    return DateSpan(begin, end, precision)


def _month(index: int) -> date:
    return date(index // 12, index % 12 + 1, 1)


def shift(unit: Unit, day: date, count: int) -> date:
    """The day so many units later (or earlier); the 31st becomes a shorter month's last day."""
    if unit in ("day", "week"):
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    index = day.year * 12 + day.month - 1 + count * _MONTHS[unit]
    first = _month(index)
    last = (date.max if index + 1 >= 12 * 10_000 else _month(index + 1) - timedelta(days=1)).day
    return first.replace(day=min(day.day, last))


def weekday_before(weekday: int, day: date, *, strictly: bool = False) -> date:
    """The latest such weekday at or before the day."""
    back = (day.weekday() - weekday) % 7
    return day - timedelta(days=back or (7 if strictly else 0))


def weekday_after(weekday: int, day: date, *, strictly: bool = False) -> date:
    """The next such weekday at or after the day."""
    ahead = (weekday - day.weekday()) % 7
    return day + timedelta(days=ahead or (7 if strictly else 0))
