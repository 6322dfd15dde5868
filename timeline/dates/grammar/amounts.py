"""Counted units: distances (قبل ثلاثة أيام), windows (الأسبوعين الماضيين), and the vague ones without a number."""

import attrs

from timeline.dates.grammar.engine import Builder, Groups, Level, Rule
from timeline.dates.spec import Base, Deictic, Distance, Inside, Spec, Unit, Vague, Window


@attrs.frozen
class Amount:
    """How many of a unit; `definite` where it has the article, `reach` the unit to which it is exact if another one."""

    count: int
    unit: Unit
    about: bool = False
    definite: bool = False
    reach: Unit | None = None


#: What a unit is counted in where it is told with a part of it: so many of which finer unit it has.
_FINER: dict[str, tuple[int, Unit]] = {
    "century": (100, "year"),
    "decade": (10, "year"),
    "year": (12, "month"),
    "month": (30, "day"),
    "week": (7, "day"),
}
_PARTS = {"half": 2, "third": 3, "quarter": 4}
_REACH: dict[str, Unit] = {"century": "year", "decade": "year", "week": "day"}
_DAY_HOURS = 24
_FEW_DAYS = 10


def _count(groups: Groups) -> Amount | None:
    number = groups["number"]
    piece = groups["unit"][0]
    unit, definite = piece.value
    if piece.letter == "2":
        return Amount(2, unit, definite=definite)
    if number:
        value = number[0].value[0]
        if unit == "year" and number[0].letter == "n" and 1500 <= value <= 2100:
            return None  # a year, not an amount of them
        if number[0].letter == "o" and not number[0].value[1]:
            return None
        definite = definite or (number[0].letter != "n" and number[0].value[1])
        return Amount(value, unit, definite=definite) if 0 < value < 10_000 else None
    return Amount(1, unit) if piece.letter == "u" and not definite else None


def _about(groups: Groups) -> Amount:
    """نحو أسبوعين: the week that is reached, and no day of it."""
    amount: Amount = groups["amount"][0].value
    return attrs.evolve(amount, about=True, reach=amount.reach or ("week" if amount.unit == "week" else None))


def _fraction(groups: Groups) -> Amount | None:
    """نصف قرن, ثلاثة أرباع قرن; "نصف العام" is its middle."""
    unit, definite = groups["unit"][0].value
    part, has_article = groups["part"][0].value if groups["part"] else ("quarter", False)
    if unit not in _FINER or definite:
        return None
    size, finer = _FINER[unit]
    count = size * (groups["many"][0].value[0] if groups["many"] else 1) // _PARTS[part]
    return Amount(count, finer, True, has_article) if count else None


def _last_fraction(groups: Groups) -> Spec | None:
    """نصف القرن الماضي: the last fifty years."""
    part, has_article = groups["part"][0].value
    century = groups["whole"][0].value == Deictic("century", -1)
    return Window(100 // _PARTS[part], "year", -1) if century and not has_article else None


def _and_part(groups: Groups) -> Amount | None:
    """عقد ونصف, عام ونصف العام."""
    amount: Amount = groups["amount"][0].value
    part, has_article = groups["part"][0].value
    unit = amount.unit
    if has_article or unit not in _FINER or (groups["again"] and groups["again"][0].value[0] != unit):
        return None
    size, finer = _FINER[unit]
    return Amount(amount.count * size + size // _PARTS[part], finer, True, amount.definite, _REACH.get(unit, unit))


def _and_more(groups: Groups) -> Amount | None:
    """عام وثلاثة أشهر."""
    amount, more = groups["amount"][0].value, groups["more"][0].value
    size, finer = _FINER.get(amount.unit, (0, None))
    if finer != more.unit or more.count >= size:
        return None
    return Amount(amount.count * size + more.count, more.unit, True, amount.definite)


def _window(groups: Groups) -> Spec | None:
    amount: Amount = groups["amount"][0].value
    sign = groups["pointer"][0].value[0]
    return Window(amount.count, amount.unit, sign) if sign in (-1, 1) else None


def _hours(groups: Groups) -> Spec | None:
    """الـ24 ساعة الماضية reaches back a day; fewer hours stay within today."""
    days = groups["number"][0].value[0] // _DAY_HOURS
    sign = groups["pointer"][0].value[0]
    if groups["time"][0].value != 1 or not 1 <= days <= 31 or sign not in (-1, 1):
        return None
    return Window(days, "day", sign, hours=True)


def _distance(sign: int) -> Builder:
    def build(groups: Groups) -> Spec | None:
        amount: Amount = groups["amount"][0].value
        if amount.definite:
            return None
        base = Base() if groups["that"] else Base(ahead=True) if groups["of"] else None
        return Distance(amount.count, amount.unit, sign, base, amount.about, amount.reach)

    return build


def _after_event(groups: Groups) -> Spec | None:
    """بعد يوم من انتخابه: days that lead from one event of the news to another."""
    amount: Amount = groups["amount"][0].value
    if amount.definite or amount.about or amount.unit not in ("day", "week") or amount.count > _FEW_DAYS:
        return None
    return Distance(amount.count, amount.unit, 1, Base(ahead=True), amount.about, amount.reach)


def _distance_from(groups: Groups) -> Spec | None:
    amount: Amount = groups["amount"][0].value
    sign = 1 if groups["side"][0].letter == "A" else -1
    base = groups["base"][0].value if groups["base"] else Base()
    return Distance(amount.count, amount.unit, sign, base, amount.about, amount.reach) if not amount.definite else None


def _final(groups: Groups) -> Spec | None:
    """آخر ثلاثة أشهر; one day is no stretch."""
    amount: Amount = groups["amount"][0].value
    return Window(amount.count, amount.unit, -1) if (amount.count, amount.unit) != (1, "day") else None


def _week_holding(groups: Groups) -> Spec | None:
    return Inside(groups["date"][0].value, unit="week") if groups["unit"][0].value == ("week", False) else None


def _vague(groups: Groups) -> Vague:
    return Vague()


_NUMBER = "[NUM CARD TEEN TENS HUND]"

AMOUNTS = Level(
    [
        Rule(
            "week that holds a day",
            "(?P<unit>UNIT) (?P<date>DAYOF)",
            "WEEKOF",
            _week_holding,
            ("أسبوع 16 سبتمبر 2021 → 2021-09-13/2021-09-19",),
        ),
        Rule(
            "part of a unit",
            "((?P<part>QUARTER)|(?P<many>CARD) QUARTERS) (?P<unit>UNIT)",
            "MANY",
            _fraction,
            ("قبل نصف قرن → 1972~", "قبل ثلاثة أرباع قرن → 1947~"),
            ("في نصف العام",),
        ),
        Rule(
            "part of the last century",
            "(?P<part>QUARTER) (?P<whole>SPANOF)",
            "SPANOF",
            _last_fraction,
            ("خلال نصف القرن الماضي → 1972-06-15~/2022-06-15~",),
        ),
        Rule(
            "counted units",
            f"(?P<unit>UNITS) (?P<number>{_NUMBER})",
            "MANY",
            lambda g: _count(g) if g["unit"][0].value[1] else None,
            ("الأيام الثلاثة الماضية → 2022-06-12~/2022-06-15~",),
        ),
        Rule(
            "count before units", f"(?P<number>{_NUMBER}) (?P<unit>[UNITS UNIT])", "MANY", _count, ("قبل ثلاثة أيام → 2022-06-12",)
        ),
        Rule("dual", "(?P<number>CLOSE{0}) (?P<unit>TWO) CARD?", "MANY", _count, ("قبل يومين → 2022-06-13",)),
        Rule(
            "one unit",
            "(?P<number>CLOSE{0}) (?P<unit>UNIT) (CARD)?",
            "MANY",
            lambda g: _count(g) if not g["unit"][0].value[1] else None,
            ("قبل يوم → 2022-06-14",),
        ),
        Rule(
            "and a part",
            "(?P<amount>MANY) AND (?P<part>QUARTER) (?P<again>UNIT)?",
            "MANY",
            _and_part,
            ("قبل عام ونصف العام → 2020~", "قبل عقد ونصف → 2007~", "قبل شهر ونصف → 2022-05~"),
        ),
        Rule(
            "and more",
            "(?P<amount>MANY) AND (?P<more>MANY)",
            "MANY",
            _and_more,
            ("قبل عام وثلاثة أشهر → 2021-03~", "قبل أسبوع ويومين → 2022-06-06~"),
        ),
        Rule(
            "about",
            "(ABOUT|MA? MORE (OF|ON)|OF MORE) (?P<amount>MANY)",
            "MANY",
            _about,
            ("قبل نحو ثلاثة أيام → 2022-06-12~", "منذ ما يزيد على عشر سنوات → 2012~"),
        ),
        Rule("about, told after", "(?P<amount>MANY) ABOUT", "MANY", _about, ("قبل ثلاثة أيام تقريبا → 2022-06-12~",)),
        Rule(
            "window",
            "(?P<amount>MANY) (?P<pointer>[LAST NEXT LATEST])",
            "SPANOF",
            _window,
            ("السنوات العشر الماضية → 2012-06-15~/2022-06-15~", "الأسبوعين الماضيين → 2022-06-01~/2022-06-15~"),
        ),
        Rule(
            "hours",
            f"((?P<number>{_NUMBER}) (?P<time>TIME)|(?P<time2>TIME) (?P<number2>{_NUMBER})) (?P<pointer>[LAST NEXT LATEST])",
            "SPANOF",
            lambda g: _hours({**g, "number": g["number"] or g["number2"], "time": g["time"] or g["time2"]}),
            ("خلال الـ24 ساعة الماضية → 2022-06-14~/2022-06-15~", "خلال الساعات الـ48 المقبلة → 2022-06-15~/2022-06-17~"),
            ("خلال 24 ساعة",),
        ),
        Rule(
            "last so many",
            "FINAL (?P<amount>MANY) (?!OF|IN)",
            "SPANOF",
            _final,
            ("خلال آخر ثلاثة أشهر → 2022-03-15~/2022-06-15~",),
            ("في آخر يوم له", "في آخر ثلاثة أيام من القمة"),
        ),
        Rule(
            "that much before that",
            "(?P<side>[BEFORE AFTER]) (THAT|(?P<base>DAYOF)) IN (?P<amount>MANY)",
            "SPANOF",
            _distance_from,
            ("في 3 مايو 2015، وقبل ذلك بيومين → 2015-05-03 2015-05-01",),
        ),
        Rule(
            "that much after that",
            "(?P<side>[BEFORE AFTER]) (?P<amount>MANY) OF (THAT|(?P<base>DAYOF))",
            "SPANOF",
            _distance_from,
            ("في 3 مايو 2015، وبعد أسبوع من ذلك → 2015-05-03 2015-05-10~",),
        ),
        Rule(
            "so long from now",
            "AFTER (?P<amount>MANY) TIMES? (?P<of>CLOSE{0})(?P<that>CLOSE{0}) (?!OF|ON)",
            "SPANOF",
            _distance(1),
            ("سيصل الوفد بعد ثلاثة أيام → 2022-06-18", "سيصل بعد ثلاثة أيام من الآن → 2022-06-18"),
            ("وصل الوفد بعد عامين من القصف",),
        ),
        Rule(
            "so long after something",
            "(?P<span>AFTER (?P<amount>MANY)) (OF|ON)",
            "SPANOF",
            _after_event,
            (
                "قال الأحد بعد يوم من انتخابه → 2022-06-12 2022-06-12",
                "وصل بعد يومين من اجتماع الأحد → 2022-06-14 2022-06-12",
            ),
            ("وصل بعد عامين من انتخابه",),
        ),
        Rule(
            "morrow of something",
            "(?P<span>(?P<morrow>MORROW)) (?=THING)",
            "SPANOF",
            lambda g: Distance(1, "day", 1, Base(ahead=True)),
            ("قال الأحد غداة انتخابه → 2022-06-12 2022-06-12",),
        ),
        Rule(
            "so long ago",
            "SINCE (?P<amount>MANY) (OF TIMES)? (?P<of>CLOSE{0})(?P<that>CLOSE{0})",
            "SPANOF",
            _distance(-1),
            ("منذ أسبوعين → 2022-06-01~",),
        ),
        Rule(
            "so long before",
            "BEFORE (?P<amount>MANY) OF? TIMES (?P<of>CLOSE{0})(?P<that>CLOSE{0})",
            "SPANOF",
            _distance(-1),
            ("قبل عقدين من الزمن → 2002~", "قبل يومين من الآن → 2022-06-13"),
        ),
        Rule(
            "so long before something",
            "(?P<span>BEFORE (?P<amount>MANY)) (?P<of>OF) (?P<that>CLOSE{0})",
            "SPANOF",
            _distance(-1),
            ("قبل يوم من اجتماع الجمعة → 2022-06-16 2022-06-17",),
        ),
        Rule(
            "so long ahead of now",
            "BEFORE (?P<amount>MANY) (?P<of>CLOSE{0})(?P<that>CLOSE{0})",
            "SPANOF",
            _distance(-1),
            ("قبل ثلاثة أيام → 2022-06-12",),
        ),
        Rule("vague distance", "(BEFORE|SINCE|AFTER) (FEW|ABOUT)? UNITS FEW?", "VAGUE", _vague, ("قبل أيام → ", "منذ أشهر → ")),
        Rule(
            "vague window",
            "(FEW OF)? UNITS (AND UNITS)? FEW? [LAST NEXT LATEST] FEW?",
            "VAGUE",
            _vague,
            ("الأيام المقبلة → ", "السنوات القليلة الماضية → "),
        ),
    ]
)
