"""The file: read where it cannot be written, whole when it is closed, and never shown where it was damaged."""

import contextlib
import random
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.store.reading import articles, extract
from timeline.chronology import merge
from timeline.store import Store, tables

ARTICLES = articles(30)
WHOLE = merge(*map(extract, ARTICLES))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "talks.db"
    with Store(path, extract=extract) as store:
        store.add(ARTICLES)
    return path


def test_when_it_is_closed_the_one_file_holds_everything(path: Path, tmp_path: Path) -> None:
    assert [file.name for file in tmp_path.iterdir()] == ["talks.db"]
    copy = tmp_path / "copy.db"
    copy.write_bytes(path.read_bytes())
    with Store(copy, extract=extract, create=False) as store:
        assert store.timeline() == WHOLE


def test_another_that_has_it_open_does_not_keep_it_from_closing(path: Path) -> None:
    with Store(path, extract=extract) as other:
        with Store(path, extract=extract) as store:
            store.add(articles(31))
        assert len(other) == 31


def test_where_nothing_can_be_written_it_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder on a read-only medium: SQLite may make no file beside it."""
    monkeypatch.setattr(tables.os, "access", lambda *_: False)
    with Store(path, extract=extract, create=False) as store:
        assert store.timeline() == WHOLE
        assert store.timeline(actor="RUS").entries == WHOLE.involving("RUS").entries
        with pytest.raises(OSError, match=r"talks\.db.*readonly"):
            store.add(articles(31)[-1])
    assert [file.name for file in path.parent.iterdir()] == ["talks.db"]


def test_a_file_that_another_program_holds_is_an_os_error_that_names_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "PATIENCE", 0.0)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(OSError, match=r"talks\.db.*locked"), Store(path, extract=extract) as store:
        store.add(articles(31)[-1])
    holder.close()


def test_no_damage_is_shown_as_text(path: Path) -> None:
    """Bytes changed anywhere in the file are an error, or do not matter; never another text, date or party."""
    content = path.read_bytes()
    chance = random.Random(7)
    for _ in range(120):
        damaged = bytearray(content)
        at = chance.randrange(len(content))
        damaged[at : at + 3] = bytes(chance.randrange(32, 127) for _ in range(len(damaged[at : at + 3])))
        path.write_bytes(damaged)
        with contextlib.suppress(ValueError, OSError), Store(path, extract=extract, create=False) as store:
            found = store.timeline()
            assert set(found.mentions) <= set(WHOLE.mentions)
            assert set(found.articles) <= set(WHOLE.articles)


@pytest.mark.parametrize("call", range(1, 12))
def test_an_interrupt_anywhere_leaves_no_transaction_open(path: Path, call: int) -> None:
    """At the n-th statement, whichever it is."""
    with Store(path, extract=extract) as store:
        counting = Counting(store._connection, call)
        store._connection = counting  # type: ignore[assignment]
        with contextlib.suppress(KeyboardInterrupt):
            store.timeline(actor="RUS")
        assert not counting.real.in_transaction
        counting.left = -1
        assert store.timeline(actor="RUS") == WHOLE.involving("RUS")


class Counting:
    """A connection that is interrupted right after a statement."""

    def __init__(self, real: sqlite3.Connection, left: int) -> None:
        self.real, self.left = real, left

    def execute(self, *arguments: Any) -> Any:
        found = self.real.execute(*arguments)
        self.left -= 1
        if self.left == 0:
            raise KeyboardInterrupt
        return found

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)
