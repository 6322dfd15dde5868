"""A database that SQLite's own checks pass, and that Datasette shows as it is."""

import json
import re
import sqlite3
import subprocess
import sys
import urllib.request
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.formats.hostile import ATTACKS, hostile
from timeline.formats import write


def opened(data: bytes) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(data)
    return connection


def test_it_holds_events_parties_tellings_and_articles(chronology):
    connection = opened(write(chronology, "sqlite"))
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("SELECT count(*) FROM events").fetchone() == (len(chronology.entries),)
    assert connection.execute("SELECT count(*) FROM articles").fetchone() == (len(chronology.articles),)
    dates = [date for (date,) in connection.execute("SELECT date FROM events ORDER BY number")]
    assert dates == [event.date.edtf if event.date else None for event in chronology.entries]
    texts = dict(connection.execute("SELECT id, text FROM articles"))
    for article, start, end, said in connection.execute('SELECT article, start, "end", quote FROM mentions'):
        assert texts[article][start:end] == said


def test_the_view_tells_each_telling_with_its_outlet(chronology):
    rows = opened(write(chronology, "sqlite")).execute("SELECT date, source, title, url, published FROM chronology").fetchall()
    assert len(rows) == len(chronology.mentions)
    assert ("2022-01-12", "صحيفة المرفأ", "حوار الضمانات ينتقل إلى بروكسل", "https://harbour.example/1", "2022-01-13") in rows


def test_words_are_found(chronology):
    connection = opened(write(chronology, "sqlite"))
    found = connection.execute(
        "SELECT place FROM events WHERE number IN (SELECT rowid FROM events_fts WHERE events_fts MATCH 'بروكسل')"
    )
    assert found.fetchall() == [("بروكسل",)]
    assert connection.execute("SELECT count(*) FROM mentions_fts WHERE mentions_fts MATCH 'الكرملين'").fetchone() == (1,)


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_no_text_breaks_it(attack: str):
    connection = opened(write(hostile(attack), "sqlite"))
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("SELECT count(*) FROM mentions").fetchone() == (len(hostile(attack).mentions),)


def test_datasette_shows_it(chronology, tmp_path: Path):
    pytest.importorskip("datasette", reason="Datasette is not installed")
    path = tmp_path / "talks.sqlite"
    path.write_bytes(write(chronology, "sqlite"))
    command = [sys.executable, "-m", "datasette", "serve", str(path), "--host", "127.0.0.1", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, encoding="utf-8") as server:
        try:
            told = iter(server.stderr.readline, "")
            home = next(found[0] for line in told if (found := re.search(r"http://127\.0\.0\.1:\d+", line)))

            def asked(address: str) -> dict:
                with urllib.request.urlopen(home + address, timeout=60) as answer:
                    return json.load(answer)

            tables = {one["name"]: one for one in asked("/talks.json")["tables"]}
            assert tables["events"]["fts_table"] == "events_fts"
            found = asked(f"/talks/events.json?_shape=objects&_search={quote('بروكسل')}")["rows"]
            assert [row["date"] for row in found] == ["2022-01-12"]
            assert len(asked("/talks/chronology.json?_shape=objects")["rows"]) == len(chronology.mentions)
        finally:
            server.terminate()
