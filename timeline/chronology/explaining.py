"""Why an entry's mentions are together, and why its nearest neighbour stayed apart."""

import sys
from collections.abc import Iterable, Sequence
from datetime import date

from timeline.chronology.relations import days_between
from timeline.chronology.similarity import ENOUGH, NEVER, Comparison, compare
from timeline.chronology.tellings import Telling, Traits, tellings
from timeline.model import Event

#: A field that rules a pair out counts, in the search for a neighbour, as the worst that parties can do.
_WORST = 110


def explain(entry: Event, entries: Sequence[Event]) -> str:
    """The reasons, a line each.

    Raises ValueError for an entry that is none of the entries.
    """
    if entry not in entries:
        raise ValueError("an entry of another timeline")
    told = tellings(entry.mentions)
    lines = [f"{entry.date or 'undated'}: {entry.action.text}"]
    lines += _together(told)
    lines += _chosen(entry)
    lines += _apart(told, (event for event in entries if event != entry))
    return "\n".join(lines)


def _together(told: Sequence[Telling]) -> Iterable[str]:
    """Each telling with the one before it that it is most alike."""
    if len(told) == 1:
        yield f"Told by one article, {told[0].article}."
        return
    yield f"Together, for {ENOUGH} points are enough:"
    for index, one in enumerate(told[1:], 1):
        other = max(told[:index], key=lambda before: _likeness(before.traits, one.traits))
        alike = "told alike" if one.traits == other.traits else _points(compare(other.traits, one.traits))
        yield f"- {other.article} and {one.article}: {alike}"


def _likeness(one: Traits, other: Traits) -> int:
    return sys.maxsize if one == other else compare(one, other).points


def _chosen(entry: Event) -> Iterable[str]:
    for conflict in entry.conflicts:
        versions = "; ".join(f"{value} ({', '.join(ids)})" for value, ids in conflict.versions)
        yield f"{conflict.field} {conflict.relation}: {versions}"


def _apart(told: Sequence[Telling], others: Iterable[Event]) -> Iterable[str]:
    best: tuple[tuple[int, int], Telling, Telling, Event] | None = None
    for event in others:
        for theirs in tellings(event.mentions):
            for ours in told:
                nearness = _nearness(ours.traits, theirs.traits)
                if best is None or nearness > best[0]:
                    best = (nearness, ours, theirs, event)
    if best is None:
        yield "Nothing else is told."
        return
    _, ours, theirs, nearest = best
    yield f"Nearest neighbour, kept apart: {nearest.date or 'undated'}: {nearest.action.text}"
    if shared := {telling.article for telling in told} & set(nearest.articles):
        yield f"- {', '.join(sorted(shared))} tells the two as two"
    yield f"- {ours.article} and {theirs.article}: {_points(compare(ours.traits, theirs.traits))}"


def _nearness(one: Traits, other: Traits) -> tuple[int, int]:
    """What orders neighbours: points, no field counting worse than the parties can; then days."""
    fields = compare(one, other).fields
    apart = days_between(one.date, other.date) if one.date and other.date else date.max.toordinal()
    return sum(max(points, -_WORST) for _, points, _ in fields), -apart


def _points(comparison: Comparison) -> str:
    fields = "; ".join(
        f"{field} {'never' if points <= NEVER else f'{points:+}'} ({words})" for field, points, words in comparison.fields
    )
    return fields if comparison.points < NEVER // 2 else f"{comparison.points} points: {fields}"
