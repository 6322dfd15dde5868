"""The forms in which a timeline leaves the library: one small module a format, imported when it is used.

Every writer takes a Timeline and gives `str` or `bytes`, the same for the same timeline on every machine and day. What articles,
titles, sources and addresses contain cannot break a format or arm it; addresses become links only where they are http(s).

>>> format_of("chronology.html"), format_of("talks.plover.json")
('html', 'plover')
"""

from importlib import import_module
from inspect import signature
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from timeline.chronology import Timeline


@attrs.frozen
class Format:
    """A format by its name: the module that writes it, the file names that mean it, and options that the name stands for.

    `needs` is the package that it cannot do without, and the extra that brings it.
    """

    name: str
    module: str
    endings: tuple[str, ...]
    about: str
    options: tuple[tuple[str, Any], ...] = ()
    binary: bool = False
    needs: tuple[str, str] | None = None


FORMATS: tuple[Format, ...] = (
    Format("json", "json_", (".json",), "everything, to be read back whole"),
    Format("jsonl", "jsonl", (".jsonl", ".ndjson"), "one JSON object an event, by a published schema"),
    Format("csv", "csv_", (".csv",), "one row an event"),
    Format("excel", "csv_", (".excel.csv", ".xls.csv"), "CSV that Excel opens as UTF-8", (("bom", True),)),
    Format("tsv", "csv_", (".tsv", ".tab"), "the same with tabs", (("delimiter", "\t"),)),
    Format("markdown", "markdown", (".md", ".markdown"), "a table with numbered sources"),
    Format("html", "html", (".html", ".htm"), "a page to read, filter and print"),
    Format(
        "parquet",
        "arrow",
        (".parquet",),
        "one row an event, typed columns",
        (("container", "parquet"),),
        binary=True,
        needs=("pyarrow", "arrow"),
    ),
    Format(
        "arrow",
        "arrow",
        (".arrow", ".feather"),
        "the same as an Arrow IPC file",
        (("container", "arrow"),),
        binary=True,
        needs=("pyarrow", "arrow"),
    ),
    Format("sqlite", "sqlite", (".sqlite", ".sqlite3"), "tables, a view and full text, for SQL and Datasette", binary=True),
    Format("timelinejs", "timelinejs", (".timelinejs.json",), "for Knight Lab's TimelineJS"),
    Format("timelinejs-sheet", "timelinejs_sheet", (".timelinejs.csv",), "the spreadsheet that TimelineJS is fed with"),
    Format("ics", "ics", (".ics",), "an iCalendar of all-day events", binary=True, needs=("icalendar", "calendar")),
    Format("geojson", "geojson", (".geojson", ".geo.json"), "the events that have a place on the map"),
    Format("timeml", "timeml", (".tml", ".timeml", ".xml"), "the articles with their dates as TIMEX3"),
    Format("plover", "plover", (".plover.json",), "event records of the PLOVER coding scheme"),
)

#: The names that `write` and `Timeline.write` know.
NAMES: tuple[str, ...] = tuple(one.name for one in FORMATS)

_BY_NAME = {one.name: one for one in FORMATS}


def find(name: str) -> Format:
    """The format of this name.

    Raises ValueError for a name that is none, listing those that are.
    """
    try:
        return _BY_NAME[name]
    except (KeyError, TypeError):
        raise ValueError(f"format: {name!r} is none of {', '.join(NAMES)}") from None


def write(timeline: "Timeline", name: str, **options: Any) -> str | bytes:
    """The timeline in a format, by the format's name; `options` are those of its writer (`lang="en"` …).

    Raises ValueError for a name that is no format, TypeError for an option that the format does not have, and ImportError where
    the format needs an extra that is not installed, naming it.
    """
    chosen = find(name)
    written: str | bytes = _module(chosen).write(timeline, **{**dict(chosen.options), **options})
    return written


def load(name: str) -> None:
    """Load what a format needs, so that it is known beforehand whether all is there. Raises as `write` does."""
    chosen = find(name)
    _module(chosen)
    if chosen.needs:
        try:
            import_module(chosen.needs[0])
        except ImportError as error:
            raise ImportError(f"{name} needs {chosen.needs[0]}: pip install 'arabic-timeline[{chosen.needs[1]}]'") from error


def _module(chosen: Format) -> Any:
    return import_module(f"timeline.formats.{chosen.module}")


def options_of(name: str) -> frozenset[str]:
    """The options that a format's writer takes.

    >>> "lang" in options_of("html"), "lang" in options_of("geojson")
    (True, False)
    """
    return frozenset(signature(_module(find(name)).write).parameters) - {"timeline"}


def format_of(path: "str | PathLike[str]") -> str:
    """The format that a file's name means, the longest ending first.

    Raises ValueError for a name that means none.
    """
    name = fspath(path).lower()
    endings = sorted(((ending, one.name) for one in FORMATS for ending in one.endings), key=lambda pair: -len(pair[0]))
    for ending, found in endings:
        if name.endswith(ending):
            return found
    raise ValueError(
        f"no format goes with the file name {fspath(path)!r}; known endings: {', '.join(sorted(e for e, _ in endings))}"
    )
