"""What each way and each answer is worth, read from `weights.toml`."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import attrs

from timeline.events.offers import Way


@attrs.frozen
class Weights:
    """Points of clues and ways; `scale` points make one unit of log odds.

    `whether` gives a clue's points for a date of the trigger's own and for a lent one; `ways` a way's points for a noun, a
    statement and a deed; `when` a clue's points. `default` is the caution at which most is right.
    """

    scale: float
    default: float
    whether: Mapping[str, tuple[int, int]]
    ways: Mapping[Way, tuple[int, int, int]]
    when: Mapping[str, int]

    @classmethod
    @lru_cache(maxsize=1)
    def packaged(cls) -> "Weights":
        """The weights that come with the library."""
        return cls.of(tomllib.loads(files(__package__).joinpath("weights.toml").read_text(encoding="utf-8")))

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> "Weights":
        """Weights from a file's record."""
        return cls(
            float(record["scale"]),
            float(record["default"]),
            MappingProxyType({name: (own, lent) for name, (own, lent) in record["whether"].items()}),
            MappingProxyType({way: (noun, said, done) for way, (noun, said, done) in record["ways"].items()}),
            MappingProxyType(dict(record["when"])),
        )
