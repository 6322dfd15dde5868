"""What every test of the names room needs: find() on a plain text."""

from collections.abc import Callable

import pytest

from timeline.dates.dating import Anchor, Dating
from timeline.names import Names, Vocabulary, find
from timeline.names.recognizer import Recognizer
from timeline.reading import read

NO_DATES = Dating((), Anchor(None, None, "none"))


@pytest.fixture(scope="session")
def names() -> Callable[..., Names]:
    """find() without dates."""

    def run(text: str, vocabulary: Vocabulary | None = None, recognizer: Recognizer | None = None) -> Names:
        return find(read(text), NO_DATES, vocabulary, recognizer)

    return run
