"""A dictionary of names of one or more words, and what it finds in a text in one pass."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

import attrs

from timeline.model import Sector
from timeline.reading import Reading, bare_prefixes, fold, read

Kind = Literal[
    "state",
    "capital",
    "seat",
    "adjective",
    "organisation",
    "group",
    "institution",
    "ministry",
    "title",
    "honorific",
    "back",
    "person",
    "counterpart",
    "sides",
    "own",
    "body",
    "place",
]


@attrs.frozen(cache_hash=True)
class Entry:
    """One meaning of a name: what it names (`kind`), the canonical name, code, sector and English name, and a few marks.

    `number` is 1, 2 or 3 for one, two or many; `marks` are words that the grammar asks for ("feminine", "alone" …).
    """

    kind: Kind
    name: str
    code: str | None = None
    english: str | None = None
    sector: Sector | None = None
    number: int = 1
    definite: bool = True
    marks: frozenset[str] = frozenset()


class Match(NamedTuple):
    """The longest name that begins at a token: its half-open range of tokens, the letters glued in front, its meanings, and the
    first meaning of each kind."""

    first: int
    last: int
    proclitics: str
    entries: tuple[Entry, ...]
    kinds: dict[Kind, Entry]

    def entry(self, *kinds: Kind) -> Entry | None:
        """The first meaning of one of the kinds."""
        for entry in self.entries:
            if entry.kind in kinds:
                return entry
        return None


class _Node:
    __slots__ = ("children", "entries", "kinds")

    def __init__(self) -> None:
        self.children: dict[str, _Node] = {}
        self.entries: tuple[Entry, ...] = ()
        self.kinds: dict[Kind, Entry] = {}  # filled when it is first found: most names of a lexicon never are

    def match(self, first: int, last: int, proclitics: str) -> Match:
        if not self.kinds:
            self.kinds = {entry.kind: entry for entry in reversed(self.entries)}
        return Match(first, last, proclitics, self.entries, self.kinds)


def split_name(name: str) -> tuple[str, ...]:
    """A name as the tokens that reading would make of it, folded.

    >>> split_name("أوبك+")
    ('اوبك', '+')
    """
    if name.replace(" ", "").isalpha():
        return tuple(map(fold, name.split()))
    return read(name).folded


class Lexicon:
    """Names by their folded tokens. A word is looked up once and remembered: looking up is a pure function of the entries."""

    def __init__(self, entries: Iterable[tuple[str, Entry]]) -> None:
        self._root = _Node()
        for name, entry in entries:
            node = self._root
            for token in split_name(name):
                node = node.children.setdefault(token, _Node())
            if entry not in node.entries:
                node.entries += (entry,)
        self._openings: dict[str, tuple[tuple[str, _Node], ...]] = {}

    def _open(self, word: str) -> tuple[tuple[str, _Node], ...]:
        children = self._root.children
        found = []
        for proclitics, rest in bare_prefixes(word):
            node = children.get(rest)
            if node is not None and (not proclitics or len(rest) > 2):
                found.append((proclitics, node))
        return tuple(found)

    def get(self, name: str) -> tuple[Entry, ...]:
        """The meanings of a whole name, without clitics."""
        node = self._root
        for token in split_name(name):
            child = node.children.get(token)
            if child is None:
                return ()
            node = child
        return node.entries

    def matches(self, reading: Reading) -> dict[int, Match]:
        """The longest name at each token where one begins; of two equally long, the one with fewer letters cut off."""
        folded = reading.folded
        count = len(folded)
        openings = self._openings
        found: dict[int, Match] = {}
        for index, opened in enumerate(map(openings.get, folded)):
            if opened is None:
                opened = self._open(folded[index])
                if len(openings) < 1 << 17:
                    openings[folded[index]] = opened
            if not opened:
                continue
            best: Match | None = None
            for proclitics, start in opened:
                node = start
                at = index + 1
                named, last = (node, at) if node.entries else (None, 0)
                while at < count and node.children:
                    child = node.children.get(folded[at])
                    if child is None:
                        break
                    node = child
                    at += 1
                    if node.entries:
                        named, last = node, at
                if named is not None and (best is None or last > best.last):
                    best = named.match(index, last, proclitics)
            if best is not None:
                found[index] = best
        return found
