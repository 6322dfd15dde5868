"""How likely two tellings of different articles tell one event.

Each field gives points for or against, or rules the pair out. The sum decides, in tenths of what one equal field may give; a
field that one telling lacks counts little either way. The points were set by reading articles, not fitted to them.
"""

from bisect import bisect_left

import attrs

from timeline.chronology.kinds import kinds_of
from timeline.chronology.participants import Participant, agreement
from timeline.chronology.relations import relate_dates, relate_places
from timeline.chronology.tellings import Traits
from timeline.model import DateSpan, Place
from timeline.reading import remembered

#: Two tellings, and on average two groups of them, are one event from here on.
ENOUGH = 50
#: What a field gives that rules a pair out.
NEVER = -1000

#: Points that a date loses by the most days that it may have, and beyond.
_WIDTHS = (1, 3, 10, 31, 92, 366)
_LOSSES = (0, 2, 5, 12, 24, 40, 45)

#: Days that a plan may lie ahead when it is cancelled or postponed.
FORESEEN = 31

#: Types whose events are words: an article may give the speech where another gives the demand in it.
SPEECH = frozenset({"STATEMENT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})
#: Types in which all who take part do so alike, whoever is named first.
MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
#: What a meeting loses where a telling leaves its partner out: whom else he met that day is open.
_UNPARTNERED = 12


@attrs.frozen
class Comparison:
    """How two tellings compare, field by field: (field, points, words for it)."""

    fields: tuple[tuple[str, int, str], ...]

    @property
    def points(self) -> int:
        """The sum."""
        return sum(points for _, points, _ in self.fields)


def _coarseness(days: int) -> int:
    """Points that a date loses for its width: sharing a day says much, sharing a year little."""
    return _LOSSES[bisect_left(_WIDTHS, days)]


def date_points(one: DateSpan | None, other: DateSpan | None, *, speech: bool = False) -> int:
    """Points for two dates: 30 for one day, less the wider they are and the less they share.

    Who spoke yesterday speaks again today: two days, or a day and its month, hardly ever are of one `speech`.
    """
    if one is None or other is None:
        return NEVER
    loss = _coarseness(max(one.days, other.days))
    if one.open != other.open:
        loss += 15
    if speech and loss > 2:
        loss += 15 if loss > 12 or relate_dates(one, other) != "equal" else 0
    match relate_dates(one, other):
        case "equal":
            return 30 - loss
        case "contains" | "within":
            return 26 - loss
        case "overlaps":
            return 20 - loss
        case "near":
            return (-20 if speech else 0) - loss
        case _:
            return NEVER


def _speech(one: Traits, other: Traits) -> bool:
    return one.type in SPEECH and other.type in SPEECH


def party_points(one: Traits, other: Traits) -> int:
    """Points for who takes part: 40 where all agree, and a few more where they are many; down to -110 where none does."""
    if one.type in MUTUAL or other.type in MUTUAL:
        points = _agreed(one.everyone, other.everyone) - _UNPARTNERED * (1 in (len(one.everyone), len(other.everyone)))
    else:
        points = _agreed(one.actors, other.actors)
        if one.targets and other.targets:
            points = (2 * points + _agreed(one.targets, other.targets)) // 3
    return points + 3 * min(len(one.everyone) - 1, len(other.everyone) - 1, 3) if points > -5 else points


def _agreed(some: tuple[Participant, ...], others: tuple[Participant, ...]) -> int:
    return 3 * agreement(some, others) // 2 - 110 if some and others else -5


def action_points(one: Traits, other: Traits) -> int:
    """Points for what is done: 20 for one type and head, fewer for one kind; different types are hardly ever one event."""
    return _action_points(one.type, one.heads, other.type, other.heads)


@remembered(1 << 16)
def _action_points(my_type: str, my_heads: tuple[str, ...], your_type: str, your_heads: tuple[str, ...]) -> int:
    shared_head = not set(my_heads).isdisjoint(your_heads)
    mine, yours = kinds_of(my_heads), kinds_of(your_heads)
    if my_type == your_type:
        if shared_head:
            return 20
        if my_type in SPEECH:
            return 16 if mine & yours else 10
        if mine and yours:
            return 14 if mine & yours else -30
        return 4
    if shared_head:
        return 5
    if my_type in SPEECH and your_type in SPEECH:
        return 5 if mine & yours else -10
    if "OTHER" in (my_type, your_type):
        return -20 if not mine & yours else 0
    return -30 if not mine & yours else -5


def place_points(one: Place | None, other: Place | None) -> int:
    """Points for where it happens."""
    if one is None or other is None:
        return 0
    relation = relate_places(one, other)
    if relation == "equal":
        return 15
    if relation == "differs":
        return -30 if one.country and one.country == other.country else -45
    return 8


def modality_points(one: str, other: str) -> int:
    """Points for whether it happened: what one announces another may report as done, or deny."""
    if one == other or {one, other} == {"planned", "asserted"}:
        return 0
    return -5


def undoing_points(one: Traits, other: Traits) -> tuple[int, int] | None:
    """Points for date and action where one telling cancels or postpones what the other plans; None where it does not.

    The plan may lie up to a month after the day of its cancellation.
    """
    if not one.undoes:
        one, other = other, one
    if one.date is None or other.date is None or other.modality != "planned" or not set(one.undoes) & kinds_of(other.heads):
        return None
    ahead = (other.date.end - one.date.begin).days
    return (25 if one.date.overlaps(other.date) else 20 if 0 <= ahead <= FORESEEN else NEVER), 25


def points(one: Traits, other: Traits) -> int:
    """The sum over all fields; far below zero where a field rules the pair out."""
    if (one.undoes or other.undoes) and (undone := undoing_points(one, other)):
        return sum(undone) + party_points(one, other) if undone[0] != NEVER else NEVER
    total = date_points(one.date, other.date, speech=_speech(one, other))
    if total == NEVER:
        return NEVER
    total += party_points(one, other) + action_points(one, other)
    if total < 0:
        return total
    return total + place_points(one.place, other.place) + modality_points(one.modality, other.modality)


def field_points(one: Traits, other: Traits) -> tuple[tuple[str, int], ...]:
    """The points of each field that counts for the pair, by its name."""
    undone = undoing_points(one, other) if one.undoes or other.undoes else None
    parties = party_points(one, other)
    if undone is not None:
        return (("date", undone[0]), ("parties", parties), ("action", undone[1]))
    return (
        ("date", date_points(one.date, other.date, speech=_speech(one, other))),
        ("parties", parties),
        ("action", action_points(one, other)),
        ("place", place_points(one.place, other.place)),
        ("modality", modality_points(one.modality, other.modality)),
    )


def compare(one: Traits, other: Traits) -> Comparison:
    """The same with its reasons."""
    fields = field_points(one, other)
    undone = "place" not in dict(fields)
    words = {
        "date": _when(one.date, other.date),
        "parties": f"{_names(one)} and {_names(other)}",
        "action": f"{_what(one)} and {_what(other)}" + (": one undoes what the other plans" if undone else ""),
        "place": _where(one.place, other.place),
        "modality": f"{one.modality} and {other.modality}",
    }
    return Comparison(tuple((field, points, words[field]) for field, points in fields))


def _when(one: DateSpan | None, other: DateSpan | None) -> str:
    return "no date to compare" if one is None or other is None else f"{one} and {other}: {relate_dates(one, other)}"


def _where(one: Place | None, other: Place | None) -> str:
    if one is None or other is None:
        return "not both say where"
    return f"{one.name} and {other.name}: {relate_places(one, other)}"


def _names(traits: Traits) -> str:
    return "، ".join(" ".join(who.name) + (f" ({who.code})" if who.code else "") for who in traits.everyone) or "nobody named"


def _what(traits: Traits) -> str:
    return f"{traits.type} {'/'.join(traits.heads)}".rstrip()
