"""Tokens with their offsets, and the sentences that they form."""

import re
from bisect import bisect_right
from functools import cached_property
from operator import add

import attrs
from camel_tools.tokenizers.word import simple_word_tokenize

from timeline.reading.letters import fold
from timeline.reading.sentences import sentence_starts

_DIGITS_BESIDE_LETTERS = re.compile(r"[0-9٠-٩۰-۹]+|[^0-9٠-٩۰-۹]+")
_MIXED = re.compile(r"[0-9٠-٩۰-۹][^0-9٠-٩۰-۹]|[^0-9٠-٩۰-۹][0-9٠-٩۰-۹]").search


@attrs.frozen
class Reading:
    """A text and its tokens, in parallel tuples for speed.

    Token `i` is `words[i] == text[starts[i]:ends[i]]`, and `folded[i]` is its folded form. `sentences` holds half-open ranges of
    token indices, in order, that cover all tokens.
    """

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    folded: tuple[str, ...]

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Half-open token ranges, one a sentence (a headline and a list item are sentences too)."""
        firsts = sentence_starts(self.text, self.words, self.starts, self.ends)
        return tuple(zip(firsts, [*firsts[1:], len(self.words)][: len(firsts)], strict=True))

    @cached_property
    def _sentence_firsts(self) -> list[int]:
        return [first for first, _ in self.sentences]

    def sentence_of(self, token: int) -> int:
        """The index in `sentences` of the one that holds the token."""
        return bisect_right(self._sentence_firsts, token) - 1

    def token_at(self, offset: int) -> int:
        """The token that holds the offset, or the last one before it; -1 before the first."""
        return bisect_right(self.starts, offset) - 1

    def __len__(self) -> int:
        return len(self.words)


def read(text: str) -> Reading:
    """Tokenise with camel-tools and find each token again in the text; digits and letters that touch are parted ("1443هـ", "و10").

    >>> read("في 26 كانون الثاني/ يناير").words
    ('في', '26', 'كانون', 'الثاني', '/', 'يناير')
    """
    words: list[str] = []
    starts: list[int] = []
    position = 0
    find = text.find
    for token in simple_word_tokenize(text):
        position = find(token, position)
        if not token.isalpha() and len(token) > 1 and _MIXED(token):  # isalpha spares most words the search
            for part in _DIGITS_BESIDE_LETTERS.finditer(token):
                words.append(part[0])
                starts.append(position + part.start())
        else:
            words.append(token)
            starts.append(position)
        position += len(token)
    ends = tuple(map(add, starts, map(len, words)))
    return Reading(text, tuple(words), tuple(starts), ends, tuple(map(fold, words)))
