"""Numbers, years and month names put together from their words."""

from typing import Any

from timeline.dates.grammar.engine import Groups, Level, Piece, Rule

#: Calendar, number, whether its name is no other word, whether it is Levantine.
Month = tuple[str, int, bool, bool]
Number = tuple[int, bool]  # its value, whether it has the article


def _sum(groups: Groups) -> Number | None:
    """Numbers in words: ألفين وثمانية عشر, مئة وخمسة وعشرين, ثلاثة آلاف."""
    total = current = 0
    for piece in groups["number"]:
        if piece.letter == "&":
            continue
        value = piece.value[0]
        if value == 1000:
            total += (current or 1) * 1000
            current = 0
        elif value == 100 and 0 < current < 10:
            current *= 100
        else:
            current += value
    return total + current, groups["number"][0].value[1]


def _ordinal(groups: Groups) -> Number:
    ones, tens = groups["ones"][0].value, groups["tens"][0].value
    return ones[0] + tens[0], ones[1]


def _defined(groups: Groups) -> tuple[int, int]:
    value: tuple[int, int] = groups["number"][0].value
    return value


_HALVES = {
    ("kanun", 1): ("gregorian", 12),
    ("kanun", 2): ("gregorian", 1),
    ("tishrin", 1): ("gregorian", 10),
    ("tishrin", 2): ("gregorian", 11),
    ("rabi", 1): ("hijri", 3),
    ("rabi", 2): ("hijri", 4),
    ("jumada", 1): ("hijri", 5),
    ("jumada", 2): ("hijri", 6),
    ("dhu", 11): ("hijri", 11),
    ("dhu", 12): ("hijri", 12),
}


def _month(groups: Groups) -> Month | None:
    tail = groups["tail"][0]
    number = tail.value if tail.letter == "K" else tail.value[0] if tail.letter in "oLn" else None
    if tail.letter == "L" and groups["half"][0].value == "jumada":
        number = 2
    found = _HALVES.get((groups["half"][0].value, number if number is not None and number > 0 else 0))
    return (*found, True, found[0] == "gregorian") if found else None


def _double(groups: Groups) -> Month | None:
    """Both names of one month. Of a Western and a Levantine name told as one that differ, the first counts;
    a Hijri or Iranian name is never a double of a Gregorian one."""
    one, other = groups["one"][0].value, groups["other"][0].value
    same = one[:2] == other[:2]
    slip = one[0] == other[0] == "gregorian" and one[3] != other[3] and bool(groups["mark"])
    return (*one[:2], True, one[3]) if same or slip else None


def _august(groups: Groups) -> Month | None:
    """4 أب 2020: no father, whose plural would be another word."""
    day = groups["day"][0].value
    return groups["month"][0].value if day[1] <= 2 and 1 <= day[0] <= 31 else None


def _misspelt(groups: Groups) -> Month | None:
    """3 سبتمر 2021: between a day and a year, or beside the month's other name."""
    month: Month = groups["month"][0].value
    if groups["other"]:
        return month if groups["other"][0].value[1] == month[1] else None
    day = groups["day"][0].value
    return (*month[:2], True, month[3]) if day[1] <= 2 and 1 <= day[0] <= 31 else None


def _eleven(groups: Groups) -> Number | None:
    """أحد عشر: its first word is Sunday's name too."""
    piece = groups["one"][0]
    return (11, piece.letter == "w") if piece.value == 6 and groups["ten"][0].value[0] == 10 else None


def _noon(groups: Groups) -> int | None:
    """بعد ظهر الجمعة."""
    return 1 if groups["part"][0].value == 1 else None


NUMBERS = Level(
    [
        Rule("before or after noon", "[BEFORE AFTER] (?P<part>DAYPART)", "DAYPART", _noon, ("وصل بعد ظهر أمس → 2022-06-14",)),
        Rule(
            "before the last",
            "MA? BEFORE (?P<pointer>LAST)",
            "LAST",
            lambda g: (-2, True),
            ("الأسبوع قبل الماضي → 2022-05-30/2022-06-05",),
        ),
        Rule("after the next", "MA? AFTER (?P<pointer>NEXT)", "NEXT", lambda g: (2, True), ("العام بعد المقبل → 2024",)),
        Rule("midnight", "AFTER? PART (?P<part>DAYPART)", "DAYPART", lambda g: 0, ("وصل منتصف ليل الجمعة → 2022-06-10",)),
        Rule(
            "up to",
            "(TO|AND TO?) UNTIL",
            "UNTIL",
            lambda g: 0,
            ("من 3 إلى غاية 5 مايو 2015 → 2015-05-03/2015-05-05", "من 3 ولغاية 5 مايو 2015 → 2015-05-03/2015-05-05"),
        ),
        Rule(
            "eleven",
            "(?P<one>BAREWEEKDAY|WEEKDAY (?=TEEN UNIT)) (?P<ten>TEEN)",
            "CARD",
            _eleven,
            ("قبل أحد عشر يوما → 2022-06-04",),
            ("عاد أحد عشر لاعبا",),
        ),
        Rule(
            "ordinal eleven to nineteen", "(?P<ones>ORD) (?P<tens>TEEN)", "ORD", _ordinal, ("في الثالث عشر من مايو → 2022-05-13",)
        ),
        Rule(
            "ordinal above twenty",
            "(?P<ones>ORD) AND (?P<tens>TENS)",
            "ORD",
            _ordinal,
            ("في الحادي والعشرين من مايو → 2022-05-21",),
        ),
        Rule(
            "number in words",
            "(?P<number>([CARD TEEN TENS HUND THOU] (AND? [CARD TEEN TENS HUND THOU]){1,7}))",
            "CARD",
            _sum,
            ("قبل خمسة عشر عاما → 2007~", "عام ألفين وثمانية عشر → 2018"),
        ),
        Rule("article before digits", "DEF (?P<number>NUM)", "NUM", _defined, ("يوم الـ12 من مايو → 2022-05-12",)),
        Rule(
            "month of two words",
            "(?P<half>HALFMONTH) (?P<tail>[ORD LATEST MONTHTAIL NUM])",
            "MONTH",
            _month,
            (
                "في كانون الثاني 2021 → 2021-01",
                "في كانون2 2021 → 2021-01",
                "في 5 تشرين 1 2021 → 2021-10-05",
                "جمادى الآخرة 1443 هـ → 2022-01-04/2022-02-01",
            ),
            ("في كانون المطبخ",),
        ),
        Rule(
            "August that is spelled as a father",
            "(?P<day>NUM) (?P<span>(?P<month>HOMOGRAPH)) (?=SLASH|DASH|OPEN|NUM|COMMA|LAST|NEXT|THIS)",
            "MONTH",
            _august,
            ("في 4 أب 2020 → 2020-08-04", "في 4 أب/ أغسطس 2020 → 2020-08-04"),
            ("له أب وأم", "قال أب 2020"),
        ),
        Rule(
            "misspelt month",
            "(?P<day>NUM) [OF SLASH DASH]? (?P<span>(?P<month>TYPO)) "
            "(?=[SLASH DASH COMMA]? NUM|LAST|NEXT|THIS|SLASH (?P<other>MONTH))",
            "MONTH",
            _misspelt,
            ("في 3 سبتمر 2021 → 2021-09-03", "في 3 ديسمببر الماضي → 2021-12-03"),
            ("قرأ 3 يوليوس",),
        ),
    ]
)


def _numbered_month(groups: Groups) -> Month | None:
    """الشهر الثامن, شهر عشرة: doubtful, so that it needs a day or a year beside it."""
    unit, definite = groups["unit"][0].value
    piece = groups["number"][0]
    value = piece.value[0]
    if unit != "month" or not 2 <= value <= 12 or definite != (piece.letter == "o" and piece.value[1]):
        return None
    return ("gregorian", value, False, False)


def _nth(piece: Piece) -> int:
    return -1 if piece.letter in "L!" else int(piece.value[0])


def _nth_week(groups: Groups) -> tuple[int, str] | None:
    """الأسبوع الأول, اليوم الأخير: the unit and its number."""
    value = groups["unit"][0].value
    unit, definite = value if isinstance(value, tuple) else ("day", True)
    if unit not in ("week", "day", "decade") or not definite:
        return None
    return _nth(groups["nth"][0]), unit


def _numbered(groups: Groups) -> tuple[int, str] | None:
    """اليوم الـ40: its number has the article, in a token of its own."""
    value, number = groups["unit"][0].value, groups["number"][0]
    unit, definite = value if isinstance(value, tuple) else ("day", True)
    return (number.value[0], unit) if definite and unit in ("day", "week") and number.last - number.first == 2 else None


def _nth_of(groups: Groups) -> tuple[int, str] | None:
    """آخر يوم من, ثالث أيام: its number and the unit."""
    nth, piece = groups["nth"][0], groups["unit"][0]
    unit, definite = piece.value
    if definite or (nth.letter == "o" and nth.value[1]) or (piece.letter == "U" and unit != "day"):
        return None
    return (_nth(nth), unit) if unit in ("week", "day", "month", "decade") else None


def _nth_weekday(groups: Groups) -> tuple[int, int] | None:
    """ثالث يوم ثلاثاء, آخر اثنين, الثلاثاء الأخير: the weekday and its number."""
    piece = groups["weekday"][0]
    if piece.letter == "c" and piece.value != (2, False):
        return None
    nth = _nth(groups["nth"][0])
    return (nth, 0 if piece.letter == "c" else piece.value) if nth <= 5 else None


_DAYNAME = "(?P<weekday>[WEEKDAY BAREWEEKDAY CARD])"

ORDINALS = Level(
    [
        Rule(
            "nth week",
            "(?P<unit>[UNIT TODAY]) (?P<nth>ORD|LATEST)",
            "NTHWEEK",
            _nth_week,
            ("الأسبوع الأول من أكتوبر 2021 → 2021-10-04/2021-10-10",),
        ),
        Rule(
            "numbered day",
            "(?P<unit>[UNIT TODAY]) (?P<number>NUM)",
            "NTHWEEK",
            _numbered,
            ("في اليوم الـ12 من الشهر الماضي → 2022-05-12",),
            ("في اليوم الـ40 للحرب",),
        ),
        Rule(
            "nth of its kind",
            "(?P<nth>ORD|FINAL) (?P<unit>UNIT (?=OF|IN)|UNITS)",
            "NTHWEEK",
            _nth_of,
            ("في آخر يوم من العام الماضي → 2021-12-31", "ثالث أيام عيد الفطر 2022 → 2022-05-04~"),
            ("غادر في آخر يوم من الزيارة", "في ثاني أيام القمة"),
        ),
        Rule(
            "nth weekday, number first",
            f"(?P<nth>ORD|FINAL) UNIT? {_DAYNAME} (?=OF|IN)",
            "NTHDAY",
            _nth_weekday,
            ("آخر اثنين من الشهر المقبل → 2022-07-25",),
        ),
        Rule(
            "nth weekday, number last",
            "(?P<weekday>WEEKDAY) (?P<nth>ORD|LATEST) (?=OF)",
            "NTHDAY",
            _nth_weekday,
            ("الثلاثاء الأخير من مارس 2021 → 2021-03-30",),
        ),
        Rule(
            "month by its number",
            "(?P<unit>UNIT) (?P<number>[ORD CARD TEEN])",
            "MONTH",
            _numbered_month,
            ("في 27 من الشهر الثامن 2021 → 2021-08-27",),
        ),
    ]
)

DOUBLES = Level(
    [
        Rule(
            "month with both names",
            "(?P<one>MONTH) ((?P<mark>SLASH)|DASH|COMMA)? (?P<other>MONTH)",
            "MONTH",
            _double,
            ("في فبراير/ شباط 2021 → 2021-02", "في كانون الثاني/يناير 2021 → 2021-01", "أغسطس آب 2021 → 2021-08"),
        ),
        Rule(
            "month with its other name in brackets",
            "(?P<one>MONTH) (?P<mark>OPEN) (?P<other>MONTH) CLOSE",
            "MONTH",
            _double,
            ("في حزيران (يونيو) 2021 → 2021-06",),
        ),
    ]
)


def number(value: Any) -> int:
    """The number that a NUM, CARD, ORD or TENS piece holds."""
    return int(value[0])
