"""The meaning of each kind of expression, given a context."""

from datetime import date, timedelta

import attrs

from timeline.dates.resolve import parts
from timeline.dates.resolve.calendars import span_of, year_in
from timeline.dates.resolve.context import Context
from timeline.dates.resolve.gloss import says_the_same
from timeline.dates.resolve.holidays import in_year
from timeline.dates.resolve.units import holding, months, shift, weekday_after, weekday_before
from timeline.dates.resolve.yearless import choose
from timeline.dates.spec import (
    Base,
    Century,
    Decade,
    Deictic,
    Distance,
    Fields,
    Gloss,
    Holiday,
    Inside,
    Leading,
    Range,
    Same,
    SchoolYear,
    Season,
    Spec,
    Unit,
    Vague,
    Weekday,
    Weekend,
    Window,
)
from timeline.model import DateSpan

_DAY = timedelta(days=1)


def resolve(spec: Spec, context: Context) -> DateSpan | None:
    """The days that the expression means, None where nothing fixes them or no calendar has them."""
    try:
        return _resolve(spec, context)
    except (ValueError, OverflowError) as problem:
        context.say(f"no such date: {problem}")
        return None


def _resolve(spec: Spec, context: Context) -> DateSpan | None:
    match spec:
        case Fields():
            return _fields(spec, context)
        case Deictic():
            return _deictic(spec, context)
        case Weekday():
            return _weekday(spec, context)
        case Distance():
            return _distance(spec, context)
        case Window():
            return _window(spec, context)
        case Inside():
            return _inside(spec, context)
        case Leading():
            return _leading(spec, context)
        case Same():
            return _same(spec, context)
        case Base():
            return context.lean_on(context.ahead if spec.ahead else context.told)
        case Range():
            return _range(spec, context)
        case Season():
            return _season(spec, context)
        case Holiday():
            return _holiday(spec, context)
        case Decade():
            return _decade(spec, context)
        case Century():
            return DateSpan(date(max(1, (spec.number - 1) * 100), 1, 1), date(spec.number * 100 - 1, 12, 31), "century")
        case SchoolYear():
            return _school_year(spec, context)
        case Gloss():
            return _gloss(spec, context)
        case Weekend():
            return _weekend(context)
        case Vague():
            return None


def _fields(spec: Fields, context: Context) -> DateSpan | None:
    if spec.year is not None:
        if spec.calendar == "hijri" and spec.year > 1600:
            return _hijri_in(spec, context)
        value = span_of(spec.calendar, spec.year, spec.month, spec.day)
        return _check_weekday(spec, value, context)
    if spec.year_of is not None:
        outer = _resolve(spec.year_of, context)
        if outer is None:
            return None
        middle = outer.begin + _DAY * (outer.days // 2)
        context.say(f"its year is {outer.edtf}")
        return _check_weekday(spec, span_of(spec.calendar, year_in(spec.calendar, middle), spec.month, spec.day), context)
    return choose(spec, context)


def _hijri_in(spec: Fields, context: Context) -> DateSpan | None:
    """رمضان 2019: the Hijri month or day that begins in a Gregorian year."""
    first = year_in("hijri", date(spec.year or 1, 1, 1))
    for year in (first, first + 1):
        found = span_of("hijri", year, spec.month, spec.day)
        if found.begin.year == spec.year:
            context.say(f"the Hijri year is {year}")
            return found
    return None


def _check_weekday(spec: Fields, value: DateSpan, context: Context) -> DateSpan:
    if spec.weekday is not None and value.days == 1 and value.begin.weekday() != spec.weekday:
        context.say(f"the weekday told does not fit {value.edtf}; the full date wins")
    return value


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
            context.say(f"the weekday told does not fit {value}; the weekday wins")
            value = other
        context.say(f"counted from {today} → {value}")
        return DateSpan.day(value)
    held = holding(spec.unit, today)
    found = holding(spec.unit, shift(spec.unit, held.begin, spec.offset))
    context.say(f"{spec.unit} {spec.offset:+d} from the one that holds {today} → {found.edtf}")
    return found


def _weekday(spec: Weekday, context: Context) -> DateSpan | None:
    today = context.today
    if today is None:
        context.say("nothing tells the publication date")
        return None
    if spec.pointer in (-2, 2):
        near = (
            weekday_before(spec.weekday, today, strictly=True)
            if spec.pointer < 0
            else weekday_after(spec.weekday, today, strictly=True)
        )
        day = near + 7 * _DAY * (spec.pointer // 2)
        step = f"the one {'before the last' if spec.pointer < 0 else 'after the next'}, seen from {today}"
    elif spec.pointer == -1:
        day = weekday_before(spec.weekday, today, strictly=True)
        step = f"last one before {today}"
    elif spec.pointer == 1:
        day = weekday_after(spec.weekday, today, strictly=True)
        step = f"next one after {today}"
    elif (tense := context.tense()) == "future":
        day = weekday_after(spec.weekday, today)
        step = f"future clause → next one at or after {today}"
    elif tense is None and (spec.pointer == 0 or (spec.weekday - today.weekday()) % 7 in (1, 2)):
        day = weekday_after(spec.weekday, today)
        step = f"no word shows a tense → nearest to {today}"
    else:
        day = weekday_before(spec.weekday, today)
        step = f"{'past clause' if tense else 'no word shows a tense'} → last one at or before {today}"
    context.say(f"{step} → {day}")
    return DateSpan.day(day)


def _weekend(context: Context) -> DateSpan | None:
    today = context.today
    if today is None:
        return None
    saturday = holding("week", today).begin + 5 * _DAY
    if context.tense() == "past" and saturday > today:
        saturday -= 7 * _DAY
    return DateSpan(saturday, saturday + _DAY, "range", approximate=True)


def _distance(spec: Distance, context: Context) -> DateSpan | None:
    if spec.base is None:
        base = context.today
    else:
        told = _resolve(spec.base, context)
        if told is None and spec.base == Base(ahead=True) and spec.unit in ("day", "week", "month"):
            told = context.lean_on(context.told_month)
        base = told.begin if told else None
    if base is None:
        context.say("nothing to count from")
        return None
    if spec.base is None and spec.sign > 0 and context.tense() != "future":
        context.say("no future clause, so it may count from anything")
        return None
    reached = shift(spec.unit, base, spec.sign * spec.count)
    unit: Unit = "year" if spec.unit in ("decade", "century") else "day" if spec.unit == "week" else spec.unit
    value = holding(unit, reached)
    context.say(f"{spec.count} × {spec.unit} {'before' if spec.sign < 0 else 'after'} {base} → {value.edtf}")
    return attrs.evolve(value, approximate=spec.about or spec.unit != "day")


def _window(spec: Window, context: Context) -> DateSpan | None:
    today = context.today
    if today is None:
        context.say("nothing tells the publication date")
        return None
    other = shift(spec.unit, today, spec.sign * spec.count)
    if spec.sign < 0:
        begin, end = other, today
    else:
        begin, end = (today + _DAY, other) if spec.unit == "day" else (today, other)
    context.say(f"{spec.count} × {spec.unit} {'up to' if spec.sign < 0 else 'from'} {today}")
    return DateSpan(begin, end, "range", approximate=True)


def _inside(spec: Inside, context: Context) -> DateSpan | None:
    whole = _resolve(spec.whole, context)
    if whole is None:
        return None
    if spec.day is not None:
        day = whole.begin + _DAY * (spec.day - 1)
        if day > whole.end:
            context.say(f"{whole.edtf} has no day {spec.day}")
            return None
        context.say(f"day {spec.day} of {whole.edtf}")
        return DateSpan.day(day)
    if spec.side is not None:
        context.say(f"{spec.side} of {whole.edtf}")
        return parts.rest(whole, context.today) if spec.side == "rest" else parts.side(whole, spec.side)
    if spec.weekday is not None:
        if spec.nth and whole.precision == "month" and (day := whole.begin + _DAY * (spec.nth - 1)).weekday() == spec.weekday:
            return DateSpan.day(day)
        return parts.nth_weekday(whole, spec.nth or 1, spec.weekday)
    if spec.nth is None and spec.unit is not None:
        return holding(spec.unit, whole.begin)
    if spec.nth is not None and (unit := spec.part or spec.unit) is not None:
        return parts.nth_part(whole, spec.nth, unit)
    return None


def _leading(spec: Leading, context: Context) -> DateSpan | None:
    whole = _resolve(spec.whole, context)
    if whole is None:
        return None
    end = shift(spec.unit, whole.begin, spec.count) - _DAY
    return DateSpan(whole.begin, end, "range") if whole.begin <= end <= whole.end else None


def _same(spec: Same, context: Context) -> DateSpan | None:
    told = context.told_month if spec.unit in ("day", "week", "month") else context.told
    told = context.lean_on(told or context.told)
    if told is None:
        today = None if spec.told else context.today
        if today is None:
            return None
        context.say("no date told before; counted from today")
        told = DateSpan.day(today)
    if spec.unit == "day" and spec.offset == 0:
        return told
    from_day = told.end if spec.offset > 0 else told.begin
    held = holding(spec.unit, from_day)
    found = holding(spec.unit, shift(spec.unit, held.begin, spec.offset))
    context.say(f"{spec.unit} {spec.offset:+d} from the date told before ({told.edtf}) → {found.edtf}")
    return found


def _range(spec: Range, context: Context) -> DateSpan | None:
    first, last = _resolve(spec.first, context), _resolve(spec.last, context)
    if first is None or last is None:
        return None
    if last.begin < first.begin:
        if isinstance(spec.last, Weekday):
            last = DateSpan.day(weekday_after(spec.last.weekday, first.begin))
        elif isinstance(spec.first, Fields) and spec.first.year is None and spec.first.month and spec.first.year_of is None:
            first = _resolve(attrs.evolve(spec.first, year=first.begin.year - 1, pointer=None), context) or first
    if last.end < first.begin:
        context.say("the range ends before it begins")
        return None
    return DateSpan(first.begin, last.end, "range", first.approximate or last.approximate)


def _season(spec: Season, context: Context) -> DateSpan | None:
    if spec.year is not None:
        outer = _resolve(spec.year, context)
        if outer is None:
            return None
        return attrs.evolve(months(outer.begin.year * 12 + spec.month - 1, 3, "season"), approximate=True)
    today = context.today
    if today is None:
        return None
    spans = [
        months(year * 12 + spec.month - 1, 3, "season") for year in (today.year - 2, today.year - 1, today.year, today.year + 1)
    ]
    if spec.pointer == -1:
        found = max(span for span in spans if span.end < today)
    elif spec.pointer == 1:
        found = min(span for span in spans if span.begin > today)
    else:
        found = next((span for span in spans if span.begin <= today <= span.end), spans[2])
    return attrs.evolve(found, approximate=True)


def _holiday(spec: Holiday, context: Context) -> DateSpan | None:
    if spec.year is not None:
        outer = _resolve(spec.year, context)
        if outer is None:
            return None
        found = [
            day
            for year in {outer.begin.year, outer.end.year}
            for day in in_year(spec.key, year)
            if outer.contains(day) or outer.precision != "year"
        ]
        return min(found) if found else None
    today = context.today
    if today is None:
        return None
    days = sorted(day for year in (today.year - 1, today.year, today.year + 1) for day in in_year(spec.key, year))
    tense = {-1: "past", 1: "future", None: context.tense(), 0: None}[spec.pointer]
    past = [day for day in days if day.begin <= today]
    future = [day for day in days if day.begin >= today]
    if tense == "past" and past:
        return past[-1]
    if tense == "future" and future:
        return future[0]
    return min(days, key=lambda day: (abs((day.begin - today).days), day.begin))


def _decade(spec: Decade, context: Context) -> DateSpan | None:
    century = 1900
    if spec.century is not None:
        outer = _resolve(spec.century, context)
        if outer is None or outer.precision != "century":
            return None
        century = outer.begin.year - outer.begin.year % 100
    elif spec.tens < 30 and (today := context.today) is not None and spec.tens <= today.year % 100:
        century = today.year - today.year % 100
    return DateSpan(date(century + spec.tens, 1, 1), date(century + spec.tens + 9, 12, 31), "decade")


def _school_year(spec: SchoolYear, context: Context) -> DateSpan | None:
    today = context.today
    if today is None:
        return None
    first = today.year - (today.month < 8) + spec.offset
    return DateSpan(date(first, 9, 1), date(first + 1, 6, 30), "year", approximate=True)


def _gloss(spec: Gloss, context: Context) -> DateSpan | None:
    if spec.bracketed:
        value = _resolve(spec.first, context)
        if value is not None and isinstance(spec.other, Fields):
            agree = "the same day" if says_the_same(spec.other, value) else "another day, so the first one counts"
            context.say(f"the brackets tell {agree}")
        return value
    specs = sorted(
        (spec.first, spec.other), key=lambda one: not (isinstance(one, Fields) and one.year and one.calendar == "gregorian")
    )
    values = [resolve(one, context) for one in specs]
    if values[0] and values[1] and values[0] != values[1]:
        context.say(f"{values[0].edtf} and {values[1].edtf} are told as one day")
    return values[0] or values[1]
