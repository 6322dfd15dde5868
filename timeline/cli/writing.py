"""One timeline, written where and how the command line says."""

from pathlib import Path

import click

from timeline import formats
from timeline.chronology import Timeline
from timeline.cli.events_table import events_table
from timeline.cli.options import TABLE
from timeline.cli.output import encoded, opened_output, to_terminal


def write(timeline: Timeline, form: str, path: Path | None, *, lang: str, why: bool = False) -> None:
    """Write the timeline as a table or in a format.

    Raises click.UsageError for binary output on a terminal, ImportError where a format needs an extra.
    """
    if form == TABLE:
        text: str | bytes = events_table(timeline, lang, for_terminal=to_terminal(path), why=why)
    else:
        text = formats.write(timeline, form, lang=lang)
    if isinstance(text, bytes) and to_terminal(path):
        raise click.UsageError(f"{form} is binary; name a file with -o")
    with opened_output(path) as output:
        output.write(encoded(text))
