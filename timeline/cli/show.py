"""`timeline show`."""

from pathlib import Path
from typing import Any

import click

from timeline import formats
from timeline.cli import correcting, options
from timeline.cli.reporting import Reporter
from timeline.cli.running import Inputs, ends_well
from timeline.cli.writing import check_form, write


@click.command(short_help="Show a chronology that articles were added to.")
@click.argument("database", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE.db")
@options.filters
@options.title
@click.option("--why", is_flag=True, help="Below a table, the evidence and the reasons for each event.")
@options.output(*formats.NAMES)
@ends_well
def show(database: Path, form: str | None, path: Path | None, lang: str, why: bool, title: str | None, **given: Any) -> Reporter:
    """The chronology in a file that `timeline add` made, or the part of it that passes all filters.

    \b
    Example:
      timeline show geneva.db --actor RUS --from 2022-01
      timeline show geneva.db --place جنيف --type CONSULT -o talks.html
    """
    from timeline.store import Store

    form = check_form(form, path, (options.TABLE, *formats.NAMES))
    Inputs((str(database),), output=path).checked()
    names = {"actors": "actor", "types": "type", "sources": "source"}
    try:
        with Store(database, create=False) as store:
            timeline = store.timeline(**{names.get(key, key): value for key, value in given.items()})
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    reporter = Reporter()
    correcting.tell_unmet(timeline, reporter)
    write(timeline, form, path, lang=lang, why=why, title=title)
    for hint in options.Filters(**given).hints() if not timeline.mentions else ():
        reporter.say(hint)
    return reporter
