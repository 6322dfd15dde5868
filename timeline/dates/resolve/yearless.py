"""The year that a date leaves out."""

from datetime import date, timedelta

from timeline.dates.resolve.calendars import span_of, year_in
from timeline.dates.resolve.context import Context
from timeline.dates.resolve.meaning import meaning
from timeline.dates.resolve.units import holding, shift
from timeline.dates.spec import Fields, Weekday
from timeline.model import DateSpan

_AHEAD_OF_AN_END = 0.8
_YEARS_APART, _SOON = 500, 280  # days
_NEAR = timedelta(days=31)  # a weekday with its day alone is of these weeks


def choose(spec: Fields, context: Context) -> DateSpan | None:
    """A day or month without its year: by الماضي or المقبل, by the sentence's own year, else by the tense, else the nearest."""
    if spec.month is None:
        return _day_alone(spec, context)
    if spec.pointer is None and context.year is not None and spec.calendar == "gregorian":
        context.say("year nearby", year=context.year)
        return span_of(spec.calendar, context.year, spec.month, spec.day)
    today = context.today
    if today is None:
        context.say("nothing tells the year")
        return None
    candidates = _candidates(spec, today)
    if not candidates:
        return None
    found = _told_before(spec, candidates, today, context) or _by_weekday(spec, candidates, today, context)
    if found is not None:
        return found
    return _by_tense(candidates, today, context) if spec.pointer is None else _pointed(spec.pointer, candidates, today, context)


def _by_weekday(spec: Fields, candidates: list[DateSpan], today: date, context: Context) -> DateSpan | None:
    """The nearest year in which the day falls on the weekday told with it."""
    fitting = [span for span in candidates if span.begin.weekday() == spec.weekday]
    found = min(fitting, key=lambda span: abs((span.begin - today).days), default=None)
    if found is None or abs((found.begin - today).days) >= _YEARS_APART:
        return None
    context.say("weekday fits", day=found.edtf)
    return found


def _pointed(pointer: int, candidates: list[DateSpan], today: date, context: Context) -> DateSpan:
    if pointer == -1:
        found, step = max((span for span in candidates if span.end < today), default=candidates[0]), "الماضي"
    elif pointer == 1:
        found, step = min((span for span in candidates if span.begin > today), default=candidates[-1]), "المقبل"
    else:
        found, step = _nearest(candidates, today), "الجاري"
    context.say(step, today=today, day=found.edtf)
    return found


def _by_tense(candidates: list[DateSpan], today: date, context: Context) -> DateSpan:
    tense = context.tense()
    past = [span for span in candidates if span.begin <= today]
    future = [span for span in candidates if span.end >= today]
    if tense == "past" and past:
        found, step = max(past), "past clause"
    elif tense == "future" and future and (min(future).begin - today).days < _SOON:
        found, step = min(future), "future clause"
    else:
        found, step = _nearest(candidates, today, ends=context.ends), "no tense, nearest"
    context.say(step, today=today, day=found.edtf)
    return found


def _told_before(spec: Fields, candidates: list[DateSpan], today: date, context: Context) -> DateSpan | None:
    """The same day of the same month as the text told it before, year and all; of a year beside today's, for feasts return."""
    year = context.days.get((spec.month or 0, spec.day or 0)) if spec.calendar == "gregorian" and spec.pointer is None else None
    found = next((span for span in candidates if span.begin.year == year), None)
    if year is None or found is None or abs(year - today.year) > 1:
        return None
    context.say("told before as", day=found.edtf)
    return found


def _candidates(spec: Fields, today: date) -> list[DateSpan]:
    spans = []
    middle = year_in(spec.calendar, today)
    reach = 4 if spec.day == 29 and spec.month == 2 else 2
    for year in range(middle - reach, middle + reach + 1):
        try:
            spans.append(span_of(spec.calendar, year, spec.month, spec.day))
        except (ValueError, OverflowError):
            continue
    return spans


def _nearest(spans: list[DateSpan], today: date, *, ends: bool = False) -> DateSpan:
    """The nearest, where a day ahead weighs more than one back: what is to come is mostly told as such, and an end is to come."""
    ahead = _AHEAD_OF_AN_END if ends else 1.3 if spans[0].days == 1 else 2
    return min(spans, key=lambda span: (max((today - span.end).days, ahead * (span.begin - today).days, 0), span.begin))


def _day_alone(spec: Fields, context: Context) -> DateSpan | None:
    """A day of no named month (الخميس 21): the nearest that fits the weekday, before today first."""
    today = context.today
    if today is None or spec.day is None:
        return None
    first = holding("month", today).begin
    days = []
    for offset in (-2, -1, 0, 1, 2):
        try:
            days.append(shift("month", first, offset).replace(day=spec.day))
        except (ValueError, OverflowError):
            continue
    fitting = [day for day in days if day.weekday() == spec.weekday and abs(day - today) <= _NEAR]
    if not fitting and spec.weekday is not None:
        context.say("number of its own", today=today, day=spec.day)
        return meaning(Weekday(spec.weekday), context)
    if not fitting:
        return None
    past = [day for day in fitting if day <= today]
    future = [day for day in fitting if day >= today]
    tense = context.tense()
    if tense == "future" and future:
        return DateSpan.day(future[0])
    return DateSpan.day(past[-1] if past and tense == "past" else min(fitting, key=lambda day: abs((day - today).days)))
