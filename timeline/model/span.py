"""Where something stands in a text."""

import attrs


@attrs.frozen(order=True)
class Span:
    """A stretch of an article's text, half open.

    Offsets count Unicode code points of the unmodified text, so `text[span.start:span.end]` is what it covers.
    """

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character.

        >>> Span(0, 4).overlaps(Span(3, 9)), Span(0, 4).overlaps(Span(4, 9))
        (True, False)
        """
        return self.start < other.end and other.start < self.end
