"""Dates that point at another date of the text: ذلك, اليوم التالي, الشهر ذاته, في مثل هذا اليوم من عام 1973."""

from datetime import date

from timeline.dates.resolve.context import Context
from timeline.dates.resolve.meaning import meaning
from timeline.dates.resolve.units import holding, shift
from timeline.dates.spec import Anniversary, Base, Same
from timeline.model import DateSpan


@meaning.register
def _base(spec: Base, context: Context) -> DateSpan | None:
    return context.lean_on(context.ahead if spec.ahead else context.told)


@meaning.register
def _same(spec: Same, context: Context) -> DateSpan | None:
    told = context.told_month if spec.unit in ("day", "week", "month") else context.told
    told = context.lean_on(told or context.told)
    if told is None:
        return _of_now(spec, context)
    if not context.exact_enough(told, spec.unit):
        return None
    if spec.unit == "day" and spec.offset == 0:
        return told
    held = holding(spec.unit, told.end if spec.offset > 0 else told.begin)
    found = holding(spec.unit, shift(spec.unit, held.begin, spec.offset))
    context.say("from the told", unit=spec.unit, offset=spec.offset, told=told.edtf, found=found.edtf)
    return found


def _of_now(spec: Same, context: Context) -> DateSpan | None:
    """Where no date was told before: "الشهر نفسه" is the one of today, "الشهر التالي" is counted where it is all that is said."""
    if spec.told or (spec.offset and not context.opens):
        context.say("no date was told before from which it could be counted")
        return None
    today = context.today
    if today is None:
        return None
    context.say("that of today", today=today)
    return holding(spec.unit, shift(spec.unit, holding(spec.unit, today).begin, spec.offset))


@meaning.register
def _anniversary(spec: Anniversary, context: Context) -> DateSpan | None:
    """The same day, month or week in another year."""
    day, year = meaning(spec.day, context), meaning(spec.year, context)
    if day is None or year is None:
        return None
    context.say("in the year of", day=day.edtf, year=year.edtf)
    if day.precision == "month":
        return DateSpan.month(year.begin.year, day.begin.month)
    return DateSpan.day(date(year.begin.year, day.begin.month, day.begin.day)) if day.days == 1 else None
