"""One step of how something was read: which rule, and from what. A trace is a tuple of them.

A step is what it says in English, so that a trace reads as strings; and it knows its rule and its values, from which it is told
in Arabic too (`told`). The wording of both stands in `step.toml`, and nothing reads it: who wants to know what a step says asks
for its `rule`.
"""

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

Value = str | int | date


class Step(str):
    """A rule and its values, frozen; as a string, its English telling.

    >>> found = step("past clause", day="2022-01-20", today="2022-01-24")
    >>> found, found.rule, found.values["today"]
    ('past clause → last one at or before 2022-01-24 → 2022-01-20', 'past clause', '2022-01-24')
    >>> found.told("ar")
    'الجملة في الماضي ← الأخير حتى 2022-01-24 ← 2022-01-20'
    """

    __slots__ = ("rule", "values")
    rule: str
    values: MappingProxyType[str, str | int]

    def told(self, language: str = "en") -> str:
        """The step in English ("en") or Arabic ("ar")."""
        if language == "en":
            return str(self)
        words = _wording()["words"]
        return _wording()[self.rule][language].format_map(
            {name: words.get(value, value) if isinstance(value, str) else value for name, value in self.values.items()}
        )

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"a step is frozen: {name}")

    def __reduce__(self) -> tuple[Any, ...]:
        return _made, (self.rule, dict(self.values))


def step(rule: str, /, **values: Value) -> Step:
    """A step by the name of its rule in `step.toml` and the values that its wording asks for.

    Raises KeyError for a rule or a value that is not there.
    """
    if not values:
        return _bare(rule)
    return _made(rule, {name: value if isinstance(value, int) else str(value) for name, value in values.items()})


@cache
def _bare(rule: str) -> Step:
    """The one step of a rule that needs no values: most are, and every party has some."""
    return _made(rule, {})


def _made(rule: str, values: dict[str, str | int]) -> Step:
    made = str.__new__(Step, _wording()[rule].get("en", rule).format_map(values))
    object.__setattr__(made, "rule", rule)
    object.__setattr__(made, "values", MappingProxyType(values))
    return made


def told(step: str, language: str = "en") -> str:
    """A step of a trace in English or Arabic; what is no `Step` (a trace of an older file) as it stands."""
    return step.told(language) if isinstance(step, Step) else step


@cache
def _wording() -> dict[str, dict[str, str]]:
    return tomllib.loads(files(__package__).joinpath("step.toml").read_text(encoding="utf-8"))


def rules(trace: tuple[str, ...]) -> frozenset[str]:
    """The rules by which a trace was read."""
    return frozenset([one.rule for one in trace if isinstance(one, Step)])
