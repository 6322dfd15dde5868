"""From a reading to its dates: scan, parse, filter, resolve."""

import re
from datetime import date

import attrs

from timeline.dates.anchor import anchor_of
from timeline.dates.beside import day_ahead, story_day, year_beside
from timeline.dates.dating import Anchor, Dating
from timeline.dates.filters import keep
from timeline.dates.grammar import Piece, parse
from timeline.dates.kinds import calendar_of, kind_of
from timeline.dates.opening import is_end, opened
from timeline.dates.resolve import Context, resolve
from timeline.dates.resolve.gloss import says_the_same
from timeline.dates.resolve.tense import tense_at
from timeline.dates.scan import rows
from timeline.dates.spec import Base, Distance, Fields, Gloss, Range, Spec
from timeline.model import DateExpression, DateSpan
from timeline.page import page_of
from timeline.reading import Reading
from timeline.reading.letters import FORMAT
from timeline.words import Inventory, packaged

_LEADING = frozenset(("في", "خلال"))
_INVISIBLE = re.compile(f"[{FORMAT}]")  # as a tokeniser leaves them on a word


def find(reading: Reading, published: date | None, published_from: str | None = None, words: Inventory | None = None) -> Dating:
    """The date expressions of a text in order, with their values and traces, and the anchor that they were counted from.

    `published_from` says where the publication date was found, for the traces; `words` are the verbs that tell a tense, the
    packaged ones where None are given.
    """
    known = packaged() if words is None else words
    pieces = [piece for row in rows(reading) for piece in parse(row) if keep(piece, reading)]
    page = page_of(reading, [(piece.first, piece.last) for piece in pieces])
    anchor = anchor_of(reading, pieces, page, published, published_from, known)
    context = Context(anchor.today, words=known)
    told: list[DateExpression] = []
    for _ in pieces:
        told.append(_resolved(reading, pieces, told, context, anchor))
    return Dating(tuple(told), anchor, page)


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


def _resolved(
    reading: Reading, pieces: list[Piece], told: list[DateExpression], context: Context, anchor: Anchor
) -> DateExpression:
    """The expression after those told, with its value; what leans on an inferred day is marked, and its trace goes on."""
    index = len(told)
    piece = pieces[index]
    spec: Spec = piece.value
    context.trace, context.leans, context.opens = [], False, _is_all(reading, piece)
    context.ends = is_end(reading, piece)
    context.tense = lambda: tense_at(reading, piece.first, piece.last, context.words)
    context.year = year_beside(reading, pieces, index) if isinstance(spec, Fields | Range) else None
    context.ahead = context.story = None
    if isinstance(spec, Distance) and isinstance(spec.base, Base) and spec.base.ahead:
        context.ahead = day_ahead(reading, pieces, index, context)
        context.story = story_day(reading, pieces, told, anchor.today)
    value = _glossed(reading, pieces, index, context) or resolve(spec, context)
    if value is not None:
        value = opened(reading, piece, value)
        value = attrs.evolve(value, inferred=True) if context.leans and anchor.inferred else value
    if value is not None:
        _tell(spec, value, context)
    start, end = _trimmed(reading.text, piece.start, piece.end)
    trace = (*context.trace, *(anchor.trace if context.leans and context.trace else ()))
    return DateExpression(reading.text[start:end], start, end, value, kind_of(spec), calendar_of(spec), trace)


def _is_all(reading: Reading, piece: Piece) -> bool:
    """Whether the text holds nothing but it, a preposition in front apart."""
    return piece.first <= 1 and (not piece.first or reading.folded[0] in _LEADING) and piece.last == len(reading)


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
    context.say("gloss", told=context.told.edtf)
    return context.lean_on(context.told)


def _tell(spec: Spec, value: DateSpan, context: Context) -> None:
    """Note what later expressions may lean on."""
    context.told = value
    if value.precision in ("day", "month") or (value.approximate and value.days <= 31):
        context.told_month = value
    known = isinstance(spec, Fields) and (spec.year is not None or spec.pointer is not None or spec.weekday is not None)
    if known and value.days == 1 and not value.approximate:
        context.days[value.begin.month, value.begin.day] = value.begin.year
