"""Why an entry's mentions are together, and why its nearest neighbour stayed apart."""

from collections.abc import Iterable, Sequence
from datetime import date

from timeline.articles import Article
from timeline.chronology.relations import days_between
from timeline.chronology.similarity import ENOUGH, NEVER, Comparison, compare
from timeline.chronology.tellings import Telling, Traits, tellings
from timeline.model import Event

WORST = 110


def explain(entry: Event, entries: Iterable[Event], articles: Iterable[Article]) -> str:
    """The reasons, a line each.

    Raises ValueError for an entry of another timeline.
    """
    others = [event for event in entries if event != entry]
    told = tellings(entry.mentions)
    lines = [f"{entry.date or 'undated'}: {entry.action.text}"]
    lines += _together(told)
    lines += _chosen(entry)
    lines += _apart(told, others)
    return "\n".join(lines)


def _together(told: Sequence[Telling]) -> Iterable[str]:
    if len(told) == 1:
        yield f"Told by one article, {told[0].article}."
        return
    yield f"Together ({ENOUGH} points on average are enough):"
    for index, one in enumerate(told):
        for other in told[:index]:
            if one.traits == other.traits:
                yield f"- {other.article} and {one.article} tell it alike"
            else:
                yield f"- {other.article} and {one.article}: {_points(compare(other.traits, one.traits))}"


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
    """What orders neighbours: points, a date that rules the pair out counting as the worst that any other field can do; then days."""
    fields = compare(one, other).fields
    apart = days_between(one.date, other.date) if one.date and other.date else date.max.toordinal()
    return sum(max(points, -WORST) for _, points, _ in fields), -apart


def _points(comparison: Comparison) -> str:
    fields = "; ".join(
        f"{field} {'never' if points <= NEVER else f'{points:+}'} ({words})" for field, points, words in comparison.fields
    )
    return fields if comparison.points < NEVER // 2 else f"{comparison.points} points: {fields}"
