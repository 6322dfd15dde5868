"""The Solar Hijri calendar of Iran, whose years begin at the equinox of spring: on the days that a table has."""

from datetime import date

from timeline.data import nowruz

_YEARS = 621  # behind the Gregorian year in which a year begins


def _new_year(gregorian_year: int) -> int:
    """The ordinal of 1 Farvardin: the day whose noon is the first after the equinox. ValueError for a year outside the table."""
    first, days = nowruz()
    if not first <= gregorian_year < first + len(days):
        raise ValueError(f"no Iranian year begins in {gregorian_year} that is known")
    return date(gregorian_year, 3, 18).toordinal() + int(days[gregorian_year - first])


def first_of_iranian(year: int, month: int) -> date:
    """The first day of a month, 1 to 12. ValueError for a year outside the table.

    >>> first_of_iranian(1400, 10)
    datetime.date(2021, 12, 22)
    """
    if year < 1:
        raise ValueError(f"no Iranian year {year}")
    days = (month - 1) * 31 if month <= 7 else (month - 1) * 30 + 6
    return date.fromordinal(_new_year(year + _YEARS) + days)


def iranian_of(day: date) -> tuple[int, int, int]:
    """Year, month and day of a Gregorian day. ValueError as above.

    >>> iranian_of(date(2022, 1, 12))
    (1400, 10, 22)
    """
    begun = day.year if day.toordinal() >= _new_year(day.year) else day.year - 1
    passed = day.toordinal() - _new_year(begun)
    month, number = divmod(passed, 31) if passed < 186 else divmod(passed - 6, 30)
    return begun - _YEARS, month + 1, number + 1
