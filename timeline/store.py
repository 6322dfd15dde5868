"""A chronology that grows: articles and what was read in them, in one SQLite file."""

import json
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from os import PathLike, fspath
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import attrs

from timeline.articles import Article
from timeline.chronology import Correction, Timeline
from timeline.chronology.asking import Asked, actor_names, asked_actor, asked_place, asked_type, check, place_names
from timeline.chronology.chronology import participants_of, places_of
from timeline.chronology.corrections.evidence import Finder
from timeline.chronology.corrections.lines import dumps, loads
from timeline.chronology.corrections.values import key_of, sort_corrections
from timeline.chronology.periods import begin_of, end_of
from timeline.chronology.records import from_record, to_record
from timeline.model import Dated, Event, Mention

#: "tmln", by which the file says what it is, and the version of its tables.
APPLICATION = 0x746D6C6E
SCHEMA = 2
#: Seconds to wait for another writer.
PATIENCE = 60.0

_TABLES = """
CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    source TEXT,
    record BLOB NOT NULL,   -- the article as JSON, whole
    reader TEXT NOT NULL    -- the version of library and vocabulary that read it
) WITHOUT ROWID;
CREATE TABLE tellings (
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    event INTEGER NOT NULL,
    mentions BLOB NOT NULL, -- a JSON list of mention records
    entry INTEGER,          -- the entry that it belongs to, once indexed
    PRIMARY KEY (article, event)
) WITHOUT ROWID;
CREATE INDEX tellings_by_entry ON tellings (entry);
CREATE TABLE entries (id INTEGER PRIMARY KEY, begin TEXT, "end" TEXT, type TEXT NOT NULL);
CREATE INDEX entries_by_begin ON entries (begin);
CREATE TABLE actors (entry INTEGER NOT NULL, code TEXT, words TEXT NOT NULL);
CREATE INDEX actors_by_code ON actors (code, entry);
CREATE TABLE places (entry INTEGER NOT NULL, country TEXT, words TEXT NOT NULL);
CREATE INDEX places_by_country ON places (country, entry);
CREATE TABLE state (one INTEGER PRIMARY KEY CHECK (one = 1), content INTEGER NOT NULL, indexed INTEGER NOT NULL);
INSERT INTO state VALUES (1, 0, 0);
"""
_CORRECTIONS = """
CREATE TABLE corrections (line TEXT PRIMARY KEY, settled TEXT) WITHOUT ROWID -- as given; as it holds on the tellings, once indexed
"""

Extract = Callable[[Article], Timeline]
Word = TypeVar("Word", bound=str)


class Store:
    """Articles and the events read in them, kept in one SQLite file that any number of processes may open.

    `add` takes each article in a transaction of its own: whatever is killed when, the file is whole, and running it again goes on
    where it ended. `timeline()` is the merged chronology. Use it as a context manager, or `close()` it.

    `vocabulary` is passed on to `timeline.extract`; `extract` replaces that function, and `reader` is then its version. `create` is
    False where a missing file is an error.

    Raises FileNotFoundError for a missing file or folder, ValueError for a file that is no timeline database or one of a newer
    version of the library, and what `extract` raises for a vocabulary that is none.

    >>> from timeline import Article, Timeline
    >>> with Store(":memory:", extract=lambda article: Timeline((article,))) as store:
    ...     store.add([Article("نص"), Article("نص"), Article("آخر")]), len(store)
    (2, 2)
    """

    def __init__(
        self,
        path: str | PathLike[str],
        *,
        vocabulary: Any = None,
        extract: Extract | None = None,
        reader: str | None = None,
        create: bool = True,
    ) -> None:
        if not isinstance(path, str | PathLike):
            raise TypeError(f"path must be a string or a path, not {type(path).__name__}")
        self.path = fspath(path)
        known = _known(vocabulary)
        self.reader = reader if reader is not None else _reader(known)
        self._extract = extract or _default_extract(known)
        if self.path != ":memory:":
            _check_path(Path(self.path), create)
        self._connection = sqlite3.connect(self.path, timeout=PATIENCE, isolation_level=None)
        try:
            self._open()
        except BaseException:
            self._connection.close()
            raise

    def _open(self) -> None:
        with self._clear_errors():
            empty = not self._one("SELECT count(*) FROM sqlite_master")
            application, schema = self._one("PRAGMA application_id"), self._one("PRAGMA user_version")
            if not empty and application != APPLICATION:
                raise ValueError(f"no timeline database: {self.path}")
            if schema > SCHEMA:
                raise ValueError(f"{self.path} was written by a newer version of timeline (tables {schema}, known {SCHEMA})")
            self._connection.execute("PRAGMA foreign_keys = ON")
            self._use_log()
            if empty:
                with self._writing():
                    if not self._one("SELECT count(*) FROM sqlite_master"):  # another process may have been faster
                        for statement in _TABLES.split(";\n"):
                            self._connection.execute(statement)
                        self._connection.execute(f"PRAGMA application_id = {APPLICATION}")
                        self._connection.execute("PRAGMA user_version = 1")
            if self._one("PRAGMA user_version") == 1:
                self._upgrade()

    def _upgrade(self) -> None:
        """Make room for corrections, which the first version of the tables lacks; a file that cannot be written has none."""
        try:
            with self._writing():
                if self._one("PRAGMA user_version") == 1:
                    self._connection.execute(_CORRECTIONS)
                    self._connection.execute(f"PRAGMA user_version = {SCHEMA}")
        except sqlite3.OperationalError as error:
            if "readonly" not in str(error):
                raise

    def _use_log(self) -> None:
        """Write ahead, so that readers and a writer do not wait for each other; SQLite does not wait by itself to switch to it."""
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                self._connection.execute("PRAGMA journal_mode = WAL")
                break
            except sqlite3.OperationalError as error:
                if "readonly" in str(error):
                    break
                if "locked" not in str(error) or time.monotonic() > deadline:
                    raise
                time.sleep(0.01)
        self._connection.execute("PRAGMA synchronous = NORMAL")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __len__(self) -> int:
        """How many articles it holds."""
        return int(self._one("SELECT count(*) FROM articles"))

    def __contains__(self, article: object) -> bool:
        return isinstance(article, Article) and self._known(article) is not None

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the articles that it holds."""
        return frozenset(key for (key,) in self._all("SELECT id FROM articles"))

    def add(self, articles: Article | Iterable[Article], *, progress: Callable[[Article, bool], None] | None = None) -> int:
        """Read articles and keep them with their events; what is there already is passed over. How many were new.

        `progress` is called after each article with it and whether it was new. Raises ValueError where another article has the
        same id; those before it are kept.
        """
        added = 0
        for article in [articles] if isinstance(articles, Article) else articles:
            new = self._known(article) is None and self._keep(article)
            added += new
            if progress is not None:
                progress(article, new)
        return added

    def correct(self, corrections: Iterable[Correction]) -> int:
        """Keep what readers decided, so that `timeline()` shows it from now on. How many decisions were new.

        Decisions are only ever added; one is taken back by another that says so (`withdrawn`).
        """
        lines = [dumps(correction) for correction in corrections]
        with self._writing():
            before = self._connection.total_changes
            self._connection.executemany("INSERT OR IGNORE INTO corrections (line) VALUES (?)", [(line,) for line in lines])
            added = self._connection.total_changes - before
            if added:
                self._connection.execute("UPDATE state SET content = content + 1")
        return added

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """What readers decided, as it was given."""
        return sort_corrections(loads(line) for line, _ in self._kept())

    def _kept(self) -> list[tuple[Any, ...]]:
        return self._all("SELECT line, settled FROM corrections") if self._one("PRAGMA user_version") == SCHEMA else []

    @property
    def stale(self) -> int:
        """How many articles were read by another version of the library or with another vocabulary."""
        return int(self._one("SELECT count(*) FROM articles WHERE reader != ?", self.reader))

    def refresh(self, *, progress: Callable[[Article, bool], None] | None = None) -> int:
        """Read the stale articles again, each in a transaction of its own. How many there were."""
        refreshed = 0
        for (key,) in self._all("SELECT id FROM articles WHERE reader != ? ORDER BY id", self.reader):
            article = _article(self._one("SELECT record FROM articles WHERE id = ?", key))
            new = self._keep(article, again=True)
            refreshed += new
            if progress is not None:
                progress(article, new)
        return refreshed

    def timeline(
        self,
        *,
        actor: str | Sequence[str] = (),
        place: str | None = None,
        begin: date | str | None = None,
        end: date | str | None = None,
        type: str | Sequence[str] = (),  # noqa: A002
        source: str | Sequence[str] = (),
        dated: Dated | Sequence[Dated] = (),
    ) -> Timeline:
        """The merged chronology, or of it the entries that pass every filter, each whole with all its sources.

        The filters are those of `Timeline.involving`, `.at`, `.between`, `.of_type`, `.from_source` and `.dated_as`. Asked with
        one of the others for the first time after an `add`, it merges everything and notes which entry each telling belongs to;
        from then on it reads only what they let through.
        """
        period = (begin_of(begin), end_of(end)) if begin is not None or end is not None else None
        found = self._filtered(_several(actor), place, period, _several(type), _several(source))
        return found.dated_as(*_several(dated)) if dated else found

    def _filtered(
        self,
        actors: Sequence[str],
        place: str | None,
        period: tuple[date, date] | None,
        types: Sequence[str],
        sources: Sequence[str],
    ) -> Timeline:
        """By what the tables hold."""
        if not (actors or types or sources or place or period):
            with self._reading():
                return self._whole()
        with self._reading():
            content, indexed = self._row("SELECT content, indexed FROM state")
            if content == indexed:
                condition, values = _condition(actors, place or None, period, types, sources)
                part = self._load(f"entry IN (SELECT id FROM entries WHERE {condition})", *values)
                if not part.mentions:
                    self._check_codes(actors, place or None)
                keys = set(map(key_of, part.mentions))
                settled = (loads(settled or line) for line, settled in self._kept())
                return attrs.evolve(part, corrections=tuple(one for one in settled if one.touches(keys)))
            whole = self._whole()
        self._index(whole, content)
        found = whole.involving(*actors) if actors else whole
        found = found.of_type(*types) if types else found
        found = found.at(place) if place else found
        found = found.between(*period) if period else found
        return found.from_source(*sources) if sources else found

    def _check_codes(self, actors: Sequence[str], place: str | None) -> None:
        """Raises ValueError for a code that is neither packaged nor in the file."""
        for actor in actors:
            check(asked_actor(actor), "actor", (code for (code,) in self._all("SELECT DISTINCT code FROM actors")))
        if place is not None:
            check(asked_place(place), "place", (code for (code,) in self._all("SELECT DISTINCT country FROM places")))

    def _known(self, article: Article) -> Article | None:
        """The same article as it is kept, or None.

        Raises ValueError where another one has its id.
        """
        found = self._row("SELECT record FROM articles WHERE id = ?", _text(article.id))
        if found is None:
            return None
        kept = _article(found[0])
        if kept != article:
            raise ValueError(f"another article has the id {article.id!r} in {self.path}")
        return kept

    def _keep(self, article: Article, *, again: bool = False) -> bool:
        """Read an article and write it with its tellings; False where another process was faster."""
        tellings: dict[int, list[Mention]] = {}
        for mention in self._extract(article).mentions:
            tellings.setdefault(mention.event, []).append(mention)
        key = _text(article.id)
        rows = [(key, event, _json([to_record(mention) for mention in mentions])) for event, mentions in tellings.items()]
        with self._writing():
            if again:
                if self._one("SELECT reader FROM articles WHERE id = ?", key) == self.reader:
                    return False
                self._connection.execute("DELETE FROM tellings WHERE article = ?", (key,))
                self._connection.execute("UPDATE articles SET reader = ? WHERE id = ?", (self.reader, key))
            else:
                if self._known(article) is not None:
                    return False
                values = (key, article.source and _text(article.source), _json(to_record(article)), self.reader)
                self._connection.execute("INSERT INTO articles VALUES (?, ?, ?, ?)", values)
            self._connection.executemany("INSERT INTO tellings (article, event, mentions) VALUES (?, ?, ?)", rows)
            self._connection.execute("UPDATE state SET content = content + 1")
        return True

    def _load(self, condition: str, *values: Any) -> Timeline:
        """The timeline of the tellings that the condition lets through; without one, of all articles."""
        articles = self._all(
            "SELECT record FROM articles"
            if condition == "1"
            else f"SELECT record FROM articles WHERE id IN (SELECT article FROM tellings WHERE {condition})",
            *values,
        )
        tellings = self._all(f"SELECT mentions FROM tellings WHERE {condition}", *values)
        return Timeline(
            tuple(_article(record) for (record,) in articles),
            tuple(mention for (records,) in tellings for mention in from_record(tuple[Mention, ...], json.loads(records))),
        )

    def _whole(self) -> Timeline:
        return self._load("1").corrected(loads(line) for line, _ in self._kept())

    def _index(self, whole: Timeline, content: int) -> None:
        """Note which entry each telling belongs to, unless something was added meanwhile or the file cannot be written."""
        entries = (*whole.entries, *whole.hidden)
        finder = Finder(whole)
        try:
            with self._writing():
                if self._one("SELECT content FROM state") != content:
                    return
                for table in ("entries", "actors", "places"):
                    self._connection.execute(f"DELETE FROM {table}")
                for number, event in enumerate(entries):
                    self._index_entry(number, event)
                settled = [(dumps(finder.settled(loads(line))), line) for line, _ in self._kept()]
                self._connection.executemany("UPDATE corrections SET settled = ? WHERE line = ?", settled)
                self._connection.execute("UPDATE state SET indexed = content")
        except sqlite3.OperationalError:
            return  # read-only, or another writer held it all the time: the answer does not depend on it

    def _index_entry(self, number: int, event: Event) -> None:
        run, run_many = self._connection.execute, self._connection.executemany
        span = event.date
        begin, end = (span.begin.isoformat(), span.end.isoformat()) if span else (None, None)
        run("INSERT INTO entries VALUES (?, ?, ?, ?)", (number, begin, end, event.action.type))
        run_many("INSERT INTO actors VALUES (?, ?, ?)", {(number, *words) for words in _actor_words(event)})
        run_many("INSERT INTO places VALUES (?, ?, ?)", {(number, *words) for words in _place_words(event)})
        tellings = {(number, _text(mention.article), mention.event) for mention in event.mentions}
        run_many("UPDATE tellings SET entry = ? WHERE article = ? AND event = ?", tellings)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """One state of the file throughout."""
        with self._clear_errors():
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._connection.execute("COMMIT")

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """All or nothing, one writer at a time."""
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    @contextmanager
    def _clear_errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            if type(error) is not sqlite3.DatabaseError:  # locked, closed … : not about what the file is
                raise
            raise ValueError(f"no timeline database, or a damaged one: {self.path} ({error})") from error

    def _all(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        return self._connection.execute(query, values).fetchall()

    def _row(self, query: str, *values: Any) -> Any:
        return self._connection.execute(query, values).fetchone()

    def _one(self, query: str, *values: Any) -> Any:
        found = self._row(query, *values)
        return found[0] if found else None


def _check_path(path: Path, create: bool) -> None:
    if path.is_dir():
        raise IsADirectoryError(f"a folder, not a database: {path}")
    if not path.exists() and not (create and path.parent.is_dir()):
        raise FileNotFoundError(f"no such {'folder' if create else 'file'}: {path.parent if create else path}")


def _known(vocabulary: Any) -> Any:
    """The vocabulary that an argument means, read once for all articles; None for the packaged one, which is loaded when needed."""
    if vocabulary is None:
        return None
    from timeline.names import Vocabulary

    return Vocabulary.of(vocabulary)


def _default_extract(vocabulary: Any) -> Extract:
    def extract(article: Article) -> Timeline:
        from timeline import pipeline  # loads every vocabulary: only when something is read

        return pipeline.extract(article, vocabulary=vocabulary)

    return extract


def _reader(vocabulary: Any) -> str:
    """The version of the library, and of the vocabulary where one is given."""
    try:
        library = version("arabic-timeline")
    except PackageNotFoundError:
        library = "0"
    return library if vocabulary is None else f"{library}+{vocabulary.digest[:12]}"


def _condition(
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
        values += [_text(source) for source in sources]
    return " AND ".join(parts), values


def _add_asked(asked: Asked, table: str, column: str, parts: list[str], values: list[Any]) -> None:
    """The entries with the code that is asked for, or a name that holds all words of one of those asked for."""
    kinds = [f"SELECT entry FROM {table} WHERE {column} = ?"]
    values.append(_text(asked.code or ""))
    for words in asked.names:
        if words:
            kinds.append(f"SELECT entry FROM {table} WHERE " + " AND ".join(["instr(words, ?) > 0"] * len(words)))
            values += [f" {_text(word)} " for word in sorted(words)]
    parts.append(f"id IN ({' UNION '.join(kinds)})")


def _actor_words(event: Event) -> Iterator[tuple[str | None, str]]:
    for actor in participants_of(event):
        for words in actor_names(actor):
            yield actor.code and _text(actor.code), f" {_text(' '.join(sorted(words)))} "


def _place_words(event: Event) -> Iterator[tuple[str | None, str]]:
    for place in places_of(event):
        for words in place_names(place):
            yield place.country and _text(place.country), f" {_text(' '.join(sorted(words)))} "


def _several(value: Word | Sequence[Word]) -> tuple[Word, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _text(value: str) -> str:
    """A string that SQLite can hold: what is no Unicode text (lone surrogates) is written out."""
    return value.encode("utf-8", "backslashreplace").decode("utf-8")


def _json(record: Any) -> bytes:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _article(record: bytes) -> Article:
    return from_record(Article, json.loads(record))
