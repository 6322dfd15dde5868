"""An article out of a saved news page: its main text by trafilatura, and the day it was published by what the page declares."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import attrs

from timeline.articles.article import Article, Published
from timeline.articles.encoding import decode
from timeline.articles.record import build

_META_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "publishdate",
    "publish-date",
    "pubdate",
    "date",
)
_DAY_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)")
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{1,40})""", re.IGNORECASE)


@attrs.frozen
class PublicationDate:
    """The day a page was published, and what in the page says so."""

    day: date
    declared_by: str


def read_page(page: str | bytes, *, undeclared: Published = None, **given: Any) -> Article:
    """The article in a saved page; `undeclared` is its publication date where neither `given` nor the page has one.

    Raises ImportError, saying how to install it, without trafilatura; ValueError where the page has no main text.
    """
    tree, extract = _load(page)
    document = extract(tree, include_comments=False, include_tables=False, with_metadata=True, date_extraction_params=_FIXED_DATES)
    if document is None or not any(map(str.isalpha, document.text or "")):
        raise ValueError("no article in this page")
    fields = {"title": document.title, "source": document.sitename or document.hostname, "url": document.url, **given}
    if "published" not in given:
        declared = publication_date(tree, fields["url"])
        if declared is not None:
            fields |= {"published": declared.day, "published_from": declared.declared_by}
        elif undeclared is not None:
            fields["published"] = undeclared
    return build(document.text, {key: value for key, value in fields.items() if value not in (None, "")})


def publication_date(tree: Any, url: str | None = None) -> PublicationDate | None:
    """The publication date that a parsed page declares: by JSON-LD, a meta tag, a time element, its address; None without any."""
    for declared_by, text in _declarations(tree, url):
        day = _day(text)
        if day is not None:
            return PublicationDate(day, declared_by)
    return None


def _declarations(tree: Any, url: str | None) -> Iterator[tuple[str, str]]:
    for script in tree.xpath('//script[@type="application/ld+json"]'):
        for text in _json_dates(script.text or ""):
            yield "JSON-LD datePublished", text
    metas = {
        (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower(): meta.get("content") or ""
        for meta in reversed(tree.xpath("//meta[@content]"))
    }
    for name in _META_NAMES:
        if name in metas:
            yield f"meta {name}", metas[name]
    for element in tree.xpath(
        '//*[@itemprop="datePublished"] | //time[@pubdate] | //article//time[@datetime] | //header//time[@datetime]'
    ):
        yield "time element", element.get("datetime") or element.get("content") or element.text_content()
    address = _DAY_IN_ADDRESS.search(url or "")
    if address:
        yield "page address", f"{address[1]}-{int(address[2]):02d}-{int(address[3]):02d}"


def _json_dates(source: str) -> Iterator[str]:
    """Every datePublished in a JSON-LD block, outermost first."""
    try:
        level = [json.loads(source)]
    except (ValueError, RecursionError):
        return
    while level:
        for value in level:
            if isinstance(value, dict) and isinstance(value.get("datePublished"), str):
                yield value["datePublished"]
        level = [
            inner
            for value in level
            if isinstance(value, dict | list)
            for inner in (value.values() if isinstance(value, dict) else value)
        ]


def _day(text: str) -> date | None:
    """The day as written; an aware time keeps the day that it names."""
    try:
        return Article("", text.strip() or None).published
    except (TypeError, ValueError):
        return None


def _load(page: str | bytes) -> tuple[Any, Callable[..., Any]]:
    """The page as a tree, never as a string: handed a lone address, trafilatura's date finder would go and fetch it."""
    try:
        from lxml import etree, html
        from trafilatura import bare_extraction
    except ImportError:
        raise ImportError("reading web pages needs trafilatura: pip install 'arabic-timeline[web]'") from None
    text = _decode_page(page) if isinstance(page, bytes) else page
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise ValueError("no article in this page") from None
    return tree, bare_extraction


def _decode_page(page: bytes) -> str:
    declared = _CHARSET.search(page[:4096])
    if declared:
        try:
            return page.decode(declared[1].decode("ascii"))
        except (LookupError, ValueError):
            pass  # the declaration is wrong; the bytes decide
    return decode(page)[0]


#: Its own search for dates asks the clock and reads dates out of the running text; ours above does neither.
_FIXED_DATES = {"extensive_search": False, "max_date": "9999-12-31"}
