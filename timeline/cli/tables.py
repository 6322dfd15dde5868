"""Tables for a terminal, and plain ones for everything else.

On a terminal a table fits its width, and each line of a cell stands in an isolate (FSI … PDI, Unicode Standard Annex 9), so that
Arabic in one column cannot reorder the next. Piped, a table is one line a row with tabs between the cells: for grep, cut and
spreadsheets.
"""

import io
import unicodedata
from collections.abc import Iterable, Sequence

import attrs

from timeline.formats.clean import one_line, ordered

_FSI, _PDI = "\u2068", "\u2069"
_NARROWEST = 8
_BORDERS_PER_COLUMN = 3


@attrs.frozen
class Column:
    """A column: its heading, and its share of the room that is left once the columns with share 0 have what they need."""

    heading: str
    share: int = 0


def plain(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> str:
    """One line a row, headings first, cells parted by tabs.

    >>> plain([Column("a"), Column("b")], [["1", "x\\ty"]])
    'a\\tb\\n1\\tx y\\n'
    """
    lines = [[column.heading for column in columns], *rows]
    return "".join("\t".join(clean(cell) for cell in line) + "\n" for line in lines)


def fitted(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int, *, title: str = "", colour: bool = True) -> str:
    """The table for a terminal of this width."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    cells = [[clean(cell) for cell in row] for row in rows]
    widths = _widths(columns, cells, width)
    console = Console(file=io.StringIO(), width=width, force_terminal=colour, no_color=not colour, legacy_windows=False)
    table = Table(box=box.SIMPLE_HEAD, title=isolated(clean(title)) or None, title_justify="left", padding=(0, 1), pad_edge=False)
    for column, cell_width in zip(columns, widths, strict=True):
        table.add_column(Text(isolated(column.heading)), width=cell_width, no_wrap=True)
    for row in cells:
        table.add_row(*(Text(_wrapped(cell, cell_width)) for cell, cell_width in zip(row, widths, strict=True)))
    console.print(table)
    output: io.StringIO = console.file  # type: ignore[assignment]
    return output.getvalue()


def clean(cell: str) -> str:
    """A cell on one line, without anything that steers a terminal or reorders its neighbours."""
    return ordered(one_line(cell))


def isolated(text: str) -> str:
    """The text in an isolate of its own direction, if it has any letter that is written from right to left.

    >>> isolated("2022-01-10"), len(isolated("جنيف"))
    ('2022-01-10', 6)
    """
    leftwards = any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)
    return f"{_FSI}{text}{_PDI}" if leftwards else text


def _wrapped(cell: str, width: int) -> str:
    """The cell in lines no wider than this, each an isolate of its own: a terminal orders every line for itself."""
    from rich.console import Console
    from rich.text import Text

    lines = Text(cell).wrap(Console(file=io.StringIO(), width=width), width)
    return "\n".join(isolated(line.plain.rstrip()) for line in lines)


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """What each column gets: those without a share what they need, the others their longest word, and by their share of the rest.

    So no word is broken, unless the terminal is too narrow for the longest of each column side by side.
    """
    from rich.cells import cell_len

    texts = [[column.heading, *cells] for column, *cells in zip(columns, *rows, strict=True)]
    needed = [max(map(cell_len, column), default=1) for column in texts]
    words = [max((cell_len(word) for cell in column for word in cell.split()), default=1) for column in texts]
    room = width - _BORDERS_PER_COLUMN * len(columns)
    free = room - sum(need for column, need in zip(columns, needed, strict=True) if not column.share)
    shares = sum(column.share for column in columns) or 1
    least = sum(max(_NARROWEST, word) for column, word in zip(columns, words, strict=True) if column.share)
    floors = [max(_NARROWEST, word) if least <= free else 0 for word in words]
    left = free - least if least <= free else free
    return [
        max(1, min(need, room)) if not column.share else max(_NARROWEST, min(need, floor + left * column.share // shares))
        for column, need, floor in zip(columns, needed, floors, strict=True)
    ]
