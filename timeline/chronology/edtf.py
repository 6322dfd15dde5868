"""Dates as EDTF, read back: the forms that `DateSpan.edtf` writes."""

import re
from calendar import monthrange
from datetime import date
from typing import Literal

from timeline.model import DateSpan, Precision

_ONE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)")
_YEARS: tuple[tuple[re.Pattern[str], Literal["decade", "century"], int], ...] = (
    (re.compile(r"(\d{3})X"), "decade", 10),
    (re.compile(r"(\d{2})XX"), "century", 100),
)


def read_edtf(text: str) -> DateSpan:
    """The date that an EDTF string of level 1 says: a day, month or year, an interval, an open one, a decade or a century.

    Raises ValueError for anything else.

    >>> read_edtf("2022-01").precision, read_edtf("2022-01-09/2022-01-10").days, read_edtf("2021-12~").edtf
    ('month', 2, '2021-12~')
    >>> read_edtf("2014/..").open, read_edtf("201X").precision
    ('after', 'decade')
    """
    text = text.strip()
    first, slash, last = text.partition("/")
    if not slash:
        return _years(text) or _one(text)
    if last == "..":
        begin = _one(first)
        return DateSpan(begin.begin, begin.end, begin.precision, begin.approximate, "after", begin.inferred)
    if first == "..":
        end = _one(last)
        return DateSpan(end.begin, end.end, end.precision, end.approximate, "before", end.inferred)
    begin, end = _one(first), _one(last)
    about, inferred = begin.approximate or end.approximate, begin.inferred or end.inferred
    return DateSpan(begin.begin, end.end, "range", about, None, inferred)


def _years(text: str) -> DateSpan | None:
    """A decade or a century."""
    for pattern, precision, years in _YEARS:
        if (found := pattern.fullmatch(text)) and (first := int(found[1]) * years):
            return DateSpan(date(first, 1, 1), date(first + years - 1, 12, 31), precision)
    return None


def _one(text: str) -> DateSpan:
    found = _ONE.fullmatch(text)
    if found is None:
        raise ValueError(f"not a date (2022-01-10, 2022-01, 2022, 2022-01-09/2022-01-10): {text[:40]!r}")
    year, month, day = int(found[1]), int(found[2] or 1), int(found[3] or 1)
    precision: Precision = "day" if found[3] else "month" if found[2] else "year"
    try:
        begin = date(year, month, day)
    except ValueError as error:
        raise ValueError(f"no such day: {text!r}") from error
    end = begin
    if precision == "month":
        end = date(year, month, monthrange(year, month)[1])
    elif precision == "year":
        end = date(year, 12, 31)
    return DateSpan(begin, end, precision, found[4] in ("~", "%"), None, found[4] in ("?", "%"))
