"""The day a page was published, by what the page declares: JSON-LD, meta tags, time elements, its address.

A page tells of other articles too (related items, cards, a sidebar). What belongs to one of these is left aside: a node of JSON-LD
that names another headline or address, and whatever stands in an aside.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any
from urllib.parse import unquote, urlsplit

import attrs

from timeline.articles.article import Article

#: Names of meta tags for the day of publication, the most trusted first.
_META_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
    "published_time",
    "publication_date",
    "publishdate",
    "publish-date",
    "publish_date",
    "published",
    "pubdate",
    "article.published",
    "date",
)
_DAY_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)")
#: Strings of JSON, kept; and commas before a closing bracket, which JSON does not allow and templates leave there.
_TRAILING_COMMA = re.compile(r'("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])', re.DOTALL)
_DATE_IN_SCRIPT = re.compile(r'"datePublished"\s*:\s*"([^"\\]{8,40})"')
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/)?[\s;]*$")
_ASIDE = re.compile(
    r"\b(?:related|sidebar|most[-_]?(?:read|viewed)|latest|recommend\w*|more[-_]?(?:news|stories)|widget|read[-_]?also|comments?)\b"
)
#: Keys of JSON-LD under which other things stand than the page's article.
_OF_OTHERS = frozenset(
    ("itemListElement", "relatedLink", "isRelatedTo", "isBasedOn", "citation", "mentions", "hasPart", "comment", "review", "video")
)
_LEAST_SHARED = 0.5  # of the words of the shorter headline
_MOST_TRIED = 24  # a page that declares more dates than this is no page of an article
_LONGEST = 80


@attrs.frozen
class PublicationDate:
    """The day a page was published, and what in the page says so."""

    day: date
    declared_by: str


@attrs.frozen
class _Node:
    """An article in JSON-LD: what it says of itself, and whether it stands among others' items."""

    published: str
    headline: str
    addresses: tuple[str, ...]
    of_others: bool


def publication_date(tree: Any, url: str | None = None) -> PublicationDate | None:
    """The publication date that a parsed page declares, None where it declares none or several articles that could be its own."""
    tried: dict[str, date | None] = {}
    for declared_by, text in _declarations(tree, url):
        if text not in tried:
            if len(tried) == _MOST_TRIED:
                return None
            tried[text] = _day(text)
        day = tried[text]
        if day is not None:
            return PublicationDate(day, declared_by)
    return None


def _declarations(tree: Any, url: str | None) -> Iterator[tuple[str, str]]:
    for text in _by_json(tree, url):
        yield "JSON-LD datePublished", text
    metas = {
        (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower(): meta.get("content") or ""
        for meta in reversed(tree.xpath("//meta[@content]"))
        if not (meta.get("itemprop") and _is_aside(meta))
    }
    for name in _META_NAMES:
        if name in metas:
            yield f"meta {name}", metas[name]
    for element in _own_times(tree):
        yield "time element", element.get("datetime") or element.get("content") or element.text_content()
    address = _DAY_IN_ADDRESS.search(url or "")
    if address:
        yield "page address", f"{address[1]}-{int(address[2]):02d}-{int(address[3]):02d}"


def _by_json(tree: Any, url: str | None) -> Iterator[str]:
    """The datePublished of the page's own article: of the node with its address, else its headline, else of the only one."""
    nodes: list[_Node] = []
    for script in tree.xpath('//script[@type="application/ld+json"]'):
        nodes += _nodes(script.text or "")
    addresses = {
        _address(one) for one in (url, *tree.xpath('//link[@rel="canonical"]/@href | //meta[@property="og:url"]/@content'))
    }
    by_address = [node for node in nodes if addresses & set(node.addresses) - {""}]
    headlines = [
        _words(text)
        for text in (
            *tree.xpath('//meta[@property="og:title"]/@content'),
            *(element.text_content() for element in tree.xpath("//h1 | //head/title")),
        )
    ]
    by_headline = [node for node in nodes if node.headline and _agree(node.headline, headlines)]
    alone = [node for node in nodes if not node.of_others and (not node.headline or not any(headlines))]
    for found in (by_address, by_headline, alone):
        days = list(dict.fromkeys(node.published for node in found))
        if found is not alone or len(days) == 1:
            yield from days
        if found:
            return


def _nodes(source: str) -> list[_Node]:
    """Everything with a datePublished in a JSON-LD block, outermost first."""
    value = _loads(source)
    if value is None:
        days = set(_DATE_IN_SCRIPT.findall(source))
        return [_Node(days.pop(), "", (), of_others=False)] if len(days) == 1 else []
    found: list[_Node] = []
    level: list[tuple[Any, bool]] = [(value, False)]
    while level:
        below: list[tuple[Any, bool]] = []
        for one, of_others in level:
            if isinstance(one, Mapping):
                if isinstance(one.get("datePublished"), str):
                    found.append(_node(one, of_others))
                below += [(inner, of_others or key in _OF_OTHERS) for key, inner in one.items()]
            elif isinstance(one, list):
                below += [(inner, of_others) for inner in one]
        level = below
    return found


def _node(record: Mapping[str, Any], of_others: bool) -> _Node:
    pages = [record.get(key) for key in ("url", "@id", "mainEntityOfPage")]
    addresses = [page.get("@id") or page.get("url") if isinstance(page, Mapping) else page for page in pages]
    headline = record.get("headline") or record.get("name")
    return _Node(
        record["datePublished"],
        headline if isinstance(headline, str) else "",
        tuple(_address(one) for one in addresses if isinstance(one, str)),
        of_others,
    )


def _loads(source: str) -> Any:
    """The value of a JSON-LD block, mended as browsers' readers mend it: line breaks in strings, trailing commas, wrappings."""
    bare = _WRAPPING.sub("", source, count=1)
    bare = _WRAPPING.sub("", bare)
    for text in (source, _TRAILING_COMMA.sub(lambda match: match[1] or "", bare)):
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _own_times(tree: Any) -> Iterator[Any]:
    """Time elements that date the page's article: in it or in a header, not in an aside or in the card of another."""
    own = _own_article(tree)
    for element in tree.xpath(
        '//*[@itemprop="datePublished"] | //time[@pubdate] | //article//time[@datetime] | //header//time[@datetime]'
    ):
        around = list(element.iterancestors("article"))
        if not _is_aside(element) and (not around or around[0] is own or own is None):
            yield element


def _own_article(tree: Any) -> Any:
    """The article element with the page's heading, else the one with most text, if there are several; None for none."""
    articles = tree.xpath("//article")
    with_heading = [one for one in articles if one.xpath(".//h1")]
    return max(with_heading or articles, key=lambda one: len(one.text_content()), default=None)


def _is_aside(element: Any) -> bool:
    """Whether it stands in an aside, a menu or a footer, by element or by what the page calls it."""
    return any(
        one.tag in ("aside", "nav", "footer") or _ASIDE.search(f"{one.get('class') or ''} {one.get('id') or ''}".lower())
        for one in element.iterancestors()
        if isinstance(one.tag, str) and one.tag not in ("html", "body")
    )


def _address(url: str | None) -> str:
    """An address as it is compared: without scheme, www, mobile prefix, query and closing slash."""
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:
        return ""
    host = re.sub(r"^(?:www|m|amp)\.", "", (parts.hostname or "").lower())
    return f"{host}{unquote(parts.path).rstrip('/')}" if host and parts.path.strip("/") else ""


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w{2,}", text))


def _agree(headline: str, others: Iterable[frozenset[str]]) -> bool:
    """Whether a headline shares most of its words with one of the page's."""
    words = _words(headline)
    return any(len(words & other) >= _LEAST_SHARED * min(len(words), len(other)) for other in others if words and other)


def _day(text: str) -> date | None:
    """The day as written; an aware time keeps the day that it names."""
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    try:
        return Article("", text).published
    except (TypeError, ValueError):
        return None
