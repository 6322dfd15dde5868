"""One timeline, written where and how the command line says."""

from collections.abc import Sequence
from pathlib import Path

import click

from timeline import formats
from timeline.chronology import Timeline
from timeline.cli.events_table import events_table
from timeline.cli.options import TABLE, form_of
from timeline.cli.output import to_terminal, write_pieces


def rendered(timeline: Timeline, form: str, lang: str, title: str | None = None) -> str | bytes:
    """The timeline in a format, in the language if the format has any, under the title if one is given.

    Raises click.UsageError for a title where the format has none.
    """
    known = formats.options_of(form)
    if title is not None and "title" not in known:
        raise click.UsageError(f"--title: {form} has no title")
    spoken = {"lang": lang} if "lang" in known else {}
    return formats.write(timeline, form, **spoken, **({} if title is None else {"title": title}))


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


def write(timeline: Timeline, form: str, path: Path | None, *, lang: str, why: bool = False, title: str | None = None) -> None:
    """Write the timeline as a table or in a format (`check_form` has let it through)."""
    if form == TABLE:
        text: str | bytes = events_table(timeline, lang, for_terminal=to_terminal(path), why=why, title=title or "")
    else:
        text = rendered(timeline, form, lang, title)
    write_pieces(iter([text]), path)
