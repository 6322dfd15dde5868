"""Many inputs as one stream of articles, in which one bad input never costs the others."""

import io
import sys
from collections.abc import Iterable, Iterator, Mapping
from os import PathLike, fspath
from pathlib import Path
from typing import IO, Any

import attrs

from timeline.articles.article import Article, Published
from timeline.articles.fields import Fields
from timeline.articles.files import Unread, message_of, read_data, read_file
from timeline.articles.folders import files_in, is_folder
from timeline.articles.kinds import SINGLE, Kind, kind_by_content, kind_by_name
from timeline.articles.lines import read_lines
from timeline.articles.listed import read_json
from timeline.articles.notice import Notice
from timeline.articles.opening import beginning_of, opened, unpacked, whole
from timeline.articles.record import Records
from timeline.articles.tables import is_held, is_table, read_columns, read_csv, read_held

STANDARD_INPUT = "-"
#: Kinds whose reading takes so long that it is worth a worker's time.
_SLOW: tuple[Kind, ...] = ("page", "archive", "mail")

#: What `read_articles` reads: paths, and tables in memory.
Input = str | PathLike[str] | Any


def read_articles(
    *inputs: Input, published: Published = None, fields: Mapping[str, str] | None = None, stdin: IO[bytes] | None = None
) -> Iterator[Article | Notice]:
    """The articles in files, folders and tables, in order, with a notice wherever something could not be read.

    A file is plain text, a saved page (HTML, MHTML) or a mail (EML), one article each; or JSON Lines, a JSON array, CSV, TSV,
    Parquet or Arrow with an article a row; text files gzipped or not. A folder gives what it and its subfolders hold of these,
    sorted by name. "-" is standard input, told by its first bytes. A table is a pandas or polars frame, an Arrow table, or a list
    of dicts. Rows are asked for `text`, `published`, `source`, `title`, `url` and `id` under their usual names ("date", "النص");
    `fields` says others: {"published": "crawled"}. `published` counts for articles that come without a publication date. An id
    that comes again is a notice: the same article is taken once, and another article may not take its id.

    Articles are read one by one, as they are asked for.

    Raises ValueError for a `published` that names no single day or a field that no article has, TypeError for an input that is none
    of these, and nothing for what the inputs hold.
    """
    return without_repeats(_read(item) for item in unread_articles(*inputs, published=published, fields=fields, stdin=stdin))


def unread_articles(
    *inputs: Input,
    published: Published = None,
    fields: Mapping[str, str] | None = None,
    stdin: IO[bytes] | None = None,
    output: Path | None = None,
) -> Iterator[Article | Notice | Unread]:
    """As `read_articles`, with the files that take long left unread, for workers; ids may come again.

    `output` is the file that will be written: found in a folder, it is passed over. Raises as `read_articles` does.
    """
    for given in inputs:
        if not isinstance(given, str | PathLike) and not is_held(given):
            raise TypeError(f"inputs must be strings, paths or tables, not {type(given).__name__}")
    if stdin is not None and not hasattr(stdin, "read"):
        raise TypeError(f"stdin must be a binary stream or None, not {type(stdin).__name__}")
    day = Article("", published).published  # misuse is said at once, not once an article
    return _Inputs(Fields(dict(fields or {})), day, stdin, output).all(inputs)


def without_repeats(stream: Iterable[Article | Notice | tuple[Article | None, tuple[Notice, ...]]]) -> Iterator[Article | Notice]:
    """An id stands for one article: offsets are true of one text only."""
    repeats = Repeats()
    for item in stream:
        article, notices = item if isinstance(item, tuple) else (item, ())
        yield from notices
        if article is not None:
            yield (repeats.check(article) if isinstance(article, Article) else None) or article


@attrs.define
class Repeats:
    """The ids that came before."""

    _seen: dict[str, int] = attrs.field(factory=dict)

    def check(self, article: Article) -> Notice | None:
        """What is to be said of an article whose id came before, None for a new one."""
        content = hash(article)
        if article.id not in self._seen:
            self._seen[article.id] = content
            return None
        if self._seen[article.id] == content:
            return Notice(article.id, "the same article again, taken once", lost=False)
        return Notice(article.id, "this id already belongs to a different article")


def _read(item: Article | Notice | Unread) -> Article | Notice | tuple[Article | None, tuple[Notice, ...]]:
    return item.read() if isinstance(item, Unread) else item


@attrs.frozen
class _Inputs:
    """What holds for all inputs of a call."""

    fields: Fields
    published: Published
    stdin: IO[bytes] | None
    output: Path | None

    def all(self, inputs: Iterable[Input]) -> Iterator[Article | Notice | Unread]:
        tables = 0
        for given in inputs:
            if not isinstance(given, str | PathLike):
                tables += 1
                where = f"table {tables}"
                yield from read_held(given, where, self._records(where), self.fields)
            elif str(given) == STANDARD_INPUT:
                yield from self._stdin()
            elif is_folder(Path(fspath(given))):
                for item in files_in(Path(fspath(given)), self.output):
                    yield from [item] if isinstance(item, Notice) else self._file(item)
            else:
                yield from self._file(Path(fspath(given)))

    def _records(self, where: str) -> Records:
        return Records(where, self.fields, self.published)

    def _file(self, path: Path) -> Iterator[Article | Notice | Unread]:
        named = kind_by_name(path)
        if named in _SLOW:
            yield Unread(path, self.published)
            return
        try:
            with opened(path) as stream:
                beginning = beginning_of(stream)
                kind = self._kind(beginning, named)
                if kind not in SINGLE:
                    yield from self._many(stream, kind, str(path), path)
                    return
            article, notice = read_file(path, published=self.published)
        except (OSError, ValueError, ImportError) as error:
            yield Notice(str(path), message_of(error))
            return
        if notice is not None:
            yield notice
        yield article

    def _kind(self, beginning: bytes, named: Kind | None) -> Kind:
        """The kind by name and content; a table that is named otherwise shows by its heading."""
        kind = kind_by_content(beginning, named)
        if kind == "text" and named != "text" and is_table(beginning.decode("utf-8-sig", "replace"), self.fields):
            return "csv"
        return kind

    def _many(self, stream: IO[bytes], kind: Kind, where: str, path: Any) -> Iterator[Article | Notice]:
        records = self._records(where)
        if kind == "lines":
            yield from read_lines(stream, where, records)
        elif kind == "json":
            yield from read_json(stream, where, records)
        elif kind in ("parquet", "arrow"):
            yield from read_columns(path, "parquet" if kind == "parquet" else "arrow", records, self.fields, where)
        else:
            yield from read_csv(stream, where, records, self.fields, delimiter="\t" if kind == "tsv" else "")

    def _stdin(self) -> Iterator[Article | Notice]:
        name = "standard input"
        try:
            stream = unpacked(self.stdin or sys.stdin.buffer)
            kind = self._kind(beginning_of(stream), None)
            if kind in SINGLE:
                yield from self._one(whole(stream), kind, name)
            else:
                held = io.BytesIO(whole(stream)) if kind in ("parquet", "arrow") else None
                yield from self._many(stream, kind, name, held)
        except (OSError, ValueError, ImportError) as error:
            yield Notice(name, message_of(error))

    def _one(self, data: bytes, kind: Kind, name: str) -> Iterator[Article | Notice]:
        known: dict[str, Any] = {"source": None} if kind == "text" else {}
        article, notice = read_data(data, kind, name, where=name, published=self.published, known=known)
        if notice is not None:
            yield notice
        yield article
