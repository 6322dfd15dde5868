"""Where a quote stands in a text, after the folding that offsets survive: letters, marks and blanks may be written otherwise."""

from bisect import bisect_left
from collections.abc import Sequence

import attrs

from timeline.model import Span
from timeline.reading import fold


@attrs.frozen
class Standing:
    """A text as its folded characters, runs of blanks made one, each with the code point of the text that it comes from."""

    folded: str
    offsets: Sequence[int]
    length: int

    @classmethod
    def of(cls, text: str) -> "Standing":
        """The standing of all characters of a text."""
        letters: list[str] = []
        offsets: list[int] = []
        for offset, character in enumerate(text):
            if character.isspace():
                if letters and letters[-1] != " ":
                    letters.append(" ")
                    offsets.append(offset)
                continue
            for letter in fold(character):
                letters.append(letter)
                offsets.append(offset)
        return cls("".join(letters), offsets, len(text))

    def find(self, quote: str, within: Span | None = None) -> Span | None:
        """Where the quote stands first, in code points of the text, inside `within` where that is given; None where it does not.

        It must begin and end where words do, but for the letters that Arabic glues in front of a word.

        >>> found = Standing.of("وزار الرّئيسُ  كييف").find("زار الرئيس كييف")
        >>> found.start, found.end
        (1, 19)
        >>> Standing.of("زار الرئيس كييف").find("زار الرئيس بكين") is None
        True
        """
        wanted = Standing.of(quote).folded.strip()
        if not wanted:
            return None
        first = bisect_left(self.offsets, within.start) if within else 0
        last = bisect_left(self.offsets, within.end) if within else len(self.folded)
        at = self.folded.find(wanted, first, last)
        while at >= 0:
            end = at + len(wanted)
            if self._opens(at) and self._closes(end):
                return Span(self.offsets[at], self._end(end))
            at = self.folded.find(wanted, at + 1, last)
        return None

    def _opens(self, at: int) -> bool:
        """Whether a word begins here, or behind at most three letters that may be glued in front of it."""
        for back in range(4):
            before = at - back
            if before <= 0 or not self.folded[before - 1].isalnum():
                return all(letter in "وفبلكسا" for letter in self.folded[before:at])
        return False

    def _closes(self, end: int) -> bool:
        return end >= len(self.folded) or not self.folded[end].isalnum() or not self.folded[end - 1].isalnum()

    def _end(self, end: int) -> int:
        """The code point behind the last character, marks on it included."""
        return self.offsets[end] if end < len(self.offsets) else self.length


def trimmed(text: str, span: Span) -> Span:
    """The span without blanks at its ends.

    >>> trimmed("كييف  أمس", Span(0, 6))
    Span(start=0, end=4)
    """
    start, end = span.start, span.end
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)
