"""Ranges and lists: from one date to another, two days or years together."""

import attrs

from timeline.dates.grammar.calendar import day_number, year_number
from timeline.dates.grammar.engine import Groups, Level, Piece, Rule
from timeline.dates.spec import Deictic, Fields, Inside, Range, Spec, Weekday


def _days(groups: Groups) -> Spec | None:
    """9 و10 يناير, من 3 إلى 5 مايو: the numbers before share the month of the date."""
    last = groups["last"][0].value
    first = day_number(groups["day"])
    if first is None:
        return None
    if isinstance(last, Fields) and last.day is not None and last.month is not None:
        return Range(attrs.evolve(last, day=first, weekday=None), last) if first < last.day else None
    if isinstance(last, Inside) and last.day is not None and first < last.day:
        return Range(attrs.evolve(last, day=first), last)
    return None


def _days_after(groups: Groups) -> Spec | None:
    """يوليو 13-15."""
    first = groups["first"][0].value
    last = day_number(groups["day"])
    if isinstance(first, Fields) and first.day is not None and last is not None and last > first.day:
        return Range(first, attrs.evolve(first, day=last))
    return None


def _two(groups: Groups) -> Spec | None:
    first, last = groups["first"][0].value, groups["last"][0].value
    joint = groups["joint"][0].letter
    pointer = groups["pointer"][0].value[0] if groups.get("pointer") else None
    if isinstance(first, Weekday) and isinstance(last, Weekday):
        if joint == "&" and not groups["pair"] and groups["joint"][0].end != groups["last"][0].start:
            return None
        if first.pointer is None and (groups["pair"] or joint == "&"):
            pointer = last.pointer if pointer is None else pointer
        if pointer is not None:
            first, last = Weekday(first.weekday, pointer), Weekday(last.weekday, pointer)
        return Range(first, last) if joint in "@|_" or groups["pair"] or (last.weekday - first.weekday) % 7 == 1 else None
    if isinstance(first, Deictic) and isinstance(last, Deictic) and first.unit == last.unit:
        return (
            Range(first, last)
            if last.offset > first.offset and (joint in "@|_" or groups["pair"] or last.offset == first.offset + 1)
            else None
        )
    if joint == "&" and not groups["pair"]:
        return None
    if isinstance(first, Fields) and isinstance(last, Fields):
        if first.month is None and last.month is not None and first.day is None:
            return None
        if (
            first.year is None
            and last.year is not None
            and first.pointer is None
            and first.year_of is None
            and (first.month or 13) <= (last.month or 0)
        ):
            first = attrs.evolve(first, year=last.year)
        if first.year is None and first.year_of is None and first.pointer is None:
            first = attrs.evolve(first, year_of=last.year_of, pointer=last.pointer)
        return Range(first, last)
    return Range(first, last) if joint in "@|" else None


def _longer(groups: Groups) -> Spec | None:
    """الجمعة والسبت والأحد: a third day that follows the pair."""
    first, last = groups["first"][0].value, groups["last"][0].value
    if not isinstance(first, Range):
        return None
    before = first.last
    weekdays = isinstance(before, Weekday) and isinstance(last, Weekday) and (last.weekday - before.weekday) % 7 == 1
    deictic = isinstance(before, Deictic) and isinstance(last, Deictic) and last.offset == before.offset + 1
    return Range(first.first, last) if weekdays or deictic else None


def _years(groups: Groups) -> Spec | None:
    first, last = _year(groups["first"][0]), _year(groups["last"][0])
    if first is None or last is None:
        return None
    piece = groups["first"][0]
    if groups["joint"][0].letter == "_" and not groups["word"] and groups["joint"][0].start != piece.end:
        return None
    words = groups["word"]
    if words and (words[0].value if isinstance(words[0].value, str) else words[0].value[0]) != "year":
        return None
    if not words and not 1800 <= first < last <= 2100:
        return None
    return Range(Fields(first), Fields(last)) if first < last else None


def _year(piece: Piece) -> int | None:
    if piece.letter == "Y":
        return piece.value.year if piece.value.calendar == "gregorian" else None
    return year_number([piece])


_ALSO = "(COMMA|COMMA? AND)"
_JOINT = "(?P<joint>AND|TO|UNTIL|DASH|SLASH)"
_ANY = "[YEAROF SPANOF YEAR MONTHOF DAYOF]"

RANGES = Level(
    [
        Rule(
            "days of one month",
            f"(PAIR|UNITS)? (?P<day>[NUM ORD TENS]) ({_ALSO} [NUM ORD TENS]){{0,8}} (AND|TO|DASH|UNTIL|SLASH) (?P<last>DAYOF)",
            "DAYOF",
            _days,
            ("يومي 9 و10 كانون الثاني/يناير 2022 → 2022-01-09/2022-01-10", "من 3 إلى 5 مايو 2015 → 2015-05-03/2015-05-05"),
        ),
        Rule(
            "days after their month",
            "(?P<first>DAYOF) (DASH|TO|AND|UNTIL) (?P<day>NUM)",
            "DAYOF",
            _days_after,
            ("تموز 13 الى 15 → 2022-07-13/2022-07-15",),
        ),
        Rule(
            "pair of days",
            "(?P<pair>PAIR|TWO)? (?P<first>DAYOF) (?P<joint>AND|TO|UNTIL|DASH) (?P<last>DAYOF) (?P<pointer>[LAST NEXT])?",
            "DAYOF",
            _two,
            ("يومي الأحد والاثنين → 2022-06-12/2022-06-13", "اليوم وغدا → 2022-06-15/2022-06-16"),
        ),
        Rule(
            "more days of a list",
            "(?P<first>DAYOF) (?P<joint>AND) (?P<last>DAYOF)",
            "DAYOF",
            _longer,
            ("وصل اليوم وغدا وبعد غد → 2022-06-15/2022-06-17", "اجتمعوا الجمعة والسبت والأحد → 2022-06-10/2022-06-12"),
        ),
        Rule(
            "between two",
            "(?P<pair>BETWEEN) (?P<span>(?P<first>[DAYOF MONTHOF YEAROF]) (?P<joint>AND) (?P<last>[DAYOF MONTHOF YEAROF]))",
            "SPANOF",
            _two,
            ("بين 3 مايو و10 يونيو 2015 → 2015-05-03/2015-06-10",),
        ),
        Rule(
            "pair of months",
            "(?P<pair>PAIR)? (?P<first>MONTHOF) (?P<joint>AND|TO|UNTIL|DASH|SLASH) (?P<last>MONTHOF)",
            "SPANOF",
            _two,
            ("شهري مايو ويونيو 2021 → 2021-05/2021-06",),
        ),
        Rule(
            "pair of years",
            f"(?P<word>PAIR|UNITS|UNIT)? (?P<first>[NUM YEAR]) ({_ALSO} NUM){{0,8}} {_JOINT} (?P<last>[NUM YEAR])",
            "SPANOF",
            _years,
            ("عامي 2002 و2003 → 2002/2003", "في الفترة 2014-2016 → 2014/2016"),
        ),
        Rule(
            "pair of stretches",
            f"(?P<pair>CLOSE{{0}})(?P<first>{_ANY}) (?P<joint>TO|UNTIL) (?P<last>{_ANY})",
            "SPANOF",
            _two,
            ("من العام الماضي إلى العام المقبل → 2021/2023",),
        ),
    ]
)
