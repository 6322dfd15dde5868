"""The door for a neural recogniser: anything that marks persons, organisations and places in a text."""

from typing import Protocol

import attrs

from timeline.reading import Reading


@attrs.frozen
class Recognized:
    """A name that a recogniser found: the half-open range of tokens, and PER, ORG, LOC or MISC."""

    first: int
    last: int
    label: str


class Recognizer(Protocol):
    """Finds names by other means than the vocabulary: one method, called once a text."""

    def recognize(self, reading: Reading) -> tuple[Recognized, ...]:
        """The names of the text, in order, not overlapping; tokens are the reading's."""
        ...
