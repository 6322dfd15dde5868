"""Why an entry's mentions are together, and why its nearest neighbour stayed apart."""

from collections.abc import Iterable, Sequence

from timeline.articles import Article
from timeline.chronology.similarity import ENOUGH, NEVER, Comparison, compare, points
from timeline.chronology.tellings import Telling, tellings
from timeline.model import Event


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
    best: tuple[float, str, Telling, Telling] | None = None
    nearest: Event | None = None
    for event in others:
        for theirs in tellings(event.mentions):
            for ours in told:
                score = points(ours.traits, theirs.traits)
                if score > NEVER // 2 and (best is None or score > best[0]):
                    best, nearest = (score, theirs.article, ours, theirs), event
    if best is None or nearest is None:
        yield "Nothing else comes near it."
        return
    _, _, ours, theirs = best
    yield f"Nearest neighbour, kept apart: {nearest.date}: {nearest.action.text}"
    if {telling.article for telling in told} & set(nearest.articles):
        shared = ", ".join(sorted({telling.article for telling in told} & set(nearest.articles)))
        yield f"- {shared} tells the two as two"
    yield f"- {ours.article} and {theirs.article}: {_points(compare(ours.traits, theirs.traits))}"


def _points(comparison: Comparison) -> str:
    fields = "; ".join(
        f"{field} {'never' if points <= NEVER else f'{points:+}'} ({words})" for field, points, words in comparison.fields
    )
    return fields if comparison.points < NEVER // 2 else f"{comparison.points} points: {fields}"
