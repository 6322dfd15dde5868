"""One file with one article: plain text, a saved web page or a mail, with a sidecar for what the text does not tell."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from timeline.articles.article import Article, Published
from timeline.articles.encoding import decode
from timeline.articles.kinds import SINGLE, Kind, kind_by_content, kind_by_name
from timeline.articles.mail import read_letter
from timeline.articles.notice import Notice
from timeline.articles.opening import LARGEST_ARCHIVE, LARGEST_ARTICLE, beginning_of, opened, whole
from timeline.articles.record import build
from timeline.articles.sidecar import read_sidecar, sidecar_of


@attrs.frozen
class Unread:
    """A file with one article that takes long to be read (a page to be parsed), for a worker to read.

    `published` is its publication date if neither it nor its sidecar tells one.
    """

    path: Path
    published: Published = None

    def read(self) -> tuple[Article | None, tuple[Notice, ...]]:
        """Its article, or None; and what there is to say about it."""
        try:
            article, notice = read_file(self.path, published=self.published)
        except (OSError, ValueError, ImportError) as error:
            return None, (Notice(str(self.path), message_of(error)),)
        return article, (notice,) if notice else ()


def read_file(
    path: Path, *, published: Published = None, given: Mapping[str, object] | None = None
) -> tuple[Article, Notice | None]:
    """The article in a file, and how its bytes were read if that needs saying.

    Its metadata is what is `given`, else what its sidecar says, else what the page or mail itself says, else `published`; its
    source is at least the file's name.

    Raises OSError where the file cannot be read, ValueError where it holds no text, or many articles, or a field makes no sense.
    """
    with opened(path) as stream:
        kind = kind_by_content(beginning_of(stream), kind_by_name(path))
        if kind not in SINGLE:
            raise ValueError("a file of many articles; read_articles reads it")
        data = whole(stream, LARGEST_ARCHIVE if kind in ("mail", "archive") else LARGEST_ARTICLE)
    known = {key: value for key, value in (given or {}).items() if value is not None}
    told = read_sidecar(path)
    if "published" in told and "published" not in known:
        told["published_from"] = f"the sidecar {sidecar_of(path).name}"
    return read_data(data, kind, path.name, where=str(path), published=published, known={**told, **known})


def read_data(
    data: bytes, kind: Kind, name: str, *, where: str, published: Published, known: Mapping[str, Any]
) -> tuple[Article, Notice | None]:
    """The article in the bytes of a file of a kind with one; `known` wins over what they tell. Raises as `read_file` does."""
    fields: dict[str, Any] = dict(known)
    page: bytes | None = data if kind == "page" else None
    text, notice = "", None
    if kind in ("mail", "archive"):
        letter = read_letter(data, archive=kind == "archive")
        page, text = letter.page, letter.text
        told = {key: value for key, value in letter.told.items() if not (key == "published_from" and "published" in known)}
        fields = {**told, **fields}
    elif kind == "text":
        text, encoding = decode(data)
        notice = None if encoding.usual else Notice(where, f"read as {encoding.name}", lost=False)
    if page is not None:
        from timeline.articles.html import read_page  # trafilatura is an extra

        return read_page(page, undeclared=published, **fields), None
    if published is not None:
        fields.setdefault("published", published)
    fields.setdefault("source", name)
    return build(text, fields), notice


def message_of(error: Exception) -> str:
    """What an error says to the user; its class where it says nothing."""
    return (error.strerror if isinstance(error, OSError) and error.strerror else str(error)) or type(error).__name__
