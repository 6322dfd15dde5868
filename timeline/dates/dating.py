"""What the dates room hands on: the expressions of one text and the days that they hang on."""

from datetime import date
from typing import Literal

import attrs

from timeline.model import DateExpression
from timeline.page import Page

AnchorSource = Literal["given", "dateline", "told", "inferred", "none"]


@attrs.frozen
class Anchor:
    """The day that relative expressions count from.

    `published` is the publication day (TimeML's document creation time), None where nothing tells it; `today` the day that the
    story itself calls today, which "اليوم الخميس" may set a day off `published`; `source` says where `published` comes from: the
    caller, a dateline, a full day that the text calls its today ("told"), or inference. `trace` tells how, contradictions between
    them included.
    """

    published: date | None
    today: date | None
    source: AnchorSource
    trace: tuple[str, ...] = ()

    @property
    def inferred(self) -> bool:
        """Whether nobody told the publication day: what is counted from it may be off."""
        return self.source == "inferred"


@attrs.frozen
class Dating:
    """The date expressions of one text, in text order, never overlapping; their anchor; and the page that they stand on."""

    expressions: tuple[DateExpression, ...]
    anchor: Anchor
    page: Page
