"""What is known of a word by itself: how news uses it, and the lists of names and verbs that hold it.

data/known.tsv.gz has a line a word, in folded spelling: the word; its class in raw news ("N!" nearly always a noun, "N" mostly,
"N|V" one of two); how often news has it, in powers of two; and letters for the lists that hold it. Training the tagger writes it.
"""

import gzip
from collections.abc import Iterator, Mapping
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


class _Lines(Mapping[str, Known]):
    """The words of some lines; what is said of one is put together when it is asked for: a text has few of so many words."""

    def __init__(self, text: str) -> None:
        fields = text.rstrip("\n").replace("\n", "\t").split("\t")
        self._uses, self._often, self._lists = (fields[column::4] for column in (1, 2, 3))
        self._rows = {word: row for row, word in enumerate(fields[::4])}

    def __getitem__(self, word: str) -> Known:
        row = self._rows[word]
        return Known(self._uses[row], int(self._often[row]), tuple(self._lists[row].split()))

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


def parse(text: str) -> Vocabulary:
    """A vocabulary from its lines."""
    return Vocabulary(_Lines(text))


@cache
def packaged() -> Vocabulary:
    """The vocabulary that the packaged models were trained with; read once."""
    return parse(gzip.decompress(files(__package__).joinpath("data/known.tsv.gz").read_bytes()).decode())
