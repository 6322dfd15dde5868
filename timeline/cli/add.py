"""`timeline add`."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import attrs
import click

from timeline.articles import Article, Notice
from timeline.articles.files import Unread
from timeline.chronology import Correction, Timeline
from timeline.cli import correcting, options
from timeline.cli.reporting import Reporter
from timeline.cli.running import Inputs, ends_well, reader_of, vocabulary_of
from timeline.many import Extraction, extracting, in_order, name_of
from timeline.model import Mention


@click.command(short_help="Add articles to a chronology that grows.")
@click.argument("files", nargs=-1, metavar="FILE|DIR...")
@click.option(
    "--to",
    "database",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE.db",
    help="The chronology, made if it is not there.",
)
@click.option("--refresh", is_flag=True, help="Also read again what an older version of this program read.")
@correcting.option
@options.inputs
@ends_well
def add(
    files: tuple[str, ...],
    database: Path,
    refresh: bool,
    corrections: tuple[Correction, ...],
    published: Any,
    fields: dict[str, str],
    vocabulary: Path | None,
    jobs: int,
    url: str | None,
    model: str | None,
    answers: Path | None,
) -> Reporter:
    """Add articles to a chronology that grows: one SQLite file, which `timeline show` shows.

    With --reader, the model's answers are remembered in the same file unless --reader-cache names another.

    An article that is already there is passed over, so the same folder can be added again and again. Each article is added whole or
    not at all: after Ctrl-C, or worse, adding again goes on where it stopped. Corrections are kept too, and hold from then on.

    \b
    Example:
      timeline add inbox/ --to geneva.db
      timeline add --corrections corrections.jsonl --to geneva.db
      timeline show geneva.db --actor RUS --from 2022-01
    """
    from timeline.store import Store

    if not (files or refresh or corrections):
        raise click.UsageError("Missing argument 'FILE|DIR...'.")
    inputs = Inputs(files, published, fields, database).checked()
    read: dict[str, tuple[Mention, ...]] = {}
    words = vocabulary_of(vocabulary)
    extraction = Extraction(words)

    def known_or_extracted(article: Article) -> Timeline:
        if article.id in read:
            return Timeline((article,), read.pop(article.id))
        from timeline.pipeline import extract

        return extract(article, vocabulary=words)

    try:
        store = Store(database, vocabulary=vocabulary, extract=known_or_extracted)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    with store, Reporter() as reporter, ExitStack() as stack:
        reader = reader_of(url, model, answers or (database if url else None), reporter)
        workers = stack.enter_context(extracting(attrs.evolve(extraction, known=store.ids, reader=reader), jobs))
        added = passed = 0

        def unknown() -> Iterator[Article | Notice | Unread]:
            nonlocal passed
            for item in inputs.unread():
                if isinstance(item, Article) and _is_in(store, item):
                    passed += 1
                else:
                    yield item

        for item in in_order(workers, unknown()):
            if isinstance(item, Notice):
                reporter.tell(item)
                continue
            if item.mentions is not None:
                read[item.article.id] = item.mentions
            reporter.asked(item.article, item.report)
            try:
                new = store.add(item.article)
            except ValueError as error:
                reporter.tell(Notice(name_of(item.article), str(error)))
            else:
                added, passed = added + new, passed + (not new)
                reporter.read()
            finally:
                read.pop(item.article.id, None)
        again = store.refresh() if refresh else 0
        decided = store.correct(corrections) if corrections else 0
        told = f"{added} added, {passed} already there" + (f", {again} read again" if again else "")
        told += f", {decided} corrections added" if corrections else ""
        reporter.say(f"{told}; {len(store)} in {database}")
        if corrections or again:
            correcting.tell_unmet(store.timeline(), reporter)
    return reporter


def _is_in(store: Any, article: Article) -> bool:
    """Whether it is there already; an id that belongs to another article is for `add` to report."""
    try:
        return article in store
    except ValueError:
        return False
