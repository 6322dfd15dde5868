"""What the tests of the formats share."""

import pytest

from tests.formats.talks import talks
from timeline.chronology import Timeline


@pytest.fixture(scope="session")
def chronology() -> Timeline:
    """The talks of January 2022, made by hand."""
    return talks()


@pytest.fixture(scope="session")
def empty() -> Timeline:
    return Timeline()
