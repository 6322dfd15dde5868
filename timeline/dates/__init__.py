"""Finds every date that an Arabic news text tells, and says which days it means."""

from timeline.dates.dating import Anchor, Dating
from timeline.dates.find import find
from timeline.dates.published import parse_published
from timeline.model import DateExpression
from timeline.reading import read

__all__ = ["Anchor", "Dating", "find", "find_dates", "parse_published"]


def find_dates(text: str, published: object = None) -> tuple[DateExpression, ...]:
    """The date expressions of a text, in order and never overlapping; offsets count code points of `text`.

    `published` is the day that relative dates count from: a date, a datetime, or a string that `parse_published` reads. Without
    one it is looked for in the text's dateline, then inferred.

    Raises TypeError if `text` is no string, ValueError if `published` cannot be read.

    >>> [str(found.value) for found in find_dates("وصل الوزير أمس ويغادر في 3 مارس المقبل", "2022-02-04")]
    ['2022-02-03', '2022-03-03']
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be a string, not {type(text).__name__}")
    return find(read(text), parse_published(published)).expressions  # type: ignore[arg-type]
