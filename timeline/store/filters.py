"""The filters of a timeline as a condition in SQL, and the words of an entry that they look into."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from timeline.chronology.asking import Asked, actor_names, asked_actor, asked_place, asked_type, place_names
from timeline.chronology.chronology import participants_of, places_of
from timeline.model import Event
from timeline.store.rows import text


def condition(
    actors: Sequence[str], place: str | None, period: tuple[date, date] | None, types: Sequence[str], sources: Sequence[str]
) -> tuple[str, list[Any]]:
    """A condition on entries, in SQL, and its values."""
    parts: list[str] = []
    values: list[Any] = []
    for actor in map(asked_actor, actors):
        _add_asked(actor, "actors", "code", parts, values)
    if place is not None:
        _add_asked(asked_place(place), "places", "country", parts, values)
    if period is not None:
        parts.append('begin <= ? AND "end" >= ?')
        values += [period[1].isoformat(), period[0].isoformat()]
    if types:
        parts.append(f"type IN ({', '.join('?' * len(types))})")
        values += [asked_type(action_type) for action_type in types]
    if sources:
        told = f"SELECT id FROM articles WHERE source IN ({', '.join('?' * len(sources))})"
        parts.append(f"id IN (SELECT entry FROM tellings WHERE article IN ({told}))")
        values += [text(source) for source in sources]
    return " AND ".join(parts), values


def _add_asked(asked: Asked, table: str, column: str, parts: list[str], values: list[Any]) -> None:
    """The entries with the code that is asked for, or a name that holds all words of one of those asked for."""
    kinds = [f"SELECT entry FROM {table} WHERE {column} = ?"]
    values.append(text(asked.code or ""))
    for words in asked.names:
        if words:
            kinds.append(f"SELECT entry FROM {table} WHERE " + " AND ".join(["instr(words, ?) > 0"] * len(words)))
            values += [f" {text(word)} " for word in sorted(words)]
    parts.append(f"id IN ({' UNION '.join(kinds)})")


def actor_words(event: Event) -> Iterator[tuple[str | None, str]]:
    """(code, words of a name between blanks) for each name of each that takes part in any telling."""
    for actor in participants_of(event):
        for words in actor_names(actor):
            yield actor.code and text(actor.code), f" {text(' '.join(sorted(words)))} "


def place_words(event: Event) -> Iterator[tuple[str | None, str]]:
    """(country, words of a name between blanks) for each name of each place in any telling."""
    for place in places_of(event):
        for words in place_names(place):
            yield place.country and text(place.country), f" {text(' '.join(sorted(words)))} "
