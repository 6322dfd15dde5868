"""`timeline dates`."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from timeline import formats
from timeline.articles import Article, Notice
from timeline.chronology import Timeline
from timeline.cli import options
from timeline.cli.output import to_terminal, write_pieces
from timeline.cli.reporting import Reporter
from timeline.cli.running import Inputs, ends_well
from timeline.cli.tables import Column, clean, fitted, plain
from timeline.cli.writing import check_form
from timeline.dates import Dating, find
from timeline.formats.clean import ordered
from timeline.model import DateExpression, told
from timeline.reading import read

_FORMS = ("jsonl", "timeml")
_HEADINGS = {"ar": ("العبارة", "القيمة", "السبب"), "en": ("Expression", "Value", "Trace")}


@click.command(short_help="The dates of a text, with what they mean and why.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@options.published_option
@options.fields
@options.output(*_FORMS)
@ends_well
def dates(
    files: tuple[str, ...], form: str | None, path: Path | None, lang: str, published: Any, fields: dict[str, str]
) -> Reporter:
    """The dates of a text: marked in the text, then as a table of expression, value (EDTF) and trace.

    The format jsonl gives one expression a line with its offsets (code points), timeml the text with TIMEX3 tags.

    \b
    Example:
      timeline dates talks.txt --published 2022-02-04
      echo "وصل الوزير أمس" | timeline dates - --published 2022-02-04 --format jsonl
    """
    form = check_form(form, path, (options.TABLE, *_FORMS))
    inputs = Inputs(files, published, fields, path).checked()
    with Reporter() as reporter:
        write_pieces(_pieces(inputs.articles(), form, lang, to_terminal(path), reporter), path)
    return reporter


def _pieces(stream: Iterator[Article | Notice], form: str, lang: str, terminal: bool, reporter: Reporter) -> Iterator[str]:
    collected: list[Article] = []
    for item in stream:
        if isinstance(item, Notice):
            reporter.tell(item)
            continue
        reporter.read(item)
        if form == "timeml":
            collected.append(item)
            continue
        dating = find(read(item.text), item.published, item.published_from)
        if form == "jsonl":
            yield "".join(json.dumps(_record(item, found), ensure_ascii=False) + "\n" for found in dating.expressions)
        else:
            yield _shown(item, dating, lang, terminal)
    if collected:
        yield str(formats.write(Timeline(tuple(collected)), "timeml"))


def _record(article: Article, found: DateExpression) -> dict[str, Any]:
    value = found.value
    return {
        "article": article.id,
        "text": found.text,
        "start": found.start,
        "end": found.end,
        "kind": found.kind,
        "calendar": found.calendar,
        "value": value
        and {
            "begin": value.begin.isoformat(),
            "end": value.end.isoformat(),
            "precision": value.precision,
            "approximate": value.approximate,
            "inferred": value.inferred,
            "open": value.open,
            "edtf": value.edtf,
            "timex": value.timex,
        },
        "trace": list(found.trace),
    }


def _shown(article: Article, dating: Dating, lang: str, terminal: bool) -> str:
    anchor = dating.anchor
    heading = f"{anchor.published or '–'} ({anchor.source})" + "".join(f"\n  {clean(told(line, lang))}" for line in anchor.trace)
    columns = [Column(heading, share) for heading, share in zip(_HEADINGS[lang], (2, 0, 5), strict=True)]
    rows = [
        (
            found.text,
            found.value.edtf if found.value else f"({found.kind})",
            " ← ".join(told(one, lang) for one in found.trace) or "–",
        )
        for found in dating.expressions
    ]
    table = fitted(columns, rows, shutil.get_terminal_size().columns) if terminal else plain(columns, rows)
    return f"{_marked(article.text, dating.expressions, terminal).rstrip()}\n\n{heading}\n\n{table}\n"


def _marked(text: str, expressions: tuple[DateExpression, ...], terminal: bool) -> str:
    """The text with its dates in reverse video on a terminal, else in ⟦brackets⟧."""
    before, after = ("\x1b[7m", "\x1b[27m") if terminal else ("⟦", "⟧")
    parts: list[str] = []
    position = 0
    for found in expressions:
        parts += [ordered(text[position : found.start]), before, ordered(text[found.start : found.end]), after]
        position = found.end
    return "".join([*parts, ordered(text[position:])])
