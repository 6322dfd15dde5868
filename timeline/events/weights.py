"""What each way and each answer is worth, read from `weights.toml`."""

import tomllib
from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from importlib.resources import files
from itertools import pairwise
from types import MappingProxyType
from typing import Any

import attrs

from timeline.events.clues import WHEN, WHETHER, Case
from timeline.events.clues.case import Dated
from timeline.events.offers import Way


@attrs.frozen
class Weights:
    """Points of clues and ways; `scale` points make one unit of log odds.

    `whether` gives a clue's points for a date of the trigger's own and for a lent one; `ways` a way's points for a noun, a
    statement and a deed; `when` a clue's points. `default` is the caution at which most is right.
    `calibration` are pairs of what the points say and of how many in one were right of those, on articles that no fit had seen.
    """

    scale: float
    default: float
    whether: Mapping[str, tuple[int, int]]
    ways: Mapping[Way, tuple[int, int, int]]
    when: Mapping[str, int]
    calibration: tuple[tuple[float, float], ...]

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
            tuple((float(said), float(right)) for said, right in record["calibration"]),
        )

    @cached_property
    def asked_whether(self) -> tuple[tuple[Callable[[Case], bool], int, int], ...]:
        """The clues about a trigger that are worth anything: the test of each and its points."""
        worth = ((clue.test, *self.whether.get(clue.name, (0, 0))) for clue in WHETHER)
        return tuple((test, own, lent) for test, own, lent in worth if own or lent)

    @cached_property
    def asked_when(self) -> tuple[tuple[Callable[[Dated], bool], int], ...]:
        """The clues about a date that are worth anything: the test of each and its points."""
        worth = ((clue.test, self.when.get(clue.name, 0)) for clue in WHEN)
        return tuple((test, points) for test, points in worth if points)

    def calibrated(self, said: float) -> float:
        """How likely something is of which the points say so much: between the pairs of the calibration on a straight line."""
        for (low, worth), (high, more) in pairwise(((0.0, 0.0), *self.calibration, (1.0, 1.0))):
            if said <= high:
                return worth + (more - worth) * (said - low) / (high - low) if high > low else more
        return 1.0
