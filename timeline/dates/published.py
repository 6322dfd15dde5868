"""The publication date that a caller gives, in any form."""

import re
from datetime import date, datetime

from timeline.reading import bare, read

_ISO = re.compile(r"(\d{4})(-?)(\d{2})\2(\d{2})(?:[T ].*)?", re.ASCII)


def parse_published(value: date | datetime | str | None) -> date | None:
    """The day that `value` names; None for None.

    A string may be ISO 8601, Arabic in any of the forms that `find_dates` knows (Hijri with its Gregorian gloss, too), numeric
    with the day first, or of any language that dateparser reads. An aware datetime keeps the day written in it.

    Raises ValueError, naming the argument and the text, where the string holds no full day of its own (nothing is filled in from
    the day of the call), two different days, or an absurd one; TypeError for other types.

    >>> parse_published("04 فبراير 2022ء"), parse_published("25 جمادى الآخرة 1443هـ")
    (datetime.date(2022, 2, 4), datetime.date(2022, 1, 28))
    """
    if value is None:
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise TypeError(f"published must be a date, a datetime, a string or None, not {type(value).__name__}")
    text = value.strip()
    if not text or len(text) > 200:
        raise ValueError(f"published: {value[:60]!r} is no date")
    day = _iso(text) or _arabic(text) or _other(text)
    if day is None:
        raise ValueError(f"published: {value!r} names no full day (day, month and year)")
    if not 1800 <= day.year <= 2200:
        raise ValueError(f"published: {value!r} lies in the year {day.year}")
    return day


def _iso(text: str) -> date | None:
    match = _ISO.fullmatch(bare(text))
    if match is None:
        return None
    try:
        return date(*(int(match[group]) for group in (1, 3, 4)))
    except ValueError as problem:
        raise ValueError(f"published: {text!r} is no day of the calendar ({problem})") from None


def _arabic(text: str) -> date | None:
    """By our own rules: one expression, or several of the same day."""
    from timeline.dates.find import absolute_days

    days = absolute_days(read(text))
    if len(days) > 1:
        raise ValueError(f"published: {text!r} names several days")
    return next(iter(days), None)


def _other(text: str) -> date | None:
    """By dateparser, day before month; imported here, for it takes long."""
    from dateparser import parse

    settings = {
        "DATE_ORDER": "DMY",
        "STRICT_PARSING": True,
        "PARSERS": ["absolute-time", "custom-formats"],
        "REQUIRE_PARTS": ["day", "month", "year"],
    }
    try:
        found = parse(text, settings=settings)
    except Exception:
        return None
    return found.date() if found is not None else None
