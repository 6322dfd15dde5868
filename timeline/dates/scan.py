"""Rows of pieces: stretches of a text in which every word may belong to a date."""

import re
from collections.abc import Iterator

from timeline.dates.grammar import Piece
from timeline.dates.words.lexicon import symbols
from timeline.dates.words.symbols import NAMES
from timeline.reading import Reading

_STRETCH = re.compile("[cg]+")
_BREAK = NAMES["BREAK"]


def rows(reading: Reading) -> Iterator[list[Piece]]:
    """Each run of date words that holds one which can be or begin a date."""
    entries = list(map(symbols, reading.words))
    marks = "".join(["." if entry is None else "c" if entry.core or entry.phrases else "g" for entry in entries])
    for match in _STRETCH.finditer(marks):
        if "c" in match[0]:
            yield _row(reading, entries, *match.span())


def _row(reading: Reading, entries: list, first: int, last: int) -> list[Piece]:  # type: ignore[type-arg]
    row: list[Piece] = []
    text, folded = reading.text, reading.folded
    index = first
    while index < last:
        start, end = reading.starts[index], reading.ends[index]
        entry = entries[index]
        if index > first and end - start >= 0:
            gap = text[reading.ends[index - 1] : start]
            if "\n" in gap or len(gap) > 4:
                row.append(Piece(_BREAK, None, start, start, index, index))
        taken = 1
        pieces = entry.symbols
        for rest, letter, value in entry.phrases:
            if folded[index + 1 : index + 1 + len(rest)] == rest:
                taken = 1 + len(rest)
                pieces = (*pieces[:-1], type(pieces[-1])(letter, value, pieces[-1].offset))
                break
        until = len(pieces) - 1
        for place, symbol in enumerate(pieces):
            stop = start + pieces[place + 1].offset if place < until else reading.ends[index + taken - 1]
            row.append(Piece(symbol.letter, symbol.value, start + symbol.offset, stop, index, index + taken))
        index += taken
    return row
