"""A page as one frozen value that every room asks."""

from collections.abc import Sequence
from functools import cached_property

import attrs

from timeline.page.datelines import Dateline, datelines
from timeline.page.furniture import furniture
from timeline.page.headline import headed, headline
from timeline.page.quotations import quotations
from timeline.page.stamps import stamps
from timeline.reading import Reading

Range = tuple[int, int]


@attrs.frozen(slots=False)
class Page:
    """Half-open ranges of tokens, in text order, of one reading.

    `datelines` say where and by whom the stories of the page were filed; `stamps` are the dates that say when the page was
    issued; `quotations` stand between quotation marks; `headline` is how many sentences the first line holds, `headed` whether it
    stands over a text; `furniture` are the indices of the sentences that are no prose of the article.
    """

    tokens: int
    headline: int
    headed: bool
    datelines: tuple[Dateline, ...]
    stamps: tuple[Range, ...]
    quotations: tuple[Range, ...]
    furniture: frozenset[int]

    @cached_property
    def _dateline_of(self) -> dict[int, Dateline]:
        return {token: line for line in self.datelines for token in range(line.first, line.last)}

    @cached_property
    def _stamped(self) -> frozenset[int]:
        return frozenset(token for first, last in self.stamps for token in range(first, last))

    @cached_property
    def quoted(self) -> Sequence[bool]:
        """Whether each token stands in a quotation."""
        marks = [False] * self.tokens
        for first, last in self.quotations:
            marks[first:last] = [True] * (last - first)
        return marks

    def dateline_at(self, token: int) -> Dateline | None:
        """The dateline that holds the token."""
        return self._dateline_of.get(token)

    def tells_issue(self, token: int) -> bool:
        """Whether the token, of a date, tells when the page was issued and not when something happened."""
        return token in self._dateline_of or token in self._stamped

    @property
    def home(self) -> str | None:
        """The state, by alpha-3 code, whose agency filed a story of the page."""
        return next((line.home for line in self.datelines if line.home), None)


def page_of(reading: Reading, dates: Sequence[Range]) -> Page:
    """The page that a text is; `dates` are the token ranges of its date expressions, in order."""
    lines = datelines(reading, dates)
    return Page(
        len(reading),
        headline(reading),
        headed(reading),
        lines,
        stamps(reading, dates),
        quotations(reading),
        furniture(reading, dates),
    )
