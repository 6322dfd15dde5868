"""The tables of the file, and how it is opened: to write where that can be, else to read."""

import os
import sqlite3
import time
from pathlib import Path

#: "tmln", by which the file says what it is, and the version of its tables.
APPLICATION = 0x746D6C6E
SCHEMA = 3
#: Seconds to wait for another writer.
PATIENCE = 60.0

#: A connected set (`kin`) is what being alike connects: entries are told apart within one, and never cross two.
TABLES = (
    """CREATE TABLE articles (
        id TEXT PRIMARY KEY,
        source TEXT,
        published TEXT,
        record BLOB NOT NULL,    -- the article, whole
        reader TEXT NOT NULL     -- the version of library and vocabulary that read it
    ) WITHOUT ROWID""",
    """CREATE TABLE tellings (
        article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        event INTEGER NOT NULL,
        turn INTEGER NOT NULL,   -- the how manyth of the tellings of its article that are otherwise alike
        node TEXT NOT NULL,      -- a hash of all that counts for whether it is the event of another telling
        mentions BLOB NOT NULL,
        kin INTEGER,             -- the connected set that it belongs to, and
        entry INTEGER,           -- the entry; once indexed
        PRIMARY KEY (article, event)
    ) WITHOUT ROWID""",
    "CREATE INDEX tellings_by_entry ON tellings (entry)",
    "CREATE INDEX tellings_by_kin ON tellings (kin)",
    "CREATE INDEX tellings_by_node ON tellings (node)",
    """CREATE TABLE keys (
        key TEXT NOT NULL,       -- by which tellings are compared at all, with
        begin INTEGER NOT NULL,  -- the days that it reaches, and
        "end" INTEGER NOT NULL,
        wide INTEGER NOT NULL,   -- whether it meets all that share the key
        article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        event INTEGER NOT NULL
    )""",
    "CREATE INDEX keys_by_key ON keys (key, begin)",
    "CREATE INDEX keys_by_article ON keys (article, event)",
    'CREATE TABLE entries (id INTEGER PRIMARY KEY, begin TEXT, "end" TEXT, type TEXT NOT NULL)',
    "CREATE INDEX entries_by_begin ON entries (begin)",
    "CREATE TABLE actors (entry INTEGER NOT NULL, code TEXT, words TEXT NOT NULL)",
    "CREATE INDEX actors_by_code ON actors (code, entry)",
    "CREATE INDEX actors_by_entry ON actors (entry)",
    "CREATE TABLE places (entry INTEGER NOT NULL, country TEXT, words TEXT NOT NULL)",
    "CREATE INDEX places_by_country ON places (country, entry)",
    "CREATE INDEX places_by_entry ON places (entry)",
    "CREATE TABLE corrections (line TEXT PRIMARY KEY, settled TEXT) WITHOUT ROWID",  # as given; as it holds, once indexed
    "CREATE TABLE state (one INTEGER PRIMARY KEY CHECK (one = 1), content INTEGER NOT NULL, indexed INTEGER NOT NULL)",
    "INSERT INTO state VALUES (1, 0, 0)",
    f"PRAGMA application_id = {APPLICATION}",
    f"PRAGMA user_version = {SCHEMA}",
)


def connect(path: str) -> sqlite3.Connection:
    """The file, opened to write; to read only where it, or the folder that its journal needs, cannot be written."""
    if path == ":memory:" or _writable(path):
        connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        connection.execute("PRAGMA foreign_keys = ON")
        return connection
    # Without a journal beside it nobody is writing, and SQLite needs none of its own to read.
    how = "mode=ro" if Path(f"{path}-wal").exists() else "immutable=1"
    return sqlite3.connect(f"{Path(path).resolve().as_uri()}?{how}", uri=True, timeout=PATIENCE, isolation_level=None)


def _writable(path: str) -> bool:
    return os.access(Path(path).parent, os.W_OK) and (not Path(path).exists() or os.access(path, os.W_OK))


def keep_journal(connection: sqlite3.Connection) -> None:
    """Write ahead, so that readers and a writer do not wait for each other; SQLite does not wait by itself to switch to it."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            break
        except sqlite3.OperationalError as error:
            if "readonly" in str(error):
                break
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
    connection.execute("PRAGMA synchronous = NORMAL")


def close(connection: sqlite3.Connection) -> None:
    """Close the file with all in it, and no journal beside it, unless another program has it open or it cannot be written."""
    try:
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error:
        pass  # the last program to close it will
    finally:
        connection.close()
