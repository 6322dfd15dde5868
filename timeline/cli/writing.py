"""One timeline, written where and how the command line says."""

from collections.abc import Sequence
from pathlib import Path

import click

from timeline import formats
from timeline.chronology import Timeline
from timeline.cli.events_table import events_table
from timeline.cli.options import TABLE, form_of
from timeline.cli.output import to_terminal, write_pieces


def rendered(timeline: Timeline, form: str, lang: str) -> str | bytes:
    """The timeline in a format, in the language if the format has any."""
    spoken = {"lang": lang} if "lang" in formats.options_of(form) else {}
    return formats.write(timeline, form, **spoken)


def check_form(form: str | None, path: Path | None, known: Sequence[str]) -> str:
    """The format asked for, by name or by the name of the output, once it is known that it can be written there.

    Raises click.UsageError, before anything is read, where the command writes no such format, and for a binary one on a terminal;
    ImportError where it needs an extra.
    """
    chosen = form_of(form, path, known)
    if chosen != TABLE:
        if to_terminal(path) and formats.find(chosen).binary:
            raise click.UsageError(f"{chosen} is binary; name a file with -o")
        formats.load(chosen)
    return chosen


def write(timeline: Timeline, form: str, path: Path | None, *, lang: str, why: bool = False) -> None:
    """Write the timeline as a table or in a format (`check_form` has let it through)."""
    if form == TABLE:
        text: str | bytes = events_table(timeline, lang, for_terminal=to_terminal(path), why=why)
    else:
        text = rendered(timeline, form, lang)
    write_pieces(iter([text]), path)
