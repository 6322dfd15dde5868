"""Tokens with their offsets, and the sentences that they form."""

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from operator import add

import attrs
from camel_tools.tokenizers.word import simple_word_tokenize

from timeline.reading.leftovers import blanked
from timeline.reading.letters import FORMAT, fold
from timeline.reading.remembering import remembered
from timeline.reading.sentences import sentence_starts

_DIGITS_BESIDE_LETTERS = re.compile(rf"[{FORMAT}]*[0-9٠-٩۰-۹][0-9٠-٩۰-۹{FORMAT}]*|[^0-9٠-٩۰-۹]+")
_LETTERS = re.compile(r"[\u0621-\u063A\u0641-\u064AA-Za-z]+").fullmatch  # which no tokeniser parts


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

    Invisible marks stay with the token that they touch. Blanks, marks of direction and line breaks that a page left written out in
    HTML are blanks.

    >>> read("في 26 كانون الثاني/ يناير").words
    ('في', '26', 'كانون', 'الثاني', '/', 'يناير')
    >>> read("في 21&nbsp;يناير").words
    ('في', '21', 'يناير')
    """
    words: list[str] = []
    starts: list[int] = []
    folded: list[str] = []
    position = 0
    plain = blanked(text)
    find = plain.find
    for chunk in plain.split():  # as camel-tools begins, so that the tokens of the chunks are those of the text
        position = find(chunk, position)
        found = _tokens(chunk)
        if isinstance(found, str):
            words.append(chunk)
            starts.append(position)
            folded.append(found)
        else:
            for word, offset, form in found:
                words.append(word)
                starts.append(position + offset)
                folded.append(form)
        position += len(chunk)
    ends = tuple(map(add, starts, map(len, words)))
    return Reading(text, tuple(words), tuple(starts), ends, tuple(folded))


@remembered(1 << 16)
def _tokens(chunk: str) -> str | tuple[tuple[str, int, str], ...]:
    """What stands between two blanks: (token, its offset, its folded form) of each; the folded form alone where it is one token."""
    if _LETTERS(chunk):
        return fold(chunk)
    tokens = [word for token in simple_word_tokenize(chunk) for word in _DIGITS_BESIDE_LETTERS.findall(token)]
    if len(tokens) == 1:
        return fold(chunk)
    offsets = accumulate(map(len, tokens), initial=0)
    return tuple(zip(tokens, offsets, map(fold, tokens), strict=False))
