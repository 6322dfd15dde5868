"""Dates that say when a page was issued: on a line of their own, or beside a word such as "نشر" and "تحديث"."""

from collections.abc import Sequence

from timeline.page.words import phrases
from timeline.reading import Reading

_HEAD = 60  # tokens in which a word may announce a date of issue
_DEEPEST = 600  # tokens in which a line may hold one
_REST = 12  # letters that such a line holds besides the date
_WINDOW = 200  # code points in which a line ends
_BEFORE, _BEHIND = 3, 4  # tokens


def stamps(reading: Reading, dates: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The token ranges of the dates of issue."""
    return tuple(
        (first, last)
        for first, last in dates
        if first <= _DEEPEST and (_own_line(reading, first, last) or (first <= _HEAD and _announced(reading, first, last)))
    )


def _own_line(reading: Reading, first: int, last: int) -> bool:
    """Whether the line holds next to nothing else."""
    text, start, stop = reading.text, reading.starts[first], reading.ends[last - 1]
    begin = text.rfind("\n", max(0, start - _WINDOW), start) + 1
    end = text.find("\n", stop, stop + _WINDOW)
    if begin == 0 and start > _WINDOW:
        return False
    rest = text[begin:start] + text[stop : end if end >= 0 else stop + _WINDOW]
    return sum(map(str.isalpha, rest)) <= _REST


def _announced(reading: Reading, first: int, last: int) -> bool:
    before = reading.folded[max(0, first - _BEFORE) : first]
    behind = reading.folded[last : last + _BEHIND]
    return any((word,) in phrases("issued", "before") for word in before) or any(
        (word,) in phrases("issued", "behind") for word in behind
    )
