"""What corrections do to tellings and entries: a pure function of the sets of mentions and of corrections.

Tellings are grouped by what they say, those that were parted never; then what was joined is joined; then each entry gets what was
decided about any of its tellings. Of two decisions on one thing the later holds.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import combinations, product
from typing import Any

import attrs

from timeline.chronology.corrections.values import SETTING, Correction, Decision, Key, key_of
from timeline.chronology.tellings import Telling
from timeline.model import Action, Actor, Amendment, DateSpan, Event, Place, Review
from timeline.model.reviews import UNREVIEWED

#: A telling by its article and event, as all its mentions know it.
Number = tuple[str, int]
Pair = frozenset[Number]


def telling_key(telling: Telling) -> Number:
    """The telling's article and event."""
    return (telling.article, telling.mentions[0].event)


@attrs.frozen
class Rulings:
    """The decisions on these tellings: which pairs are apart and which together, and what is decided about each telling."""

    apart: frozenset[Pair]
    together: tuple[Pair, ...]
    about: dict[Number, list[Correction]]

    def may(self, some: Iterable[Telling], others: Iterable[Telling]) -> bool:
        """Whether none of some was parted from any of the others."""
        if not self.apart:
            return True
        mine, yours = [telling_key(one) for one in some], [telling_key(one) for one in others]
        return not any(frozenset(pair) in self.apart for pair in product(mine, yours))


def rulings(corrections: Sequence[Correction], tellings: Sequence[Telling]) -> Rulings:
    """The rulings of corrections, given in the order in which they hold, on these tellings."""
    resting: dict[Key, list[Number]] = {}
    for telling in tellings:
        for mention in telling.mentions:
            resting.setdefault(key_of(mention), []).append(telling_key(telling))
    about: dict[Number, list[Correction]] = {}
    pairs: dict[Pair, tuple[int, str]] = {}
    for number, correction in enumerate(corrections):
        of, apart = (
            list(dict.fromkeys(key for one in side for key in resting.get(one.key, ())))
            for side in (correction.of, correction.apart)
        )
        if correction.decide in ("join", "part"):
            said = "" if correction.withdrawn else "together"
            within = [*combinations(of, 2), *combinations(apart, 2)]
            pairs |= {frozenset(pair): (number, said) for pair in within}
            pairs |= {frozenset(pair): (number, said and "apart") for pair in product(of, apart)}
        else:
            for key in of:
                about.setdefault(key, []).append(correction)
    joined = [(-number, sorted(pair), pair) for pair, (number, said) in pairs.items() if said == "together" and len(pair) == 2]
    return Rulings(
        frozenset(pair for pair, (_, said) in pairs.items() if said == "apart" and len(pair) == 2),
        tuple(pair for _, _, pair in sorted(joined, key=lambda one: one[:2])),
        about,
    )


def united(groups: Sequence[list[Telling]], ruled: Rulings) -> list[tuple[list[Telling], bool]]:
    """The groups, those joined that were joined, the latest first; with each whether it was. What was parted stays apart."""
    if not ruled.together:
        return [(group, False) for group in groups]
    found: dict[int, tuple[list[Telling], bool]] = {index: (group, False) for index, group in enumerate(groups)}
    home = {telling_key(telling): index for index, group in enumerate(groups) for telling in group}
    for pair in ruled.together:
        one, other = sorted(home[key] for key in pair)
        if one == other or not ruled.may(found[one][0], found[other][0]):
            continue
        moved, _ = found.pop(other)
        home |= {telling_key(telling): one for telling in moved}
        found[one] = ([*found[one][0], *moved], True)
    return [found[index] for index in sorted(found)]


def reviewed(event: Event, joined: bool, corrections: Iterable[Correction]) -> Event:
    """The entry with what was decided about it, given in the order in which it holds."""
    latest: dict[Decision, Correction] = {}
    notes: dict[object, Correction] = {}
    for correction in corrections:
        if correction.decide == "note":
            notes[correction.of] = correction
        else:
            latest[correction.decide] = correction
    held = {decide: one for decide, one in latest.items() if not one.withdrawn}
    amended = tuple(
        Amendment(decide, _texts(event, decide), held[decide].by, held[decide].at) for decide in SETTING if decide in held
    )
    for decide in SETTING:
        if decide in held:
            event = _SET[decide](event, held[decide])
    review = Review(
        amended,
        tuple(str(note.value) for note in notes.values() if not note.withdrawn),
        "confirm" in held,
        "star" in held,
        "hide" in held,
        joined,
    )
    return event if review == UNREVIEWED else attrs.evolve(event, review=review)  # type: ignore[misc] # checkers see a tuple


def _texts(event: Event, decide: str) -> tuple[str, ...]:
    """What the texts give for a field, as an amendment tells it."""
    value: DateSpan | Place | Action | tuple[Actor, ...] | None = getattr(
        event, "action" if decide in ("type", "modality") else decide
    )
    match value:
        case DateSpan():
            return (value.edtf,)
        case Place():
            return (value.name,)
        case Action():
            return (getattr(value, decide),)
        case tuple():
            return tuple(actor.name for actor in value)
    return ()


def _field(event: Event, correction: Correction) -> Event:
    changes: dict[str, Any] = {correction.decide: correction.value}  # the correction knows that its value goes with its field
    return attrs.evolve(event, **changes)  # type: ignore[misc] # checkers see a tuple


def _action(event: Event, correction: Correction) -> Event:
    changes: dict[str, Any] = {correction.decide: correction.value}
    return attrs.evolve(event, action=attrs.evolve(event.action, **changes))  # type: ignore[misc] # checkers see a tuple


_SET: dict[str, Callable[[Event, Correction], Event]] = {
    decide: _action if decide in ("type", "modality") else _field for decide in SETTING
}


def decided(group: Collection[Telling], ruled: Rulings) -> list[Correction]:
    """What was decided about any telling of a group, in the order in which it holds."""
    found = {correction for telling in group for correction in ruled.about.get(telling_key(telling), ())}
    return sorted(found, key=lambda correction: correction.order)
