"""What a clue is."""

from collections.abc import Callable
from typing import Generic, TypeVar

import attrs

_T = TypeVar("_T")


@attrs.frozen
class Clue(Generic[_T]):
    """A question about a case that has a yes or a no, with a text where the answer is yes and one where it is no.

    In the texts the trigger stands in [brackets] and, where the clue asks about a date, that date in {braces}; both were published
    on 10 March 2021, a Wednesday. The tests ask the clue about them.
    """

    name: str
    test: Callable[[_T], bool]
    yes: str = ""
    no: str = ""
