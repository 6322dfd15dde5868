"""Dates of the calendar: day, month and year in their orders, in words and in digits."""

from itertools import pairwise

from timeline.dates.grammar.engine import Groups, Level, Piece, Rule
from timeline.dates.grammar.numbers import Month
from timeline.dates.spec import BeforeChrist, Fields, Range
from timeline.model import Calendar

DAY = "[NUM ORD TENS CARD TEEN]"
#: A day's number, but not the one of "النصف الأول".
_THE_DAY = f"(?<!QUARTER) (?P<day>{DAY})"


def day_number(pieces: list[Piece]) -> int | None:
    """1 to 31, or None for any other number; digits of more than two places are none."""
    if not pieces:
        return None
    piece = pieces[0]
    value, width = piece.value
    if piece.letter == "n" and width > 2:
        return None
    return int(value) if 1 <= value <= 31 else None


def _is_month_word(piece: Piece) -> bool:
    return piece.letter == "u" and piece.value[0] == "month"


def _month_words_right(groups: Groups) -> bool:
    return all(_is_month_word(piece) for piece in groups.get("shahr", []))


def year_number(pieces: list[Piece]) -> int | None:
    """A year of three or four digits None for anything else."""
    if not pieces:
        return None
    value, width = pieces[0].value
    if pieces[0].letter != "n":
        return int(value) if value == 2000 or (1500 <= value <= 2100 and value % 1000) else None
    if width == 4:
        return int(value) if 1000 <= value <= 2999 else None
    return None


def _adjacent(pieces: list[Piece]) -> bool:
    """Whether each piece touches the next, or stands one space from it around a slash."""
    return all(right.start - left.end <= 1 for left, right in pairwise(pieces))


def _touching(pieces: list[Piece]) -> bool:
    return all(right.start == left.end for left, right in pairwise(pieces))


def _calendar(groups: Groups, month: Month | None, year: int | None) -> Calendar:
    if groups.get("ah"):
        return "hijri"
    if month and month[0] != "gregorian":
        return "hijri" if month[0] == "hijri" else "iranian"
    return "gregorian"


def year(groups: Groups) -> Fields | None:
    """A year with its word (عام 2014) or its mark (2014م, 1443هـ)."""
    words = groups.get("word", [])
    if words and words[0].value[0] != "year":
        return None
    piece = groups["number"][0]
    value, width = piece.value
    if words and width == 2 and piece.letter == "n" and not groups["ah"]:
        return _short_year(words[0], value, groups)
    if piece.letter == "n" and not (width == 4 or (words and width == 3) or (groups["ah"] and width >= 2)):
        return None
    if piece.letter != "n" and value < 100:
        return None
    if not 1 <= value <= 2999:
        return None
    hijri = bool(groups["ah"])
    if words and words[0].value[1] and value < 1000 and not (hijri or groups["ce"]):
        return None  # "السنة 146" of a masthead
    return Fields(year=value, calendar="hijri" if hijri else "gregorian")


def _short_year(word: Piece, value: int, groups: Groups) -> Fields | None:
    """عام 67: of the last century, where nothing is counted ("خلال عام 50 حالة")."""
    counted = groups["thing"] or word.value[1]
    return Fields(1900 + value) if 40 <= value <= 99 and not counted and not groups["ce"] else None


def day_month(groups: Groups) -> Fields | None:
    """Day and month, with a year if it follows."""
    day = day_number(groups["day"])
    month = groups["month"][0].value
    if day is None or not _month_words_right(groups):
        return None
    written = groups.get("year", [])
    if written and written[0].letter == "Y":
        stated: Fields = written[0].value
        if stated.calendar != "gregorian" and month[0] == "gregorian":
            return None
        return Fields(stated.year, month[1], day, _calendar(groups, month, stated.year))
    value = year_number(written)
    if written and value is None:
        return None
    return Fields(value, month[1], day, _calendar(groups, month, value))


def month_day(groups: Groups) -> Fields | None:
    """يناير 5; a name that is another word too asks for more."""
    return day_month(groups) if groups["month"][0].value[2] else None


def _between(groups: Groups) -> Fields | None:
    """يونيو/ 24 حزيران."""
    return day_month({**groups, "shahr": []}) if groups["one"][0].value[:2] == groups["month"][0].value[:2] else None


def month_year(groups: Groups) -> Fields | None:
    """Month and year."""
    month = groups["month"][0].value
    written = groups["year"][0]
    value = written.value.year if written.letter == "Y" else year_number([written])
    if value is None or not _month_words_right(groups):
        return None
    return Fields(value, month[1], None, _calendar(groups, month, value))


def bare_month(groups: Groups) -> Fields | None:
    """A month alone; whether its name can be trusted is for the filters."""
    month = groups["month"][0].value
    if not _month_words_right(groups) or (not month[2] and not groups["shahr"]):
        return None
    return Fields(None, month[1], None, _calendar(groups, month, None))


def trusted_month(groups: Groups) -> Fields | None:
    """A month that its preposition vouches for; Iranian names are too short to be vouched for."""
    month = groups["month"][0].value
    return Fields(None, month[1], None, _calendar(groups, month, None)) if month[0] != "iranian" else None


def pointed_month(groups: Groups) -> Fields | None:
    """A month with الماضي, المقبل or الجاري, with a day or without."""
    month = groups["month"][0].value
    day = day_number(groups["day"])
    if not _month_words_right(groups) or (groups["day"] and day is None):
        return None
    return Fields(None, month[1], day, _calendar(groups, month, None), pointer=_pointer(groups["pointer"][0]))


def _pointer(piece: Piece) -> int:
    return int(piece.value[0]) if isinstance(piece.value, tuple) else int(piece.value)


def numeric(groups: Groups) -> Fields | None:
    """Three numbers with one kind of mark between: the year first or last, else day before month."""
    pieces = groups["all"]
    marks = {piece.letter for piece in pieces if piece.letter in "/_."}
    if len(marks) != 1 or not _adjacent(pieces) or (marks != {"/"} and not _touching(pieces) and not _spaced_dashes(pieces)):
        return None
    (a, wa), (b, wb), (c, wc) = (groups[name][0].value for name in "abc")
    if wa == 4:
        return _fields(a, b, c)
    if wc == 4:
        return _fields(c, b, a)
    if wa <= 2 and wb <= 2 and wc == 2 and marks == {"/"}:
        return _fields(2000 + c if c < 50 else 1900 + c, b, a) or _fields(2000 + a if a < 50 else 1900 + a, b, c)
    return None


def numeric_day(groups: Groups) -> Fields | None:
    """Day and month in digits, after a word that leads to a date; where both orders could be meant, the day comes first."""
    (a, wa), (b, wb) = (groups[name][0].value for name in "ab")
    led = groups["led"][0]
    if not _touching(groups["all"]) or max(wa, wb) > 2 or (led.letter == "u" and led.value[0] != "day"):
        return None
    if groups["thing"] and led.letter == "I" and max(a, b) <= 12:
        return None  # "في 2/3 الحالات"
    if groups["all"][1].letter == "_" and max(a, b) <= 12:
        return None
    if b > 12:
        a, b = b, a
    return Fields(None, b, a) if 1 <= a <= 31 and 1 <= b <= 12 else None


def numeric_month(groups: Groups) -> Fields | None:
    """Month and year in digits."""
    (a, wa), (b, wb) = (groups[name][0].value for name in "ab")
    if not _touching(groups["all"]) or {wa, wb} not in ({1, 4}, {2, 4}):
        return None
    year, month = (a, b) if wa == 4 else (b, a)
    return Fields(year, month) if 1 <= month <= 12 and 1900 <= year <= 2100 else None


def numeric_before(groups: Groups) -> Fields | None:
    """24/1 before "إلى 26/1/2022": the year is that of the other."""
    (a, wa), (b, wb) = (groups[name][0].value for name in "ab")
    if not _touching(groups["all"]) or max(wa, wb) > 2:
        return None
    a, b = (b, a) if b > 12 else (a, b)
    return Fields(None, b, a) if 1 <= a <= 31 and 1 <= b <= 12 else None


def numeric_pair(groups: Groups) -> Range | None:
    """من 20/5 إلى 25/5: days, where a number above twelve shows that they are no shares or scores."""
    numbers = [piece.value for piece in groups["all"] if piece.letter == "n"]
    if max(value for value, _ in numbers) <= 12 or any(width > 2 for _, width in numbers):
        return None
    (a, _), (b, _), (c, _), (d, _) = numbers
    if not (1 <= b <= 12 and 1 <= d <= 12 and 1 <= a <= 31 and 1 <= c <= 31):
        return None
    return Range(Fields(None, b, a), Fields(None, d, c))


def _spaced_dashes(pieces: list[Piece]) -> bool:
    """ "الكويت - 3 - 8 - 2015": evenly spaced."""
    return len({right.start - left.end for left, right in pairwise(pieces)}) == 1


def _fields(year: int, month: int, day: int) -> Fields | None:
    if month > 12 and day <= 12:
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31 and year >= 1):
        return None
    return Fields(year, month, day, "hijri" if 1300 <= year <= 1500 else "gregorian")


_SHAHR = "(?P<shahr>UNIT)?"
_YEAR_AFTER = "(COMMA? (OF|IN)? (?P<year>[NUM YEAR CARD THOU]))"
_MARKS = "(?P<ah>AH)?(?P<ce>CE)? [LAST NEXT THIS]?"

CALENDAR = Level(
    [
        Rule(
            "before the common era",
            "(UNIT|PAIR)? (DEF? [NUM ORD CARD THOU TENS HUND TEEN]){1,4} ([AND TO DASH] DEF? [NUM ORD])? ERA",
            "SPANOF",
            lambda g: BeforeChrist(),
            ("عام 300 قبل الميلاد → vague", "القرن الخامس ق.م. → vague"),
        ),
        Rule(
            "numeric date",
            "(?P<all>(?P<a>NUM) [SLASH DASH DOT] (?P<b>NUM) [SLASH DASH DOT] (?P<c>NUM)) (AH|CE)?",
            "DAYOF",
            numeric,
            ("بتاريخ 24-01-2015 → 2015-01-24", "في 31/12/2016 → 2016-12-31", "2016/02/22 → 2016-02-22"),
            ("الإصدار 10.2.30",),
        ),
        Rule(
            "day in digits before another",
            "(?P<all>(?P<a>NUM) [SLASH DASH] (?P<b>NUM)) (?=[TO UNTIL AND DASH] DAYOF)",
            "DAYOF",
            numeric_before,
            ("من 24/1 إلى 26/1/2022 → 2022-01-24/2022-01-26", "بين 30/1 و2/2/2022 → 2022-01-30/2022-02-02"),
        ),
        Rule(
            "days in digits",
            "(?<=OF) (?P<all>NUM SLASH NUM [TO UNTIL] NUM SLASH NUM) (?!SLASH)",
            "DAYOF",
            numeric_pair,
            ("من 20/5 إلى 25/5 → 2022-05-20/2022-05-25",),
            ("ارتفعت من 2/3 إلى 3/4",),
        ),
        Rule(
            "day and month in digits",
            "(?P<led>IN|UNIT|SINCE|UNTIL|WEEKDAY) (?P<span>(?P<all>(?P<a>NUM) [SLASH DASH] (?P<b>NUM))) (?=(?P<thing>THING)?)",
            "DAYOF",
            numeric_day,
            ("يوم 22/04 → 2022-04-22",),
            ("فاز 3/2", "في 2/3 الحالات"),
        ),
        Rule(
            "month and year in digits",
            "(?P<all>(?P<a>NUM) [SLASH DASH] (?P<b>NUM)) (?![SLASH DASH] NUM)",
            "MONTHOF",
            numeric_month,
            ("في 3/2015 → 2015-03",),
            ("القرار 2254/2015",),
        ),
        Rule(
            "year with its word",
            "(?P<word>UNIT) FISCAL? (?P<number>[NUM CARD THOU HUND]) ((?P<ah>AH)?(?P<ce>CE)?|OPEN (AH|CE) CLOSE) [LAST NEXT THIS]? "
            "(?=(?P<thing>[THING SLASH DASH DOT CARD THOU HUND UNIT UNITS])?)",
            "YEAR",
            year,
            ("في حرب عام 67 → 1967", "منذ عام 2014 → 2014/..", "للعام 2022 → 2022", "سنة 1436 هـ → 2014-10-25/2015-10-13"),
        ),
        Rule(
            "year with its mark",
            "(?P<number>NUM) (?P<ah>AH) | (?P<number2>NUM) CE",
            "YEAR",
            lambda g: _marked(g),
            ("في 2015م → 2015",),
        ),
        Rule(
            "day between the names of its month",
            "(?P<one>MONTH) SLASH (?P<day>NUM) (?P<month>MONTH)",
            "DAYOF",
            _between,
            ("أعلنت في يونيو/ 24 حزيران → 2021-06-24",),
        ),
        Rule(
            "day month year",
            f"{_THE_DAY} [OF SLASH DASH DOT]? {_SHAHR} [OF SLASH DASH]? (?P<month>MONTH) [SLASH DASH]? {_YEAR_AFTER} {_MARKS}",
            "DAYOF",
            day_month,
            ("في 17 ديسمبر 2015 → 2015-12-17", "في الأول من شهر مايو عام 2015 → 2015-05-01", "26 شوال 1436 هـ → 2015-08-11"),
        ),
        Rule(
            "month day year",
            f"(?P<month>MONTH) [DASH SLASH]? (?P<day>NUM) COMMA? (?P<shahr>UNIT)? (?P<year>[NUM YEAR CARD]) {_MARKS}",
            "DAYOF",
            day_month,
            ("في مايو 17، 2015 → 2015-05-17",),
        ),
        Rule(
            "day month pointer",
            f"{_THE_DAY} [OF SLASH DASH]? {_SHAHR} OF? (?P<month>MONTH) SLASH? (?P<pointer>[LAST NEXT THIS])",
            "DAYOF",
            pointed_month,
            ("في 26 كانون الثاني/ يناير الماضي → 2022-01-26", "في 3 يوليو المقبل → 2022-07-03"),
        ),
        Rule(
            "day month",
            f"{_THE_DAY} [OF SLASH DASH DOT]? {_SHAHR} OF? (?P<month>MONTH)",
            "DAYOF",
            day_month,
            ("قال في 11 مايو/ايار → 2022-05-11", "في العاشر من يونيو → 2022-06-10"),
        ),
        Rule(
            "month year",
            f"{_SHAHR} (?P<month>MONTH) [SLASH DASH COMMA]? (OF|IN)? (?P<year>[NUM YEAR]) {_MARKS}",
            "MONTHOF",
            month_year,
            ("في مايو 2008 → 2008-05", "شهر مارس من عام 2014 → 2014-03"),
            ("مارس 20 نائبا",),
        ),
        Rule(
            "month pointer",
            f"(?P<day>CLOSE{{0}}) {_SHAHR} (?P<month>MONTH) SLASH? (?P<pointer>[LAST NEXT THIS])",
            "MONTHOF",
            pointed_month,
            ("في يوليو/تموز الماضي → 2021-07", "مارس المقبل → 2023-03"),
        ),
        Rule(
            "month day",
            "(?P<month>MONTH) (?P<shahr>CLOSE{0}) [DASH SLASH]? (?P<day>NUM) "
            "(?![THING LATER DAYPART UNITS UNIT CARD THOU HUND DOT])",
            "DAYOF",
            month_day,
            ("في يناير 5 → 2022-01-05", "قتل في يناير 5 جنود → 2022-01"),
        ),
        Rule(
            "month alone", f"{_SHAHR} (?P<month>MONTH)", "MONTHOF", bare_month, ("قال في أبريل → 2022-04",), ("مارس الوفد ضغوطا",)
        ),
        Rule(
            "doubtful month after a preposition",
            "[IN SINCE UNTIL TO DURING BEFORE AFTER PART FINAL] (?P<shahr>CLOSE{0}) (?P<span>(?P<month>MONTH))",
            "MONTHOF",
            trusted_month,
            ("قال في مارس → 2022-03", "منتصف مارس 2021 → 2021-03-11~/2021-03-20~", "منتصف شعبان 1443 هـ → 2022-03-14~/2022-03-23~"),
            ("مارس الوفد ضغوطا",),
        ),
        Rule(
            "month in a list of months",
            "(?P<led>MONTHOF|PAIR) AND? (?P<shahr>CLOSE{0}) (?P<span>(?P<month>MONTH))",
            "MONTHOF",
            trusted_month,
            ("في شهري مارس وأبريل 2021 → 2021-03/2021-04",),
        ),
    ]
)


def _marked(groups: Groups) -> Fields | None:
    hijri = groups["number"] or []
    value, width = (hijri or groups["number2"])[0].value
    if width < 3:
        return None
    return Fields(year=value, calendar="hijri" if hijri else "gregorian")
