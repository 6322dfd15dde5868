"""How two dates, and two places, relate."""

from functools import lru_cache
from typing import Literal

from timeline.data import countries
from timeline.model import DateSpan, Place
from timeline.names.spelling import spelling
from timeline.reading import remembered

DateRelation = Literal["equal", "contains", "within", "overlaps", "near", "apart"]
PlaceRelation = Literal["equal", "contains", "within", "differs"]

#: Days between two dates that may still be one: a time zone, a night, a day of publication taken for the day of the event.
NEAR = 1
#: The same between dates of which one is approximate: as many days as the narrower has, up to this.
NEAR_APPROXIMATE = 31


def slack(one: DateSpan, other: DateSpan) -> int:
    """How many days may lie between two dates for them to be near: one, or more where either is approximate."""
    if one.approximate or other.approximate:
        return max(NEAR, min(one.days, other.days, NEAR_APPROXIMATE))
    return NEAR


def relate_dates(one: DateSpan, other: DateSpan) -> DateRelation:
    """How the first date lies to the second, openness apart.

    >>> from datetime import date
    >>> relate_dates(DateSpan.month(2022, 1), DateSpan.day(date(2022, 1, 10)))
    'contains'
    >>> relate_dates(DateSpan.day(date(2022, 1, 9)), DateSpan.day(date(2022, 1, 10)))
    'near'
    """
    if one.begin == other.begin and one.end == other.end:
        return "equal"
    if one.contains(other):
        return "contains"
    if other.contains(one):
        return "within"
    if one.overlaps(other):
        return "overlaps"
    return "near" if days_between(one, other) <= slack(one, other) else "apart"


def days_between(one: DateSpan, other: DateSpan) -> int:
    """How many days the later begins after the earlier ends: 0 where they share a day, 1 for neighbours."""
    return max(0, (max(one.begin, other.begin) - min(one.end, other.end)).days)


@lru_cache(maxsize=512)
def _is_country(name: str, country: str) -> bool:
    """Whether the place is the country itself, by CLDR's Arabic name of it, its article or "دولة" apart."""
    official = countries().get(country)
    return official is not None and place_key(name) == place_key(official.arabic)


@remembered(1 << 14)
def place_key(name: str) -> str:
    """A place's name as it is compared: without the article, in the one form that all its spellings share.

    >>> place_key("الدوحة") == place_key("دوحه"), place_key("كوبنهاغن") == place_key("كوبنهاجن")
    (True, True)
    """
    return spelling(name)


def relate_places(one: Place, other: Place) -> PlaceRelation:
    """How the first place lies to the second: a country contains the places in it.

    >>> relate_places(Place("قطر", "QAT"), Place("الدوحة", "QAT"))
    'contains'
    """
    if one.geonameid is not None and one.geonameid == other.geonameid:
        return "equal"
    mine, yours = place_key(one.name), place_key(other.name)
    if mine == yours:
        return "equal"
    if one.country and one.country == other.country:
        if _is_country(one.name, one.country):
            return "contains"
        if _is_country(other.name, other.country):
            return "within"
    if f" {yours} ".find(f" {mine} ") >= 0:
        return "contains"
    if f" {mine} ".find(f" {yours} ") >= 0:
        return "within"
    return "differs"
