"""The straight line from a text to its timeline: reading, dates, names, events."""

import warnings
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from timeline import dates, events, names
from timeline.articles import Article
from timeline.chronology import Timeline
from timeline.names import Recognizer, Vocabulary
from timeline.reading import read

if TYPE_CHECKING:
    from timeline.reader import Reader, Report


def extract(
    article: Article | str,
    published: date | datetime | str | None = None,
    *,
    vocabulary: Vocabulary | Path | str | None = None,
    recognizer: Recognizer | None = None,
    reader: "Reader | None" = None,
    caution: float | None = None,
) -> Timeline:
    """The events of one article, in order, each with its evidence.

    `published` is the publication day of a plain text, in any form that `parse_published` reads; without it the day is read from
    the text's dateline or inferred from its dates, and the traces say so. `vocabulary` adds names of your own (a `Vocabulary`, or
    the path of a TOML file of the same form); `recognizer` adds a model's names to the vocabulary's; `reader` is asked for the
    article's events beside the rules, and what it proposes is held to the text (`timeline.reader`). A reader that fails costs its
    proposals alone and is told as a RuntimeWarning. `caution`, from 0 to 1, is the confidence from which a trigger tells a dated
    event: near 0 much is told, near 1 only what is sure; without it the balance that was best on annotated articles.

    Raises TypeError if `article` is neither text nor Article, or another argument not what it has to be; ValueError if `published`
    cannot be read or is given twice, `caution` is out of range, or the vocabulary's file is no vocabulary; OSError if that file
    cannot be read.

    >>> timeline = extract("التقى وزير الخارجية الأميركي جون كيري نظيره الروسي سيرغي لافروف في جنيف أمس الجمعة.", "2015-03-07")
    >>> timeline[0].date.edtf, timeline[0].place.name, timeline[0].action.type
    ('2015-03-06', 'جنيف', 'CONSULT')
    """
    if isinstance(article, str):
        article = Article(article, published)
    elif not isinstance(article, Article):
        raise TypeError(f"article must be a str or an Article, not {type(article).__name__}")
    elif published is not None:
        raise ValueError("published: the article carries its own; give it there")
    if recognizer is not None and not callable(getattr(recognizer, "recognize", None)):
        raise TypeError(f"recognizer must have a method recognize, or be None; {type(recognizer).__name__} has none")
    timeline, report = extract_with(article, reader, vocabulary=vocabulary, recognizer=recognizer, caution=caution)
    if report is not None and report.failure is not None:
        warnings.warn(f"article {article.id}: read by the rules alone: {report.failure}", RuntimeWarning, stacklevel=2)
    return timeline


def extract_with(
    article: Article,
    reader: "Reader | None",
    *,
    vocabulary: Vocabulary | Path | str | None = None,
    recognizer: Recognizer | None = None,
    caution: float | None = None,
) -> "tuple[Timeline, Report | None]":
    """The events of one article as the rules and the reader find them, and what became of the reader's claims, if one was asked.

    Raises as `extract` does, and TypeError for a reader that is none.
    """
    if caution is not None and (isinstance(caution, bool) or not isinstance(caution, int | float)):
        raise TypeError(f"caution must be a number from 0 to 1, or None; not {type(caution).__name__}")
    if caution is not None and not 0 <= caution <= 1:
        raise ValueError(f"caution must be a number from 0 to 1, not {caution}")
    known = Vocabulary.of(vocabulary)
    reading = read(article.text)
    dating = dates.find(reading, article.published, article.published_from, known.inventory)
    found = names.find(reading, dating, known, recognizer, article.source)
    mentions = events.find(article.id, reading, dating, found, caution)
    if reader is None:
        return Timeline((article,), mentions), None
    from timeline.reader.checking import Page
    from timeline.reader.reading import read_with

    if not callable(getattr(reader, "propose", None)) or not isinstance(getattr(reader, "name", None), str):
        raise TypeError(f"reader must have a name and a method propose, or be None; {type(reader).__name__} has not")
    if reader.name in ("", "rules"):
        raise ValueError(f"a reader cannot be named {reader.name!r}: witnesses are told apart by their names")
    united, report = read_with(Page(article, reading, dating, found, known), mentions, reader)
    return Timeline((article,), united), report
