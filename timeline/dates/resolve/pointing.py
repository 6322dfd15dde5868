"""Dates that point from today: أمس, weekdays, distances and windows."""

from datetime import date, timedelta

import attrs

from timeline.dates.resolve.context import Context
from timeline.dates.resolve.meaning import meaning
from timeline.dates.resolve.units import holding, shift, weekday_after, weekday_before
from timeline.dates.spec import Base, Deictic, Distance, SchoolYear, Unit, Weekday, Weekend, Window
from timeline.model import DateSpan

_DAY = timedelta(days=1)


@meaning.register
def _deictic(spec: Deictic, context: Context) -> DateSpan | None:
    today = context.today
    if today is None:
        context.say("nothing tells the publication date")
        return None
    if spec.unit == "day":
        value = today + _DAY * spec.offset
        if spec.weekday is not None and value.weekday() != spec.weekday:
            before, after = weekday_before(spec.weekday, value), weekday_after(spec.weekday, value)
            other = before if value - before <= after - value else after
            context.say("weekday wins", day=value)
            value = other
        context.say("counted", today=today, day=value)
        return DateSpan.day(value)
    held = holding(spec.unit, today)
    found = holding(spec.unit, shift(spec.unit, held.begin, spec.offset))
    context.say("unit", unit=spec.unit, offset=spec.offset, today=today, found=found.edtf)
    return found


@meaning.register
def _weekday(spec: Weekday, context: Context) -> DateSpan | None:
    today = context.today
    if today is None:
        context.say("nothing tells the publication date")
        return None
    rule, day = _pointed(spec, today) or _by_tense(spec, today, context)
    context.say(rule, today=today, day=day)
    return DateSpan.day(day)


def _pointed(spec: Weekday, today: date) -> tuple[str, date] | None:
    """By الماضي, المقبل, قبل الماضي or بعد المقبل."""
    if not spec.pointer:
        return None
    if spec.pointer < 0:
        near = weekday_before(spec.weekday, today, strictly=True)
        return "last" if spec.pointer == -1 else "before the last", near - 7 * _DAY * (-spec.pointer - 1)
    near = weekday_after(spec.weekday, today, strictly=True)
    return "next" if spec.pointer == 1 else "after the next", near + 7 * _DAY * (spec.pointer - 1)


def _by_tense(spec: Weekday, today: date, context: Context) -> tuple[str, date]:
    tense = context.tense()
    if tense == "future":
        return "future clause", weekday_after(spec.weekday, today)
    if tense is None and (spec.pointer == 0 or (spec.weekday - today.weekday()) % 7 in (1, 2)):
        return "no tense, nearest", weekday_after(spec.weekday, today)
    return "past clause" if tense else "no tense, last", weekday_before(spec.weekday, today)


@meaning.register
def _weekend(spec: Weekend, context: Context) -> DateSpan | None:
    today = context.today
    if today is None:
        return None
    saturday = holding("week", today).begin + 5 * _DAY
    if context.tense() == "past" and saturday > today:
        saturday -= 7 * _DAY
    return DateSpan(saturday, saturday + _DAY, "range", approximate=True)


@meaning.register
def _distance(spec: Distance, context: Context) -> DateSpan | None:
    if spec.sign > 0 and spec.base == Base(ahead=True) and context.ahead is None and context.story is not None:
        context.say("story there", day=context.story.edtf)
        return context.lean_on(context.story)
    base = _base(spec, context)
    if base is None:
        return None
    if spec.base is None and spec.sign > 0 and context.tense() != "future":
        context.say("no future clause, so it may count from anything")
        return None
    reached = shift(spec.unit, base, spec.sign * spec.count)
    unit: Unit = spec.reach or ("day" if spec.unit == "week" else "year" if spec.unit in ("decade", "century") else spec.unit)
    value = holding(unit, reached)
    context.say(
        "distance", count=spec.count, unit=spec.unit, side="before" if spec.sign < 0 else "after", base=base, found=value.edtf
    )
    return attrs.evolve(value, approximate=spec.about or spec.unit != "day")


def _base(spec: Distance, context: Context) -> date | None:
    """The day that a distance is counted from: today, or one told by the text that is exact enough for its unit."""
    if spec.base is None:
        if (today := context.today) is None:
            context.say("nothing tells the publication date")
        return today
    told = meaning(spec.base, context)
    if told is None and spec.sign < 0 and spec.base == Base(ahead=True) and spec.unit in ("day", "week", "month"):
        told = context.lean_on(context.told_month)
    if told is None:
        context.say("nothing to count from")
        return None
    if not context.exact_enough(told, spec.unit):
        return None
    return told.begin if spec.sign < 0 else told.end


@meaning.register
def _window(spec: Window, context: Context) -> DateSpan | None:
    today = context.today
    if today is None:
        context.say("nothing tells the publication date")
        return None
    other = shift(spec.unit, today, spec.sign * spec.count)
    if spec.sign < 0:
        begin, end = other, today
    else:
        begin, end = (today + _DAY, other) if spec.unit == "day" and not spec.hours else (today, other)
    context.say("window", count=spec.count, unit=spec.unit, side="up to" if spec.sign < 0 else "from", today=today)
    return DateSpan(begin, end, "range", approximate=True)


@meaning.register
def _school_year(spec: SchoolYear, context: Context) -> DateSpan | None:
    today = context.today
    if today is None:
        return None
    first = today.year - (today.month < 8) + spec.offset
    return DateSpan(date(first, 9, 1), date(first + 1, 6, 30), "year", approximate=True)
