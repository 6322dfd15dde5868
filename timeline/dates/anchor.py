"""The day that a text counts from."""

from datetime import date

from timeline.dates.dating import Anchor
from timeline.dates.grammar import Piece
from timeline.model import Span
from timeline.reading import Reading


def anchor_of(reading: Reading, pieces: list[Piece], published: date | None) -> tuple[Anchor, Span | None]:
    """The anchor of a text, and its dateline."""
    return Anchor(published, published, "given" if published else "none"), None
