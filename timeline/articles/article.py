"""An article: the text that everything else points into, and what is known about it."""

import hashlib
import json
from datetime import date, datetime
from os import PathLike
from pathlib import Path
from typing import Any

import attrs

#: A publication date as a caller may give it.
Published = date | datetime | str | None


def is_missing(value: object) -> bool:
    """Whether a value is what tables put where there is none: NaN, NaT, or pandas' NA.

    >>> is_missing(float("nan")), is_missing("2022-02-04"), is_missing(None)
    (True, False, False)
    """
    if type(value).__name__ in ("NaTType", "NAType"):
        return True
    return (isinstance(value, float) and value != value) or (_is_stamp(value) and str(value) == "NaT")


def _is_stamp(value: object) -> bool:
    """Whether it is numpy's datetime64, which is no datetime."""
    return type(value).__name__ == "datetime64"


def _published(value: Published) -> date | None:
    if value is None or is_missing(value):
        return None
    if _is_stamp(value):
        value = str(value)
    from timeline.dates import parse_published  # loads vocabularies, which an article as such does without

    return parse_published(value)


def _id(value: object) -> str:
    """The id as given; empty where the content has to give one."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise TypeError(f"id must be a string or None, not {type(value).__name__}")
    if not value:
        raise ValueError("id must not be empty")
    return value


def _is_string(_: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    if not isinstance(value, str):
        raise TypeError(f"{attribute.name} must be a string, not {type(value).__name__}")


def _abridged(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:59] + "…")


@attrs.frozen
class Article:
    """A text with its publication date, and where it comes from.

    `published` is a date, a datetime, or a string in any format or language ("2022-02-04", "04 فبراير 2022ء"); kept as a
    `datetime.date`, or None where nobody knows it (NaN and NaT too). `source` (the outlet), `title` and `url` are metadata,
    shown and never read for events. `published_from` says where the publication date was found. `id` is a hash of all other
    fields where none is given, so that a reprint elsewhere stays an article of its own.

    Raises TypeError for a field that is no string, ValueError for a `published` that names no single day.

    >>> Article("قال الوزير", "2022-02-04", source="وكالة").published
    datetime.date(2022, 2, 4)
    >>> Article("قال الوزير").id == Article("قال الوزير").id != Article("قال الوزير", source="وكالة").id
    True
    """

    text: str = attrs.field(validator=_is_string, repr=_abridged)
    published: date | None = attrs.field(default=None, converter=_published)
    source: str | None = attrs.field(default=None, kw_only=True, validator=attrs.validators.optional(_is_string))
    title: str | None = attrs.field(default=None, kw_only=True, validator=attrs.validators.optional(_is_string))
    url: str | None = attrs.field(default=None, kw_only=True, validator=attrs.validators.optional(_is_string))
    published_from: str | None = attrs.field(
        default=None, kw_only=True, eq=False, repr=False, validator=attrs.validators.optional(_is_string)
    )
    id: str = attrs.field(default=None, kw_only=True, converter=_id)

    def __attrs_post_init__(self) -> None:
        if not self.id:
            object.__setattr__(self, "id", self._fingerprint())

    def _fingerprint(self) -> str:
        """Sixteen hexadecimal digits of a hash over everything that tells one article from another.

        Hashed are the code points as they are, so that nothing depends on what an interpreter knows of Unicode.
        """
        published = self.published.isoformat() if self.published else None
        fields = json.dumps([self.text, published, self.source, self.title, self.url], ensure_ascii=False)
        return hashlib.sha256(fields.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @classmethod
    def from_file(
        cls,
        path: str | PathLike[str],
        published: Published = None,
        *,
        id: str | None = None,  # noqa: A002
        source: str | None = None,
        title: str | None = None,
        url: str | None = None,
    ) -> "Article":
        """The article in a file of plain text or a saved HTML page, gzipped or not, in UTF-8, Windows-1256 or ISO-8859-6.

        What is not given comes from the sidecar: `talks.toml` beside `talks.txt`, with `published`, `source`, `title`, `url` and
        `id`. For a file or folder with many articles see `read_articles`.

        Raises OSError where the file cannot be read, ValueError where it holds no article, TypeError for what is no path.
        """
        from timeline.articles.files import read_file

        if not isinstance(path, str | PathLike):
            raise TypeError(f"path must be a string or a path, not {type(path).__name__}")
        given = {"id": id, "source": source, "title": title, "url": url}
        return read_file(Path(path), given={"published": published, **given})[0]

    @classmethod
    def from_html(
        cls,
        page: str | bytes,
        published: Published = None,
        *,
        id: str | None = None,  # noqa: A002
        source: str | None = None,
        title: str | None = None,
        url: str | None = None,
    ) -> "Article":
        """The main text of a saved news page, with the publication date, title and outlet that the page declares.

        What is given wins over the page. `published_from` tells what in the page the date comes from ("meta
        article:published_time"). Nothing is fetched. Needs the extra `web`.

        Raises ImportError without it, ValueError where the page holds no article, TypeError for what is no page.
        """
        from timeline.articles.html import read_page

        if not isinstance(page, str | bytes):
            raise TypeError(f"page must be a string or bytes, not {type(page).__name__}")
        given = {"id": id, "source": source, "title": title, "url": url, "published": published}
        return read_page(page, **{name: value for name, value in given.items() if value is not None})
