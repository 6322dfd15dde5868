"""Marks that nobody sees."""

import re
import sys
import unicodedata

from timeline.reading import bare, read
from timeline.reading.letters import FORMAT


def test_the_format_characters_are_those_of_unicode() -> None:
    """As the oldest Python that is supported knows them; a newer Unicode may have more."""
    known = {char for char in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(char) == "Cf"}
    matched = set(re.findall(f"[{FORMAT}]", "".join(map(chr, range(sys.maxunicode + 1)))))
    assert matched <= known
    assert len(known - matched) < 10


def test_they_part_no_number_from_what_it_touches() -> None:
    for mark in ("\u200f", "\u200e", "\u061c", "\u2067", "\ufeff", "\u00ad", "\u200b"):
        reading = read(f"في {mark}27{mark}/{mark}1{mark}/2022{mark} وصل")
        assert [bare(word) for word in reading.words] == ["في", "27", "/", "1", "/", "2022", "وصل"]
        assert all(
            reading.text[start:end] == word for word, start, end in zip(reading.words, reading.starts, reading.ends, strict=True)
        )
