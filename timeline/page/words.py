"""The packaged words by which a page is known."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from timeline.reading import fold


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "page.toml").read_text("utf-8"))


@cache
def agencies() -> dict[tuple[str, ...], str]:
    """By the folded words of an agency's name, the state that is at home in its stories, or ""."""
    return {tuple(map(fold, name.split())): home for name, home in _table()["agencies"].items()}


@cache
def longest_agency() -> int:
    """Words of the longest name of an agency."""
    return max(map(len, agencies()))


@cache
def phrases(section: str, key: str) -> frozenset[tuple[str, ...]]:
    """The folded words of each phrase of a list."""
    return frozenset(tuple(map(fold, phrase.split())) for phrase in _table()[section][key])
