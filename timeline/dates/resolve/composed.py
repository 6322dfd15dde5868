"""Dates made of dates: a part of a stretch, a range, one day told twice."""

from datetime import timedelta

import attrs

from timeline.dates.resolve import parts
from timeline.dates.resolve.context import Context
from timeline.dates.resolve.gloss import says_the_same
from timeline.dates.resolve.meaning import meaning, resolve
from timeline.dates.resolve.units import holding, shift, weekday_after
from timeline.dates.spec import Fields, Gloss, Holiday, Inside, Leading, Range, Weekday
from timeline.model import DateSpan

_DAY = timedelta(days=1)


@meaning.register
def _inside(spec: Inside, context: Context) -> DateSpan | None:
    whole = meaning(spec.whole, context)
    if whole is None:
        return None
    if spec.day is not None:
        return _day_of(whole, spec.day, context)
    if spec.side is not None:
        context.say("side of", side=spec.side, whole=whole.edtf)
        return parts.rest(whole, context.today) if spec.side == "rest" else parts.side(whole, spec.side)
    if spec.weekday is not None:
        if spec.nth and whole.precision == "month" and (day := whole.begin + _DAY * (spec.nth - 1)).weekday() == spec.weekday:
            return DateSpan.day(day)
        return parts.nth_weekday(whole, spec.nth or 1, spec.weekday)
    if spec.nth is None:
        return holding(spec.unit, whole.begin) if spec.unit is not None else None
    unit = spec.part or spec.unit
    if unit is None:
        return None
    if isinstance(spec.whole, Holiday) and unit == "day":
        context.say("day of a feast", day=spec.nth, whole=whole.edtf)
        return _nth_of_feast(whole, spec.nth)
    return parts.nth_part(whole, spec.nth, unit)


def _day_of(whole: DateSpan, number: int, context: Context) -> DateSpan | None:
    day = whole.begin + _DAY * (number - 1)
    if day > whole.end:
        context.say("no such day", whole=whole.edtf, day=number)
        return None
    context.say("day of", day=number, whole=whole.edtf)
    return DateSpan.day(day)


_LONGEST_FEAST = 8  # days


def _nth_of_feast(first: DateSpan, nth: int) -> DateSpan | None:
    """ "ثالث أيام عيد الأضحى": a feast goes on from its day; nobody knows its last."""
    if not 1 <= nth <= _LONGEST_FEAST:
        return None
    return DateSpan.day(first.begin + _DAY * (nth - 1), approximate=first.approximate)


@meaning.register
def _leading(spec: Leading, context: Context) -> DateSpan | None:
    whole = meaning(spec.whole, context)
    if whole is None:
        return None
    if spec.last:
        begin = shift(spec.unit, whole.end + _DAY, -spec.count)
        return DateSpan(begin, whole.end, "range") if whole.begin <= begin else None
    end = shift(spec.unit, whole.begin, spec.count) - _DAY
    return DateSpan(whole.begin, end, "range") if whole.begin <= end <= whole.end else None


@meaning.register
def _range(spec: Range, context: Context) -> DateSpan | None:
    first, last = meaning(spec.first, context), meaning(spec.last, context)
    if first is None or last is None:
        return None
    if last.begin < first.begin:
        if isinstance(spec.last, Weekday):
            last = DateSpan.day(weekday_after(spec.last.weekday, first.begin))
        elif isinstance(spec.first, Fields) and spec.first.year is None and spec.first.month and spec.first.year_of is None:
            first = meaning(attrs.evolve(spec.first, year=first.begin.year - 1, pointer=None), context) or first
    if last.end < first.begin:
        context.say("the range ends before it begins")
        return None
    return DateSpan(first.begin, last.end, "range", first.approximate or last.approximate)


@meaning.register
def _gloss(spec: Gloss, context: Context) -> DateSpan | None:
    if spec.bracketed:
        value = meaning(spec.first, context)
        if value is not None and isinstance(spec.other, Fields):
            same = says_the_same(spec.other, value)
            context.say("brackets", what="the same day" if same else "another day, so the first one counts")
        return value
    specs = sorted(
        (spec.first, spec.other), key=lambda one: not (isinstance(one, Fields) and one.year and one.calendar == "gregorian")
    )
    values = [resolve(one, context) for one in specs]
    if values[0] and values[1] and values[0] != values[1]:
        context.say("one day", one=values[0].edtf, other=values[1].edtf)
    return values[0] or values[1]
