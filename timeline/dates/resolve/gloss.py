"""Whether two dates tell the same day in different calendars."""

from convertdate import persian

from timeline.dates.resolve.calendars import span_of, year_in
from timeline.dates.spec import Fields
from timeline.model import DateSpan


def says_the_same(gloss: Fields, day: DateSpan) -> bool:
    """Whether the gloss names the day in the Hijri or the Solar Hijri calendar, the latter also under a Gregorian month's name.

    >>> from datetime import date
    >>> says_the_same(Fields(month=12, day=22), DateSpan.day(date(2022, 1, 12)))  # 22 Dey 1400
    True
    """
    if day.days != 1 or gloss.month is None or gloss.day is None:
        return False
    if gloss.calendar == "gregorian":
        _, month, number = persian.from_gregorian(day.begin.year, day.begin.month, day.begin.day)
        begins_there = (gloss.month - 3) % 12 + 1  # Dey begins in December: a translator who knows no Dey writes December
        if (begins_there, gloss.day) == (month, number):
            return True
        return (gloss.month, gloss.day) == (day.begin.month, day.begin.day)
    try:
        return span_of(gloss.calendar, gloss.year or year_in(gloss.calendar, day.begin), gloss.month, gloss.day) == day
    except (ValueError, OverflowError):
        return False
