"""Which of several versions an entry shows.

One rule for every field: the most specific version that the others leave room for; else what most say; else the earliest
report. Every version that is not chosen stays visible as a conflict of the entry.

All functions take the versions in the order of their report, one for each telling, and return one of them.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from timeline.chronology.participants import INSTITUTION, REPRESENTATIVE, Participant, likeness, participant
from timeline.chronology.relations import relate_dates, relate_places
from timeline.model import Actor, DateSpan, Place

_T = TypeVar("_T")


def most_told(versions: Sequence[_T], key: Callable[[_T], Hashable]) -> _T:
    """The version that most tell; of equals the first.

    >>> most_told(["b", "a", "a"], key=str)
    'a'
    """
    counts = Counter(map(key, versions))
    return max(versions, key=lambda version: counts[key(version)])  # max keeps the first of equals


def _days(date: DateSpan) -> tuple[object, ...]:
    return (date.begin, date.end, date.open)


def choose_date(versions: Sequence[DateSpan]) -> DateSpan | None:
    """The date that no other makes more exact, by the rule.

    >>> from datetime import date
    >>> choose_date([DateSpan.month(2022, 1), DateSpan.day(date(2022, 1, 10)), DateSpan.day(date(2022, 1, 10))]).edtf
    '2022-01-10'
    """
    if len(versions) < 2:
        return versions[0] if versions else None
    distinct = {_days(version): version for version in reversed(versions)}
    finest = {
        key
        for key, version in distinct.items()
        if not any(relate_dates(version, other) == "contains" for other in distinct.values())
    }
    chosen = most_told([version for version in versions if _days(version) in finest], key=_days)
    equals = [version for version in versions if _days(version) == _days(chosen)]
    return min(equals, key=lambda version: (version.inferred, version.approximate))  # min keeps the first of equals


def choose_place(versions: Sequence[Place]) -> Place | None:
    """The place in which no other lies, by the rule.

    >>> choose_place([Place("قطر", "QAT"), Place("الدوحة", "QAT")]).name
    'الدوحة'
    """
    if len(versions) < 2:
        return versions[0] if versions else None
    distinct = list(dict.fromkeys(versions))
    finest = {place for place in distinct if not any(relate_places(place, other) == "contains" for other in distinct)}
    return most_told([version for version in versions if version in finest], key=lambda place: place)


def covers(some: Sequence[Participant], others: Sequence[Participant]) -> bool:
    """Whether each of the others is among these: himself, or (a state, an organisation) by one who speaks for it."""
    return all(any(_stands_for(one, other) for one in some) for other in others)


def _stands_for(one: Participant, other: Participant) -> bool:
    return likeness(one, other) >= (REPRESENTATIVE if one.person and not other.person else INSTITUTION)


def choose_actors(versions: Sequence[tuple[Actor, ...]]) -> tuple[Actor, ...]:
    """The parties that hold all the others told, by the rule.

    >>> russia, america = Actor("روسيا", "RUS"), Actor("الولايات المتحدة", "USA")
    >>> [actor.code for actor in choose_actors([(russia,), (russia, america)])]
    ['RUS', 'USA']
    """
    told = [version for version in versions if version]
    if len(told) < 2:
        return told[0] if told else ()
    parties = {version: tuple(sorted({participant(actor) for actor in version})) for version in told}
    fullest = [version for version in told if all(covers(parties[version], other) for other in parties.values())]
    most = max((len(parties[version]) for version in fullest), default=0)
    fullest = [version for version in fullest if len(parties[version]) == most]
    return most_told(fullest or told, key=lambda version: parties[version])
