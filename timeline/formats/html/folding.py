"""Statements under the meeting or deed that they speak of, and what of a chronology lies long before the rest."""

from collections.abc import Sequence
from datetime import date

from timeline.chronology.similarity import SPEECH
from timeline.model import Event, Mention

#: How far before a statement, in characters of the article, the deed may be told of which it speaks.
_REACH = 700
#: The share of dated rows that the dense period holds at least, and the days without rows over which it reaches on.
_SHARE, _CALM = 0.6, 45


def occasions(events: Sequence[Event]) -> dict[int, int]:
    """For each statement that speaks of a deed told just before it, the deed's index.

    Both stand in one article, share a party or its state, and the statement has the deed's day or none.
    """
    deeds: dict[str, list[tuple[int, Mention]]] = {}
    for index, event in enumerate(events):
        if event.action.type not in SPEECH and event.action.modality == "asserted":
            for mention in event.mentions:
                deeds.setdefault(mention.article, []).append((index, mention))
    found = {}
    for index, event in enumerate(events):
        if event.action.type == "STATEMENT" and len(event.mentions) == 1:
            occasion = _occasion(event, events, deeds.get(event.mentions[0].article, ()))
            if occasion is not None:
                found[index] = occasion
    return found


def _occasion(event: Event, events: Sequence[Event], deeds: Sequence[tuple[int, Mention]]) -> int | None:
    mention = event.mentions[0]
    near = [
        (mention.trigger.start - deed.trigger.start, index)
        for index, deed in deeds
        if 0 <= mention.trigger.start - deed.trigger.start <= _REACH
        and _shares(event, events[index])
        and _same_day(event, events[index])
    ]
    return min(near)[1] if near else None


def _shares(one: Event, other: Event) -> bool:
    return not _known(one).isdisjoint(_known(other))


def _known(event: Event) -> set[str]:
    actors = (*event.actors, *event.targets)
    return {actor.name for actor in actors} | {actor.code for actor in actors if actor.code and actor.kind != "group"}


def _same_day(statement: Event, deed: Event) -> bool:
    if statement.date is None:
        return True
    return deed.date is not None and (statement.date.begin, statement.date.end) == (deed.date.begin, deed.date.end)


def dense_period(days: Sequence[date]) -> tuple[date, date] | None:
    """First and last day of the period in which most rows lie; None without rows.

    The shortest stretch that holds three fifths of them, reaching on both ways as long as no month and a half goes by without any.

    >>> dense_period([date(2014, 3, 1), date(2022, 1, 10), date(2022, 1, 12), date(2022, 1, 21)])
    (datetime.date(2022, 1, 10), datetime.date(2022, 1, 21))
    """
    if not days:
        return None
    told = sorted(days)
    need = max(1, int(len(told) * _SHARE + 0.999))
    first = min(range(len(told) - need + 1), key=lambda index: (told[index + need - 1] - told[index], index))
    last = first + need - 1
    while first and (told[first] - told[first - 1]).days <= _CALM:
        first -= 1
    while last + 1 < len(told) and (told[last + 1] - told[last]).days <= _CALM:
        last += 1
    return told[first], told[last]
