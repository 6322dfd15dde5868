"""Small bars that show how exactly a date is known: the stretch that it covers of its month or of its years."""

from calendar import monthrange
from datetime import date

import attrs

from timeline.model import DateSpan


@attrs.frozen
class Bar:
    """Where a date lies in its frame, in percent of the frame's length."""

    start: float
    width: float


def is_longer_than_month(span: DateSpan) -> bool:
    """Whether a span is too long to stand under one month."""
    return span.days > 31


def bar(span: DateSpan) -> Bar:
    """The share of its month (of its months, where it crosses a border), or of its years where it is longer.

    >>> bar(DateSpan.month(2022, 1))
    Bar(start=0.0, width=100.0)
    >>> bar(DateSpan(date(2021, 7, 1), date(2021, 12, 31), "half"))
    Bar(start=49.6, width=50.4)
    """
    if is_longer_than_month(span):
        first, last = date(span.begin.year, 1, 1), date(span.end.year, 12, 31)
    else:
        first = span.begin.replace(day=1)
        last = span.end.replace(day=monthrange(span.end.year, span.end.month)[1])
    length = (last - first).days + 1
    return Bar(round(100 * (span.begin - first).days / length, 1), round(100 * span.days / length, 1))
