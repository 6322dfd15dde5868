"""Counted units: distances (قبل ثلاثة أيام), windows (الأسبوعين الماضيين), and the vague ones without a number."""

from timeline.dates.grammar.engine import Builder, Groups, Level, Rule
from timeline.dates.spec import Base, Distance, Inside, Spec, Vague, Window

Amount = tuple[int, str, bool, bool]  # how many, unit, about, definite


def _count(groups: Groups) -> Amount | None:
    number = groups["number"]
    piece = groups["unit"][0]
    unit, definite = piece.value
    if piece.letter == "2":
        return 2, unit, False, definite
    if number:
        value = number[0].value[0]
        if unit == "year" and number[0].letter == "n" and 1500 <= value <= 2100:
            return None  # a year, not an amount of them
        if number[0].letter == "o" and not number[0].value[1]:
            return None
        return (value, unit, False, definite or (number[0].letter != "n" and number[0].value[1])) if 0 < value < 10_000 else None
    return (1, unit, False, definite) if piece.letter == "u" and not definite else None


def _about(groups: Groups) -> Amount:
    count, unit, _, definite = groups["amount"][0].value
    return count, unit, True, definite


def _window(groups: Groups) -> Spec | None:
    count, unit, _, _ = groups["amount"][0].value
    sign = groups["pointer"][0].value[0]
    if sign not in (-1, 1):
        return None
    return Window(count, unit, sign)


def _distance(sign: int) -> Builder:
    def build(groups: Groups) -> Spec | None:
        count, unit, about, definite = groups["amount"][0].value
        if definite:
            return None
        base = Base() if groups["that"] else Base(ahead=True) if groups["of"] else None
        return Distance(count, unit, sign, base, about)

    return build


def _distance_from(groups: Groups) -> Spec | None:
    count, unit, about, definite = groups["amount"][0].value
    sign = 1 if groups["side"][0].letter == "A" else -1
    base = groups["base"]
    return Distance(count, unit, sign, base[0].value if base else Base(), about) if not definite else None


def _final(groups: Groups) -> Spec | None:
    count, unit, _, _ = groups["amount"][0].value
    return Window(count, unit, -1)


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
        Rule("about", "(ABOUT|MA? MORE OF|OF MORE) (?P<amount>MANY)", "MANY", _about, ("قبل نحو ثلاثة أيام → 2022-06-12~",)),
        Rule("about, told after", "(?P<amount>MANY) ABOUT", "MANY", _about, ("قبل ثلاثة أيام تقريبا → 2022-06-12~",)),
        Rule("and a half", "(?P<amount>MANY) AND QUARTER (UNIT)?", "MANY", _about, ("قبل عام ونصف العام → 2021~",)),
        Rule(
            "window",
            "(?P<amount>MANY) (?P<pointer>[LAST NEXT LATEST])",
            "SPANOF",
            _window,
            ("السنوات العشر الماضية → 2012-06-15~/2022-06-15~", "الأسبوعين الماضيين → 2022-06-01~/2022-06-15~"),
        ),
        Rule("last so many", "FINAL (?P<amount>MANY)", "SPANOF", _final, ("خلال آخر ثلاثة أشهر → 2022-03-15~/2022-06-15~",)),
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
            "AFTER (?P<amount>MANY) (?P<of>CLOSE{0})(?P<that>CLOSE{0}) (?!OF)",
            "SPANOF",
            _distance(1),
            ("سيصل الوفد بعد ثلاثة أيام → 2022-06-18",),
            ("وصل الوفد بعد ثلاثة أيام من القصف",),
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
            "BEFORE (?P<amount>MANY) OF TIMES (?P<of>CLOSE{0})(?P<that>CLOSE{0})",
            "SPANOF",
            _distance(-1),
            ("قبل عقدين من الزمن → 2002~",),
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
