"""Four digits that only their company makes a year: "في 2009", "(2011)"."""

from timeline.dates.grammar.calendar import year_number
from timeline.dates.grammar.engine import Groups, Level, Rule
from timeline.dates.spec import Fields, Spec


def _bare(groups: Groups) -> Spec | None:
    """Before a word that it may count, a year of our time alone, and none that is reached ("إلى 1990 مصابا")."""
    value, width = groups["span"][0].value
    counts = groups["thing"] and (groups["led"][0].letter == "@" or not 1900 <= value <= 2060)
    return Fields(value) if width == 4 and 1500 <= value <= 2100 and not counts else None


def _recent(groups: Groups) -> Spec | None:
    value, width = groups["span"][0].value
    return Fields(value) if width == 4 and 1900 <= value <= 2060 else None


def _in_words(groups: Groups) -> Spec | None:
    value = year_number(groups["span"])
    return Fields(value) if value is not None else None


YEARS = Level(
    [
        Rule(
            "year after a preposition",
            "(?P<led>[IN SINCE UNTIL TO DURING BEFORE AFTER]) (?P<span>NUM) (?=(?P<thing>THING)?)",
            "YEAR",
            _bare,
            ("وقعت في 1991 → 1991", "في 1991 وقعت → 1991"),
            ("2021 لاجئا", "انتشروا في 1700 قرية", "ارتفع العدد إلى 1990 مصابا"),
        ),
        Rule(
            "year of an event",
            "EVENT (?P<span>NUM) (?![SLASH DASH DOT] NUM)",
            "YEAR",
            _recent,
            ("نتائج انتخابات 2020 الرئاسية → 2020", "منذ حرب 1967 → 1967", "في مؤتمر القاهرة 2014 → 2014"),
            ("في أزمة 15", "صفقة 5000"),
        ),
        Rule("year in brackets", "OPEN (?P<span>NUM) CLOSE", "YEAR", _recent, ("القرار 1701 (2006) → 2006",), ("القرار (2216)",)),
        Rule(
            "year in words",
            "[IN SINCE UNTIL DURING] (?P<span>CARD)",
            "YEAR",
            _in_words,
            ("وقعت في ألف وسبعمائة وتسعة وثمانين → 1789",),
        ),
    ]
)
