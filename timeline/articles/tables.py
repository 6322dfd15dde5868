"""Articles out of tables, one row each: CSV and TSV, Parquet and Arrow files, and tables that a program holds in memory."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any, Literal

from timeline.articles.article import Article
from timeline.articles.encoding import detect
from timeline.articles.fields import Fields
from timeline.articles.notice import Notice
from timeline.articles.opening import LARGEST_ARTICLE, beginning_of, broken_gzip_as_error
from timeline.articles.record import Records

_SAMPLE = 1 << 16
_DELIMITERS = "\t,;|"
_HEADING = re.compile(r'[^\t,;|"\r\n]{1,40}|"[^"\r\n]{1,40}"')
_BATCH = 64  # rows that are in memory at a time
_WORDLESS = "a table without a column for the text (there are {}; another name: --field text=NAME)"


def read_csv(stream: IO[bytes], where: str, records: Records, fields: Fields, *, delimiter: str = "") -> Iterator[Article | Notice]:
    """The articles of a table with a heading; a row that holds none gives a notice with its number (the heading is row 1).

    The encoding is told by the bytes; so is the delimiter (comma, semicolon, tab or bar) where none is given.
    """
    number = 1
    csv.field_size_limit(LARGEST_ARTICLE)  # of the process: the module knows no other way
    try:
        beginning = beginning_of(stream, _SAMPLE)
        encoding = detect(beginning, whole=False)
        if not encoding.usual:
            yield Notice(where, f"read as {encoding.name}", lost=False)
        codec = "utf-8-sig" if encoding.usual else encoding.codec
        text = io.TextIOWrapper(stream, codec, "replace" if encoding.wide else "strict", newline="")
        heading = beginning.decode(codec, "replace").lstrip("\ufeff").splitlines()[:1]
        rows = csv.reader(text, delimiter=delimiter or _delimiter(heading[0] if heading else ""), strict=True)
        names = _checked([name.strip().lstrip("\ufeff") for name in next(rows, [])], fields)
        while True:
            number += 1
            try:
                with broken_gzip_as_error():
                    row = next(rows, None)
            except csv.Error as error:
                yield Notice(where, f"no row of a table: {error}", line=number)
                continue
            if row is None:
                return
            if any(row):
                yield from _row(names, row, records, number, where)
    except UnicodeDecodeError:
        yield Notice(where, f"broken {encoding.name}; the rows from this one on are lost", line=number)
    except (OSError, ValueError) as error:
        yield Notice(where, str(error), line=number if number > 1 else None)


def _row(names: list[str], row: list[str], records: Records, number: int, where: str) -> Iterator[Article | Notice]:
    if len(row) > len(names):
        yield Notice(where, f"{len(row)} cells under {len(names)} headings (a delimiter that is in no quotes?)", line=number)
        return
    yield from records.read(dict(zip(names, row, strict=False)), number)


def _checked(names: Iterable[str], fields: Fields) -> list[str]:
    """The names of the columns, if there is one for the text."""
    there = list(names)
    found = fields.names(there)
    for field, name in fields.given.items():
        if field not in found:
            raise ValueError(f'no column "{name}" (there are {_listed(there)})')
    if "text" not in found:
        raise ValueError(_WORDLESS.format(_listed(there)))
    return there


def _listed(names: list[str]) -> str:
    return ", ".join(name[:40] for name in names[:20]) or "none"


def _delimiter(heading: str) -> str:
    """What stands most often between the names in the first line."""
    bare = re.sub(r'"[^"]*"', "", heading)
    return max(_DELIMITERS, key=lambda mark: (bare.count(mark), mark == ","))


def is_table(beginning: str, fields: Fields) -> bool:
    """Whether a text begins with the heading of a table: short names between delimiters, one of them usual for a text.

    >>> is_table("id,date,text\\n1,2022-01-10,قال", Fields()), is_table("قال، وأضاف، ثم غادر", Fields())
    (True, False)
    """
    heading = beginning.splitlines()[0] if beginning.strip() else ""
    mark = _delimiter(heading)
    names = heading.split(mark)
    whole = all(_HEADING.fullmatch(name.strip()) for name in names)
    return whole and len(names) > 1 and len(fields.names(name.strip('" ') for name in names).keys() & {"text", "published"}) == 2


def read_columns(
    path: Any, kind: Literal["parquet", "arrow"], records: Records, fields: Fields, where: str
) -> Iterator[Article | Notice]:
    """The articles of a Parquet or an Arrow (Feather) file, a few rows at a time, of its columns only those that tell something.

    `path` is the file's path, or a binary file to seek in. Raises ImportError, naming the extra, without pyarrow.
    """
    number = 0
    try:
        import pyarrow
        from pyarrow import ipc, parquet
    except ImportError:
        raise ImportError("reading Parquet and Arrow files needs pyarrow: pip install 'arabic-timeline[arrow]'") from None
    try:
        if kind == "parquet":
            file = parquet.ParquetFile(path)
            names = _checked(file.schema_arrow.names, fields)
            batches: Iterable[Any] = file.iter_batches(_BATCH, columns=_told(names, fields))
        else:
            reader = ipc.open_file(pyarrow.memory_map(str(path)) if isinstance(path, str) or hasattr(path, "parts") else path)
            _checked(reader.schema.names, fields)
            batches = (reader.get_batch(index) for index in range(reader.num_record_batches))
        for number, record in enumerate((record for batch in batches for record in _records(batch)), start=1):
            yield from records.read(record, number)
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        said = str(error).partition("\n")[0]
        yield Notice(where, said, line=number + 1 if number else None)


def _told(names: list[str], fields: Fields) -> list[str]:
    return list(dict.fromkeys(name for some in fields.names(names).values() for name in some))


def _records(batch: Any) -> Iterator[dict[str, Any]]:
    """The rows of a record batch, a few at a time."""
    for start in range(0, batch.num_rows, _BATCH):
        yield from batch.slice(start, _BATCH).to_pylist()


def is_held(value: object) -> bool:
    """Whether a value is a table in memory that `rows_of` can read: of Arrow, pandas, polars, or a list of mappings."""
    return (
        hasattr(value, "to_pylist")
        or hasattr(value, "itertuples")
        or hasattr(value, "iter_rows")
        or (isinstance(value, list | tuple) and all(isinstance(item, Mapping) for item in value))
    )


def read_held(table: Any, where: str, records: Records, fields: Fields) -> Iterator[Article | Notice]:
    """The articles of a table in memory, one row each; a row that holds none gives a notice with its number (from 1)."""
    try:
        if not isinstance(table, list | tuple):
            _checked(_columns(table), fields)
        for number, record in enumerate(_rows(table), start=1):
            yield from records.read(record, number)
    except ValueError as error:
        yield Notice(where, str(error))


def _columns(table: Any) -> list[str]:
    """The names of the columns, of a frame or of what Arrow has."""
    return [
        str(name) for name in (table.columns if hasattr(table, "itertuples") or hasattr(table, "iter_rows") else table.schema.names)
    ]


def _rows(table: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(table, list | tuple):
        yield from table
    elif hasattr(table, "to_pylist"):
        for batch in table.to_batches() if hasattr(table, "to_batches") else [table]:
            yield from _records(batch)
    elif hasattr(table, "iter_rows"):
        yield from table.iter_rows(named=True)
    else:
        names = _columns(table)
        for row in table.itertuples(index=False, name=None):
            yield dict(zip(names, row, strict=True))
