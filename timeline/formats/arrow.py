"""One row an event in typed columns: Arrow tables, Arrow files and Parquet, with the schema that clusters share."""

from collections.abc import Iterable, Mapping
from typing import IO, TYPE_CHECKING, Any, Literal

from timeline.formats.clean import whole
from timeline.formats.columns import EVENTS, rows

if TYPE_CHECKING:
    import pyarrow

    from timeline.chronology import Timeline


def write(timeline: "Timeline", *, container: Literal["parquet", "arrow"] = "parquet") -> bytes:
    """The table as a Parquet file, or as an Arrow IPC (Feather) file.

    Lone surrogates become U+FFFD. Raises ImportError without pyarrow (`pip install arabic-timeline[arrow]`), ValueError for
    another container.
    """
    if container not in ("parquet", "arrow"):
        raise ValueError(f'container must be "parquet" or "arrow", not {container!r}')
    made = table(timeline)
    pyarrow = _pyarrow()
    sink = pyarrow.BufferOutputStream()
    if container == "parquet":
        from pyarrow import parquet

        parquet.write_table(made, sink, compression="zstd")
    else:
        from pyarrow import ipc

        with ipc.new_file(sink, made.schema) as writer:
            writer.write_table(made)
    return bytes(sink.getvalue().to_pybytes())


def write_many(timelines: Iterable["Timeline"], sink: IO[bytes], container: str) -> None:
    """Write the rows of one timeline after the other to a binary stream, as a Parquet or an Arrow file; one is in memory at a time.

    Raises as `write` does.
    """
    pyarrow = _pyarrow()
    if container == "parquet":
        from pyarrow import parquet

        writer = parquet.ParquetWriter(sink, schema(), compression="zstd")
    else:
        writer = pyarrow.ipc.new_file(sink, schema())
    with writer:
        for timeline in timelines:
            writer.write_table(table(timeline))


def table(timeline: "Timeline") -> "pyarrow.Table":
    """The entries as an Arrow table, the undated last."""
    return table_of(rows(timeline))


def table_of(made: Iterable[Mapping[str, Any]]) -> "pyarrow.Table":
    """Rows with the columns of `EVENTS` as an Arrow table."""
    return _pyarrow().Table.from_pylist([{name: _clean(value) for name, value in row.items()} for row in made], schema())


def schema() -> "pyarrow.Schema":
    """The columns of `timeline.formats.columns.EVENTS` as an Arrow schema."""
    pyarrow = _pyarrow()
    scalars = {
        "string": pyarrow.string(),
        "date": pyarrow.date32(),
        "bool": pyarrow.bool_(),
        "int64": pyarrow.int64(),
        "double": pyarrow.float64(),
    }
    kinds = {**scalars, **{f"list<{name}>": pyarrow.list_(kind) for name, kind in scalars.items()}}
    return pyarrow.schema([pyarrow.field(name, kinds[kind]) for name, kind in EVENTS])


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return whole(value)
    return [_clean(item) for item in value] if isinstance(value, list) else value


def _pyarrow() -> Any:
    try:
        import pyarrow
    except ImportError as error:
        raise ImportError("Arrow and Parquet need pyarrow: pip install arabic-timeline[arrow]") from error
    return pyarrow
