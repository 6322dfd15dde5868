"""`timeline merge`."""

import re
from pathlib import Path
from typing import Any

import click

from timeline import formats
from timeline.articles import Notice
from timeline.articles.opening import beginning_of, opened
from timeline.chronology import Timeline
from timeline.chronology import merge as merged
from timeline.cli import correcting, options
from timeline.cli.reporting import Reporter
from timeline.cli.running import Inputs, ends_well, timelines, vocabulary_of
from timeline.cli.writing import check_form, write

_SAVED = re.compile(rb'\s*\{\s*"format"\s*:\s*"timeline"')


@click.command(short_help="One chronology from many articles.")
@click.argument("files", nargs=-1, required=True, metavar="FILE|DIR...")
@options.inputs
@options.caution
@correcting.option
@options.filters
@options.title
@click.option("--why", is_flag=True, help="Below a table, the evidence and the reasons for each event.")
@options.output(*formats.NAMES)
@ends_well
def merge(
    files: tuple[str, ...], form: str | None, path: Path | None, lang: str, why: bool, title: str | None, **given: Any
) -> Reporter:
    """One chronology from many articles: an event that several tell stands once, with all its sources and where they differ.

    Takes what `timeline extract` takes, and chronologies that were saved as JSON (-o name.json).

    \b
    Example:
      timeline merge examples/articles
      timeline merge monday/ tuesday.jsonl -o chronology.html
      timeline merge last-week.json today/ --actor RUS --from 2022-01
      timeline merge inbox/ --corrections corrections.jsonl -o chronology.html
    """
    form = check_form(form, path, (options.TABLE, *formats.NAMES))
    reading = {key: given.pop(key) for key in ("vocabulary", "jobs", "url", "model", "answers", "caution")}
    Inputs(files, output=path).checked()
    saved = tuple(name for name in files if is_saved(Path(name)))
    inputs = Inputs(tuple(name for name in files if name not in saved), given.pop("published"), given.pop("fields"), path)
    corrections = given.pop("corrections")
    keep = options.Filters(**given).checked(vocabulary_of(reading["vocabulary"]))
    with Reporter() as reporter:
        parts = _saved(saved, reporter)
        with timelines(inputs, reporter=reporter, **reading) as stream:
            parts += stream
        if parts:
            whole = _together(parts, reporter).corrected(corrections)
            correcting.tell_unmet(whole, reporter)
            found = keep(whole)
            write(found, form, path, lang=lang, why=why, title=title)
            for hint in keep.hints() if not found.mentions else ():
                reporter.say(hint)
    return reporter


def is_saved(path: Path) -> bool:
    """Whether a file of JSON holds a saved chronology and no articles, by its first bytes."""
    if path.suffix.lower() != ".json":
        return False
    try:
        with opened(path) as stream:
            return _SAVED.match(beginning_of(stream)) is not None
    except OSError:
        return False


def _saved(names: tuple[str, ...], reporter: Reporter) -> list[Timeline]:
    timelines = []
    for name in names:
        try:
            timelines.append(Timeline.from_json(Path(name).read_bytes()))
        except OSError as error:
            reporter.tell(Notice(name, error.strerror or str(error)))
        except ValueError as error:
            reporter.tell(Notice(name, f"no saved chronology: {error}"))
        else:
            reporter.read()
    return timelines


def _together(parts: list[Timeline], reporter: Reporter) -> Timeline:
    """All in one; a part in which an id stands for another article than before is left out and reported."""
    try:
        return merged(*parts)
    except ValueError:
        whole = Timeline()
        for part in parts:
            try:
                whole = merged(whole, part)
            except ValueError as error:
                reporter.tell(Notice("merge", str(error)))
        return whole
