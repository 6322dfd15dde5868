"""What every command does around its own work: read the inputs, report, and end with the right code."""

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import attrs
import click

from timeline.articles import Article, Notice, read_articles
from timeline.articles.article import Published
from timeline.chronology import Timeline
from timeline.cli.reporting import Reporter
from timeline.cli.workers import Done, Workers
from timeline.model import Mention

#: Exit codes, beside 0 for all well.
SOME_FAILED, MISUSE, INTERRUPTED = 1, 2, 130


def ends_well(command: Callable[..., Reporter]) -> Callable[..., None]:
    """A command that returns its reporter ends with 0 or, if an input failed, 1; Ctrl-C ends it with a word and no traceback."""

    @functools.wraps(command)
    def run(*args: Any, **kwargs: Any) -> None:
        try:
            reporter = command(*args, **kwargs)
        except KeyboardInterrupt:
            click.echo("stopped", err=True)
            raise click.exceptions.Exit(INTERRUPTED) from None
        except (ImportError, OSError) as error:  # an extra that a format needs; an output that cannot be written
            if isinstance(error, BrokenPipeError):
                raise
            raise click.UsageError(str(error)) from None
        if reporter.lost:
            raise click.exceptions.Exit(SOME_FAILED)

    return run


@attrs.frozen
class Extraction:
    """Reads one article's mentions; picklable, with the vocabulary for all."""

    vocabulary: Path | None = None

    def __call__(self, article: Article) -> tuple[Mention, ...]:
        """The mentions of an article."""
        return _extract(article, self.vocabulary)


def _extract(article: Article, vocabulary: Path | None) -> tuple[Mention, ...]:
    from timeline.pipeline import extract

    return extract(article, vocabulary=vocabulary).mentions


def articles(inputs: tuple[str, ...], published: Published) -> Iterator[Article | Notice]:
    """The articles of the inputs."""
    return read_articles(*inputs, published=published)


@contextmanager
def timelines(
    inputs: tuple[str, ...], published: Published, vocabulary: Path | None, jobs: int, reporter: Reporter
) -> Iterator[Iterator[Timeline]]:
    """Each article's timeline, in order; what goes wrong goes to the reporter."""
    with Workers(Extraction(vocabulary), jobs) as workers:
        yield _reported(workers.in_order(articles(inputs, published)), reporter)


def _reported(stream: Iterator[Done[tuple[Mention, ...]] | Notice], reporter: Reporter) -> Iterator[Timeline]:
    for item in stream:
        if isinstance(item, Notice):
            reporter.tell(item)
        else:
            reporter.read(item.article)
            yield Timeline((item.article,), item.result)
