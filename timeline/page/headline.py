"""The headline: the first line, where the text goes on behind it."""

import re

from timeline.reading import Reading

#: A line break, or the wide gap that a page leaves of one.
PARAGRAPH = re.compile(r"\n|[ \t\u00a0]{6}")
_LEAD = 4  # sentences that a headline holds at most
_LONGEST = 250  # code points in which it ends


def headline(reading: Reading) -> int:
    """How many sentences the first line holds where the text goes on behind it ("خلال زيارته لقطر.. الأمير يبحث …"); else 1."""
    starts = [reading.starts[first] for first, _ in reading.sentences[: _LEAD + 1]]
    line = PARAGRAPH.search(reading.text, starts[0] if starts else 0, _LONGEST)
    return max(1, sum(start < line.start() for start in starts)) if line is not None else 1


def headed(reading: Reading) -> bool:
    """Whether a headline stands over the text: a line of its own with more behind it."""
    starts = reading.starts
    line = PARAGRAPH.search(reading.text, starts[0], _LONGEST) if starts else None
    return line is not None and line.start() < starts[-1]
