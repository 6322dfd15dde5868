"""What stands between quotation marks."""

from timeline.page.headline import PARAGRAPH
from timeline.reading import Reading

_MARKS = frozenset('«»“”"')
_OPENING = "«“"
_ONE_SIDED = "«»“"  # what a mark does is told by its form; others serve on both sides
_LONGEST = 120  # tokens
_NAME = 5  # tokens up to which the marks hold a name


def quotations(reading: Reading) -> tuple[tuple[int, int], ...]:
    """Token ranges between quotation marks that hold more than a name.

    A mark that is closed nowhere near, or only in another paragraph, quotes nothing: news leaves one out now and then.
    """
    found = []
    opened: int | None = None
    for index, word in enumerate(reading.words):
        if word not in _MARKS:
            continue
        if opened is not None and (index - opened > _LONGEST or _paragraph_ends(reading, opened, index)):
            opened = None
        if word in _OPENING if word in _ONE_SIDED else _opens(reading, index, opened is None):
            opened = index
        elif opened is not None:
            if index - opened > _NAME:
                found.append((opened + 1, index))
            opened = None
    return tuple(found)


def _opens(reading: Reading, index: int, likely: bool) -> bool:
    """Whether a straight mark opens a quotation: glued to the word behind it and not to the one before; else as is `likely`."""
    starts, ends = reading.starts, reading.ends
    before = index > 0 and ends[index - 1] == starts[index]
    behind = index + 1 < len(reading) and ends[index] == starts[index + 1]
    return behind if before != behind else likely


def _paragraph_ends(reading: Reading, first: int, last: int) -> bool:
    return PARAGRAPH.search(reading.text, reading.ends[first], reading.starts[last]) is not None
