"""Sentences that a page wraps around its article: menus, "read also", captions, copyright lines."""

from collections.abc import Sequence

from timeline.page.words import phrases
from timeline.reading import Reading

_OPENING = 4  # tokens at which an opening is looked for


def furniture(reading: Reading, dates: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The indices of the sentences that are no prose of the article."""
    return frozenset(index for index, (first, last) in enumerate(reading.sentences) if _opens_so(reading, first, last))


def _opens_so(reading: Reading, first: int, last: int) -> bool:
    folded = reading.folded
    words = tuple(word for word in folded[first : min(last, first + _OPENING)] if word.isalnum())
    if words[:1] == ("انتهي",) and folded[first] == "/":  # "// انتهى //"
        return True
    openings = phrases("furniture", "openings")
    return any(words[:length] in openings for length in range(1, len(words) + 1))
