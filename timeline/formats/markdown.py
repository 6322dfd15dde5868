"""A table in Markdown (GitHub's flavour), with the sources numbered below it."""

import re
from typing import TYPE_CHECKING

from timeline.formats.clean import link, one_line, ordered
from timeline.formats.date_labels import date_label
from timeline.formats.naming import source_of
from timeline.formats.words import Language, language, word
from timeline.model import Actor, Event

if TYPE_CHECKING:
    from timeline.articles import Article
    from timeline.chronology import Timeline

_SPECIAL = re.compile(r"([\\`*_{}\[\]()|~$@]|:(?=/))")


def write(timeline: "Timeline", *, lang: str = "ar", title: str | None = None) -> str:
    """A heading, a table of the dated events, one of the undated, and the list of sources.

    All texts are on one line and escaped, so that none can end its cell, become a link or bring in HTML; addresses that are not
    http(s) are left out.

    Raises ValueError for a `lang` other than "ar" and "en".
    """
    chosen = language(lang)
    numbers = {article.id: number for number, article in enumerate(timeline.articles, 1)}
    parts = [f"# {escaped(title or word('ui', 'title', chosen))}", _table(list(timeline), numbers, chosen)]
    if timeline.undated:
        parts += [f"## {word('ui', 'undated', chosen)}", _table(list(timeline.undated), numbers, chosen)]
    if timeline.articles:
        lines = [f"{numbers[article.id]}. {_source(article, chosen)}" for article in timeline.articles]
        parts += [f"## {word('ui', 'articles', chosen)}", "\n".join(lines)]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """The text on one line, with nothing left in it that Markdown reads as markup.

    >>> print(escaped("a|b <i> [x](y)"))
    a\\|b &lt;i&gt; \\[x\\]\\(y\\)
    """
    plain = _SPECIAL.sub(r"\\\1", ordered(one_line(text)))
    plain = plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"^(\d+)([.)])|^([#+=-])", r"\1\\\2\3", plain)


def _table(events: list[Event], numbers: dict[str, int], lang: Language) -> str:
    heads = [word("ui", key, lang) for key in ("date", "actors", "action", "type", "place", "articles")]
    lines = [heads, ["---"] * len(heads), *(_row(event, numbers, lang) for event in events)]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def _row(event: Event, numbers: dict[str, int], lang: Language) -> list[str]:
    kind = word("types", event.action.type, lang)
    if event.action.modality != "asserted":
        kind += f" ({word('modality', event.action.modality, lang)})"
    actors = _names(event.actors, lang)
    if event.targets:
        actors += (" ← " if lang == "ar" else " → ") + _names(event.targets, lang)
    return [
        _date(event, lang),
        actors.strip(),
        escaped(event.action.text),
        kind,
        escaped(event.place.label(lang)) if event.place else "",
        ", ".join(str(numbers[key]) for key in event.articles if key in numbers) + (" ≠" if contradicted(event) else ""),
    ]


def contradicted(event: Event) -> bool:
    """Whether its sources contradict each other."""
    return any(conflict.relation == "contradicts" for conflict in event.conflicts)


def _date(event: Event, lang: Language) -> str:
    """The date, and how it is known where the event's own clause does not tell it; an inferred one says so itself."""
    if event.date is None:
        return ""
    how = f" ({word('dated', event.dated, lang)})" if event.dated in ("elsewhere", "story") else ""
    return escaped(date_label(event.date, lang) + how)


def _names(actors: tuple[Actor, ...], lang: Language) -> str:
    return ("، " if lang == "ar" else ", ").join(escaped(actor.label(lang)) for actor in actors)


def _source(article: "Article", lang: Language) -> str:
    source, title = source_of(article), article.title or ""
    text = escaped(title or source or word("ui", "unknown_source", lang))
    address = link(article.url)
    if address:
        text = f"[{text}](<{address.replace('|', '%7C')}>)"
    parts = [text, escaped(source) if title and source else "", date_label_of(article, lang)]
    return " — ".join(part for part in parts if part)


def date_label_of(article: "Article", lang: Language) -> str:
    """When the article was published, in words; empty where nobody knows."""
    from timeline.model import DateSpan

    return date_label(DateSpan.day(article.published), lang) if article.published else ""
