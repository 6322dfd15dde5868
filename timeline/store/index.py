"""Which entry each telling belongs to, kept up to date by looking at what a change touches alone."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from hashlib import sha256

import attrs

from timeline.chronology.blocking import keys, meets_all, reach
from timeline.chronology.entries import entry
from timeline.chronology.grouping import connected
from timeline.chronology.similarity import ENOUGH, points
from timeline.chronology.tellings import Telling, Traits, tellings
from timeline.model import Event, Mention
from timeline.store.filters import actor_words, place_words
from timeline.store.rows import marks, text, unpacked

#: How many values one query takes: SQLite's own limit was 999 for long.
_AT_ONCE = 500

Place = tuple[str, int]  # where a telling is kept: its article's id and its event's number


def node(traits: Traits) -> str:
    """By which tellings with equal traits find each other."""
    return sha256(repr(traits.sort_key).encode("utf-8", "backslashreplace")).hexdigest()[:32]


def key_rows(place: Place, traits: Traits) -> Iterator[tuple[str, int, int, bool, str, int]]:
    """The rows of a telling in the table of keys."""
    begin, end = reach(traits)
    for key in keys(traits):
        yield text(key), begin, end, meets_all(key, traits), *place


def forget(connection: sqlite3.Connection, article: str) -> None:
    """Take the article's tellings out, and have all that was connected with them indexed anew."""
    connection.execute("DELETE FROM keys WHERE article = ?", (article,))
    touched = connection.execute("SELECT DISTINCT kin FROM tellings WHERE article = ? AND kin IS NOT NULL", (article,)).fetchall()
    _dissolve(connection, [kin for (kin,) in touched])
    connection.execute("DELETE FROM tellings WHERE article = ?", (article,))


def _dissolve(connection: sqlite3.Connection, touched: Sequence[int]) -> None:
    for part in _parts(touched):
        gone = f"(SELECT entry FROM tellings WHERE kin IN ({marks(part)}))"
        for table, column in (("entries", "id"), ("actors", "entry"), ("places", "entry")):
            connection.execute(f"DELETE FROM {table} WHERE {column} IN {gone}", part)
        connection.execute(f"UPDATE tellings SET kin = NULL, entry = NULL WHERE kin IN ({marks(part)})", part)


@attrs.frozen
class Anew:
    """What a change touches: the connected sets that are told anew, each with its events, in place of those numbered `touched`."""

    touched: tuple[int, ...]
    sets: tuple[tuple[Event, ...], ...]


def told_anew(connection: sqlite3.Connection) -> Anew:
    """The entries of the tellings that are not indexed yet, and of all that are connected with them."""
    fresh = list(_read(connection, "kin IS NULL"))
    touched = sorted(_connected_with(connection, fresh))
    both = [telling for _, telling in fresh]
    for part in _parts(touched):
        both += [telling for _, telling in _read(connection, f"kin IN ({marks(part)})", *part)]
    published = _published(connection, both)
    sets = tuple(tuple(entry(event, published) for event in events) for events in connected(both))
    return Anew(tuple(touched), sets)


def _connected_with(connection: sqlite3.Connection, fresh: Sequence[tuple[Place, Telling]]) -> set[int]:
    """The connected sets that a fresh telling links to: by equal traits, or by being enough alike a telling of one of them."""
    found: set[int] = set()
    traits: dict[Place, Traits] = {}
    for place, telling in fresh:
        equal = "SELECT DISTINCT kin FROM tellings WHERE node = ? AND kin IS NOT NULL"
        found.update(kin for (kin,) in connection.execute(equal, (node(telling.traits),)))
        near = _near(connection, place, telling.traits)
        unknown = [there for there, kin in near.items() if kin not in found and there not in traits]
        for there in unknown:
            traits.update((there, telling.traits) for there, telling in _read(connection, "article = ? AND event = ?", *there))
        found.update(
            kin for there, kin in near.items() if kin not in found and points(*_ordered(telling.traits, traits[there])) >= ENOUGH
        )
    return found


def _ordered(one: Traits, other: Traits) -> tuple[Traits, Traits]:
    return (one, other) if one.sort_key <= other.sort_key else (other, one)


def _near(connection: sqlite3.Connection, place: Place, traits: Traits) -> dict[Place, int]:
    """The indexed tellings that the telling is to be compared with, and the sets that they belong to."""
    found: dict[Place, int] = {}
    for key, begin, end, wide, _, _ in key_rows(place, traits):
        rows = connection.execute(
            "SELECT t.article, t.event, t.kin FROM keys k JOIN tellings t ON t.article = k.article AND t.event = k.event "
            'WHERE k.key = ? AND k.begin <= ? AND k."end" >= ? AND (? OR k.wide) AND t.kin IS NOT NULL',
            (key, end, begin, wide),
        )
        found.update(((article, event), kin) for article, event, kin in rows)
    return found


def _read(connection: sqlite3.Connection, condition: str, *values: object) -> Iterator[tuple[Place, Telling]]:
    rows = connection.execute(f"SELECT article, event, turn, mentions FROM tellings WHERE {condition}", values).fetchall()
    for article, event, turn, record in rows:
        (telling,) = tellings(unpacked(tuple[Mention, ...], record))
        if turn:
            telling = attrs.evolve(telling, traits=attrs.evolve(telling.traits, turn=turn))
        yield (article, event), telling


def _published(connection: sqlite3.Connection, told: Iterable[Telling]) -> dict[str, date | None]:
    """When the articles were published, by their own ids."""
    own = {text(telling.article): telling.article for telling in told}
    found: dict[str, date | None] = {}
    for part in _parts(sorted(own)):
        for key, day in connection.execute(f"SELECT id, published FROM articles WHERE id IN ({marks(part)})", part):
            found[own[key]] = date.fromisoformat(day) if day else None
    return found


def write(connection: sqlite3.Connection, anew: Anew) -> None:
    """Put what was told anew in the place of what it touched."""
    _dissolve(connection, anew.touched)
    (kin,) = connection.execute("SELECT coalesce(max(kin), 0) FROM tellings").fetchone()
    for number, events in enumerate(anew.sets, kin + 1):
        for event in events:
            write_entry(connection, event, number)


def write_entry(connection: sqlite3.Connection, event: Event, kin: int | None) -> None:
    """Put one entry in, and note that its tellings belong to it."""
    span = event.date
    begin, end = (span.begin.isoformat(), span.end.isoformat()) if span else (None, None)
    row = ('INSERT INTO entries (begin, "end", type) VALUES (?, ?, ?)', (begin, end, event.action.type))
    number = connection.execute(*row).lastrowid
    connection.executemany("INSERT INTO actors VALUES (?, ?, ?)", {(number, *words) for words in actor_words(event)})
    connection.executemany("INSERT INTO places VALUES (?, ?, ?)", {(number, *words) for words in place_words(event)})
    belong = {(kin, number, text(mention.article), mention.event) for mention in event.mentions}
    connection.executemany("UPDATE tellings SET kin = ?, entry = ? WHERE article = ? AND event = ?", belong)


def _parts(values: Sequence[object]) -> Iterator[Sequence[object]]:
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]
