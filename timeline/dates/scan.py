"""Rows of pieces: stretches of a text in which every word may belong to a date."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from timeline.dates.grammar import Piece
from timeline.dates.words.lexicon import Entry, Symbol, symbols
from timeline.dates.words.symbols import NAMES
from timeline.reading import Reading, fold, narrowed

_STRETCH = re.compile("[cg]+")
_BREAK, _THING = NAMES["BREAK"], NAMES["THING"]
_MEASURES = frozenset("%٪‰$€£¥°")
_LONGEST_GAP = 4  # blanks within a date
_TO, _OTHER = NAMES["TO"], NAMES["OTHER"]
_NEAR = 12  # tokens from what puts off to the days from and to which it does
_PUT_OFF = frozenset(
    fold(word)
    for word in (
        *("تأجيل", "تأجيله", "تأجيلها", "تأجل", "تأجلت", "أجل", "أجلت", "أجلوا", "يؤجل", "تؤجل", "سيؤجل", "ستؤجل"),
        *("إرجاء", "إرجائه", "إرجائها", "أرجأ", "أرجأت", "أرجئ", "أرجئت", "ترحيل"),
    )
)


def rows(reading: Reading) -> Iterator[list[Piece]]:
    """Each run of date words that holds one which can be or begin a date."""
    entries = list(map(symbols, reading.words))
    marks = ["."] * len(entries)
    phrases: dict[int, _Phrase] = {}
    for index, entry in enumerate(entries):
        if entry is not None:
            marks[index] = "c" if entry.core else "g"
            if entry.phrases:
                _find_phrase(reading.folded, index, entry, marks, phrases)
    for match in _STRETCH.finditer("".join(marks)):
        if "c" in match[0]:
            yield _row(reading, entries, phrases, *match.span())


class _Phrase(NamedTuple):
    """A fixed phrase found: how many tokens it takes, its letter and what it means."""

    taken: int
    letter: str
    value: Any


def _find_phrase(folded: Sequence[str], index: int, entry: Entry, marks: list[str], phrases: dict[int, _Phrase]) -> None:
    for rest, letter, value in entry.phrases:
        end = index + 1 + len(rest)
        if folded[index + 1 : end] == rest:
            phrases[index] = _Phrase(1 + len(rest), letter, value)
            marks[index] = "c"
            marks[index + 1 : end] = "g" * len(rest)
            return


def _row(reading: Reading, entries: Sequence[Entry | None], phrases: dict[int, _Phrase], first: int, last: int) -> list[Piece]:
    row: list[Piece] = []
    if first > 1 and _is_named_event(reading, first):
        row.append(Piece(NAMES["EVENT"], None, reading.starts[first], reading.starts[first], first, first))
    text, starts, ends = reading.text, reading.starts, reading.ends
    index = first
    while index < last:
        start = starts[index]
        if index > first:
            gap = narrowed(text[ends[index - 1] : start])
            if len(gap) > _LONGEST_GAP or "\n" in gap:
                row.append(Piece(_BREAK, None, start, start, index, index))
        entry = entries[index]
        assert entry is not None  # only words of the vocabulary are marked, and the tails of phrases are skipped
        pieces, taken = entry.symbols, 1
        if index in phrases:
            taken, letter, value = phrases[index]
            pieces = (*pieces[:-1], Symbol(letter, value, pieces[-1].offset))
        until = len(pieces) - 1
        for place, symbol in enumerate(pieces):
            stop = start + pieces[place + 1].offset if place < until else ends[index + taken - 1]
            row.append(Piece(symbol.letter, symbol.value, start + symbol.offset, stop, index, index + taken))
        index += taken
    if any(piece.letter == _TO for piece in row) and not _PUT_OFF.isdisjoint(reading.folded[max(0, first - _NEAR) : first]):
        row = [piece._replace(letter=_OTHER) if piece.letter == _TO else piece for piece in row]  # two days, and no stretch
    if _is_thing(reading, last):
        row.append(Piece(_THING, None, ends[last - 1], ends[last - 1], last, last))
    return row


def _is_named_event(reading: Reading, index: int) -> bool:
    """Whether an event that is known by its year stands two words before a number: "مؤتمر القاهرة 2014"."""
    known = symbols(reading.words[index - 2]) if reading.folded[index].isdigit() and reading.folded[index - 1].isalpha() else None
    near = reading.text[reading.ends[index - 2] : reading.starts[index - 1]] == " "
    return near and known is not None and known.symbols[-1].letter == NAMES["EVENT"]


def _is_thing(reading: Reading, index: int) -> bool:
    """Whether a word or a measure stands right behind the row, of which its last number may be: "12 جنديا", "3%", "8:30"."""
    if index >= len(reading.words):
        return False
    gap = narrowed(reading.text[reading.ends[index - 1] : reading.starts[index]])
    if len(gap) > _LONGEST_GAP or "\n" in gap:
        return False
    word = reading.folded[index]
    clock = word == ":" and index + 1 < len(reading.words) and reading.folded[index + 1].isdigit()
    return word.isalnum() or word in _MEASURES or clock
