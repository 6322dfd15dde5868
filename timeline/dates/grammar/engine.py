"""Rules rewrite a row of pieces: what a pattern over their letters matches becomes one piece."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import attrs

from timeline.dates.words.symbols import NAMES, pattern


class Piece(NamedTuple):
    """A word or a built expression: the letter of its class, what it means, and where it stands (code points and tokens)."""

    letter: str
    value: Any
    start: int
    end: int
    first: int
    last: int


class Several(NamedTuple):
    """What a builder answers where its match is several expressions: each meaning with the pieces that tell it, in their order."""

    parts: tuple[tuple[Any, list[Piece]], ...]


#: What a builder gets: the pieces of each named group of its pattern, in order. It answers with the meaning, or None to refuse.
Groups = dict[str, list[Piece]]
Builder = Callable[[Groups], Any]


@attrs.frozen(eq=False)
class Rule:
    """One date form.

    `form` is a pattern over class names; the span that the rule builds runs over its group `span`, or over all that it matches.
    `examples` are "text → EDTF" read on Wednesday 2022-06-15 (an empty value: vague), `counter` texts in which nothing is found.
    """

    name: str
    form: str
    gives: str
    build: Builder
    examples: tuple[str, ...] = ()
    counter: tuple[str, ...] = ()


class _Compiled(NamedTuple):
    rule: Rule
    search: Callable[..., Any]
    groups: tuple[str, ...]
    gives: str


@attrs.frozen(eq=False)
class Level:
    """Rules of one kind, in the order in which they run."""

    rules: Sequence[Rule]


class Cascade:
    """The rules of all levels, one after the other; each runs once over the row, from left to right."""

    def __init__(self, levels: Sequence[Level]) -> None:
        self._compiled = [_compile(rule) for level in levels for rule in level.rules]
        self._candidates = lru_cache(maxsize=1 << 14)(self._which)

    def _which(self, letters: str, start: int) -> int:
        """The next rule at or after `start` that matches somewhere, or the number of rules."""
        for index in range(start, len(self._compiled)):
            if self._compiled[index].search(letters):
                return index
        return len(self._compiled)

    def run(self, row: list[Piece]) -> list[Piece]:
        """The row after all rules."""
        letters = "".join([piece.letter for piece in row])
        which = self._candidates if len(letters) <= 40 else self._which
        index = which(letters, 0)
        while index < len(self._compiled):
            rewritten = _rewrite(self._compiled[index], row, letters)
            if rewritten is not None:
                row = rewritten
                letters = "".join([piece.letter for piece in row])
            index = which(letters, index + 1)
        return row


def _compile(rule: Rule) -> _Compiled:
    compiled = pattern(rule.form)
    return _Compiled(rule, compiled.search, tuple(compiled.groupindex), NAMES[rule.gives])


def _rewrite(compiled: _Compiled, row: list[Piece], letters: str) -> list[Piece] | None:
    """The row with every match built, or None if there is none; where a builder refuses, the search goes on one piece later."""
    out: list[Piece] = []
    done = position = 0
    match = compiled.search(letters)
    while match is not None:
        begin, end = match.span()
        groups = {}
        for name in compiled.groups:
            a, b = match.span(name)
            groups[name] = row[a:b] if a >= 0 else []
        built = compiled.rule.build(groups)
        if built is None:
            position = begin + 1
        else:
            if "span" in groups:
                begin, end = match.span("span")
            parts = built.parts if isinstance(built, Several) else ((built, row[begin:end]),)
            for value, pieces in parts:
                first, last = pieces[0], pieces[-1]
                at = next(index for index in range(done, end) if row[index] is first)
                out += row[done:at]
                out.append(Piece(compiled.gives, value, first.start, last.end, first.first, last.last))
                done = at + len(pieces)
            out += row[done:end]
            done = end
            position = match.end()
        match = compiled.search(letters, position)
    if not done:
        return None
    out += row[done:]
    return out
