"""What every command does around its own work: read the inputs, report, and end with the right code."""

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import click

from timeline.articles import Article, Notice
from timeline.articles.article import Published
from timeline.articles.batch import STANDARD_INPUT, read_articles, unread_articles
from timeline.articles.files import Unread
from timeline.articles.folders import is_folder, is_same
from timeline.articles.sidecar import sidecar_of
from timeline.chronology import Timeline
from timeline.cli.correcting import CORRECTIONS
from timeline.cli.reporting import Reporter
from timeline.many import Extraction, extracting, in_order
from timeline.names import Vocabulary

if TYPE_CHECKING:
    from timeline.reader import ChatReader

#: Exit codes, beside 0 for all well.
SOME_FAILED, MISUSE, INTERRUPTED = 1, 2, 130


class Stopped(KeyboardInterrupt):
    """Stopped by a signal; `code` is the exit code that says which."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.code = 128 + number


def ends_well(command: Callable[..., Reporter]) -> Callable[..., None]:
    """A command that returns its reporter ends with 0 or, if an input failed, 1; Ctrl-C ends it with a word and no traceback."""

    @functools.wraps(command)
    def run(*args: Any, **kwargs: Any) -> None:
        try:
            reporter = command(*args, **kwargs)
        except KeyboardInterrupt as stopped:
            click.echo("stopped", err=True)
            raise click.exceptions.Exit(getattr(stopped, "code", INTERRUPTED)) from None
        except (ImportError, OSError) as error:  # an extra that a format needs; an output that cannot be written
            if isinstance(error, BrokenPipeError):
                raise
            raise click.UsageError(str(error)) from None
        if reporter.lost:
            raise click.exceptions.Exit(SOME_FAILED)

    return run


def also_read() -> tuple[Path, ...]:
    """The files that options of the running command name to be read: corrections, a vocabulary, remembered answers."""
    context = click.get_current_context(silent=True)
    if context is None:
        return ()
    names = ("vocabulary",) if "database" in context.params else ("vocabulary", "answers")  # a store keeps answers in itself
    named = (context.params.get(name) for name in names)
    return (*context.meta.get(CORRECTIONS, ()), *(path for path in named if isinstance(path, Path)))


@attrs.frozen
class Inputs:
    """What a command reads: its inputs, and what holds for all of them. `output` is never one of them."""

    names: tuple[str, ...]
    published: Published = None
    fields: dict[str, str] = attrs.field(factory=dict)
    output: Path | None = None

    def checked(self) -> "Inputs":
        """The same, once it is known that the output overwrites none of them.

        Raises click.UsageError where it would.
        """
        named = [Path(name) for name in self.names if name != STANDARD_INPUT]
        beside = [sidecar_of(path) for path in named if not is_folder(path)]
        for path in (*named, *beside, *also_read()):
            if self.output is not None and is_same(path, self.output):
                raise click.UsageError(f"{self.output} is an input too and would be overwritten; write to another file")
        return self

    def articles(self) -> Iterator[Article | Notice]:
        """The articles, each read here."""
        return read_articles(*self.names, published=self.published, fields=self.fields)

    def unread(self) -> Iterator[Article | Notice | Unread]:
        """The articles, the pages among them for workers to read."""
        return unread_articles(*self.names, published=self.published, fields=self.fields, output=self.output)


def vocabulary_of(path: Path | None) -> Vocabulary | None:
    """The vocabulary in a file, read and checked once for all articles.

    Raises click.UsageError where it is none.
    """
    try:
        return None if path is None else Vocabulary.of(path)
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def reader_of(url: str | None, model: str | None, answers: Path | None, reporter: Reporter) -> "ChatReader | None":
    """The reader that was asked for, after a word about what is sent where.

    Raises click.UsageError for an address that is none, or one without a model or the other way round.
    """
    if url is None:
        if model is not None or answers is not None:
            raise click.UsageError("--model and --reader-cache go with --reader, the address of the server to ask")
        return None
    if model is None:
        raise click.UsageError("--reader needs --model, the name of the model to ask")
    from timeline.reader import Answers, ChatReader

    try:
        reader = ChatReader(url, model, answers=Answers(answers) if answers else None)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    reporter.say(f"the text of each article is sent to {url} for the model {model}")
    return reader


@contextmanager
def timelines(
    inputs: Inputs,
    vocabulary: Path | None,
    jobs: int,
    reporter: Reporter,
    url: str | None = None,
    model: str | None = None,
    answers: Path | None = None,
    caution: float | None = None,
) -> Iterator[Iterator[Timeline]]:
    """Each article's timeline, in order; what goes wrong goes to the reporter."""
    reader = reader_of(url, model, answers, reporter)
    with extracting(Extraction(vocabulary_of(vocabulary), reader=reader, caution=caution), jobs) as workers:
        yield _reported(in_order(workers, inputs.unread()), reporter)


def _reported(stream: Iterator[Any], reporter: Reporter) -> Iterator[Timeline]:
    for item in stream:
        if isinstance(item, Notice):
            reporter.tell(item)
        else:
            reporter.read(item.article)
            reporter.asked(item.article, item.report)
            yield Timeline((item.article,), item.mentions or ())
