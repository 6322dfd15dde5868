"""Why an entry's mentions are together, and why its nearest neighbour stayed apart: as values, for a format to put into words."""

import sys
from collections.abc import Sequence

import attrs

from timeline.chronology.neighbours import Neighbour, neighbours, spokesmen
from timeline.chronology.similarity import Comparison, compare
from timeline.chronology.tellings import Telling, Traits, tellings
from timeline.model import Event


@attrs.frozen
class Pairing:
    """Two tellings, and how they compare; None where they are told alike in everything that counts."""

    one: Telling
    other: Telling
    comparison: Comparison | None


@attrs.frozen
class Apart:
    """The entry that came nearest and stayed apart, the tellings that came nearest, the articles that tell the two as two."""

    entry: Event
    pairing: Pairing
    shared: tuple[str, ...]


@attrs.frozen
class Reasons:
    """All that explains an entry: its tellings, how each joined one before it, and what stayed apart."""

    entry: Event
    told: tuple[Telling, ...]
    together: tuple[Pairing, ...]
    apart: Apart | None


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

    def reasons(self, entry: Event) -> Reasons:
        """What explains an entry.

        Raises ValueError for an entry that is none of the entries.
        """
        index = self._places.get(entry)
        if index is None:
            raise ValueError("an entry of another timeline")
        told = self._told[index]
        return Reasons(entry, tuple(told), tuple(_together(told)), self._apart(told, self._nearest.get(index)))

    def _apart(self, told: Sequence[Telling], neighbour: Neighbour | None) -> Apart | None:
        if neighbour is None:
            return None
        nearest = self.entries[neighbour.entry]
        shared = {telling.article for telling in told} & set(nearest.articles)
        ours, theirs = neighbour.ours, neighbour.theirs
        return Apart(nearest, Pairing(ours, theirs, compare(ours.traits, theirs.traits)), tuple(sorted(shared)))


def _together(told: Sequence[Telling]) -> list[Pairing]:
    """Each telling with the one told before it, among the first that differ, that it is most alike."""
    before, known, found = [told[0]], spokesmen(told), []
    for one in told[1:]:
        other = max(before, key=lambda earlier: _likeness(earlier.traits, one.traits))
        found.append(Pairing(other, one, None if one.traits == other.traits else compare(other.traits, one.traits)))
        if any(one is spokesman for spokesman in known):
            before.append(one)
    return found


def _likeness(one: Traits, other: Traits) -> int:
    return sys.maxsize if one == other else compare(one, other).points
