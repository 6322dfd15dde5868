"""What looks like a date and is none: each kind has a filter with a name, a text that it rejects and one that it keeps."""

import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files

import attrs

from timeline.dates.grammar import Piece
from timeline.dates.spec import Base, Decade, Deictic, Distance, Fields, Inside, Range, Weekday
from timeline.reading import Reading, fold


@attrs.frozen(eq=False)
class Filter:
    """A named ground to reject an expression; `rejected` holds no date, `kept` one."""

    name: str
    rejects: Callable[[Piece, Reading], bool]
    rejected: str
    kept: str


@cache
def _words(section: str, key: str) -> frozenset[str]:
    data = tomllib.loads((files("timeline.dates") / "filters.toml").read_text("utf-8"))
    return frozenset(map(fold, data[section][key].split()))


_CLOSING = tuple((mark,) for mark in '"»”')


def _before(piece: Piece, reading: Reading, back: int = 1) -> str:
    return reading.folded[piece.first - back] if piece.first >= back else ""


def _after(piece: Piece, reading: Reading) -> str:
    return reading.folded[piece.last] if piece.last < len(reading.folded) else ""


def _unglued(word: str) -> tuple[str, ...]:
    return (word, word[1:], word[2:]) if word[:1] in ("و", "ب", "ل", "ف") else (word,)


def _one_of(word: str, known: frozenset[str]) -> bool:
    return any(form in known for form in _unglued(word))


def _date_in_a_name(piece: Piece, reading: Reading) -> bool:
    spec = piece.value
    if not isinstance(spec, Fields) or spec.day is None or spec.pointer is not None:
        return False
    before = _before(piece, reading)
    if before in ('"', "«", "“"):
        before = _before(piece, reading, 2)
    if spec.year is None and spec.year_of is None:
        return _one_of(before, _words("names", "before")) or _one_of(before, _words("names", "events"))
    return False


def _weekday_in_a_name(piece: Piece, reading: Reading) -> bool:
    if not isinstance(piece.value, Weekday) or piece.value.pointer is not None or piece.last - piece.first > 1:
        return False
    return _after(piece, reading) in _words("weekdays", "after") or _before(piece, reading) in _words("weekdays", "before")


def _today_in_a_name(piece: Piece, reading: Reading) -> bool:
    if not isinstance(piece.value, Deictic) or piece.value != Deictic("day", 0) or piece.last - piece.first > 1:
        return False
    if _after(piece, reading) in _words("today", "after"):
        return True
    before = _before(piece, reading)
    if before in _words("today", "adjectives"):  # "وزير المالية المصري اليوم" names no newspaper, "صحيفة المصري اليوم" does
        return (
            _one_of(_before(piece, reading, 2), _words("today", "papers")) or reading.words[piece.last : piece.last + 1] in _CLOSING
        )
    return before in _words("today", "before")


def _tomorrow_in_a_name(piece: Piece, reading: Reading) -> bool:
    spec = piece.value
    return (
        isinstance(spec, Deictic) and spec == Deictic("day", 1) and _one_of(_before(piece, reading), _words("tomorrow", "before"))
    )


def _month_in_a_persons_name(piece: Piece, reading: Reading) -> bool:
    spec = piece.value
    bare = isinstance(spec, Fields) and spec.day is None and spec.year is None and spec.pointer is None and spec.year_of is None
    if not bare or piece.last - piece.first > 1:
        return False
    return _before(piece, reading) in _words("persons", "before") or _after(piece, reading) in _words("persons", "after")


def _counted_from_an_event(piece: Piece, reading: Reading) -> bool:
    """ "بعد أسبوع على لقائهما" counts from what no date of the text tells."""
    spec = piece.value
    if not isinstance(spec, Distance) or spec.base is not None:
        return False
    after = reading.folded[piece.last : piece.last + 2]
    only = after[:1] == ("فقط",)
    return (spec.sign > 0 or only) and after[only : only + 1] in (("علي",), ("من",))


def _decade_of_life(piece: Piece, reading: Reading) -> bool:
    return isinstance(piece.value, Decade) and any(
        word.startswith(("عمر", "العمر")) for word in reading.folded[piece.last : piece.last + 2]
    )


def _filled_with(piece: Piece, reading: Reading) -> bool:
    """ "بعد يوم من المفاوضات" is a day that they filled: what the day is counted from has no article ("من انتخابه")."""
    spec = piece.value
    if not isinstance(spec, Distance) or spec.sign < 0 or spec.base != Base(ahead=True):
        return False
    return (
        _after(piece, reading) == "من"
        and reading.folded[piece.last + 1 : piece.last + 2] != ()
        and (reading.folded[piece.last + 1].startswith("ال"))
    )


def _counted_thing(piece: Piece, reading: Reading) -> bool:
    spec = piece.value
    bare_year = isinstance(spec, Fields) and spec.month is None and piece.last - piece.first == 1
    bare_years = isinstance(spec, Range) and reading.folded[piece.first].isdigit() and reading.folded[piece.last - 1].isdigit()
    if not (bare_year or bare_years):
        return False
    after = _after(piece, reading)
    return after != "في" and after in _words("counted", "after")


def _thing_that_is_current(piece: Piece, reading: Reading) -> bool:
    """A day of the month is told with a definite masculine, "15 الجاري": "القمة 23 الحالية" and "عضو 5 حالي" tell of things."""
    spec = piece.value
    if not isinstance(spec, Inside) or spec.day is None or spec.whole != Deictic("month", 0):
        return False
    return reading.folded[piece.last - 1] in _words("current", "others")


def _holding_not_decade(piece: Piece, reading: Reading) -> bool:
    spec = piece.value
    if not isinstance(spec, Distance) or spec.unit != "decade" or spec.count != 1:
        return False
    word = reading.folded[piece.last - 1]
    after = _after(piece, reading)
    return word == "عقد" and after[:1].isalpha() and after not in ("من", "علي", "كان", "كانت", "في", "و", "تقريبا")


FILTERS = (
    Filter("a date in a name", _date_in_a_name, "تظاهر أنصار حركة 6 أبريل", "تظاهروا في 6 أبريل"),
    Filter("a weekday in a name", _weekday_in_a_name, "تجول الوزير في سوق الثلاثاء", "عقد الاجتماع الثلاثاء"),
    Filter("today in a name", _today_in_a_name, "قال لصحيفة المصري اليوم إن", "قال للصحيفة اليوم إن"),
    Filter("tomorrow in a name", _tomorrow_in_a_name, "أعلن رئيس حزب الغد", "يعود رئيس الحزب الغد"),
    Filter("a month in a person's name", _month_in_a_persons_name, "قال الوزير لويجي دي مايو", "وقع الاتفاق في مايو"),
    Filter("counted from an event", _counted_from_an_event, "سيلتقيان بعد أسبوع على القمة", "سيلتقيان بعد أسبوع"),
    Filter("a decade of life", _decade_of_life, "رجل في الخمسينات من عمره", "وصل في الخمسينات من القرن الماضي"),
    Filter("filled with an event", _filled_with, "توقفت بعد يوم من المفاوضات", "وصل الأحد بعد يوم من انتخابه"),
    Filter("a counted thing", _counted_thing, "قدم مساعدات إلى 2000 لاجئ", "استمرت الحرب إلى 2000"),
    Filter("a thing that is current", _thing_that_is_current, "شارك في الجولة 5 الجارية", "شارك في الجولة في 5 الجاري"),
    Filter("holding, not a decade", _holding_not_decade, "جاء ذلك بعد عقد اجتماع", "حدث ذلك قبل عقد"),
)


def keep(piece: Piece, reading: Reading) -> bool:
    """Whether no filter rejects the expression."""
    return not any(one.rejects(piece, reading) for one in FILTERS)
