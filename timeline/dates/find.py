"""From a reading to its dates: scan, parse, filter, resolve."""

import re
from datetime import date

import attrs

from timeline.dates.anchor import anchor_of
from timeline.dates.dating import Anchor, Dating
from timeline.dates.filters import keep
from timeline.dates.grammar import Piece, parse
from timeline.dates.opening import opened
from timeline.dates.resolve import Context, resolve
from timeline.dates.resolve.gloss import says_the_same
from timeline.dates.resolve.tense import tense_at
from timeline.dates.scan import rows
from timeline.dates.spec import (
    Anniversary,
    Base,
    BeforeChrist,
    Century,
    Decade,
    Distance,
    Fields,
    Gloss,
    Holiday,
    Inside,
    Leading,
    Range,
    Same,
    Season,
    Spec,
    Vague,
)
from timeline.model import Calendar, DateExpression, DateSpan, Kind
from timeline.page import page_of
from timeline.reading import Reading
from timeline.reading.letters import FORMAT

_OPENING = 1  # words before an expression that opens its text
_INVISIBLE = re.compile(f"[{FORMAT}]")  # as a tokeniser leaves them on a word


def find(reading: Reading, published: date | None, published_from: str | None = None) -> Dating:
    """The date expressions of a text in order, with their values and traces, and the anchor that they were counted from.

    `published_from` says where the publication date was found, for the traces.
    """
    pieces = [piece for row in rows(reading) for piece in parse(row) if keep(piece, reading)]
    page = page_of(reading, [(piece.first, piece.last) for piece in pieces])
    anchor = anchor_of(reading, pieces, page, published, published_from)
    context = Context(anchor.today)
    expressions = tuple([_resolved(reading, pieces, index, context, anchor) for index in range(len(pieces))])
    return Dating(expressions, anchor, page)


def absolute_days(reading: Reading) -> set[date]:
    """The days that a text names in full, whatever the day of reading."""
    pieces = [piece for row in rows(reading) for piece in parse(row)]
    days = set()
    for piece in pieces:
        if isinstance(piece.value, Gloss) or (isinstance(piece.value, Fields) and piece.value.year is not None):
            value = resolve(piece.value, Context(None))
            if value is not None and value.days == 1:
                days.add(value.begin)
    return days


def _resolved(reading: Reading, pieces: list[Piece], index: int, context: Context, anchor: Anchor) -> DateExpression:
    """One expression with its value; what leans on an inferred day is marked, and the trace goes on with how that day is known."""
    piece = pieces[index]
    spec: Spec = piece.value
    context.trace, context.leans, context.opens = [], False, piece.first <= _OPENING
    context.tense = lambda: tense_at(reading, piece.first, piece.last)
    context.year = _year_beside(reading, pieces, index) if isinstance(spec, Fields | Range) else None
    context.ahead = None
    if isinstance(spec, Distance) and isinstance(spec.base, Base) and spec.base.ahead:
        context.ahead = _ahead(reading, pieces, index, context)
    value = _glossed(reading, pieces, index, context) or resolve(spec, context)
    if value is not None:
        value = opened(reading, piece, value)
        value = attrs.evolve(value, inferred=True) if context.leans and anchor.inferred else value
    if value is not None and not value.approximate:
        _tell(spec, value, context)
    elif value is not None:
        context.told = value
        if value.days <= 31:
            context.told_month = value
    start, end = _trimmed(reading.text, piece.start, piece.end)
    trace = (*context.trace, *(anchor.trace if context.leans and context.trace else ()))
    return DateExpression(reading.text[start:end], start, end, value, _kind(spec), _calendar(spec), trace)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without invisible marks at its ends."""
    while end - start > 1 and _INVISIBLE.match(text, end - 1):
        end -= 1
    while end - start > 1 and _INVISIBLE.match(text, start):
        start += 1
    return start, end


def _glossed(reading: Reading, pieces: list[Piece], index: int, context: Context) -> DateSpan | None:
    """The value of a bracketed date that a full stop parts from the one that it glosses: "13 يناير. (23 ديسمبر)"."""
    if not index:
        return None
    before, piece = pieces[index - 1], pieces[index]
    gap = reading.text[before.end : piece.start]
    if len(gap) > 6 or "(" not in gap or gap.strip(" .،,(") or reading.text[piece.end : piece.end + 1] != ")":
        return None
    if context.told is None or not isinstance(before.value, Fields) or not isinstance(piece.value, Fields):
        return None
    if not says_the_same(piece.value, context.told):
        return None
    context.say(f"a gloss in brackets of {context.told.edtf}")
    return context.lean_on(context.told)


def _tell(spec: Spec, value: DateSpan, context: Context) -> None:
    context.told = value
    if value.precision in ("day", "month"):
        context.told_month = value


def _ahead(reading: Reading, pieces: list[Piece], index: int, context: Context) -> DateSpan | None:
    if index + 1 == len(pieces):
        return None
    following = pieces[index + 1]
    if reading.sentence_of(following.first) != reading.sentence_of(pieces[index].first) or isinstance(
        following.value, Distance | Same | Vague
    ):
        return None
    inner = attrs.evolve(context, trace=[], leans=False, tense=lambda: tense_at(reading, following.first, following.last))
    value = resolve(following.value, inner)
    context.leans = context.leans or inner.leans
    return value if value is not None and value.days <= 31 else None


def _year_beside(reading: Reading, pieces: list[Piece], index: int) -> int | None:
    """The year that the sentence names near a date that leaves it out: of a date right after it in a list, or of one before it."""
    piece = pieces[index]
    if index + 1 < len(pieces):
        following = pieces[index + 1]
        year = _stated_year(following.value)
        if year is not None and following.first - piece.last <= 2 and _same_sentence(reading, piece, following):
            return year
    for earlier in reversed(pieces[max(0, index - 3) : index]):
        if not _same_sentence(reading, earlier, piece):
            break
        year = _stated_year(earlier.value)
        if year is not None:
            return year
    return None


def _same_sentence(reading: Reading, one: Piece, other: Piece) -> bool:
    return reading.sentence_of(one.first) == reading.sentence_of(other.first)


def _stated_year(spec: Spec) -> int | None:
    if isinstance(spec, Range):
        spec = spec.last
    if isinstance(spec, Fields) and spec.calendar == "gregorian" and spec.month is not None:
        return spec.year
    return None


def _kind(spec: Spec) -> Kind:
    """Absolute where the text itself tells the year, anaphoric where another date of the text does."""
    match spec:
        case Vague():
            return "vague"
        case Same():
            return "anaphoric"
        case Century() | Decade(century=None) | BeforeChrist():
            return "absolute"
        case Distance(base=None):
            return "relative"
        case Distance(base=Holiday() as feast):
            return _kind(feast)
        case Distance():
            return "anaphoric"
        case Anniversary():
            return _kind(spec.year)
        case Fields():
            return "absolute" if spec.year is not None else _kind(spec.year_of) if spec.year_of is not None else "relative"
        case Inside() | Leading():
            return _kind(spec.whole)
        case Season() | Holiday():
            return _kind(spec.year) if spec.year is not None else "relative"
        case Decade():
            return _kind(spec.century) if spec.century is not None else "absolute"
        case Range():
            return _kind(spec.last)
        case Gloss():
            return _kind(spec.first)
    return "relative"


def _calendar(spec: Spec) -> Calendar:
    if isinstance(spec, Gloss):
        return _calendar(spec.first)
    if isinstance(spec, Range):
        return _calendar(spec.last)
    return spec.calendar if isinstance(spec, Fields) else "gregorian"
