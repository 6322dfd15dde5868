"""For each entry the one that is most like it and stayed apart, looked for where a merge would look: in the blocks."""

from collections.abc import Iterator, Sequence
from datetime import date

import attrs

from timeline.chronology.blocking import candidates
from timeline.chronology.relations import days_between
from timeline.chronology.similarity import field_points
from timeline.chronology.tellings import Telling, Traits

#: A field that rules a pair out counts, in the search for a neighbour, as the worst that parties can do.
_WORST = 110
#: How many tellings of one entry are compared, and with how many others each, the next in time first: a summit that hundreds
#: of articles tell costs what a small one does.
SPOKESMEN = 8
REACH = 64


@attrs.frozen
class Neighbour:
    """The entry (by its index) that came nearest, and the two tellings that came nearest to being one."""

    entry: int
    ours: Telling
    theirs: Telling


def neighbours(told: Sequence[Sequence[Telling]]) -> dict[int, Neighbour]:
    """The nearest neighbour of each of the entries, which come as their tellings; none for an entry that is like no other."""
    spoken = sorted(
        ((telling.traits.sort_key, index, telling) for index, group in enumerate(told) for telling in spokesmen(group)),
        key=lambda item: item[:2],
    )
    nearest: dict[int, tuple[tuple[int, int], Neighbour]] = {}
    for one, other in _pairs([telling.traits for _, _, telling in spoken]):
        (_, mine, ours), (_, yours, theirs) = spoken[one], spoken[other]
        if mine == yours:
            continue
        near = _nearness(ours.traits, theirs.traits)
        for entry, neighbour in ((mine, Neighbour(yours, ours, theirs)), (yours, Neighbour(mine, theirs, ours))):
            if entry not in nearest or near > nearest[entry][0]:
                nearest[entry] = (near, neighbour)
    return {entry: neighbour for entry, (_, neighbour) in nearest.items()}


def spokesmen(told: Sequence[Telling]) -> list[Telling]:
    """The first tellings of an entry that differ in what counts, up to `SPOKESMEN`."""
    found: dict[Traits, Telling] = {}
    for telling in told:
        if len(found) == SPOKESMEN:
            break
        found.setdefault(telling.traits, telling)
    return list(found.values())


def _pairs(traits: Sequence[Traits]) -> Iterator[tuple[int, int]]:
    for one, others in candidates(traits):
        for other in others[:REACH]:
            yield one, other


def _nearness(one: Traits, other: Traits) -> tuple[int, int]:
    """What orders neighbours: points, no field counting worse than the parties can; then days."""
    apart = days_between(one.date, other.date) if one.date and other.date else date.max.toordinal()
    return sum(max(points, -_WORST) for _, points in field_points(one, other)), -apart
