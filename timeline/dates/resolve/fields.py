"""Dates by their fields: year, month, day, and the weekday that stands beside them."""

from datetime import date, timedelta

from timeline.dates.resolve.calendars import span_of, year_in
from timeline.dates.resolve.context import Context
from timeline.dates.resolve.meaning import meaning
from timeline.dates.resolve.yearless import choose
from timeline.dates.spec import BeforeChrist, Fields
from timeline.model import DateSpan


@meaning.register
def _fields(spec: Fields, context: Context) -> DateSpan | None:
    if spec.year is not None:
        if spec.calendar == "hijri" and spec.year > 1600:
            return _hijri_in(spec, context)
        return _check_weekday(spec, span_of(spec.calendar, spec.year, spec.month, spec.day), context)
    if spec.year_of is None:
        return choose(spec, context)
    outer = meaning(spec.year_of, context)
    if outer is None:
        return None
    context.say("its year", year=outer.edtf)
    middle = outer.begin + timedelta(days=outer.days // 2)
    return _check_weekday(spec, span_of(spec.calendar, year_in(spec.calendar, middle), spec.month, spec.day), context)


def _hijri_in(spec: Fields, context: Context) -> DateSpan | None:
    """رمضان 2019: the Hijri month or day that begins in a Gregorian year."""
    first = year_in("hijri", date(spec.year or 1, 1, 1))
    for year in (first, first + 1):
        found = span_of("hijri", year, spec.month, spec.day)
        if found.begin.year == spec.year:
            context.say("Hijri year", year=year)
            return found
    return None


def _check_weekday(spec: Fields, value: DateSpan, context: Context) -> DateSpan:
    if spec.weekday is not None and value.days == 1 and value.begin.weekday() != spec.weekday:
        context.say("full date wins", day=value.edtf)
    return value


@meaning.register
def _before_christ(spec: BeforeChrist, context: Context) -> DateSpan | None:
    context.say("before the era in which days are counted here")
    return None
