"""How an expression is read, by what it says: on its own, from today, from another date of the text, or not at all."""

from timeline.dates.spec import (
    Anniversary,
    BeforeChrist,
    Century,
    Decade,
    Distance,
    Fields,
    Gloss,
    Holiday,
    Inside,
    Leading,
    Range,
    Same,
    Season,
    Spec,
    Vague,
)
from timeline.model import Calendar, Kind


def kind_of(spec: Spec) -> Kind:
    """Absolute where the text itself tells the year, anaphoric where another date of the text does."""
    if isinstance(spec, Vague):
        return "vague"
    if isinstance(spec, Century | BeforeChrist) or (isinstance(spec, Fields) and spec.year is not None):
        return "absolute"
    inner = _leans_on(spec)
    if inner is not None:
        return kind_of(inner)
    if isinstance(spec, Same) or (isinstance(spec, Distance) and spec.base is not None):
        return "anaphoric"
    return "absolute" if isinstance(spec, Decade) else "relative"


def _leans_on(spec: Spec) -> Spec | None:
    """The expression within it that fixes its year, if one does."""
    match spec:
        case Fields():
            return spec.year_of
        case Inside() | Leading():
            return spec.whole
        case Season() | Holiday() | Anniversary():
            return spec.year
        case Decade():
            return spec.century
        case Range():
            return spec.last
        case Gloss():
            return spec.first
        case Distance(base=Holiday()):
            return spec.base
    return None


def calendar_of(spec: Spec) -> Calendar:
    """The calendar that it is written in."""
    if isinstance(spec, Gloss):
        return calendar_of(spec.first)
    if isinstance(spec, Range):
        return calendar_of(spec.last)
    return spec.calendar if isinstance(spec, Fields) else "gregorian"
