"""A chronology as an SQLite database: tables and a view to query, full text to search; Datasette shows it as it is."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from timeline.formats.clean import link, whole
from timeline.formats.columns import Origin, origins_of, row
from timeline.formats.identity import identities
from timeline.model import ActorMention, Event, Mention

if TYPE_CHECKING:
    from timeline.chronology import Timeline

_TABLES = """
CREATE TABLE articles (id TEXT PRIMARY KEY, source TEXT, title TEXT, url TEXT, published TEXT, text TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE events (
    number INTEGER PRIMARY KEY, -- their order in the chronology, the undated last
    id TEXT NOT NULL UNIQUE,
    date TEXT,                  -- EDTF (ISO 8601-2)
    begin TEXT,
    "end" TEXT,
    precision TEXT,
    approximate INTEGER,
    inferred INTEGER,
    dated TEXT,                 -- how its day is known
    actors TEXT NOT NULL,
    targets TEXT NOT NULL,
    action TEXT NOT NULL,
    type TEXT NOT NULL,
    modality TEXT NOT NULL,
    place TEXT,
    country TEXT,
    latitude REAL,
    longitude REAL,
    geonameid INTEGER,
    sources TEXT NOT NULL
);
CREATE INDEX events_by_begin ON events (begin);
CREATE INDEX events_by_type ON events (type);
CREATE TABLE parties (
    event INTEGER NOT NULL REFERENCES events (number),
    role TEXT NOT NULL,         -- actor or target
    name TEXT NOT NULL, english TEXT, code TEXT, sector TEXT, title TEXT, kind TEXT NOT NULL
);
CREATE INDEX parties_by_code ON parties (code);
CREATE INDEX parties_by_event ON parties (event);
CREATE TABLE mentions (
    event INTEGER NOT NULL REFERENCES events (number),
    article TEXT NOT NULL REFERENCES articles (id),
    start INTEGER NOT NULL,     -- offsets count code points of the article's text
    "end" INTEGER NOT NULL,
    quote TEXT NOT NULL,
    trigger TEXT NOT NULL,
    date TEXT,                  -- as this telling has it
    date_text TEXT,             -- as it is written
    place TEXT,
    reporter TEXT
);
CREATE INDEX mentions_by_event ON mentions (event);
CREATE INDEX mentions_by_article ON mentions (article);
CREATE TABLE conflicts (
    event INTEGER NOT NULL REFERENCES events (number),
    field TEXT NOT NULL, relation TEXT NOT NULL, value TEXT NOT NULL, article TEXT NOT NULL REFERENCES articles (id)
);
CREATE INDEX conflicts_by_event ON conflicts (event);
CREATE VIEW chronology AS
    SELECT e.date, e.actors, e.targets, e.action, e.place, e.type, e.modality, e.dated, m.quote, a.source, a.title, a.url,
        a.published
    FROM events AS e JOIN mentions AS m ON m.event = e.number JOIN articles AS a ON a.id = m.article
    ORDER BY e.number, a.published, a.id, m.start;
CREATE VIRTUAL TABLE events_fts USING fts5 (action, actors, targets, place, content="events", content_rowid="number",
    tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE mentions_fts USING fts5 (quote, content="mentions", tokenize="unicode61 remove_diacritics 2")
"""
_EVENTS = (
    "date", "begin", "end", "precision", "approximate", "inferred", "dated", "actors", "targets", "action", "type", "modality",
    "place", "country", "latitude", "longitude", "geonameid", "sources",
)  # fmt: skip
#: Bytes of the file's head in which SQLite writes its own version, for nobody but itself.
_VERSION = slice(92, 100)


def write(timeline: "Timeline") -> bytes:
    """The database: `events`, their `parties`, `mentions` and `conflicts`, `articles`; a view `chronology` with a row a telling;
    full text of events and quotes. Lone surrogates become U+FFFD.
    """
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.execute("PRAGMA page_size = 4096")
        connection.execute("BEGIN")
        for statement in _TABLES.split(";\n"):
            connection.execute(statement)
        texts = {article.id: article.text for article in timeline.articles}
        for article in timeline.articles:
            published = article.published and article.published.isoformat()
            values = (article.id, article.source, article.title, link(article.url), published, article.text)
            _insert(connection, "articles", values)
        events, origins = list(timeline.entries), origins_of(timeline)
        for number, (event, key) in enumerate(zip(events, identities(events), strict=True), start=1):
            _insert(connection, "events", (number, key, *_event(event, origins)))
            for table, values in _below(event, texts):
                _insert(connection, table, (number, *values))
        for table in ("events", "mentions"):
            connection.execute(f"INSERT INTO {table}_fts ({table}_fts) VALUES ('rebuild')")
        connection.execute("COMMIT")
        data = bytearray(connection.serialize())
    finally:
        connection.close()
    data[_VERSION] = bytes(8)
    return bytes(data)


def _insert(connection: sqlite3.Connection, table: str, values: tuple[Any, ...]) -> None:
    fit = [whole(value) if isinstance(value, str) else value for value in values]
    connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(fit))})", fit)


def _event(event: Event, origins: dict[str, Origin]) -> Iterator[Any]:
    values = row(event, origins)
    for name in _EVENTS:
        value = values[name]
        if isinstance(value, list):
            value = "; ".join(dict.fromkeys(item for item in value if item))
        yield value.isoformat() if isinstance(value, date) else value


def _below(event: Event, texts: dict[str, str]) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """What hangs on an event, as rows of other tables."""
    for role, actors in (("actor", event.actors), ("target", event.targets)):
        for actor in actors:
            yield "parties", (role, actor.name, actor.english, actor.code, actor.sector, actor.title, actor.kind)
    for mention in event.mentions:
        yield "mentions", _mention(mention, texts[mention.article])
    for conflict in event.conflicts:
        for value, articles in conflict.versions:
            for article in articles:
                yield "conflicts", (conflict.field, conflict.relation, value, article)


def _mention(mention: Mention, text: str) -> tuple[Any, ...]:
    trigger = text[mention.trigger.start : mention.trigger.end]
    date_text = mention.date.text if mention.date else None
    when = mention.when.edtf if mention.when else None
    place = mention.place.name if mention.place else None
    return (mention.article, mention.start, mention.end, mention.quote, trigger, when, date_text, place, _name(mention.reporter))


def _name(named: ActorMention | None) -> str | None:
    return named.name if named else None
