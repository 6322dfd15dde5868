"""Why an entry's mentions are together, and why its nearest neighbour stayed apart."""

import sys
from collections.abc import Iterable, Sequence

import attrs

from timeline.chronology.neighbours import Neighbour, neighbours, spokesmen
from timeline.chronology.similarity import ENOUGH, NEVER, Comparison, compare
from timeline.chronology.tellings import Telling, Traits, tellings
from timeline.model import Event


@attrs.frozen
class Explainer:
    """The reasons of all entries of a timeline; made once for all of them, in time that grows as they do."""

    entries: tuple[Event, ...]
    _told: list[list[Telling]] = attrs.field(init=False, repr=False)
    _places: dict[Event, int] = attrs.field(init=False, repr=False)
    _nearest: dict[int, Neighbour] = attrs.field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        told = [tellings(entry.mentions) for entry in self.entries]
        object.__setattr__(self, "_told", told)
        object.__setattr__(self, "_places", {entry: index for index, entry in enumerate(self.entries)})
        object.__setattr__(self, "_nearest", neighbours(told))

    def explain(self, entry: Event) -> str:
        """The reasons, a line each.

        Raises ValueError for an entry that is none of the entries.
        """
        index = self._places.get(entry)
        if index is None:
            raise ValueError("an entry of another timeline")
        told = self._told[index]
        lines = [f"{entry.date or 'undated'}: {entry.action.text}"]
        lines += ["Joined by a reader."] * entry.review.joined
        lines += _together(told)
        lines += _chosen(entry)
        lines += self._apart(told, self._nearest.get(index))
        return "\n".join(lines)

    def _apart(self, told: Sequence[Telling], neighbour: Neighbour | None) -> Iterable[str]:
        if neighbour is None:
            yield "Nothing else is told that is like it."
            return
        nearest = self.entries[neighbour.entry]
        yield f"Nearest neighbour, kept apart: {nearest.date or 'undated'}: {nearest.action.text}"
        if shared := {telling.article for telling in told} & set(nearest.articles):
            yield f"- {', '.join(sorted(shared))} tells the two as two"
        ours, theirs = neighbour.ours, neighbour.theirs
        yield f"- {ours.article} and {theirs.article}: {_points(compare(ours.traits, theirs.traits))}"


def _together(told: Sequence[Telling]) -> Iterable[str]:
    """Each telling with the one told before it, among the first that differ, that it is most alike."""
    if len(told) == 1:
        yield f"Told by one article, {told[0].article}."
        return
    yield f"Together, for {ENOUGH} points are enough:"
    first = told[0]
    before = [first]
    known = spokesmen(told)
    for one in told[1:]:
        other = max(before, key=lambda earlier: _likeness(earlier.traits, one.traits))
        alike = "told alike" if one.traits == other.traits else _points(compare(other.traits, one.traits))
        yield f"- {other.article} and {one.article}: {alike}"
        if any(one is spokesman for spokesman in known):
            before.append(one)


def _likeness(one: Traits, other: Traits) -> int:
    return sys.maxsize if one == other else compare(one, other).points


def _chosen(entry: Event) -> Iterable[str]:
    for conflict in entry.conflicts:
        versions = "; ".join(f"{value} ({', '.join(ids)})" for value, ids in conflict.versions)
        yield f"{conflict.field} {conflict.relation}: {versions}"


def _points(comparison: Comparison) -> str:
    fields = "; ".join(
        f"{field} {'never' if points <= NEVER else f'{points:+}'} ({words})" for field, points, words in comparison.fields
    )
    return fields if comparison.points < NEVER // 2 else f"{comparison.points} points: {fields}"
