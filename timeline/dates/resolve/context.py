"""What a resolution may look at: the anchor, the dates told so far, and the tense of the clause."""

from collections.abc import Callable
from datetime import date
from typing import Literal

import attrs

from timeline.dates.spec import Unit
from timeline.model import DateSpan
from timeline.model.step import Value, step
from timeline.words import Inventory, packaged

_SHORT = 31  # days of a range that still has a day before and a day after it
_COARSENESS = ("day", "week", "month", "quarter", "half", "season", "year", "decade", "century")
Tense = Literal["past", "future"] | None


@attrs.define
class Context:
    """Grows along the text: `told` is the last date told, `told_month` the last that fixes a month or a day; `ahead` the next one
    in the sentence; `story` the day of which the text tells there; `year` a year that the sentence itself names; `days` the years
    of days told in full; `opens` whether the text holds nothing else; `ends` whether something lasts until then. `trace` collects
    the steps of one resolution, and `leans` is whether one of them counted from the day that the text calls today."""

    anchor: date | None
    told: DateSpan | None = None
    told_month: DateSpan | None = None
    ahead: DateSpan | None = None
    story: DateSpan | None = None
    year: int | None = None
    tense: Callable[[], Tense] = lambda: None
    days: dict[tuple[int, int], int] = attrs.field(factory=dict)
    trace: list[str] = attrs.field(factory=list)
    leans: bool = False
    opens: bool = False
    ends: bool = False
    words: Inventory = attrs.field(factory=packaged)

    @property
    def today(self) -> date | None:
        """The day that the text calls today; who asks for it counts from it."""
        self.leans = True
        return self.anchor

    def exact_enough(self, told: DateSpan, unit: Unit) -> bool:
        """Whether a date told before says of which such unit it is: nothing is counted in days from a month or a year."""
        if told.precision == "range":
            enough = not told.approximate and unit in ("day", "week", "month") and told.days <= _SHORT
        else:
            enough = _COARSENESS.index(told.precision) <= _COARSENESS.index(unit)
        if not enough:
            self.say("too coarse", told=told.edtf, unit=unit)
        return enough

    def lean_on(self, value: DateSpan | None) -> DateSpan | None:
        """A date told before; what is counted from it leans on whatever that one leans on."""
        self.leans = self.leans or (value is not None and value.inferred)
        return value

    def say(self, rule: str, /, **values: Value) -> None:
        """Note a step of the rule."""
        self.trace.append(step(rule, **values))
