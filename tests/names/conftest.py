"""What every test of the names room needs: find() on a plain text."""

from collections.abc import Callable

import pytest

from timeline import dates
from timeline.names import Names, Vocabulary, find
from timeline.names.recognizer import Recognizer
from timeline.reading import read


@pytest.fixture(scope="session")
def names() -> Callable[..., Names]:
    """find() on an undated text."""

    def run(text: str, vocabulary: Vocabulary | None = None, recognizer: Recognizer | None = None) -> Names:
        reading = read(text)
        return find(reading, dates.find(reading, None), vocabulary, recognizer)

    return run
