"""Seasons, feasts, decades and centuries."""

from datetime import date

import attrs

from timeline.dates.resolve.context import Context
from timeline.dates.resolve.holidays import in_year
from timeline.dates.resolve.meaning import meaning
from timeline.dates.resolve.units import months
from timeline.dates.spec import Century, Decade, Holiday, Season
from timeline.model import DateSpan


@meaning.register
def _season(spec: Season, context: Context) -> DateSpan | None:
    if spec.year is not None:
        outer = meaning(spec.year, context)
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


@meaning.register
def _holiday(spec: Holiday, context: Context) -> DateSpan | None:
    if spec.year is not None:
        outer = meaning(spec.year, context)
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


@meaning.register
def _decade(spec: Decade, context: Context) -> DateSpan | None:
    century = 1900
    if spec.century is not None:
        outer = meaning(spec.century, context)
        if outer is None or outer.precision != "century":
            return None
        century = outer.begin.year - outer.begin.year % 100
    elif spec.tens < 30 and (today := context.today) is not None and spec.tens <= today.year % 100:
        century = today.year - today.year % 100
    return DateSpan(date(century + spec.tens, 1, 1), date(century + spec.tens + 9, 12, 31), "decade")


@meaning.register
def _century(spec: Century, context: Context) -> DateSpan | None:
    return DateSpan(date(max(1, (spec.number - 1) * 100), 1, 1), date(spec.number * 100 - 1, 12, 31), "century")
