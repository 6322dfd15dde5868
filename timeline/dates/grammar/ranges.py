"""Ranges and lists: from one date to another, days or years that follow each other, and dates that are merely told together.

"سبتمبر أو أكتوبر" is a stretch too, in which the one or the other lies.
"""

from collections.abc import Sequence
from itertools import pairwise

import attrs

from timeline.dates.grammar.calendar import day_number, year_number
from timeline.dates.grammar.engine import Groups, Level, Piece, Rule, Several
from timeline.dates.spec import Deictic, Fields, Inside, Range, Spec, Weekday

_NUMBERS = "noT"  # letters of what counts the days of a list
_ONWARD = "@|_/"  # joints that lead from one to the other


def _consecutive(numbers: Sequence[int]) -> bool:
    return all(later - earlier == 1 for earlier, later in pairwise(numbers))


def _days(groups: Groups) -> Spec | Several | None:
    """9 و10 يناير, من 3 إلى 5 مايو: the numbers before share the month of the date; 3 و17 مايو are two days."""
    date = groups["last"][0]
    last: Spec = date.value
    told = [piece for piece in groups["days"] if piece.letter in _NUMBERS]
    days = [day for piece in told if (day := day_number([piece])) is not None]
    month = isinstance(last, Fields) and last.month is not None
    if (
        not isinstance(last, Fields | Inside)
        or last.day is None
        or len(days) < len(told)
        or not (month or isinstance(last, Inside))
    ):
        return None
    specs = [_with_day(last, day) for day in days]
    if groups["joint"][0].letter in _ONWARD or groups["between"] or _consecutive([*days, last.day]):
        return Range(specs[0], last) if days[0] < last.day else None
    parts = [(spec, [piece]) for spec, piece in zip(specs, told, strict=True)]
    parts[0] = (specs[0], [*groups["pair"], told[0]])
    return Several((*parts, (last, [date])))


def _with_day(date: Fields | Inside, day: int) -> Spec:
    return attrs.evolve(date, day=day, weekday=None, deictic=None) if isinstance(date, Fields) else attrs.evolve(date, day=day)


def _days_after(groups: Groups) -> Spec | None:
    """يوليو 13-15."""
    first = groups["first"][0].value
    last = day_number(groups["day"])
    if isinstance(first, Fields) and first.day is not None and last is not None and last > first.day:
        return Range(first, attrs.evolve(first, day=last))
    return None


def _two(groups: Groups) -> Spec | Several | None:
    """Two dates of one kind, by what they are; "المقررة في مايو إلى يونيو" was put off from one to the other."""
    if groups["led"] and groups["joint"][0].letter == "@":
        return None
    first, last = groups["first"][0].value, groups["last"][0].value
    if isinstance(first, Weekday) and isinstance(last, Weekday):
        return _weekdays(first, last, groups)
    if isinstance(first, Deictic) and isinstance(last, Deictic) and first.unit == last.unit:
        near = last.offset == first.offset + 1
        return Range(first, last) if last.offset > first.offset and (_onward(groups) or groups["pair"] or near) else None
    if groups["joint"][0].letter == "&" and not (groups["pair"] or groups["between"]):
        return None
    if isinstance(first, Fields) and isinstance(last, Fields):
        return _fields(first, last, groups)
    return Range(first, last) if groups["joint"][0].letter in "@|" else None


def _onward(groups: Groups) -> bool:
    return groups["joint"][0].letter in _ONWARD or bool(groups["between"])


def _told_apart(first: Spec, last: Spec, groups: Groups) -> Several:
    return Several(((first, [*groups["pair"], *groups["first"]]), (last, groups["last"] + groups["pointer"])))


def _weekdays(first: Weekday, last: Weekday, groups: Groups) -> Spec | Several | None:
    """الأحد والاثنين, one after the other; يومي الأحد والأربعاء, two days. A pointer behind them is that of both."""
    joint = groups["joint"][0]
    if joint.letter == "&" and not groups["pair"] and joint.end != groups["last"][0].start:
        return None
    pointer = groups["pointer"][0].value[0] if groups["pointer"] else last.pointer
    if first.pointer is None and pointer is not None:
        first, last = Weekday(first.weekday, pointer), Weekday(last.weekday, pointer)
    if _onward(groups) or (last.weekday - first.weekday) % 7 == 1:
        return Range(first, last)
    return _told_apart(first, last, groups) if groups["pair"] or groups["pointer"] else None


def _fields(first: Fields, last: Fields, groups: Groups) -> Spec | Several | None:
    """The first takes the year (or the pointer) of the last where it has none of its own."""
    if first.month is None and last.month is not None and first.day is None:
        return None
    bare = first.year is None and first.year_of is None and first.pointer is None
    if bare and last.year is not None and (first.month or 13) <= (last.month or 0):
        first = attrs.evolve(first, year=last.year)
    elif bare:
        first = attrs.evolve(first, year_of=last.year_of, pointer=last.pointer)
    return Range(first, last) if _onward(groups) or _next_to(first, last) else _told_apart(first, last, groups)


def _next_to(first: Fields, last: Fields) -> bool:
    """Whether the last is the day (of one month) or the month right after the first."""
    if first.day is not None or last.day is not None:
        return first.month == last.month and (last.day or 0) - (first.day or 0) == 1
    return first.month is not None and last.month is not None and (last.month - first.month) % 12 == 1


def _longer(groups: Groups) -> Spec | None:
    """الجمعة والسبت والأحد: a third day that follows the pair."""
    first, last = groups["first"][0].value, groups["last"][0].value
    if not isinstance(first, Range):
        return None
    before = first.last
    weekdays = isinstance(before, Weekday) and isinstance(last, Weekday) and (last.weekday - before.weekday) % 7 == 1
    deictic = isinstance(before, Deictic) and isinstance(last, Deictic) and last.offset == before.offset + 1
    return Range(first.first, last) if weekdays or deictic else None


def _years(groups: Groups) -> Spec | Several | None:
    """عامي 2002 و2003, 2014-2016: a stretch; عامي 2015 و2019, 1967 و1973 و1982: years told together."""
    told = [piece for piece in groups["years"] if piece.letter in "nY"]
    years = [year for piece in told if (year := _year(piece)) is not None]
    words, joint = groups["word"], groups["joint"][0]
    if len(years) < len(told) or (words and not _is_year_word(words[0])) or not _plausible(years, bool(words)):
        return None
    if joint.letter in _ONWARD or groups["between"]:
        apart = joint.letter == "_" and not words and joint.start != told[0].end
        return None if apart or years[0] >= years[-1] else Range(Fields(years[0]), Fields(years[-1]))
    if _consecutive(years):
        return Range(Fields(years[0]), Fields(years[-1]))
    if all(piece.letter == "Y" for piece in told):
        return None  # each with its own word is an expression already
    parts = [(Fields(year), [piece]) for year, piece in zip(years, told, strict=True)]
    parts[0] = (parts[0][0], [*words, told[0]])
    return Several(tuple(parts))


def _is_year_word(piece: Piece) -> bool:
    return (piece.value if isinstance(piece.value, str) else piece.value[0]) == "year"


def _plausible(years: Sequence[int], worded: bool) -> bool:
    return worded or (all(1800 <= year <= 2100 for year in years) and list(years) == sorted(set(years)))


def _year(piece: Piece) -> int | None:
    if piece.letter == "Y":
        return piece.value.year if piece.value.calendar == "gregorian" else None
    return year_number([piece])


_ALSO = "(COMMA|COMMA? AND|OR)"
_JOINT = "(?P<joint>AND|OR|TO|UNTIL|DASH|SLASH)"
_BETWEEN = "((?P<between>BETWEEN)|(?P<led>IN))"
_ONE = "[DAYOF MONTHOF YEAROF YEAR]"
_ANY = "[YEAROF SPANOF YEAR MONTHOF DAYOF]"
_DAY = "[NUM ORD TENS]"
_NO = "(?P<pair>CLOSE{0})(?P<pointer>CLOSE{0})"

RANGES = Level(
    [
        Rule(
            "days of one month",
            f"{_BETWEEN}? (?P<span>(?P<pair>PAIR|UNITS)? (?P<days>{_DAY} ({_ALSO} {_DAY}){{0,8}}) {_JOINT} (?P<last>DAYOF))",
            "DAYOF",
            _days,
            (
                "يومي 9 و10 كانون الثاني/يناير 2022 → 2022-01-09/2022-01-10",
                "من 3 إلى 5 مايو 2015 → 2015-05-03/2015-05-05",
                "بين 3 و5 مايو 2015 → 2015-05-03/2015-05-05",
                "يومي 3 و17 مايو 2015 → 2015-05-03 2015-05-17",
            ),
        ),
        Rule(
            "days after their month",
            "(?P<first>DAYOF) (DASH|TO|UNTIL) (?P<day>NUM) (?!THING)",
            "DAYOF",
            _days_after,
            ("تموز 13 الى 15 → 2022-07-13/2022-07-15",),
        ),
        Rule(
            "pair of days",
            f"{_BETWEEN}? (?P<span>(?P<pair>PAIR|TWO)? (?P<first>DAYOF) (?P<joint>AND|TO|UNTIL|DASH) (?P<last>DAYOF) "
            "(?P<pointer>[LAST NEXT])?)",
            "DAYOF",
            _two,
            (
                "يومي الأحد والاثنين → 2022-06-12/2022-06-13",
                "اليوم وغدا → 2022-06-15/2022-06-16",
                "اجتمعوا يومي الأحد والثلاثاء → 2022-06-12 2022-06-14",
                "بين 3 مايو و10 يونيو 2015 → 2015-05-03/2015-06-10",
            ),
        ),
        Rule(
            "more days of a list",
            "(?P<first>DAYOF) (?P<joint>AND) (?P<last>DAYOF)",
            "DAYOF",
            _longer,
            ("وصل اليوم وغدا وبعد غد → 2022-06-15/2022-06-17", "اجتمعوا الجمعة والسبت والأحد → 2022-06-10/2022-06-12"),
        ),
        Rule(
            "pair of months",
            f"{_BETWEEN}? (?P<span>(?P<pair>PAIR)? (?P<first>MONTHOF) {_JOINT} (?P<last>MONTHOF)) (?P<pointer>CLOSE{{0}})",
            "SPANOF",
            _two,
            ("شهري مايو ويونيو 2021 → 2021-05/2021-06", "شهري مايو وسبتمبر 2021 → 2021-05 2021-09"),
        ),
        Rule(
            "years told together",
            f"{_BETWEEN}? (?P<span>(?P<word>PAIR|UNITS|UNIT)? (?P<years>[NUM YEAR] ({_ALSO} NUM){{0,8}} {_JOINT} [NUM YEAR]))",
            "SPANOF",
            _years,
            (
                "عامي 2002 و2003 → 2002/2003",
                "في الفترة 2014-2016 → 2014/2016",
                "بين عامي 2002 و2008 → 2002/2008",
                "عامي 2015 و2019 → 2015 2019",
                "في 1967 و1973 و1982 → 1967 1973 1982",
            ),
        ),
        Rule(
            "between two",
            f"{_NO}(?P<between>BETWEEN) (?P<led>CLOSE{{0}})(?P<span>(?P<first>{_ONE}) (?P<joint>AND) (?P<last>{_ONE}))",
            "SPANOF",
            _two,
            ("بين مايو 2014 و10 يونيو 2015 → 2014-05-01/2015-06-10",),
        ),
        Rule(
            "pair of stretches",
            f"{_NO}(?P<between>CLOSE{{0}})(?P<led>IN)? (?P<span>(?P<first>{_ANY}) (?P<joint>TO|UNTIL) (?P<last>{_ANY}))",
            "SPANOF",
            _two,
            ("من العام الماضي إلى العام المقبل → 2021/2023",),
        ),
    ]
)
