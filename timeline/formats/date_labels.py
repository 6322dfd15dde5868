"""Dates as a reader of Arabic or of English writes them, saying no more than is known."""

from datetime import date, timedelta

from timeline.data import months, weekdays
from timeline.formats.words import Language, Pair, word
from timeline.model import DateSpan


def month_name(month: int, lang: Language) -> str:
    """The Gregorian month's name.

    >>> month_name(1, "ar"), month_name(1, "en")
    ('يناير', 'January')
    """
    return months(lang)[month - 1]


def weekday_name(day: date, lang: Language) -> str:
    """The weekday's name.

    >>> weekday_name(date(2022, 1, 11), "ar")
    'الثلاثاء'
    """
    return weekdays(lang)[day.weekday()]


def day_label(day: date, lang: Language) -> str:
    """One day.

    >>> day_label(date(2022, 1, 11), "ar"), day_label(date(2022, 1, 11), "en")
    ('11 يناير 2022', '11 January 2022')
    """
    return f"{day.day} {month_name(day.month, lang)} {day.year}"


def _days_label(begin: date, end: date, lang: Language) -> str:
    if begin == end:
        return day_label(begin, lang)
    if (begin.year, begin.month) == (end.year, end.month):
        return f"{begin.day}–{end.day} {month_name(end.month, lang)} {end.year}"
    if begin.year == end.year:
        return f"{begin.day} {month_name(begin.month, lang)} – {end.day} {month_name(end.month, lang)} {end.year}"
    return f"{day_label(begin, lang)} – {day_label(end, lang)}"


def _is_whole_months(span: DateSpan) -> bool:
    """Whether months or years say it: no day is named then that the text does not name."""
    after = span.end + timedelta(days=1) if span.end < date.max else None
    return span.precision not in ("day", "week") and span.begin.day == 1 and (after is None or after.day == 1)


def _month_label(day: date, lang: Language) -> str:
    return f"{month_name(day.month, lang)} {day.year}"


def _months_label(begin: date, end: date, lang: Language) -> str:
    """A stretch in the coarsest unit that says no more and no less, as in its EDTF."""
    if (begin.month, end.month) == (1, 12):
        return f"{begin.year}" if begin.year == end.year else f"{begin.year}–{end.year}"
    if begin.year == end.year:
        first = month_name(begin.month, lang)
        return _month_label(end, lang) if begin.month == end.month else f"{first} – {_month_label(end, lang)}"
    return f"{_month_label(begin, lang)} – {_month_label(end, lang)}"


def date_label(span: DateSpan, lang: Language = "ar") -> str:
    """The date in words.

    >>> date_label(DateSpan.day(date(2022, 1, 11)))
    '11 يناير 2022'
    >>> date_label(DateSpan(date(2022, 1, 9), date(2022, 1, 10), "range"))
    '9–10 يناير 2022'
    >>> date_label(DateSpan.month(2021, 12, approximate=True), "en")
    'about December 2021'
    >>> date_label(DateSpan(date(2014, 1, 1), date(2014, 12, 31), "year", open="after"))
    'منذ 2014'
    >>> date_label(DateSpan(date(2021, 12, 1), date(2022, 2, 28), "season"))
    'شتاء 2021–2022'
    """
    begin, end, timex = span.begin, span.end, span.timex
    if span.precision in ("quarter", "half") and timex:
        number = timex.rpartition("Q" if span.precision == "quarter" else "H")[2]
        label = word("dates", span.precision + number, lang).format(begin.year)
    elif span.precision == "season" and timex:
        years = f"{begin.year}" if begin.year == end.year else f"{begin.year}–{end.year}"
        label = word("dates", f"season{begin.month}", lang).format(years)
    elif span.precision == "week":
        label = word("dates", "week", lang).format(_days_label(begin, end, lang))
    elif _is_whole_months(span):
        label = _months_label(begin, end, lang)
    else:
        label = _days_label(begin, end, lang)
    if span.approximate:
        label = word("dates", "about", lang).format(label)
    label = word("dates", span.open, lang).format(label) if span.open else label
    return word("dates", "inferred", lang).format(label) if span.inferred else label


def date_pair(span: DateSpan) -> Pair:
    """The date in words, in Arabic and in English."""
    return date_label(span, "ar"), date_label(span, "en")
