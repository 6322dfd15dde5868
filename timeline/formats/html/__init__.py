"""One page that stands alone: no network, no framework, readable without its script, safe with any article in it."""

import base64
import hashlib
import json
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from timeline.formats.clean import one_line, ordered, whole
from timeline.formats.html.plain import plain, sources, summary
from timeline.formats.html.rows import CHUNK, PRECISIONS, data
from timeline.formats.months import TRADITIONS, months, weekdays
from timeline.formats.words import CLASSES, Pair, action_class, count_forms, language, pair, table

if TYPE_CHECKING:
    from jinja2 import Environment

    from timeline.chronology import Timeline

FIELDS = ("actor", "place", "source", "type", "dated", "sure", "modality")
_STYLES = ("style.css", "desk.css", "print.css")


def write(
    timeline: "Timeline", *, lang: str = "ar", title: str | None = None, explained: bool = True, month_names: str = "gregorian"
) -> str:
    """The page.

    `lang` is the language that it opens in, "ar" or "en" (a button switches it; quotes and actions stay as written); `title` its
    heading; `explained` has each entry say how it is known (False makes a smaller page, faster); `month_names` the tradition of the
    Arabic months' names to begin with, one of `timeline.formats.months.TRADITIONS` (the reader can choose another).

    Rows can be corrected on the page; it saves what was decided as a file of corrections. Nothing leaves the page by itself.

    Articles' addresses become links only where they are http(s). Characters that reorder their surroundings (U+202A–202E,
    U+2066–2069) are left out of what is shown; lone surrogates and control characters are shown as U+FFFD.

    Raises ValueError for another `lang` or `month_names`.
    """
    chosen = language(lang)
    if month_names not in TRADITIONS:
        raise ValueError(f"month_names: {month_names!r} is none of {', '.join(TRADITIONS)}")
    found = data(timeline, explained=explained)
    heading: Pair = (one_line(ordered(title)),) * 2 if title else pair("ui", "title")
    settings = {
        "lang": chosen,
        "title": heading,
        "tradition": month_names,
        "chunk": CHUNK,
        "words": table("ui") | table("page") | table("dates"),
        "counts": {noun: count_forms(noun) for noun in ("events", "articles", "sources", "statements")},
        "months": months(),
        "weekdays": weekdays(),
        "precisions": [pair("precision", name) for name in PRECISIONS],
        "sectors": table("sectors"),
        "classes": {key: action_class(key) for key in table("types")},
        "class_words": {key: table("classes")[key] for key in CLASSES},
        "land": _file("land.txt").strip(),
    }
    script = "".join(['"use strict";\n(() => {\n', *map(_file, _scripts()), "})();\n"])
    style = "".join(map(_file, _STYLES))
    page = (
        _environment()
        .get_template("page.html.jinja")
        .render(
            lang=chosen,
            en=int(chosen == "en"),
            title=heading,
            summary=summary(timeline),
            plain=plain(timeline),
            sources=sources(timeline),
            any_entries=bool(found.index["rows"]),
            classes=table("classes"),
            fields=FIELDS,
            months=months(),
            word=lambda key: pair("page" if key in table("page") else "ui", key),
            pair_json=lambda words: json.dumps(words, ensure_ascii=False),
            settings=_data(settings),
            index=_data(found.index),
            chunks=[_data(chunk) for chunk in found.chunks],
            script=Markup(script),
            style=Markup(style),
            policy=_policy(script, style),
        )
    )
    return whole(page) + "\n"


@lru_cache(maxsize=1)
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("timeline.formats", "html"), autoescape=True, undefined=StrictUndefined, trim_blocks=False
    )


@lru_cache(maxsize=1)
def _scripts() -> tuple[str, ...]:
    """The parts of the script, in the order of their names; together they are one function."""
    folder = resources.files("timeline.formats.html").joinpath("script")
    return tuple(sorted(f"script/{part.name}" for part in folder.iterdir() if part.name.endswith(".js")))


@lru_cache(maxsize=32)
def _file(name: str) -> str:
    return resources.files("timeline.formats.html").joinpath(name).read_text("utf-8")


def _data(value: Any) -> Markup:
    """JSON that can stand in a script element: nothing in it can end the element or open a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)


def _policy(script: str, style: str) -> str:
    """A Content-Security-Policy that lets this script and this style run and nothing else, and no request leave the page."""
    hashes = {
        name: base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        for name, text in (("script", script), ("style", style))
    }
    rules = (f"{name}-src 'sha256-{digest}'" for name, digest in hashes.items())
    return "; ".join(["default-src 'none'", *rules, "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'"])
