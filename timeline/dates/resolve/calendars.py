"""Gregorian, Hijri and Solar Hijri fields to Gregorian days."""

from datetime import date, timedelta

from hijridate import Gregorian as GregorianToHijri
from hijridate import Hijri

from timeline.dates.resolve.iranian import first_of_iranian, iranian_of
from timeline.model import Calendar, DateSpan

_DAY = timedelta(days=1)
_EPOCH = date(622, 7, 19).toordinal()  # 1 Muharram of the year 1: 16 July 622 of the Julian calendar


def span_of(calendar: Calendar, year: int, month: int | None, day: int | None) -> DateSpan:
    """The days that a year, a month or a day of a calendar covers.

    Hijri dates are Umm al-Qura where hijridate knows the year (1343–1500), tabular outside it. ValueError (OverflowError too) for
    a date that its calendar does not have.

    >>> span_of("hijri", 1436, 10, 26).begin
    datetime.date(2015, 8, 11)
    """
    if calendar == "gregorian":
        if month is None:
            return DateSpan.year(year)
        return DateSpan.month(year, month) if day is None else DateSpan.day(date(year, month, day))
    first = first_of_hijri if calendar == "hijri" else first_of_iranian
    if month is None:
        return DateSpan(first(year, 1), first(year + 1, 1) - _DAY, "year")
    begin = first(year, month)
    end = first(year + month // 12, month % 12 + 1) - _DAY
    if day is None:
        return DateSpan(begin, end, "month")
    if not 1 <= day <= max((end - begin).days + 1, 30 if calendar == "hijri" else 0):
        raise ValueError(f"{calendar} month {year}-{month} has no day {day}")
    return DateSpan.day(begin + timedelta(days=day - 1))


def first_of_hijri(year: int, month: int) -> date:
    """The first day of a Hijri month."""
    if 1343 <= year <= 1500:
        found = Hijri(year, month, 1).to_gregorian()
        return date(found.year, found.month, found.day)
    if not 1 <= year <= 9600:
        raise ValueError(f"no Hijri year {year}")
    return date.fromordinal(_tabular(year, month))


def year_in(calendar: Calendar, day: date) -> int:
    """The year of a calendar that a Gregorian day lies in."""
    if calendar == "gregorian":
        return day.year
    if calendar == "iranian":
        return iranian_of(day)[0]
    if date(1924, 8, 1) <= day <= date(2077, 11, 16):
        return int(GregorianToHijri(day.year, day.month, day.day).to_hijri().year)
    return (30 * (day.toordinal() - _EPOCH) + 10646) // 10631


def _tabular(year: int, month: int) -> int:
    """The ordinal of a month's first day by the civil tabular calendar: months of 30 and 29 days, eleven leap years in thirty."""
    return _EPOCH + (year - 1) * 354 + (3 + 11 * year) // 30 + (59 * (month - 1) + 1) // 2
