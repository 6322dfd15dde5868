"""Answers of a value about itself, worked out once."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

_T = TypeVar("_T")


class kept(Generic[_T]):  # noqa: N801  # a decorator, as `property` is one
    """As `functools.cached_property`, for values that live as long as one question.

    That of Python 3.11 takes a lock, which costs more than most of the answers; here two threads that ask one value at once would
    both work out the same answer.
    """

    def __init__(self, ask: Callable[[Any], _T]) -> None:
        self._ask = ask
        self._name = ask.__name__
        self.__doc__ = ask.__doc__

    def __get__(self, one: Any, owner: type | None = None) -> _T:
        answer = one.__dict__[self._name] = self._ask(one)
        return answer
