"""Many articles read at once: `extract` in several processes, results in order, failures as values."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from timeline.articles import Article, Notice
from timeline.articles.batch import Repeats
from timeline.articles.files import Unread
from timeline.chronology import Timeline
from timeline.model import Mention
from timeline.names import Recognizer, Vocabulary
from timeline.workers import Done, Workers

if TYPE_CHECKING:
    from timeline.reader import Reader, Report


def extract_many(
    articles: Iterable[Article | Notice | str],
    *,
    jobs: int = 1,
    vocabulary: Vocabulary | Path | str | None = None,
    recognizer: Recognizer | None = None,
    reader: "Reader | None" = None,
    caution: float | None = None,
    progress: Callable[[int], object] | None = None,
) -> Iterator[Timeline | Notice]:
    """The timeline of each article, in the order of the articles; what could not be read is a Notice in its place.

    Takes what `read_articles` gives, notices included, and plain texts. With `jobs` above 1 as many processes read at once (fewer
    than eight articles need none), and only a few articles for each are in memory at any time. `vocabulary`, `recognizer`,
    `reader` and `caution` are those of `extract`; with several processes they have to be picklable. `progress` is called with the
    number of articles done.

    Raises TypeError or ValueError for an argument that is not what it has to be, at once; for no article.

    >>> [len(found) for found in extract_many(["وصل الوزير إلى جنيف في 10 يناير 2022.", "لا شيء."])]
    [1, 0]
    """
    if not isinstance(jobs, int) or isinstance(jobs, bool) or jobs < 1:
        raise ValueError(f"jobs must be a number from 1, not {jobs!r}")
    if isinstance(articles, str | bytes) or not isinstance(articles, Iterable):
        raise TypeError(f"articles must be an iterable of articles, not {type(articles).__name__}")
    work = Extraction(Vocabulary.of(vocabulary), recognizer, reader=reader, caution=caution)
    return _timelines(map(_article, articles), work, jobs, progress or (lambda done: None))


def _article(item: Article | Notice | str) -> Article | Notice:
    if isinstance(item, str):
        return Article(item)
    if not isinstance(item, Article | Notice):
        raise TypeError(f"articles must be articles, notices or texts, not {type(item).__name__}")
    return item


def _timelines(
    items: Iterable[Article | Notice], work: "Extraction", jobs: int, progress: Callable[[int], object]
) -> Iterator[Timeline | Notice]:
    with extracting(work, jobs) as workers:
        for done, item in enumerate(in_order(workers, items), start=1):
            yield item if isinstance(item, Notice) else Timeline((item.article,), item.mentions or ())
            progress(done)


@attrs.frozen
class Extracted:
    """An article and its mentions, None where they were known before; and what became of a reader's claims, if one was asked."""

    article: Article
    mentions: tuple[Mention, ...] | None
    report: "Report | None" = None


@attrs.frozen
class _Answer:
    """What comes back from a worker: an article only where the worker read it itself."""

    article: Article | None
    mentions: tuple[Mention, ...] | None
    report: "Report | None" = None
    notices: tuple[Notice, ...] = ()


@attrs.frozen
class Extraction:
    """Reads one article's mentions, and before that the article itself where it is still in its file.

    `known` are the ids of articles that need no reading.
    """

    vocabulary: Vocabulary | None = None
    recognizer: Recognizer | None = None
    known: frozenset[str] = frozenset()
    reader: "Reader | None" = None
    caution: float | None = None

    def __call__(self, item: Article | Unread) -> _Answer:
        """What is in it."""
        if isinstance(item, Article):
            return _Answer(None, *self._read(item))
        article, notices = item.read()
        mentions, report = self._read(article) if article else ((), None)
        return _Answer(article, mentions, report, notices)

    def _read(self, article: Article) -> "tuple[tuple[Mention, ...] | None, Report | None]":
        if article.id in self.known:
            return None, None
        from timeline.pipeline import extract_with

        timeline, report = extract_with(
            article, self.reader, vocabulary=self.vocabulary, recognizer=self.recognizer, caution=self.caution
        )
        return timeline.mentions, report


def extracting(work: Extraction, jobs: int) -> Workers[Article | Unread, _Answer]:
    """The processes that read."""
    return Workers(work, jobs, name=name_of)


def in_order(
    workers: Workers[Article | Unread, _Answer], items: Iterable[Article | Unread | Notice]
) -> Iterator[Extracted | Notice]:
    """Each article with its mentions, in order, one for each id; what goes wrong is a notice in its place."""
    repeats = Repeats()
    for done in workers.in_order(items):
        if isinstance(done, Notice):
            yield done
            continue
        yield from done.result.notices
        article = _of(done)
        if article is not None:
            yield repeats.check(article) or Extracted(article, done.result.mentions, done.result.report)


def _of(done: Done[Article | Unread, _Answer]) -> Article | None:
    return done.item if isinstance(done.item, Article) else done.result.article


def name_of(item: Article | Unread) -> str:
    """What a person knows an article by."""
    if isinstance(item, Unread):
        return str(item.path)
    return f"article {item.id}" + (f" ({item.source})" if item.source else "")
