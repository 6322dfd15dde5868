"""One row an event for spreadsheets and scripts."""

import csv
import io
import re
from datetime import date
from typing import TYPE_CHECKING, Any

from timeline.formats.clean import one_line
from timeline.formats.columns import EVENTS, rows

if TYPE_CHECKING:
    from timeline.chronology import Timeline

_COLUMNS = tuple(name for name, _ in EVENTS if name != "mentions")
#: What spreadsheets take for the start of a formula, at the start of a cell or after what another locale takes for its end.
_FORMULA = re.compile(r"(^|;)([\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*)(?=[=+\-@＝＋－＠|%])")


def write(timeline: "Timeline", *, safe: bool = True, bom: bool = False, mentions: bool = False, delimiter: str = ",") -> str:
    """A header and one row an entry, the undated last; lists joined by "; ", every cell on one line and in quotes.

    Columns and their meaning are those of `timeline.formats.columns.EVENTS`. `safe` puts an apostrophe before any text that a
    spreadsheet would run as a formula; False leaves texts as they are, for scripts. `bom` begins with a byte order mark, without
    which Excel takes UTF-8 for another encoding. `delimiter` stands between cells. `mentions` adds the whole evidence as JSON in a
    last column.
    """
    target = io.StringIO()
    writer = csv.writer(target, quoting=csv.QUOTE_ALL, lineterminator="\r\n", delimiter=delimiter)
    columns = (*_COLUMNS, "mentions") if mentions else _COLUMNS
    writer.writerow(columns)
    for row in rows(timeline):
        writer.writerow([_cell(row[name], safe=safe and name != "mentions") for name in columns])
    return ("\ufeff" if bom else "") + target.getvalue()


def neutralised(text: str) -> str:
    """The text with an apostrophe before whatever would start a formula.

    >>> neutralised("=1+1"), neutralised("a; @b"), neutralised("7-8")
    ("'=1+1", "a;' @b", '7-8')
    """
    return _FORMULA.sub(r"\1'\2", text)


def _cell(value: Any, *, safe: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    text = "; ".join("" if item is None else one_line(str(item)) for item in value) if isinstance(value, list) else one_line(value)
    return neutralised(text) if safe else text
