"""What the other dates of a text say of one that leaves something out: its year, or the day that it is counted from."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

import attrs

from timeline.dates.grammar import Piece
from timeline.dates.resolve import Context, resolve
from timeline.dates.resolve.tense import tense_at
from timeline.dates.spec import Distance, Fields, Range, Same, Spec, Vague
from timeline.model import DateExpression, DateSpan
from timeline.reading import Reading, fold

_BACK = 3  # expressions before one that may tell its year
_FRONT = 3  # tokens of a sentence before a date that opens it
_REACH = 9  # tokens from "بعد يوم من" to the day of what it is counted from
_STORY = timedelta(days=3)  # a story is of its day of publication or the few days before
_SENTENCES = 3  # in which the day of the story was told
_SINCE = frozenset(map(fold, ("منذ", "مذ", "ومنذ", "بعد", "عقب")))
_WAS = frozenset(map(fold, ("كان", "كانت", "كانا", "كانوا", "وكان", "وكانت", "وكانا", "وكانوا")))


def year_beside(reading: Reading, pieces: Sequence[Piece], index: int) -> int | None:
    """The year that the text names near a date that leaves it out.

    That of a date right after it in a list, of one before it in its sentence, or of the one that the sentence before tells, where
    the story goes on from it: "في مارس 2014 … وفي سبتمبر …".
    """
    piece = pieces[index]
    if index + 1 < len(pieces):
        following = pieces[index + 1]
        year = _stated_year(following.value)
        if year is not None and following.first - piece.last <= 2 and _sentences_apart(reading, piece, following) == 0:
            return year
    for earlier in reversed(pieces[max(0, index - _BACK) : index]):
        if _sentences_apart(reading, earlier, piece):
            break
        year = _stated_year(earlier.value)
        if year is not None:
            return None if _since(reading, earlier) and _day_of_year(piece.value) < _day_of_year(earlier.value) else year
    return _gone_on_from(reading, pieces[index - 1], piece) if index else None


def _since(reading: Reading, piece: Piece) -> bool:
    """Whether a stretch begins with it: what is told then is later."""
    return any(word in _SINCE for word in reading.folded[max(0, piece.first - 3) : piece.first])


def _day_of_year(spec: Spec) -> tuple[int, int]:
    spec = spec.last if isinstance(spec, Range) else spec
    return (spec.month or 13, spec.day or 32) if isinstance(spec, Fields) else (13, 32)


def _gone_on_from(reading: Reading, before: Piece, piece: Piece) -> int | None:
    """The year of a month told in the sentence before, where a later month opens this one, and that was no background."""
    first = reading.sentences[reading.sentence_of(piece.first)][0]
    if piece.first - first > _FRONT or _sentences_apart(reading, before, piece) != 1:
        return None
    spec, earlier = piece.value, before.value
    year = _stated_year(earlier)
    if year is None or not isinstance(spec, Fields) or not isinstance(earlier, Fields) or spec.calendar != "gregorian":
        return None
    opening = reading.sentences[reading.sentence_of(before.first)][0]
    background = any(word in _WAS for word in reading.folded[opening : before.first])
    return year if (spec.month or 0) > (earlier.month or 13) and not background else None


def _sentences_apart(reading: Reading, one: Piece, other: Piece) -> int:
    return reading.sentence_of(other.first) - reading.sentence_of(one.first)


def _stated_year(spec: Spec) -> int | None:
    if isinstance(spec, Range):
        spec = spec.last
    if isinstance(spec, Fields) and spec.calendar == "gregorian" and spec.month is not None:
        return spec.year
    return None


def day_ahead(reading: Reading, pieces: Sequence[Piece], index: int, context: Context) -> DateSpan | None:
    """The day of what a distance is counted from, as the same sentence tells it next: "قبل يوم من اجتماع … غدا"."""
    spec = pieces[index].value
    if index + 1 == len(pieces):
        return None
    following = pieces[index + 1]
    far = isinstance(spec, Distance) and spec.sign > 0 and following.first - pieces[index].last > _REACH
    apart = _sentences_apart(reading, pieces[index], following) != 0
    if apart or far or isinstance(following.value, Distance | Same | Vague):
        return None
    tense = partial(tense_at, reading, following.first, following.last, context.words)
    inner = attrs.evolve(context, trace=[], leans=False, tense=tense)
    value = resolve(following.value, inner)
    context.leans = context.leans or inner.leans
    return value if value is not None and value.days <= 31 else None


def story_day(reading: Reading, pieces: Sequence[Piece], told: Sequence[DateExpression], today: date | None) -> DateSpan | None:
    """The day of which the text tells where the piece that follows on those `told` stands.

    The last day of its sentence; else the last of the few sentences before that is of the days of the story.
    """
    piece = pieces[len(told)]
    for earlier, expression in zip(reversed(pieces[: len(told)]), reversed(told), strict=True):
        apart = _sentences_apart(reading, earlier, piece)
        if apart > _SENTENCES:
            return None
        value = expression.value
        if value is None or value.precision != "day" or value.days != 1:
            continue
        if apart == 0 or (today is not None and timedelta() <= today - value.begin <= _STORY):
            return value
    return None
