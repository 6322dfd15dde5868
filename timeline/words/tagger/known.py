"""What is known of a word by itself: how news uses it, and the lists of names and verbs that hold it.

data/known.tsv.gz has a line a word, in folded spelling: the word; its class in raw news ("N!" nearly always a noun, "N" mostly,
"N|V" one of two); how often news has it, in powers of two; and letters for the lists that hold it. Training the tagger writes it.
"""

import gzip
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from timeline.reading import bare_prefixes


class Known(NamedTuple):
    """A word's class in news, the power of two of its frequency, and the lists that hold it."""

    use: str
    often: int
    lists: tuple[str, ...]


UNKNOWN = Known("?", 0, ())
_NUMBER = Known("U!", 16, ())


class Vocabulary:
    """The words of which something is known, by folded form."""

    def __init__(self, words: Mapping[str, Known]) -> None:
        self._words = words

    def __call__(self, folded: str) -> Known:
        """What is known of the word as it is."""
        return _NUMBER if folded.isdigit() else self._words.get(folded, UNKNOWN)

    def lists(self, folded: str) -> tuple[str, ...]:
        """The lists that hold the word, or what is left of it behind glued particles (then with "+"); sorted."""
        found = set(self(folded).lists)
        if len(folded) > 2:
            for proclitics, rest in bare_prefixes(folded):
                if proclitics:
                    found.update("+" + name for name in self(rest).lists)
        return tuple(sorted(found))


def parse(text: str) -> Vocabulary:
    """A vocabulary from its lines."""
    rows = (line.split("\t") for line in text.splitlines())
    return Vocabulary({word: Known(use, int(often), tuple(lists.split())) for word, use, often, lists in rows})


@cache
def packaged() -> Vocabulary:
    """The vocabulary that the packaged models were trained with; read once."""
    return parse(gzip.decompress(files(__package__).joinpath("data/known.tsv.gz").read_bytes()).decode())
