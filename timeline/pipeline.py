"""The straight line from a text to its timeline: reading, dates, names, events."""

from datetime import date, datetime
from pathlib import Path

from timeline import dates, events, names
from timeline.articles import Article
from timeline.chronology import Timeline
from timeline.names import Recognizer, Vocabulary
from timeline.reading import read


def extract(
    article: Article | str,
    published: date | datetime | str | None = None,
    *,
    vocabulary: Vocabulary | Path | str | None = None,
    recognizer: Recognizer | None = None,
) -> Timeline:
    """The events of one article, in order, each with its evidence.

    `published` is the publication day of a plain text, in any form that `parse_published` reads; without it the day is read from
    the text's dateline or inferred from its dates, and the traces say so. `vocabulary` adds names of your own (a `Vocabulary`, or
    the path of a TOML file of the same form); `recognizer` adds a model's names to the vocabulary's.

    Raises TypeError if `article` is neither text nor Article, or another argument not what it has to be; ValueError if `published`
    cannot be read or is given twice, or the vocabulary's file is no vocabulary; OSError if that file cannot be read.

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
    reading = read(article.text)
    dating = dates.find(reading, article.published, article.published_from)
    found = names.find(reading, dating, Vocabulary.of(vocabulary), recognizer)
    return Timeline((article,), events.find(article.id, reading, dating, found))
