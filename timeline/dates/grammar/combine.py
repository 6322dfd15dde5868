"""Expressions joined: a day in a pointed month, a month in a pointed year, parts, quarters, times of day, glosses."""

import attrs

from timeline.dates.grammar.amounts import Amount
from timeline.dates.grammar.calendar import day_number, year_number
from timeline.dates.grammar.engine import Groups, Level, Rule
from timeline.dates.spec import (
    Anniversary,
    Decade,
    Deictic,
    Distance,
    Fields,
    Gloss,
    Holiday,
    Inside,
    Leading,
    Part,
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
_EVE = 2  # the value of ليلة and عشية among parts of the day


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
    if side == "begin" and groups["of"]:
        return None  # "بداية من يونيو" is from then on
    if groups["whole"]:
        return Inside(groups["whole"][0].value, side=side)
    unit = groups["unit"][0].value
    if isinstance(unit, tuple) and unit[1]:
        return Inside(Deictic(unit[0], 0), side=side)
    return None


def _first_day(groups: Groups) -> Spec | None:
    return Inside(groups["whole"][0].value, side="first") if groups["side"][0].value == "first" else None


def _weekend(groups: Groups) -> Spec | None:
    side, unit = groups["side"][0].value, groups["unit"][0].value
    return Weekend() if side == "end" and unit == ("week", True) else None


def _side_of_year(groups: Groups) -> Spec | None:
    value = year_number(groups["year"])
    return Inside(Fields(value), side=groups["side"][0].value) if value is not None else None


def _quarter(groups: Groups) -> Spec | None:
    unit: Part = groups["unit"][0].value[0]
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
    """الأشهر الستة الأولى من العام, آخر ثلاثة أيام من الشهر الماضي."""
    amount: Amount = groups["amount"][0].value
    nth = groups["nth"]
    if nth and (not amount.definite or (nth[0].letter == "o" and nth[0].value != (1, True))):
        return None
    whole = _whole(groups)
    return Leading(whole, amount.count, amount.unit, last=not nth or nth[0].letter == "L") if whole is not None else None


def _whole(groups: Groups) -> Spec | None:
    """The stretch of which a part is told: a date, a year in digits, or "العام" and "الشهر" for the current one."""
    if groups["year"]:
        value = year_number(groups["year"])
        return Fields(value) if value is not None else None
    if groups["unit"]:
        name, definite = groups["unit"][0].value
        return Deictic(name, 0) if definite and name in ("year", "month") else None
    whole = groups["whole"][0]
    value = whole.value
    return Fields(None, value[1], calendar=value[0]) if whole.letter == "m" else value


def _ten_days(groups: Groups) -> Spec | None:
    """العشر الأواخر من رمضان: from the 21st on."""
    which = groups["which"][0]
    last = which.value == -1 if which.letter != "o" else False
    if groups["ten"][0].value != (10, True) or (which.letter == "o" and which.value != (1, True)):
        return None
    whole = _whole({**groups, "year": [], "unit": []})
    if whole is None:
        return None
    return Range(Inside(whole, day=21), Inside(whole, nth=-1, unit="day")) if last else Leading(whole, 10, "day")


def _anniversary(groups: Groups) -> Spec | None:
    """في مثل هذا اليوم من عام 1973, الشهر نفسه من العام الماضي."""
    day, whole = groups["day"][0].value, groups["whole"][0].value
    now = isinstance(day, Deictic) and day.offset == 0 and bool(groups["like"])
    again = isinstance(day, Same) and day.offset == 0
    whole_year = groups["whole"][0].letter in "9Y" or (isinstance(whole, Distance) and whole.unit in ("year", "decade", "century"))
    return Anniversary(day, whole) if (now or again) and whole_year else None


def _weekday_and_day(groups: Groups) -> Spec | None:
    """الاثنين 13 من الشهر الجاري."""
    first, date = groups["weekday"][0].value, groups["date"][0].value
    weekday = isinstance(first, Weekday) and first.pointer is None
    return date if weekday and isinstance(date, Inside) and date.day is not None else None


def _nth_unit(groups: Groups) -> Spec | None:
    nth, unit = groups["nth"][0].value
    whole = _whole({**groups, "year": []})
    return Inside(whole, nth=nth, unit=unit) if whole is not None else None


def _nth_weekday(groups: Groups) -> Spec | None:
    nth, weekday = groups["nth"][0].value
    whole = _whole({**groups, "year": []})
    return Inside(whole, nth=nth, weekday=weekday) if whole is not None else None


def _year_and_number(groups: Groups) -> Spec | None:
    """العام الماضي 2008: told twice, and the number is exact."""
    value = year_number(groups["year"])
    year = groups["whole"][0].value
    return Fields(value) if value is not None and isinstance(year, Deictic) and year.unit == "year" else None


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
        feast = Holiday(key, pointer=groups["pointer"][0].value[0])
    elif groups["whole"]:
        feast = Holiday(key, groups["whole"][0].value)
    else:
        value = year_number(groups["year"])
        feast = Holiday(key, Fields(value) if value is not None else None)
    if not groups["eve"]:
        return feast
    return Distance(1, "day", -1, feast, about=True) if groups["eve"][0].value == _EVE else None


def _decade_of(groups: Groups) -> Spec | None:
    date = groups["decade"][0].value
    return attrs.evolve(date, century=groups["whole"][0].value) if isinstance(date, Decade) else None


def _same(groups: Groups) -> Spec | None:
    value: Spec = groups["date"][0].value
    return value if not isinstance(value, Vague) else None


def _day_word(groups: Groups) -> Spec | None:
    """يوم 15 يوليو, يوم الـ12 من الشهر ذاته."""
    word = groups["word"][0]
    if (word.letter == "u" and word.value[0] != "day") or (word.letter == "#" and word.value != Amount(1, "day")):
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
            "pointed year with its number",
            "(?P<whole>YEAROF) (OPEN (?P<bracketed>NUM) CLOSE|(?P<number>NUM) (?![THING SLASH DASH DOT CARD THOU HUND]))",
            "YEAROF",
            lambda g: _year_and_number({**g, "year": g["bracketed"] or g["number"]}),
            ("نهاية العام الماضي 2021، زار → 2021-12~", "العام الماضي (2021) → 2021"),
        ),
        Rule(
            "feast",
            "(?P<eve>DAYPART)? UNIT? (?P<holiday>HOLIDAY) "
            f"((COMMA|FOR|IN|OF)? ((?P<pointer>{_POINTERS})|(?P<whole>YEAR|YEAROF)|(?P<year>NUM)))?",
            "SPANOF",
            _holiday,
            ("في عيد الميلاد 2021 → 2021-12-25", "عشية عيد الفطر 2022 → 2022-05-01~"),
        ),
        Rule(
            "day of a pointed month",
            "(?<!QUARTER) (?P<day>[NUM ORD TENS CARD TEEN]) (OF|IN)? (?P<whole>MONTHOF)",
            "DAYOF",
            _day_in,
            ("في 18 من الشهر الحالي → 2022-06-18", "العاشر من الشهر المقبل → 2022-07-10"),
        ),
        Rule(
            "weekday before its day of a month",
            "(?P<weekday>DAYOF) COMMA? (?P<date>DAYOF)",
            "DAYOF",
            _weekday_and_day,
            ("الاثنين 13 من الشهر الجاري → 2022-06-13",),
        ),
        Rule(
            "the same in another year",
            "(?P<like>LIKE)? (?P<day>DAYOF|MONTHOF) (OF|IN|COMMA)? (?P<whole>YEAROF|YEAR|SPANOF)",
            "DAYOF",
            _anniversary,
            (
                "في مثل هذا اليوم من عام 1973 → 1973-06-15",
                "في نفس الشهر من العام الماضي → 2021-06",
                "مثل هذا اليوم قبل عشر سنوات → 2012-06-15",
            ),
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
            f"(?P<amount>MANY) (?P<nth>ORD|LATEST) (OF|IN)? ((?P<whole>{_STRETCH})|(?P<unit>UNIT)|(?P<year>NUM))",
            "SPANOF",
            _leading,
            ("الأشهر الستة الأولى من العام الجاري → 2022-01/2022-06", "الأشهر التسعة الأولى من 2015 → 2015-01/2015-09"),
        ),
        Rule(
            "last days of a stretch",
            f"(?P<nth>CLOSE{{0}}) FINAL (?P<amount>MANY) (OF|IN) ((?P<whole>{_STRETCH}|MONTH)|(?P<unit>UNIT)|(?P<year>NUM))",
            "SPANOF",
            _leading,
            ("آخر ثلاثة أيام من الشهر الماضي → 2022-05-29/2022-05-31",),
        ),
        Rule(
            "ten days of a month",
            "(?P<ten>TEEN) (?P<which>TENTH|ORD) OF UNIT? (?P<whole>MONTHOF|MONTH)",
            "SPANOF",
            _ten_days,
            ("العشر الأواخر من رمضان الماضي → 2022-04-22/2022-05-01",),
        ),
        Rule(
            "week of a stretch",
            f"(?P<nth>NTHWEEK) (OF|IN)? (UNIT? (?P<whole>{_STRETCH}|MONTH)|(?P<unit>UNIT))",
            "WEEKOF",
            _nth_unit,
            ("الأسبوع الثالث من هذا الشهر → 2022-06-20/2022-06-26", "في أول أيام العام → 2022-01-01"),
        ),
        Rule(
            "nth weekday of a stretch",
            f"(?P<nth>NTHDAY) (OF|IN)* ((?P<whole>{_STRETCH}|DAYOF)|(?P<unit>UNIT))",
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
            "first of a month",
            "UNIT? (?P<side>PART) OF? UNIT? (?P<whole>MONTHOF)",
            "DAYOF",
            _first_day,
            ("في يوم غرة يونيو الجاري → 2022-06-01",),
        ),
        Rule(
            "part",
            f"WEEKEND? (?P<side>PART|REST|FINAL) (?P<of>OF)? ((?P<whole>{_STRETCH})|(?P<unit>UNIT))",
            "SPANOF",
            _side,
            ("في نهاية عام 2021 → 2021-12~", "مطلع الشهر الجاري → 2022-06-01~/2022-06-10~"),
        ),
        Rule("part of a year", "(?P<side>PART) (?P<year>NUM)", "SPANOF", _side_of_year, ("نهاية 2011 → 2011-12~",)),
        Rule(
            "night between two days",
            "DAYPART UNIT? OTHER? BETWEEN? (?P<first>DAYOF) [DASH SLASH AND ON TO]? (?P<last>DAYOF)",
            "DAYOF",
            _night,
            ("وصل ليل السبت الأحد → 2022-06-11/2022-06-12", "في الليلة بين السبت والأحد → 2022-06-11/2022-06-12"),
        ),
        Rule(
            "time of day",
            "(TIME [ADV PRECEDING FOLLOWING]? OF? IN?)? ([DAYPART MORROW] OF?)+ (UNIT)? (?P<date>DAYOF)",
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
