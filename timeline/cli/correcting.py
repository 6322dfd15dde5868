"""What readers decided, given to a command as files, and what of it no longer finds its evidence."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from timeline.articles import Notice
from timeline.chronology import Correction, Timeline, read_corrections
from timeline.chronology.corrections.evidence import unknown
from timeline.cli.reporting import Reporter

#: Under which a running command remembers the files of corrections that it read.
CORRECTIONS = "timeline.corrections"

Command = TypeVar("Command", bound=Callable[..., Any])


def _read(ctx: click.Context, param: click.Parameter, paths: tuple[Path, ...]) -> tuple[Correction, ...]:
    try:
        ctx.meta.setdefault(CORRECTIONS, []).extend(map(Path, paths))
        return tuple(correction for path in paths for correction in read_corrections(path))
    except ValueError as error:
        raise click.BadParameter(str(error), ctx, param) from None


def option(command: Command) -> Command:
    """The files of corrections, read before anything else, so that a wrong line costs no work."""
    return click.option(
        "--corrections",
        multiple=True,
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        metavar="FILE.jsonl",
        callback=_read,
        help="Decisions of readers, as the page saves them: hidden, joined, set …; again for more files.",
    )(command)


def tell_unmet(timeline: Timeline, reporter: Reporter) -> None:
    """Each correction whose evidence is gone or that names nobody known, on standard error; it is kept, and costs no exit code."""
    for correction, name in unknown(timeline):
        message = f"{correction.decide}: nothing here is called {name!r}; it stands as written, without a code"
        reporter.tell(Notice("corrections", message, lost=False))
    for correction, gone in timeline.unmet:
        where = ", ".join(sorted({one.article for one in gone}))
        quote = gone[0].quote if len(gone[0].quote) <= 80 else gone[0].quote[:79] + "…"
        message = f"{correction.decide}: its evidence is gone from {where}: «{quote}»"
        reporter.tell(Notice("corrections", message, lost=False))
