"""One timeline, written where and how the command line says."""

from pathlib import Path

import click

from timeline import formats
from timeline.chronology import Timeline
from timeline.cli.events_table import events_table
from timeline.cli.options import TABLE
from timeline.cli.output import to_terminal, write_pieces


def rendered(timeline: Timeline, form: str, lang: str) -> str | bytes:
    """The timeline in a format, in the language if the format has any."""
    spoken = {"lang": lang} if "lang" in formats.options_of(form) else {}
    return formats.write(timeline, form, **spoken)


def write(timeline: Timeline, form: str, path: Path | None, *, lang: str, why: bool = False) -> None:
    """Write the timeline as a table or in a format.

    Raises click.UsageError for a binary format on a terminal, ImportError where a format needs an extra.
    """
    terminal = to_terminal(path)
    if form == TABLE:
        text: str | bytes = events_table(timeline, lang, for_terminal=terminal, why=why)
    else:
        if terminal and formats.find(form).binary:
            raise click.UsageError(f"{form} is binary; name a file with -o")
        text = rendered(timeline, form, lang)
    write_pieces(iter([text]), path)
