"""Four digits that only their company makes a year: "في 2009", "(2011)"."""

from timeline.dates.grammar.calendar import year_number
from timeline.dates.grammar.engine import Groups, Level, Rule
from timeline.dates.spec import Fields, Spec


def _bare(groups: Groups) -> Spec | None:
    value, width = groups["span"][0].value
    return Fields(value) if width == 4 and 1500 <= value <= 2100 else None


YEARS = Level(
    [
        Rule(
            "year after a preposition",
            "[IN SINCE UNTIL TO DURING BEFORE AFTER] (?P<span>NUM)",
            "YEAR",
            _bare,
            ("وقعت في 1991 → 1991",),
            ("2021 لاجئا",),
        ),
    ]
)
_ = year_number
