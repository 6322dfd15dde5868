"""Events as rows of a table."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from typing import cast

from timeline.chronology import Timeline
from timeline.cli.tables import Column, clean, fitted, isolated, plain
from timeline.formats.naming import article_name
from timeline.formats.words import Language, word
from timeline.model import Event


def events_table(timeline: Timeline, lang: str, *, for_terminal: bool, title: str = "", why: bool = False) -> str:
    """The timeline's entries, the undated last; with `why`, each with its explanation below the table."""
    language = cast(Language, lang)
    columns = [
        Column(word("ui", "date", language)),
        Column(word("ui", "actors", language), 3),
        Column(word("ui", "action", language), 4),
        Column(word("ui", "place", language)),
        Column(word("ui", "type", language)),
        Column(word("ui", "dated", language)),
        Column("#"),
    ]
    entries = [*timeline, *timeline.undated]
    rows = [_row(event, language) for event in entries]
    if for_terminal:
        text = fitted(columns, rows, shutil.get_terminal_size().columns, title=title) if rows else ""
    else:
        text = plain(columns, rows)
    if not rows and for_terminal:
        heading = f"{isolated(clean(title))}\n" if title else ""
        text = f"{heading}{isolated(word('ui', 'empty', language))}\n"
    return text + "".join(_explained(timeline, entries, language, isolated if for_terminal else str) if why else ())


def _row(event: Event, lang: Language) -> Sequence[str]:
    joiner = "، " if lang == "ar" else ", "
    actors = joiner.join(actor.label(lang) for actor in event.actors)
    targets = joiner.join(actor.label(lang) for actor in event.targets)
    arrow = "←" if lang == "ar" else "→"
    kind = word("types", event.action.type, lang)
    if event.action.modality != "asserted":
        kind = f"{kind} ({word('modality', event.action.modality, lang)})"
    return (
        event.date.edtf if event.date else "–",
        f"{actors} {arrow} {targets}".strip() if targets else actors or "–",
        event.action.text,
        event.place.label(lang) if event.place else "–",
        kind,
        word("dated", event.dated, lang) if event.dated else "–",
        f"{len(event.articles)}{'≠' if any(conflict.relation == 'contradicts' for conflict in event.conflicts) else ''}",
    )


def _explained(timeline: Timeline, entries: Sequence[Event], lang: Language, mark: Callable[[str], str]) -> Iterator[str]:
    """Each entry's evidence, and how it is known; every line goes through `mark`."""
    names = {article.id: article_name(article)[lang == "en"] for article in timeline.articles}
    for event in entries:
        yield f"\n{event.date.edtf if event.date else '–'}  {mark(clean(event.action.text))}\n"
        for mention in event.mentions:
            yield f"  {mark(clean(f'{names[mention.article]}: «{mention.quote}»'))}\n"
        for line in timeline.explain(event, lang).splitlines():
            yield f"  {mark(clean(line))}\n"
