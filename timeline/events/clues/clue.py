"""What a clue is."""

from collections.abc import Callable
from typing import Generic, TypeVar

import attrs

_T = TypeVar("_T")


@attrs.frozen
class Clue(Generic[_T]):
    """A question about a case that has a yes or a no: its name, and the test that answers it."""

    name: str
    test: Callable[[_T], bool]
