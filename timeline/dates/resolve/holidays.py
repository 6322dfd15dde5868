"""Feasts by their calendars."""

from datetime import date, timedelta

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from timeline.dates.resolve.calendars import span_of, year_in
from timeline.dates.resolve.units import weekday_after
from timeline.model import DateSpan

#: By the moon, so a day's doubt: month and day of the Hijri calendar.
_HIJRI = {
    "hijri_new_year": (1, 1),
    "ashura": (1, 10),
    "mawlid": (3, 12),
    "eid_fitr": (10, 1),
    "arafa": (12, 9),
    "eid_adha": (12, 10),
}
_GREGORIAN = {
    "new_year": (1, 1),
    "valentine": (2, 14),
    "women": (3, 8),
    "nowruz": (3, 21),
    "labour": (5, 1),
    "christmas_eve": (12, 24),
    "christmas": (12, 25),
    "new_year_eve": (12, 31),
}


def in_year(key: str, year: int) -> list[DateSpan]:
    """The feast's days in a Gregorian year: none, one, or (by the moon) two."""
    if key in _HIJRI:
        month, day = _HIJRI[key]
        first = year_in("hijri", date(year, 1, 1))
        days = [span_of("hijri", hijri, month, day).begin for hijri in (first, first + 1)]
        return [DateSpan.day(day, approximate=True) for day in days if day.year == year]
    if key in _GREGORIAN:
        return [DateSpan.day(date(year, *_GREGORIAN[key]))]
    if key == "thanksgiving":
        return [DateSpan.day(weekday_after(3, date(year, 11, 1)) + timedelta(days=21))]
    return [DateSpan.day(easter(year, EASTER_ORTHODOX if key == "orthodox_easter" else EASTER_WESTERN))]
