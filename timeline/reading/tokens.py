"""Tokens with their offsets, and the sentences that they form."""

import re
from bisect import bisect_right
from functools import cached_property, lru_cache
from operator import add

import attrs
from camel_tools.tokenizers.word import simple_word_tokenize

from timeline.reading.letters import fold
from timeline.reading.sentences import sentence_starts

_DIGITS_BESIDE_LETTERS = re.compile(r"[0-9٠-٩۰-۹]+|[^0-9٠-٩۰-۹]+")
_LONGEST_KEPT = 64  # letters; no word is longer, and what is kept stays small


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
    folded: list[str] = []
    position = 0
    find = text.find
    for chunk in text.split():  # as camel-tools does first, so that its tokens are those of the chunks
        position = find(chunk, position)
        for word, offset, form in _tokens(chunk) if len(chunk) <= _LONGEST_KEPT else _tokens.__wrapped__(chunk):
            words.append(word)
            starts.append(position + offset)
            folded.append(form)
        position += len(chunk)
    ends = tuple(map(add, starts, map(len, words)))
    return Reading(text, tuple(words), tuple(starts), ends, tuple(folded))


@lru_cache(maxsize=1 << 16)
def _tokens(chunk: str) -> tuple[tuple[str, int, str], ...]:
    """(token, its offset, its folded form) of what stands between two blanks."""
    found: list[tuple[str, int, str]] = []
    offset = 0
    for token in simple_word_tokenize(chunk):
        for word in _DIGITS_BESIDE_LETTERS.findall(token):
            found.append((word, offset, fold(word)))
            offset += len(word)
    return tuple(found)
