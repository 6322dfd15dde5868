"""An article out of a saved news page: its main text by trafilatura, and the day it was published by what the page declares."""

import codecs
import re
from collections.abc import Callable
from typing import Any

from timeline.articles.article import Article, Published
from timeline.articles.declared import publication_date
from timeline.articles.encoding import decode
from timeline.articles.record import build

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{1,40})""", re.IGNORECASE)
#: Charsets that a page may declare (of the WHATWG's Encoding Standard, by Python's names); other codecs are none of the web.
_OF_THE_WEB = frozenset(
    ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp1256", "iso8859-6", "cp864", "mac-arabic", "cp1252", "iso8859-1", "ascii")
)  # fmt: skip
#: What servers and templates declare without looking, over bytes that are something else.
_BY_DEFAULT = frozenset(("iso8859-1", "cp1252", "ascii"))
#: Of a page in UTF-8, how much may be broken: a caption cut in the middle of a letter, and no other encoding.
_FLAW = 0.01


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
    """The page as its bytes show; what it declares counts where they could be either of two."""
    declared = _declared_charset(page)
    try:
        text, shown = decode(page)
    except ValueError as error:
        return _decode_flawed(page, declared, error)
    if shown.codec in ("cp1256", "iso8859_6") and declared is not None and declared not in _BY_DEFAULT:
        try:
            return page.decode(declared)
        except ValueError:
            pass  # the declaration is wrong; the bytes decide
    return text


def _decode_flawed(page: bytes, declared: str | None, error: ValueError) -> str:
    """A page whose bytes show nothing: as it declares; in UTF-8 with a few broken letters. Raises the error where it is neither."""
    if declared is not None and declared != "utf-8":
        try:
            return page.decode(declared)
        except ValueError:
            pass
    text = page.decode("utf-8", "replace")
    if "\0" in text or text.count("\ufffd") > _FLAW * len(text):
        raise error
    return text


def _declared_charset(page: bytes) -> str | None:
    found = _CHARSET.search(page[:4096])
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else None
    except (LookupError, ValueError):
        return None
    return name if name in _OF_THE_WEB else None


#: Its own search for dates asks the clock and reads dates out of the running text; ours does neither.
_FIXED_DATES = {"extensive_search": False, "max_date": "9999-12-31"}
