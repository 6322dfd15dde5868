"""Whether two dates tell the same day in different calendars."""

from timeline.dates.resolve.calendars import span_of, year_in
from timeline.dates.resolve.iranian import iranian_of
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
    try:
        if gloss.calendar != "gregorian":
            return span_of(gloss.calendar, gloss.year or year_in(gloss.calendar, day.begin), gloss.month, gloss.day) == day
        begins_there = (gloss.month - 3) % 12 + 1  # Dey begins in December: a translator who knows no Dey writes December
        return (gloss.month, gloss.day) == (day.begin.month, day.begin.day) or (begins_there, gloss.day) == iranian_of(day.begin)[
            1:
        ]
    except (ValueError, OverflowError):
        return False
