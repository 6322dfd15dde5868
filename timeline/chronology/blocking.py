"""Which tellings are compared at all: those that share a participant (or a place), a class of action and a stretch of time.

Every key is a plain string, so that a cluster of machines can group by it. Who shares no key is never compared and never merged.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from timeline.chronology.relations import NEAR_APPROXIMATE
from timeline.chronology.similarity import SPEECH
from timeline.chronology.tellings import Traits

#: Spans longer than this many days meet others by their head alone: "in 2014" is no sign of being the same.
LONG = 93
_EPOCH = date(1, 1, 1).toordinal()
_WINDOW = 32  # days in a window; a short span lies in two windows at most


def _class(action_type: str) -> str:
    return "speech" if action_type in SPEECH else action_type


def _who(traits: Traits) -> Iterator[str]:
    for participant in {*traits.actors, *traits.targets}:
        yield participant.code or "~" + (participant.name[-1] if participant.name else "")
    if traits.place is not None:
        yield "@" + traits.place.name


def keys(traits: Traits) -> list[str]:
    """The blocking keys of a telling; none where it has no date."""
    if traits.date is None:
        return []
    classes = [_class(traits.type), *(f"={head}" for head in traits.heads)]
    begin, end = traits.date.begin.toordinal(), traits.date.end.toordinal()
    margin = NEAR_APPROXIMATE if traits.date.approximate else 1
    found = []
    for who in _who(traits):
        if end - begin < LONG:
            windows = range((begin - margin) // _WINDOW, (end + margin) // _WINDOW + 1)
            found += [f"{who} {what} {window}" for what in classes for window in windows]
        found += [f"{who} ={head} long" for head in traits.heads]
    return found


def pairs(group: Sequence[Traits]) -> Iterator[tuple[int, int]]:
    """Pairs of indices of one group whose dates may meet, by a sweep over the days."""
    spans = []
    for index, traits in enumerate(group):
        if traits.date is not None:
            margin = min(NEAR_APPROXIMATE, traits.date.days) if traits.date.approximate else 1
            spans.append((traits.date.begin.toordinal() - margin, traits.date.end.toordinal() + margin, index))
    spans.sort()
    active: list[tuple[int, int]] = []
    for begin, end, index in spans:
        active = [(until, other) for until, other in active if until >= begin]
        for _, other in active:
            yield other, index
        active.append((end, index))


def blocks(tellings: Iterable[Traits]) -> dict[str, list[int]]:
    """Indices of the tellings by key; keys of one telling alone are left out."""
    grouped: dict[str, list[int]] = {}
    for index, traits in enumerate(tellings):
        for key in keys(traits):
            grouped.setdefault(key, []).append(index)
    return {key: indices for key, indices in grouped.items() if len(indices) > 1}
