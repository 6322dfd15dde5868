"""A chronology that grows: articles and what was read in them, in one SQLite file."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from os import PathLike, fspath
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import attrs

from timeline.articles import Article
from timeline.chronology import Correction, Timeline
from timeline.chronology.asking import asked_actor, asked_place, check
from timeline.chronology.corrections.evidence import Finder
from timeline.chronology.corrections.lines import dumps, loads
from timeline.chronology.corrections.values import key_of, sort_corrections
from timeline.chronology.entries import sort_mentions
from timeline.chronology.periods import begin_of, end_of
from timeline.chronology.records import to_record
from timeline.chronology.tellings import tellings
from timeline.model import Dated, Mention
from timeline.store import index, tables
from timeline.store.filters import condition
from timeline.store.rows import DamagedError, packed, text, unpacked

Extract = Callable[[Article], Timeline]
Word = TypeVar("Word", bound=str)
Value = TypeVar("Value")


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
        with self._clear_errors():
            self._connection = tables.connect(self.path)
            try:
                self._open()
            except BaseException:
                self._connection.close()
                raise

    def _open(self) -> None:
        empty = not self._one("SELECT count(*) FROM sqlite_master")
        application, schema = self._one("PRAGMA application_id"), self._one("PRAGMA user_version")
        if not empty and application != tables.APPLICATION:
            raise ValueError(f"no timeline database: {self.path}")
        if not empty and schema != tables.SCHEMA:
            age = "a newer" if schema > tables.SCHEMA else "an earlier"
            raise ValueError(
                f"{self.path} was written by {age} version of timeline (tables {schema}, known {tables.SCHEMA}): "
                "add its articles to a new file"
            )
        tables.keep_journal(self._connection)
        if empty:
            with self._writing():
                if not self._one("SELECT count(*) FROM sqlite_master"):  # another process may have been faster
                    for statement in tables.TABLES:
                        self._connection.execute(statement)

    def close(self) -> None:
        """Close the file; the last to do so leaves everything in it, and nothing beside it."""
        tables.close(self._connection)

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
        return self._all("SELECT line, settled FROM corrections")

    @property
    def stale(self) -> int:
        """How many articles were read by another version of the library or with another vocabulary."""
        return int(self._one("SELECT count(*) FROM articles WHERE reader != ?", self.reader))

    def refresh(self, *, progress: Callable[[Article, bool], None] | None = None) -> int:
        """Read the stale articles again, each in a transaction of its own. How many there were."""
        refreshed = 0
        for (key,) in self._all("SELECT id FROM articles WHERE reader != ? ORDER BY id", self.reader):
            article = self._article(self._one("SELECT record FROM articles WHERE id = ?", key))
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
        one of the others, it first notes for what was added since which entry each telling belongs to, and then reads only what
        the filters let through. With corrections there, it merges everything anew for that, for they may hold far from it.
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
        if self._indexed():
            with self._reading():
                if self._is_indexed():
                    found = self._found(*condition(actors, place or None, period, types, sources))
                    if not found.mentions:
                        self._check_codes(actors, place or None)
                    return found
        with self._reading():
            whole = self._whole()
        found = whole.involving(*actors) if actors else whole
        found = found.of_type(*types) if types else found
        found = found.at(place) if place else found
        found = found.between(*period) if period else found
        return found.from_source(*sources) if sources else found

    def _found(self, where: str, values: Sequence[Any]) -> Timeline:
        part = self._load(f"entry IN (SELECT id FROM entries WHERE {where})", *values)
        keys = set(map(key_of, part.mentions))
        settled = (loads(settled or line) for line, settled in self._kept())
        return attrs.evolve(part, corrections=tuple(one for one in settled if one.touches(keys)))

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
        found = self._row("SELECT record FROM articles WHERE id = ?", text(article.id))
        if found is None:
            return None
        kept = self._article(found[0])
        if kept != article:
            raise ValueError(f"another article has the id {article.id!r} in {self.path}")
        return kept

    def _keep(self, article: Article, *, again: bool = False) -> bool:
        """Read an article and write it with its tellings; False where another process was faster."""
        key = text(article.id)
        told = tellings(sort_mentions(self._extract(article).mentions))
        rows = [
            (key, one.mentions[0].event, one.traits.turn, index.node(one.traits), packed([to_record(m) for m in one.mentions]))
            for one in told
        ]
        keyed = [row for one in told for row in index.key_rows((key, one.mentions[0].event), one.traits)]
        with self._writing():
            if again:
                if self._one("SELECT reader FROM articles WHERE id = ?", key) == self.reader:
                    return False
                index.forget(self._connection, key)
                self._connection.execute("UPDATE articles SET reader = ? WHERE id = ?", (self.reader, key))
            else:
                if self._known(article) is not None:
                    return False
                published = article.published and article.published.isoformat()
                values = (key, article.source and text(article.source), published, packed(to_record(article)), self.reader)
                self._connection.execute("INSERT INTO articles VALUES (?, ?, ?, ?, ?)", values)
            self._connection.executemany("INSERT INTO tellings (article, event, turn, node, mentions) VALUES (?, ?, ?, ?, ?)", rows)
            self._connection.executemany("INSERT INTO keys VALUES (?, ?, ?, ?, ?, ?)", keyed)
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
        mentions = self._all(f"SELECT mentions FROM tellings WHERE {condition}", *values)
        return Timeline(
            tuple(self._article(record) for (record,) in articles),
            tuple(mention for (records,) in mentions for mention in self._unpacked(tuple[Mention, ...], records)),
        )

    def _whole(self) -> Timeline:
        return self._load("1").corrected(loads(line) for line, _ in self._kept())

    def _is_indexed(self) -> bool:
        return bool(self._one("SELECT content = indexed FROM state"))

    def _indexed(self) -> bool:
        """Note which entry each telling belongs to; False where something was added meanwhile or the file cannot be written."""
        with self._reading():
            if self._is_indexed():
                return True
            content = self._one("SELECT content FROM state")
            whole = self._whole() if self._kept() else None
            anew = None if whole is not None else self._told_anew()
        try:
            with self._writing():
                if self._one("SELECT content FROM state") != content:
                    return False
                if whole is not None:
                    self._write_corrected(whole)
                elif anew is not None:
                    index.write(self._connection, anew)
                self._connection.execute("UPDATE state SET indexed = content")
        except OSError:
            return False  # read-only, or another writer held it all the time: the answer does not depend on it
        return True

    def _told_anew(self) -> index.Anew:
        try:
            return index.told_anew(self._connection)
        except DamagedError as error:
            raise self._damaged(error) from error

    def _write_corrected(self, whole: Timeline) -> None:
        """All entries as the corrections have them, and the corrections as they hold on what is here."""
        for table in ("entries", "actors", "places"):
            self._connection.execute(f"DELETE FROM {table}")
        for event in (*whole.entries, *whole.hidden):
            index.write_entry(self._connection, event, None)
        finder = Finder(whole)
        settled = [(dumps(finder.settled(loads(line))), line) for line, _ in self._kept()]
        self._connection.executemany("UPDATE corrections SET settled = ? WHERE line = ?", settled)

    def _article(self, record: bytes) -> Article:
        return self._unpacked(Article, record)

    def _unpacked(self, kind: type[Value], record: bytes) -> Value:
        try:
            return unpacked(kind, record)
        except DamagedError as error:
            raise self._damaged(error) from error

    def _damaged(self, error: Exception) -> ValueError:
        return ValueError(f"no timeline database, or a damaged one: {self.path} ({error})")

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """One state of the file throughout."""
        with self._clear_errors():
            try:
                self._connection.execute("BEGIN")
                yield
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("COMMIT")

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """All or nothing, one writer at a time."""
        with self._clear_errors():
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
        """What SQLite says, as an error about the file: ValueError for no database of ours, OSError where it cannot be used."""
        try:
            yield
        except sqlite3.OperationalError as error:
            raise OSError(f"cannot use {self.path}: {error}") from error
        except sqlite3.DatabaseError as error:
            raise self._damaged(error) from error

    def _all(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        with self._clear_errors():
            return self._connection.execute(query, values).fetchall()

    def _row(self, query: str, *values: Any) -> Any:
        with self._clear_errors():
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
    """The version of the library and of the points by which it chooses, and of the vocabulary where one is given."""
    try:
        library = version("arabic-timeline")
    except PackageNotFoundError:
        library = "0"
    points = files("timeline.events").joinpath("weights.toml").read_bytes()
    library = f"{library}.{hashlib.sha256(points).hexdigest()[:12]}"
    return library if vocabulary is None else f"{library}+{vocabulary.digest[:12]}"


def _several(value: Word | Sequence[Word]) -> tuple[Word, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
