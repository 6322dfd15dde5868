"""A saved news page gives its main text and the publication date that it declares, and nothing is fetched for it."""

import socket
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from timeline.articles import Article, read_articles

pytest.importorskip("trafilatura")

BODY = """<nav><a href="/">الرئيسية</a> <a href="/sport">رياضة</a></nav>
<article><h1>محادثات في جنيف</h1>
<p>عقدت روسيا والولايات المتحدة جولة من المحادثات في جنيف يوم الاثنين حول الضمانات الأمنية في أوروبا، بحسب ما قال دبلوماسيون.</p>
<p>وأضاف الدبلوماسيون أن الوفدين اتفقا على مواصلة الحوار في بروكسل وفيينا خلال الأسبوع نفسه، وأن الخلافات لا تزال كبيرة.</p>
</article><footer>جميع الحقوق محفوظة</footer>"""


def page(head: str = "", body: str = BODY) -> str:
    return f'<html dir="rtl"><head><title>محادثات | وكالة</title>{head}</head><body>{body}</body></html>'


def test_the_main_text_comes_without_menus() -> None:
    article = Article.from_html(page('<meta property="og:site_name" content="وكالة المثال">'))
    assert "الضمانات الأمنية" in article.text
    assert "رياضة" not in article.text
    assert "الحقوق" not in article.text
    assert article.source == "وكالة المثال"
    assert article.published is None


@pytest.mark.parametrize(
    ("head", "declared_by"),
    [
        ('<meta property="article:published_time" content="2022-01-10T23:30:00+03:00">', "meta article:published_time"),
        ('<meta name="pubdate" content="10 يناير 2022">', "meta pubdate"),
        ('<meta itemprop="datePublished" content="2022-01-10">', "meta datepublished"),
        (
            '<script type="application/ld+json">{"@graph": [{"datePublished": "2022-01-10T08:00Z"}]}</script>',
            "JSON-LD datePublished",
        ),
        ('<link rel="canonical" href="https://example.org/2022/1/10/talks">', "page address"),
    ],
)
def test_the_publication_date_is_what_the_page_declares_and_by_what_is_kept(head: str, declared_by: str) -> None:
    article = Article.from_html(page(head))
    assert (article.published, article.published_from) == (date(2022, 1, 10), declared_by)


def test_a_time_element_of_the_article_declares_its_date() -> None:
    article = Article.from_html(page(body=BODY.replace("<h1>", '<time datetime="2022-01-10">الاثنين</time><h1>', 1)))
    assert (article.published, article.published_from) == (date(2022, 1, 10), "time element")


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="date" content="قريبا">',
        '<script type="application/ld+json">{"datePublished": 3}</script>',
        '<script type="application/ld+json">{broken</script>',
        '<script type="application/ld+json">' + "[" * 50_000 + "</script>",
        '<link rel="canonical" href="https://example.org/2022/13/45/talks">',
    ],
)
def test_a_declaration_that_makes_no_sense_gives_no_date(head: str) -> None:
    assert Article.from_html(page(head)).published is None


def test_what_is_given_wins_over_the_page() -> None:
    article = Article.from_html(page('<meta name="date" content="2022-01-10">'), "2022-01-11", source="أخرى", id="x")
    assert (article.published, article.source, article.id) == (date(2022, 1, 11), "أخرى", "x")


@pytest.mark.parametrize("charset", ["windows-1256", "iso-8859-6", "utf-8", "nonsense"])
def test_bytes_are_read_in_the_charset_that_the_page_declares_if_it_is_true(charset: str) -> None:
    codec = "cp1256" if charset == "nonsense" else charset
    article = Article.from_html(page(f'<meta charset="{charset}">').encode(codec))
    assert "الضمانات" in article.text


@pytest.mark.parametrize("broken", ["", "   ", "<", "<html>", "\0", "<div>" * 3000, "<!-- " * 100])
def test_a_page_without_an_article_is_a_value_error(broken: str) -> None:
    with pytest.raises(ValueError, match="no article"):
        Article.from_html(broken)


def test_an_address_instead_of_a_page_is_not_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    with suppress(ValueError):
        assert Article.from_html("https://example.org/talks").published is None


def test_a_saved_page_in_a_folder_is_read_with_its_sidecar(tmp_path: Path) -> None:
    (tmp_path / "talks.html").write_text(page('<meta name="date" content="2022-01-10">'), "utf-8")
    (tmp_path / "talks.toml").write_text('source = "وكالة"', "utf-8")
    (article,) = read_articles(tmp_path, published="2000-01-01")
    assert (article.published, article.source) == (date(2022, 1, 10), "وكالة")


def json_ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


OTHER = '{"@type": "NewsArticle", "headline": "زلزال يضرب الساحل", "datePublished": "2021-05-05"}'
OWN = '{"@type": "NewsArticle", "headline": "محادثات في جنيف", "datePublished": "2022-01-10"}'
ITEMS = '{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "datePublished": "2021-05-05"}]}'
HEADING = '<time datetime="2022-01-10"></time><h1>'


@pytest.mark.parametrize(
    "given",
    [
        page(json_ld(OTHER) + json_ld(OWN)),
        page(json_ld(f"[{ITEMS}, {OWN}]")),
        page(json_ld(f'[{ITEMS}, {{"datePublished": "2022-01-10"}}]')),
        page(json_ld(OTHER) + '<meta property="article:published_time" content="2022-01-10">'),
        page(
            '<link rel="canonical" href="https://www.example.org/news/2">'
            + json_ld(f'[{OTHER}, {{"url": "http://example.org/news/2/", "datePublished": "2022-01-10"}}]')
        ),
        page(json_ld(OWN.replace("محادثات في", "محادثات\nفي"))),
        page(json_ld(OWN.replace("}", ",}"))),
        page(json_ld(f"//<![CDATA[\n{OWN}\n//]]>")),
        page(json_ld(OWN.replace("محادثات", 'محادثات "مهمة"'))),
        page(body=f'<aside><time datetime="2021-05-05"></time></aside>{BODY.replace("<h1>", HEADING, 1)}'),
        page(body=BODY.replace("<h1>", f'<aside><time datetime="2021-05-05"></time></aside>{HEADING}', 1)),
        page(body=f'<article><h3>زلزال</h3><time datetime="2021-05-05"></time></article>{BODY.replace("<h1>", HEADING, 1)}'),
        page(body=f'<div class="related-news"><time pubdate datetime="2021-05-05"></time></div>{BODY.replace("<h1>", HEADING, 1)}'),
    ],
    ids=[
        "a related article first",
        "a list of items first",
        "an own node without a headline",
        "a related article alone",
        "told by the address",
        "a line break in a string",
        "a trailing comma",
        "wrapped",
        "quotes in a string",
        "an aside before",
        "an aside within",
        "a card before",
        "a box of related news",
    ],
)  # fmt: skip
def test_the_date_is_that_of_the_pages_own_article(given: str) -> None:
    assert Article.from_html(given).published == date(2022, 1, 10)


STORM = OTHER.replace("زلزال", "إعصار")


@pytest.mark.parametrize("given", [page(json_ld(OTHER)), page(json_ld(f"[{OTHER}, {STORM}]")), page(json_ld(ITEMS))])
def test_a_date_of_others_alone_is_no_date(given: str) -> None:
    assert Article.from_html(given).published is None


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252", "utf-8", "windows-1256", "punycode", "unicode_escape"])
@pytest.mark.parametrize("codec", ["cp1256", "utf-8"])
def test_the_bytes_tell_the_charset_where_the_declaration_is_wrong(declared: str, codec: str) -> None:
    assert "الضمانات الأمنية" in Article.from_html(page(f'<meta charset="{declared}">').encode(codec)).text


def test_a_letter_cut_in_two_costs_no_page() -> None:
    broken = page('<meta charset="utf-8">').encode().replace("المحادثات".encode(), "المحادثات".encode()[:-1], 1)
    assert "الضمانات الأمنية" in Article.from_html(broken).text


def test_a_page_of_thousands_of_unreadable_dates_tries_a_few_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    from timeline.articles import declared

    tried: list[str] = []
    monkeypatch.setattr(declared, "_day", tried.append)
    nodes = ", ".join(f'{{"datePublished": "soon {number}"}}' for number in range(5000))
    assert Article.from_html(page(json_ld(f"[{nodes}]"))).published is None
    assert len(tried) <= 24
