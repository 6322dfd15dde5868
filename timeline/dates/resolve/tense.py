"""Whether a clause tells of what was or of what will be."""

from timeline.reading import Reading


def tense_at(reading: Reading, first: int, last: int):  # type: ignore[no-untyped-def]
    """The tense of the clause around a token range."""
    return None
