"""One page that stands alone: no network, no framework, readable without its script, safe with any article in it."""

import base64
import hashlib
import json
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from timeline.formats.clean import one_line, ordered, whole
from timeline.formats.html.facets import FIELDS
from timeline.formats.html.labels import Labels, shower
from timeline.formats.html.strip import strip
from timeline.formats.html.view import view
from timeline.formats.words import CLASSES, language, pair, table

if TYPE_CHECKING:
    from jinja2 import Environment

    from timeline.chronology import Timeline

_HEIGHT = 72  # of the strip's columns, in CSS pixels


def write(timeline: "Timeline", *, lang: str = "ar", title: str | None = None, explained: bool = True) -> str:
    """The page.

    `lang` is the language that it opens in, "ar" or "en" (a button switches it; quotes and actions stay as written); `title` its
    heading; `explained` has each entry say why its tellings are together (False makes a smaller page, faster).

    Articles' addresses become links only where they are http(s). Characters that reorder their surroundings (U+202A–202E,
    U+2066–2069) are left out of what is shown; lone surrogates and control characters are shown as U+FFFD.

    Raises ValueError for another `lang`.
    """
    chosen = language(lang)
    labels = Labels(chosen)
    shown = view(timeline, labels, explained=explained)
    script, style = _file("script.js"), _file("style.css")
    heading = (one_line(ordered(title)),) * 2 if title else pair("ui", "title")
    overview = strip(list(timeline))

    def index() -> Markup:
        """Asked for at the end of the template, when all labels have their numbers."""
        kinds: list[str] = list(CLASSES)
        words = {key: labels.number(value) for key, value in table("ui").items()}
        return _data(
            {
                "lang": chosen,
                "title": labels.number(heading),
                "words": words,
                "entries": shown.index,
                "facets": shown.facets,
                "bins": overview.bin_of,
                "classes": [kinds.index(name) for name in shown.classes],
                "labels": labels.pairs,
            }
        )

    template = _environment().get_template("page.html.jinja")
    page = template.render(
        lang=chosen,
        title=heading,
        view=shown,
        strip=overview,
        height=_HEIGHT,
        classes=table("classes"),
        fields=FIELDS,
        say=shower(labels),
        text=labels.text,
        number=labels.number,
        attributes=labels.attributes,
        word=lambda key: pair("ui", key),
        details=_data({"entries": shown.details, "articles": shown.article_rows}),
        index=index,
        script=Markup(script),
        style=Markup(style),
        policy=_policy(script, style),
    )
    return whole(page) + "\n"


@lru_cache(maxsize=1)
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("timeline.formats", "html"), autoescape=True, undefined=StrictUndefined, trim_blocks=False
    )


@lru_cache(maxsize=2)
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
    sources = {
        name: base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        for name, text in (("script", script), ("style", style))
    }
    rules = (f"{name}-src 'sha256-{digest}'" for name, digest in sources.items())
    return "; ".join(["default-src 'none'", *rules, "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'"])
