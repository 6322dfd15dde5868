"""Where the tellings of one event differ, field by field."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, Literal

import attrs

from timeline.chronology.choosing import covers
from timeline.chronology.participants import participant
from timeline.chronology.relations import place_key, relate_dates, relate_places
from timeline.chronology.tellings import Telling
from timeline.model import Actor, Conflict, DateSpan, Mention, Place

Relation = Literal["contains", "contradicts", "adds", "history", "readings"]


def names(actors: Iterable[Actor]) -> str:
    """Actors as one string of names."""
    return "، ".join(actor.name for actor in actors)


@attrs.frozen
class Field:
    """A field of an event: its value in a telling (None or () where silent), and how values are told apart, written and nested."""

    name: str
    value: Callable[[Telling], Any]
    key: Callable[[Any], Hashable]
    text: Callable[[Any], str]
    contains: Callable[[Any, Any], bool]


def _parties(actors: tuple[Actor, ...]) -> Hashable:
    """Whoever comes first, with or without his title."""
    return frozenset((who.code, who.name) for who in map(participant, actors))


def _covers(one: tuple[Actor, ...], other: tuple[Actor, ...]) -> bool:
    return covers([participant(actor) for actor in one], [participant(actor) for actor in other])


def _date_within(one: DateSpan, other: DateSpan) -> bool:
    return relate_dates(one, other) in ("equal", "contains")


def _place_within(one: Place, other: Place) -> bool:
    return relate_places(one, other) in ("equal", "contains")


def _never(one: str, other: str) -> bool:
    return False


FIELDS = (
    Field("date", lambda telling: telling.date, lambda date: date, str, _date_within),
    Field("actors", lambda telling: telling.actors, _parties, names, _covers),
    Field("targets", lambda telling: telling.targets, _parties, names, _covers),
    Field("place", lambda telling: telling.place, lambda place: place_key(place.name), lambda place: place.name, _place_within),
    Field("type", lambda telling: telling.action.type, str, str, _never),
    Field("modality", lambda telling: telling.fate, str, str, _never),
)


def conflicts(told: Sequence[Telling]) -> tuple[Conflict, ...]:
    """One record for each field in which the tellings, given in the order of their report, differ."""
    itself = [telling for telling in told if not telling.traits.undoes] or told  # who cancels it tells of the cancelling
    found = (_conflict(field, told if field.name == "modality" else itself) for field in FIELDS)
    return tuple(conflict for conflict in found if conflict is not None)


def readings(mentions: Iterable[Mention]) -> tuple[Conflict, ...]:
    """One record for each field that the rules and a reader read differently in one article, each version with its witnesses."""
    found: dict[tuple[str, str], Conflict] = {}
    for mention in mentions:
        for dispute in mention.disputed:
            versions = tuple((f"{text} ({', '.join(witnesses)})", (mention.article,)) for text, witnesses in dispute.versions)
            found.setdefault((dispute.field, mention.article), Conflict(dispute.field, "readings", versions))
    return tuple(found.values())


def _conflict(field: Field, told: Sequence[Telling]) -> Conflict | None:
    versions: dict[Hashable, list[Telling]] = {}
    silent = False
    for telling in told:
        value = field.value(telling)
        if value is None or value == ():
            silent = True
        else:
            versions.setdefault(field.key(value), []).append(telling)
    if not versions or len(versions) + silent < 2:
        return None
    return Conflict(
        field.name,
        _relation(field, list(versions.values())),
        tuple(
            (field.text(field.value(same[0])), tuple(sorted({telling.article for telling in same}))) for same in versions.values()
        ),
    )


def _relation(field: Field, versions: Sequence[Sequence[Telling]]) -> Relation:
    values = [field.value(same[0]) for same in versions]
    if len(values) == 1:
        return "adds"
    if field.name == "modality":
        return "contradicts" if {"negated", "asserted"} <= set(values) else "history"
    pairs = [(one, other) for index, one in enumerate(values) for other in values[index + 1 :]]
    if all(field.contains(one, other) or field.contains(other, one) for one, other in pairs):
        return "adds" if field.name in ("actors", "targets") else "contains"
    planned = [all(telling.action.modality == "planned" for telling in same) for same in versions]
    return "history" if field.name == "date" and any(planned) and not all(planned) else "contradicts"
