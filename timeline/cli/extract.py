"""`timeline extract`."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import click

from timeline import formats
from timeline.chronology import Timeline
from timeline.cli import options
from timeline.cli.events_table import events_table
from timeline.cli.output import to_terminal, write_pieces, write_whole
from timeline.cli.reporting import Reporter
from timeline.cli.running import Inputs, ends_well, timelines, vocabulary_of
from timeline.cli.writing import check_form, rendered
from timeline.formats.clean import one_line

#: Formats of which many articles' outputs, one after the other, are again a file of the format.
STREAMS = (options.TABLE, "jsonl", "csv", "tsv", "excel", "markdown")
#: Formats whose writer takes one article after the other.
CONTAINERS = ("parquet", "arrow")


@click.command(short_help="The events of each article, article by article.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@options.inputs
@options.caution
@options.filters
@click.option("--why", is_flag=True, help="Below a table, the evidence and the reasons for each event.")
@options.output(*formats.NAMES)
@ends_well
def extract(files: tuple[str, ...], form: str | None, path: Path | None, lang: str, why: bool, **given: Any) -> Reporter:
    """The events of each article, article by article.

    FILE is plain text, a saved page (HTML, MHTML) or a mail; JSON Lines, a JSON array, CSV, TSV, Parquet or Arrow with an article
    a row (text, published, source, title, url, id, or what these are usually called); a folder of such files; or - for standard
    input. The publication date of a text file comes from a sidecar (talks.toml beside talks.txt), from --published, or the text.

    Table, jsonl, csv, tsv, excel, markdown, parquet and arrow take any number of articles; the other formats one (for many, merge
    them).

    \b
    Example:
      timeline extract talks.txt --published 2022-02-04
      timeline extract archive.jsonl.gz -o events.jsonl --jobs 2
    """
    form = check_form(form, path, (options.TABLE, *formats.NAMES))
    inputs = Inputs(files, given.pop("published"), given.pop("fields"), path).checked()
    reading = {key: given.pop(key) for key in ("vocabulary", "jobs", "url", "model", "answers", "caution")}
    keep = options.Filters(**given).checked(vocabulary_of(reading["vocabulary"]))
    with Reporter() as reporter, timelines(inputs, reporter=reporter, **reading) as stream:
        if form in CONTAINERS:
            _write_rows(map(keep, stream), form, path)
        else:
            chosen = map(keep, _only_one_unless_streamed(stream, form))
            write_pieces(_written(chosen, form, lang, path, why), path)
    return reporter


def _write_rows(stream: Iterator[Timeline], form: str, path: Path | None) -> None:
    """The rows of all articles in one file; where nothing could be read, none is made."""
    from timeline.formats.arrow import write_many

    first = next(stream, None)
    if first is not None:
        write_whole(path, lambda output: write_many(chain((first,), stream), output, form))


def _only_one_unless_streamed(stream: Iterator[Timeline], form: str) -> Iterator[Timeline]:
    if form in STREAMS:
        yield from stream
        return
    only = next(stream, None)
    if only is not None:
        if next(stream, None) is not None:
            raise click.UsageError(f"{form} takes one article; `timeline merge` makes one chronology of many")
        yield only


def _written(stream: Iterator[Timeline], form: str, lang: str, path: Path | None, why: bool) -> Iterator[str | bytes]:
    for number, timeline in enumerate(stream):
        if form == options.TABLE:
            terminal = to_terminal(path)
            text: str | bytes = events_table(timeline, lang, for_terminal=terminal, title=_heading(timeline), why=why)
            if number and not terminal:
                text = _without_headings(str(text))
        else:
            text = rendered(timeline, form, lang)
            if form in ("csv", "tsv", "excel") and number:
                text = _without_headings(str(text))
        yield text


def _heading(timeline: Timeline) -> str:
    article = timeline.articles[0] if timeline.articles else None
    if article is None:
        return ""
    return one_line(" · ".join(str(part) for part in (article.source, article.published, article.title) if part))


def _without_headings(text: str) -> str:
    return text.partition("\n")[2]
