"""Answers about words, remembered: news repeats itself."""

from collections.abc import Callable, Hashable
from functools import cache, wraps
from typing import ParamSpec, TypeVar

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")

#: So many letters may be remembered beyond the words of any language: a word may be a megabyte long, and no two of them alike.
_LETTERS_TO_KEEP = 1 << 22


def remembered(count: int) -> Callable[[Callable[Arguments, Result]], Callable[Arguments, Result]]:
    """As `functools.cache`, for a function of strings or of tuples of strings: remembers `count` answers, and all are forgotten for
    the next one, or once a few million letters were remembered, so that what is held is bounded by letters and not by words alone.

    Keeping account of which answer was asked for last, as `functools.lru_cache` does, would cost more than most of the answers.
    """

    def decorate(function: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
        answers = letters = 0

        @cache
        @wraps(function)
        def answer(*arguments: Arguments.args, **named: Arguments.kwargs) -> Result:
            nonlocal answers, letters
            size = _size(arguments) + (_size(tuple(named.values())) if named else 0)
            if answers == count or letters + size > _LETTERS_TO_KEEP:
                answer.cache_clear()
                answers = letters = 0
            answers += 1
            letters += size
            return function(*arguments, **named)

        return answer  # type: ignore[return-value]  # the cache forgets what the arguments are

    return decorate


def _size(argument: Hashable) -> int:
    if isinstance(argument, str):
        return len(argument)
    size = 0
    for part in argument if isinstance(argument, tuple) else ():
        size += len(part) if isinstance(part, str) else _size(part)
    return size
