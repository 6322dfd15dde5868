"""Dates that point: from today (أمس، الأسبوع الماضي), from the date told last (الشهر ذاته), and weekdays."""

import attrs

from timeline.dates.grammar.calendar import day_number
from timeline.dates.grammar.engine import Builder, Groups, Level, Piece, Rule
from timeline.dates.spec import Century, Decade, Deictic, Fields, Inside, Same, SchoolYear, Spec, Unit, Weekday

#: Class of what a pointer to a unit builds.
CLASS_OF_UNIT = {"day": "DAYOF", "week": "WEEKOF", "month": "MONTHOF", "year": "YEAROF"}


def pointer(piece: Piece) -> int:
    """-1 for الماضي, 0 for الجاري, 1 for المقبل."""
    return int(piece.value[0]) if isinstance(piece.value, tuple) else int(piece.value)


def _deixis(groups: Groups) -> Deictic | None:
    """أمس، أمس الأول، أول أمس، بعد غد، يوم غد، غدا السبت."""
    words, after, first = groups["word"], groups["after"], groups["before"]
    if words and words[0].value[0] != "day":
        return None
    offset = groups["day"][0].value
    if not offset and (words or groups["after"] or groups["before"]):
        return None
    if first or after:
        piece = (first or after)[0]
        if piece.letter == "o" and (piece.value[0] != 1 or offset != -1):
            return None
        if (piece.letter == "A") != (offset == 1) and piece.letter != "o":
            return None
        offset *= 2
    weekday = groups["weekday"] or groups["bracketed"]
    return Deictic("day", offset, weekday[0].value if weekday else None)


def _today(groups: Groups) -> Deictic:
    weekday = groups["weekday"] or groups.get("bracketed", [])
    return Deictic("day", 0, weekday[0].value if weekday else None)


def _unit(wanted: str) -> Builder:
    """A builder for "الشهر الماضي", "هذا الشهر", "الشهر ذاته", "الشهر التالي" of one unit."""

    def build(groups: Groups) -> Spec | None:
        unit, definite = groups["unit"][0].value if isinstance(groups["unit"][0].value, tuple) else ("day", True)
        if _class(unit) != wanted or not (definite or groups["selfof"]):
            return None
        points = groups["pointer"]
        if groups["school"]:
            return SchoolYear(pointer(points[0])) if unit == "year" and points else None
        if groups["selfof"] or (points and points[0].letter == "z"):
            return Same(unit)
        if groups["dem"] and not points:
            return Deictic(unit, 0)
        if not points:
            return None
        if points[0].letter in "<>":
            return Same(unit, pointer(points[0]))
        return Deictic(unit, pointer(points[0]))

    return build


def _class(unit: Unit) -> str:
    return CLASS_OF_UNIT.get(unit, "SPANOF")


def _that(wanted: str) -> Builder:
    def build(groups: Groups) -> Spec | None:
        value = groups["unit"][0].value
        unit, definite = value if isinstance(value, tuple) else ("day", True)
        return Same(unit) if _class(unit) == wanted and definite else None

    return build


def _weekday(groups: Groups) -> Spec | None:
    words = groups["word"]
    if words and isinstance(words[0].value, tuple) and words[0].value[0] != "day":
        return None
    points = groups["pointer"]
    if points and points[0].letter in "<>":
        return None
    return Weekday(groups["weekday"][0].value, pointer(points[0]) if points else 0 if groups["dem"] else None)


def _weekday_date(groups: Groups) -> Spec | None:
    weekday = groups["weekday"][0].value
    day = (groups["date"] or groups["bracketed"])[0].value
    if isinstance(day, Inside):
        return day if day.day is not None else None
    if not isinstance(day, Fields) or day.day is None:
        return None
    return attrs.evolve(day, weekday=weekday, deictic=_distance_from_today(groups))


def _distance_from_today(groups: Groups) -> int | None:
    """0 for اليوم, -1 for أمس, -2 for أول أمس; None where the weekday stands alone."""
    if groups["today"]:
        return 0
    if not groups["deixis"]:
        return None
    offset: int = groups["deixis"][0].value
    return offset * 2 if groups["twice"] or groups["twice_after"] else offset


def _weekday_number(groups: Groups) -> Fields | None:
    """الخميس 21: the Thursday that is a 21st; "قتل الثلاثاء 12 في" may count something."""
    day = day_number(groups["day"])
    if day is None or (groups["where"] and not groups["word"]):
        return None
    return Fields(None, None, day, weekday=groups["weekday"][0].value)


def _running(groups: Groups) -> Inside | None:
    """العاشر من الجاري, 15 الجاري: a day of the month that is."""
    day = day_number(groups["day"] or groups["bare"])
    points = (groups["pointer"] or groups["this"])[0]
    return Inside(Deictic("month", pointer(points)), day=day) if day is not None else None


def _of_it(groups: Groups) -> Inside | None:
    """12 منه: a day of the month told before."""
    day = day_number(groups["day"])
    return Inside(Same("month", told=True), day=day) if day is not None else None


def _century(groups: Groups) -> Century | None:
    if groups["unit"][0].value != ("century", True) or groups["ah"]:
        return None
    value = groups["number"][0].value[0]
    return Century(value) if 1 <= value <= 30 else None


def _decade(groups: Groups) -> Decade:
    return Decade(groups["decade"][0].value)


_POINTER = "(?P<pointer>[LAST NEXT THIS SELF FOLLOWING PRECEDING])"
_ITS_WEEKDAY = "(COMMA? (?P<weekday>WEEKDAY)|OPEN (?P<bracketed>WEEKDAY) CLOSE)"
_ITS_DATE = "([COMMA DASH]? IN? EQUIV? (COMMA|FOR)? (?P<date>DAYOF)|OPEN (?P<bracketed>DAYOF) CLOSE)"

_UNIT_RULES = [
    Rule(
        f"{name} by pointer",
        f"(?P<dem>DEM)? (?P<selfof>SELFOF)? (?P<unit>[UNIT TODAY]) (?P<school>SCHOOL)? {_POINTER}?",
        name,
        _unit(name),
        examples,
    )
    for name, examples in (
        ("WEEKOF", ("الأسبوع الماضي → 2022-06-06/2022-06-12",)),
        ("MONTHOF", ("الشهر المقبل → 2022-07", "في 3 مايو 2015، وفي الشهر ذاته → 2015-05-03 2015-05")),
        ("YEAROF", ("هذا العام → 2022", "في مايو 2015، وفي نفس العام → 2015-05 2015")),
        ("SPANOF", ("العقد الماضي → 201X", "القرن الحالي → 20XX")),
    )
]


def _night_between(groups: Groups) -> int | None:
    """الليلة, where two days follow that it lies between."""
    return 0 if groups["night"][0].value == 0 else None


RELATIVE = Level(
    [
        Rule(
            "night that two days name",
            "(?P<span>(?P<night>DEIXIS)) (?=OTHER? BETWEEN)",
            "DAYPART",
            _night_between,
            ("وقع في الليلة الفاصلة بين السبت والأحد → 2022-06-11/2022-06-12",),
        ),
        Rule(
            "day of the running month",
            "(?<!UNITS) ((?P<day>[NUM ORD]) (?P<of>OF) (?P<pointer>[LAST NEXT THIS])|(?P<bare>NUM) (?P<this>THIS))",
            "DAYOF",
            _running,
            ("في العاشر من الجاري → 2022-06-10", "في 15 الجاري → 2022-06-15"),
        ),
        Rule(
            "day of the month told before",
            "(?<=[IN UNIT DEF]) (?P<day>[NUM ORD]) OFIT",
            "DAYOF",
            _of_it,
            ("في 3 مايو 2015، وفي 12 منه → 2015-05-03 2015-05-12", "في مارس 2014، وفي العاشر منه → 2014-03 2014-03-10"),
            ("بيع 12 منه", "في بيت 12 منه"),
        ),
        Rule(
            "weekday with its date",
            "(UNIT|(?P<today>TODAY)|UNIT? (?P<twice>ORD OF?|AFTER)? (?P<deixis>DEIXIS) (?P<twice_after>ORD)?)? "
            f"(?P<weekday>[WEEKDAY BAREWEEKDAY]) {_ITS_DATE}",
            "DAYOF",
            _weekday_date,
            ("الاثنين، 02 تشرين الثاني/نوفمبر 2009 → 2009-11-02",),
        ),
        Rule(
            "today",
            f"DEM? TODAY {_ITS_WEEKDAY}",
            "DAYOF",
            _today,
            ("قال اليوم الخميس → 2022-06-16",),
        ),
        Rule(
            "day by pointer",
            f"(?P<dem>THAT{{0}}) (?P<selfof>SELFOF)? (?P<unit>[UNIT TODAY]) (?P<school>SCHOOL{{0}}) {_POINTER}",
            "DAYOF",
            _unit("DAYOF"),
            ("في 3 مايو 2015 وصل، وفي اليوم التالي غادر → 2015-05-03 2015-05-04",),
        ),
        Rule(
            "that unit",
            "(THAT|SELFOF) (?P<unit>TODAY)",
            "DAYOF",
            _that("DAYOF"),
            ("في 3 مايو 2015، وفي ذلك اليوم → 2015-05-03 2015-05-03", "في 3 مايو 2015، وفي نفس اليوم → 2015-05-03 2015-05-03"),
        ),
        Rule("that year", "THAT (?P<unit>UNIT)", "YEAROF", _that("YEAROF"), ("في 3 مايو 2015، وفي تلك السنة → 2015-05-03 2015",)),
        Rule(
            "that month",
            "THAT (?P<unit>UNIT)",
            "MONTHOF",
            _that("MONTHOF"),
            ("في 3 مايو 2015، وفي ذلك الشهر → 2015-05-03 2015-05",),
        ),
        Rule("today alone", "(?P<weekday>WEEKDAY{0}) DEM? TODAY", "DAYOF", _today, ("قال اليوم إن → 2022-06-15",)),
        Rule(
            "yesterday and tomorrow",
            f"(?P<word>UNIT)? ((?P<before>ORD|AFTER|BEFORE) OF?)? (?P<day>DEIXIS) (?P<after>ORD)? {_ITS_WEEKDAY}?",
            "DAYOF",
            _deixis,
            (
                "قال أمس → 2022-06-14",
                "قال أول أمس → 2022-06-13",
                "أمس الأول → 2022-06-13",
                "سيصل بعد غد → 2022-06-17",
                "غدا الخميس → 2022-06-16",
            ),
        ),
        *_UNIT_RULES,
        Rule(
            "weekday with its day",
            "(?P<word>UNIT)? (?P<weekday>WEEKDAY) IN? (?P<day>[NUM ORD]) (?=COMMA|CLOSE|BREAK|AND WEEKDAY|(?P<where>IN)|$)",
            "DAYOF",
            _weekday_number,
            ("وصل يوم الخميس 9 → 2022-06-09", "قتل الخميس 9 جنود → 2022-06-09", "فاز الخميس 3-1 → 2022-06-09"),
        ),
        Rule(
            "weekday",
            "(?P<dem>DEM)? (?P<word>UNIT)? (?P<weekday>WEEKDAY) (?P<pointer>[LAST NEXT THIS FOLLOWING PRECEDING])?",
            "DAYOF",
            _weekday,
            (
                "قال الخميس → 2022-06-09",
                "سيزورها الخميس → 2022-06-16",
                "يوم الأربعاء الماضي → 2022-06-08",
                "الثلاثاء المقبل → 2022-06-21",
            ),
        ),
        Rule(
            "century",
            "(?P<unit>UNIT) (?P<number>[ORD TENS NUM]) (?P<ah>AH)? CE?",
            "SPANOF",
            _century,
            ("في القرن التاسع عشر → 18XX",),
        ),
        Rule("decade", "(UNIT OF?)? (?P<decade>DECADE)", "SPANOF", _decade, ("في الستينيات → 196X",)),
    ]
)
