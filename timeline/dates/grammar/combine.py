"""Expressions joined: a day in a pointed month, a month in a pointed year, parts, quarters, times of day, glosses."""

import attrs

from timeline.dates.grammar.calendar import day_number, year_number
from timeline.dates.grammar.engine import Groups, Level, Rule
from timeline.dates.spec import (
    Decade,
    Deictic,
    Fields,
    Gloss,
    Holiday,
    Inside,
    Leading,
    Range,
    Same,
    Season,
    Side,
    Spec,
    Vague,
    Weekday,
    Weekend,
)

_STRETCH = "[MONTHOF YEAROF YEAR WEEKOF SPANOF]"
_POINTERS = "[LAST NEXT THIS]"


def _day_in(groups: Groups) -> Spec | None:
    whole = groups["whole"][0].value
    day = day_number(groups["day"])
    return Inside(whole, day=day) if day is not None and isinstance(whole, Deictic | Same) else None


def _month_in_year(groups: Groups) -> Spec | None:
    date, whole = groups["date"][0].value, groups["whole"][0].value
    if not isinstance(date, Fields) or date.month is None or date.year is not None or date.pointer is not None:
        return None
    return (
        attrs.evolve(date, year=whole.year)
        if isinstance(whole, Fields) and whole.calendar == date.calendar
        else attrs.evolve(date, year_of=whole)
    )


def _side(groups: Groups) -> Spec | None:
    piece = groups["side"][0]
    if piece.letter == "!" and not (groups["whole"] and groups["whole"][0].letter == "3"):
        return None
    side: Side = "end" if piece.letter == "!" else piece.value
    if groups["whole"]:
        return Inside(groups["whole"][0].value, side=side)
    unit = groups["unit"][0].value
    if isinstance(unit, tuple) and unit[1]:
        return Inside(Deictic(unit[0], 0), side=side)
    return None


def _weekend(groups: Groups) -> Spec | None:
    side, unit = groups["side"][0].value, groups["unit"][0].value
    return Weekend() if side == "end" and unit == ("week", True) else None


def _side_of_year(groups: Groups) -> Spec | None:
    value = year_number(groups["year"])
    return Inside(Fields(value), side=groups["side"][0].value) if value is not None else None


def _first_of(groups: Groups) -> Spec | None:
    return Inside(groups["whole"][0].value, day=1)


def _quarter(groups: Groups) -> Spec | None:
    unit = groups["unit"][0].value
    points = groups["nth"][0]
    nth = -1 if points.letter == "L" else points.value[0]
    limit = {"quarter": 4, "half": 2, "third": 3}[unit]
    if not (nth == -1 or 1 <= nth <= limit):
        return None
    if groups["year"]:
        value = year_number(groups["year"])
        return Inside(Fields(value), nth=nth, part=unit) if value is not None else None
    if groups["known"]:
        name, definite = groups["known"][0].value
        return Inside(Deictic(name, 0), nth=nth, part=unit) if definite else None
    return Inside(groups["whole"][0].value, nth=nth, part=unit)


def _leading(groups: Groups) -> Spec | None:
    count, unit, _, definite = groups["amount"][0].value
    if groups["nth"][0].value != (1, True) or not definite:
        return None
    if groups["year"]:
        value = year_number(groups["year"])
        return Leading(Fields(value), count, unit) if value is not None else None
    if groups["unit"]:
        name, known = groups["unit"][0].value
        return Leading(Deictic(name, 0), count, unit) if known and name == "year" else None
    return Leading(groups["whole"][0].value, count, unit)


def _nth_unit(groups: Groups) -> Spec | None:
    nth, unit = groups["nth"][0].value
    whole = groups["whole"][0]
    month = Fields(None, whole.value[1], calendar=whole.value[0]) if whole.letter == "m" else whole.value
    return Inside(month, nth=nth, unit=unit)


def _nth_weekday(groups: Groups) -> Spec | None:
    nth, weekday = groups["nth"][0].value
    return Inside(groups["whole"][0].value, nth=nth, weekday=weekday)


def _weekday_in(groups: Groups) -> Spec | None:
    day = groups["day"][0].value
    if groups["day"][0].letter == "c":
        return Inside(groups["whole"][0].value, weekday=0) if day == (2, False) else None
    if groups["day"][0].letter == "W":
        return Inside(groups["whole"][0].value, weekday=day)
    return Inside(groups["whole"][0].value, weekday=day.weekday) if isinstance(day, Weekday) and day.pointer is None else None


def _season(groups: Groups) -> Spec | None:
    piece = groups["season"][0]
    if piece.letter == "k" and piece.value != "rabi":
        return None
    month = 3 if piece.letter == "k" else piece.value
    if groups["pointer"]:
        return Season(month, pointer=groups["pointer"][0].value[0])
    if groups["whole"]:
        return Season(month, groups["whole"][0].value)
    value = year_number(groups["year"]) if groups["year"] else None
    return Season(month, Fields(value)) if value is not None else Season(month, pointer=0) if groups["dem"] else None


def _holiday(groups: Groups) -> Spec | None:
    key = groups["holiday"][0].value
    if groups["pointer"]:
        return Holiday(key, pointer=groups["pointer"][0].value[0])
    if groups["whole"]:
        return Holiday(key, groups["whole"][0].value)
    value = year_number(groups["year"])
    return Holiday(key, Fields(value) if value is not None else None)


def _decade_of(groups: Groups) -> Spec | None:
    date = groups["decade"][0].value
    return attrs.evolve(date, century=groups["whole"][0].value) if isinstance(date, Decade) else None


def _same(groups: Groups) -> Spec | None:
    value: Spec = groups["date"][0].value
    return value if not isinstance(value, Vague) else None


def _day_word(groups: Groups) -> Spec | None:
    """يوم 15 يوليو, يوم الـ12 من الشهر ذاته."""
    word = groups["word"][0]
    if (word.letter == "u" and word.value[0] != "day") or (word.letter == "#" and word.value[:2] != (1, "day")):
        return None
    value: Spec = groups["date"][0].value
    return value if isinstance(value, Fields | Inside) else None


def _night(groups: Groups) -> Spec | None:
    first, last = groups["first"][0].value, groups["last"][0].value
    weekdays = isinstance(first, Weekday) and isinstance(last, Weekday) and (last.weekday - first.weekday) % 7 == 1
    return Range(first, last) if weekdays else None


def _gloss(groups: Groups) -> Spec | None:
    first, other = groups["first"][0].value, groups["other"][0].value
    if isinstance(other, Vague) or isinstance(first, Vague):
        return None
    return Gloss(first, other)


def _bracket(groups: Groups) -> Spec | None:
    first, other = groups["first"][0].value, groups["other"][0].value
    if not isinstance(first, Fields) or not isinstance(other, Fields) or (first.day is None) != (other.day is None):
        return None
    return Gloss(first, other, bracketed=True)


COMBINE = Level(
    [
        Rule(
            "feast",
            f"UNIT? (?P<holiday>HOLIDAY) ((COMMA|FOR|IN|OF)? ((?P<pointer>{_POINTERS})|(?P<whole>YEAR|YEAROF)|(?P<year>NUM)))?",
            "SPANOF",
            _holiday,
            ("في عيد الميلاد 2021 → 2021-12-25",),
        ),
        Rule(
            "day of a pointed month",
            "(?<!QUARTER) (?P<day>[NUM ORD TENS CARD TEEN]) (OF|IN)? (?P<whole>MONTHOF)",
            "DAYOF",
            _day_in,
            ("في 18 من الشهر الحالي → 2022-06-18", "العاشر من الشهر المقبل → 2022-07-10"),
        ),
        Rule(
            "month of a pointed year",
            "(?P<date>[DAYOF MONTHOF]) (OF|IN|COMMA)? (?P<whole>YEAROF|YEAR)",
            "DAYOF",
            _month_in_year,
            ("25 يوليو/تموز من العام الماضي → 2021-07-25",),
        ),
        Rule(
            "season",
            f"(?P<dem>DEM)? (?P<season>SEASON|HALFMONTH) ((?P<pointer>{_POINTERS})|OF?(?P<whole>YEAR|YEAROF)|(?P<year>NUM))?",
            "SPANOF",
            _season,
            ("صيف عام 2016 → 2016-06~/2016-08~", "الخريف الماضي → 2021-09~/2021-11~"),
        ),
        Rule(
            "decade of a century",
            "(?P<decade>SPANOF) OF? (?P<whole>SPANOF)",
            "SPANOF",
            _decade_of,
            ("تسعينات القرن الماضي → 199X",),
        ),
        Rule(
            "quarter",
            f"(?P<unit>QUARTER) (?P<nth>ORD|LATEST) (OF|FOR)? ((?P<whole>{_STRETCH})|(?P<known>UNIT)|(?P<year>NUM))",
            "SPANOF",
            _quarter,
            ("الربع الثالث من هذا العام → 2022-07/2022-09",),
        ),
        Rule(
            "first months of a stretch",
            f"(?P<amount>MANY) (?P<nth>ORD) (OF|IN)? ((?P<whole>{_STRETCH})|(?P<unit>UNIT)|(?P<year>NUM))",
            "SPANOF",
            _leading,
            ("الأشهر الستة الأولى من العام الجاري → 2022-01/2022-06", "الأشهر التسعة الأولى من 2015 → 2015-01/2015-09"),
        ),
        Rule(
            "week of a stretch",
            f"(?P<nth>NTHWEEK) (OF|IN)? UNIT? (?P<whole>{_STRETCH}|MONTH)",
            "WEEKOF",
            _nth_unit,
            ("الأسبوع الثالث من هذا الشهر → 2022-06-20/2022-06-26",),
        ),
        Rule(
            "nth weekday of a stretch",
            f"(?P<nth>NTHDAY) (OF|IN)* (?P<whole>{_STRETCH}|DAYOF)",
            "DAYOF",
            _nth_weekday,
            ("ثالث يوم ثلاثاء من أيلول 2014 → 2014-09-16",),
        ),
        Rule(
            "weekday of a week",
            "(?P<day>BAREWEEKDAY|DAYOF|CARD) (OF|IN)? (?P<whole>WEEKOF)",
            "DAYOF",
            _weekday_in,
            ("الأحد من الأسبوع الماضي → 2022-06-12",),
        ),
        Rule(
            "week and its day",
            "(?P<whole>WEEKOF) COMMA? (?P<day>BAREWEEKDAY|DAYOF)",
            "DAYOF",
            _weekday_in,
            ("الأسبوع المقبل يوم الجمعة → 2022-06-24",),
        ),
        Rule(
            "weekend",
            "WEEKEND? (?P<side>PART) (?P<unit>UNIT)",
            "SPANOF",
            _weekend,
            ("قال خلال عطلة نهاية الأسبوع → 2022-06-11~/2022-06-12~",),
        ),
        Rule(
            "part",
            f"WEEKEND? (?P<side>PART|REST|FINAL) OF? ((?P<whole>{_STRETCH})|(?P<unit>UNIT))",
            "SPANOF",
            _side,
            ("في نهاية عام 2021 → 2021-12~", "مطلع الشهر الجاري → 2022-06-01~/2022-06-10~"),
        ),
        Rule("part of a year", "(?P<side>PART) (?P<year>NUM)", "SPANOF", _side_of_year, ("نهاية 2011 → 2011-12~",)),
        Rule(
            "night between two days",
            "DAYPART UNIT? (?P<first>DAYOF) [DASH SLASH AND]? (?P<last>DAYOF)",
            "DAYOF",
            _night,
            ("وصل ليل السبت الأحد → 2022-06-11/2022-06-12",),
        ),
        Rule(
            "time of day",
            "(TIME [ADV PRECEDING FOLLOWING]? OF? IN?)? (DAYPART OF?)+ (UNIT)? (?P<date>DAYOF)",
            "DAYOF",
            _same,
            ("قال مساء الجمعة → 2022-06-10", "صباح اليوم → 2022-06-15"),
        ),
        Rule(
            "earlier or later in a day",
            "TIME [ADV PRECEDING FOLLOWING] (OF|IN)? (?P<date>DAYOF)",
            "DAYOF",
            _same,
            ("قال في وقت سابق الخميس → 2022-06-09",),
        ),
        Rule(
            "earlier or later in a stretch",
            f"(TIME [ADV PRECEDING FOLLOWING]|LATER) (OF|IN)? (?P<date>{_STRETCH})",
            "SPANOF",
            _same,
            ("في وقت لاحق من الشهر الحالي → 2022-06",),
        ),
        Rule("some time", "TIME [ADV PRECEDING FOLLOWING]", "VAGUE", lambda g: Vague(), ("في وقت سابق → ",)),
        Rule(
            "day word before a day",
            "(?P<word>[UNIT TODAY MANY]) (?P<date>DAYOF)",
            "DAYOF",
            _day_word,
            ("يوم 15 يوليو 2016 → 2016-07-15",),
        ),
        Rule(
            "gloss",
            "(?P<first>DAYOF) (COMMA|OPEN|DASH)? EQUIV FOR? IN? UNIT? (?P<other>DAYOF) CLOSE?",
            "DAYOF",
            _gloss,
            ("26 شوال 1436 هـ الموافق 11 أغسطس 2015 م → 2015-08-11",),
        ),
        Rule(
            "gloss in brackets",
            "(?P<first>DAYOF) OPEN (?P<other>DAYOF) CLOSE",
            "DAYOF",
            _bracket,
            ("12 يناير (22 ديسمبر) → 2022-01-12",),
        ),
    ]
)
