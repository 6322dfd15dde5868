"""Dates with an open end: what began on one and goes on (منذ 2014, اعتبارا من 1 فبراير), what lasts until one (حتى 2014)."""

import attrs

from timeline.dates.grammar import Piece
from timeline.dates.spec import Distance, Range, Window
from timeline.model import DateSpan, Openness
from timeline.reading import Reading, fold


def _folded(words: str) -> frozenset[str]:
    return frozenset(map(fold, words.split()))


_SINCE, _UNTIL = _folded("منذ مذ"), _folded("حتى لغاية")
_STARTING = _folded("اعتبارا إعتبارا ابتداء إبتداء بدءا بدأ انطلاقا إنطلاقا بداية")  # … من
_ONWARD = _folded("فصاعدا صاعدا")
_AND_LATER = _folded("بعد بعده بعدها يليه يليها تلاه تلاها")  # (وما) بعده
_FROM, _AND, _WHAT = fold("من"), "و", fold("ما")


def opened(reading: Reading, piece: Piece, value: DateSpan) -> DateSpan:
    """The value with its open end, if the words around it give one; distances, windows and ranges end where they say."""
    if isinstance(piece.value, Distance | Window | Range):
        return value
    before, after = reading.folded[max(0, piece.first - 2) : piece.first], reading.folded[piece.last : piece.last + 3]
    side: Openness | None = None
    if _leads(before, _SINCE) or _starting(before) or _goes_on(after):
        side = "after"
    elif _leads(before, _UNTIL):
        side = "before"
    return value if side is None else attrs.evolve(value, open=side)


def is_end(reading: Reading, piece: Piece) -> bool:
    """Whether something lasts until it: "حتى 15 نوفمبر"."""
    return _leads(reading.folded[max(0, piece.first - 1) : piece.first], _UNTIL)


def _leads(before: tuple[str, ...], words: frozenset[str]) -> bool:
    return bool(before) and before[-1].removeprefix(_AND) in words


def _starting(before: tuple[str, ...]) -> bool:
    return len(before) == 2 and before[1] == _FROM and before[0].removeprefix(_AND) in _STARTING


def _goes_on(after: tuple[str, ...]) -> bool:
    """ "فصاعدا", "وما بعده"."""
    if not after:
        return False
    what = (_AND + _WHAT,) if after[0] == _AND + _WHAT else (_AND, _WHAT)
    later = after[len(what) : len(what) + 1]
    return after[0] in _ONWARD or (after[: len(what)] == what and bool(later) and later[0] in _AND_LATER)
