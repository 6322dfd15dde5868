"""One file with one article: plain text or a saved web page, with a sidecar for what the text does not tell."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from timeline.articles.article import Article, Published
from timeline.articles.encoding import decode
from timeline.articles.notice import Notice
from timeline.articles.opening import opened, whole
from timeline.articles.record import build
from timeline.articles.sidecar import read_sidecar, sidecar_of

PAGES = (".html", ".htm", ".xhtml")
TEXTS = (".txt", ".text")
LINES = (".jsonl", ".ndjson")


def kind_of(path: Path) -> str:
    """The suffix that says what a file holds, in lower case, `.gz` left aside.

    >>> kind_of(Path("Batch.JSONL.gz"))
    '.jsonl'
    """
    return Path(path.name.lower().removesuffix(".gz")).suffix


def read_file(
    path: Path, *, published: Published = None, given: Mapping[str, object] | None = None
) -> tuple[Article, Notice | None]:
    """The article in a file, and how its bytes were read if that needs saying.

    Its metadata is what is `given`, else what its sidecar says, else what the page itself says (for HTML), else `published`; its
    source is at least the file's name.

    Raises OSError where the file cannot be read, ValueError where it holds no text or a field makes no sense.
    """
    with opened(path) as stream:
        data = whole(stream)
    known = {key: value for key, value in (given or {}).items() if value is not None}
    told = read_sidecar(path)
    if "published" in told and "published" not in known:
        told["published_from"] = f"the sidecar {sidecar_of(path).name}"
    fields: dict[str, Any] = {**told, **known}
    if kind_of(path) in PAGES:
        from timeline.articles.html import read_page  # trafilatura is an extra

        return read_page(data, undeclared=published, **fields), None
    text, encoding = decode(data)
    if published is not None:
        fields.setdefault("published", published)
    fields.setdefault("source", path.name)
    return build(text, fields), None if encoding.usual else Notice(str(path), f"read as {encoding.name}", lost=False)
