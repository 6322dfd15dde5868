"""The HTML page as text: what it holds before any browser runs its script."""

import base64
import hashlib
import json
import re

import pytest
from lxml import html as lxml_html

from tests.formats.hostile import ADDRESSES, ATTACKS, hostile
from tests.formats.talks import ARTICLES, telling
from timeline.chronology import Correction, Evidence, Timeline
from timeline.formats import write
from timeline.formats.html.quotes import pieces
from timeline.model import DateSpan


def parsed(timeline: Timeline, **options):
    return lxml_html.document_fromstring(write(timeline, "html", **options))


def data(page, name: str):
    return json.loads(page.get_element_by_id(name).text)


def details(page) -> list[dict]:
    chunks = page.xpath("//script[starts-with(@id, 'details-')]")
    return [one for chunk in chunks for one in json.loads(chunk.text)]


def plain(page):
    """What stands in the page for readers without scripts."""
    (noscript,) = page.iter("noscript")
    return noscript


def text_of(element) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture(scope="module")
def page(chronology):
    return parsed(chronology)


def test_it_opens_right_to_left_in_arabic_and_on_request_in_english(page, chronology):
    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")
    english = parsed(chronology, lang="en", title="Talks")
    assert (english.get("lang"), english.get("dir")) == ("en", "ltr")
    assert english.findtext(".//title") == english.findtext(".//h1") == "Talks"
    assert "Antony Blinken" in text_of(plain(english))


def test_it_asks_nothing_of_the_network(page):
    loads = page.xpath(
        "//@src | //link/@href | //img | //iframe | //object | //embed | //form/@action | //base | //meta[@http-equiv='refresh']"
    )
    assert loads == []
    assert "url(" not in page.findtext(".//style")
    assert "@import" not in page.findtext(".//style")


def test_its_policy_lets_its_own_script_and_style_run_and_nothing_else(page):
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    for name in ("script", "style"):
        (inline,) = [element.text for element in page.iter(name) if element.get("type") is None]
        digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert page.xpath("//@style") == []
    assert [name for element in page.iter() for name in element.attrib if name.startswith("on")] == []


def test_without_scripts_entries_stand_with_their_quotes_under_year_and_month(page, chronology):
    assert [text_of(heading) for heading in plain(page).iter("h2")] == [
        "2014: أطول من شهر", "مارس 2014", "نوفمبر 2021", "ديسمبر 2021", "يناير 2022", "فبراير 2022", "بلا تاريخ", "المقالات",
    ]  # fmt: skip
    quotes = [text_of(quote) for quote in plain(page).iter("blockquote")]
    assert sorted(quotes) == sorted(" ".join(mention.quote.split()) for mention in chronology.mentions)
    assert len(plain(page).xpath(".//li[contains(@class, 'e ')]")) == len(chronology.entries)


def test_without_scripts_an_entry_shows_parties_type_place_and_what_is_not_certain(page):
    entries = {text_of(one.find_class("what")[0]): text_of(one) for one in plain(page).xpath(".//li[contains(@class, 'e ')]")}
    visit = entries["زيارة ماكرون لموسكو"]
    assert [word for word in ("إيمانويل ماكرون ← روسيا", "تشاور", "مزمع", "أسبوع 7–13 فبراير 2022") if word not in visit] == []
    assert "بروكسل" in entries["اجتماع مجلس حلف الأطلسي وروسيا"]
    assert "منفي" in entries["غزو أوكرانيا"]


def test_sources_link_to_their_articles(page):
    assert plain(page).xpath(".//ol[@class='sources']//a/@href") == [
        "https://bridge.example/%D8%A3%D8%B3%D8%A8%D9%88%D8%B9",
        "https://harbour.example/1",
        "https://tower.example/3",
    ]


def test_details_hold_quotes_conflicts_and_how_it_is_known(page, chronology):
    found = details(page)
    assert len(found) == len(chronology.entries)
    for entry, event in zip(found, chronology.entries, strict=True):
        assert ["".join(text for _, text in quote[1]) for quote in entry["q"]] == [mention.quote for mention in event.mentions]
        assert all(any(mark == "trigger" for mark, _ in quote[1]) for quote in entry["q"])
        assert len(entry.get("c", ())) == len(event.conflicts)
        assert [line[-1] for line in entry["x"]] == chronology.explain(event, "en").split("\n")
        assert [line[0] for line in entry["x"]] == chronology.explain(event, "ar").split("\n")


def test_explanations_can_be_left_out(chronology):
    assert all("x" not in entry for entry in details(parsed(chronology, explained=False)))


def test_rows_know_where_their_mentions_stand(page, chronology):
    index = data(page, "index")
    for row, event in zip(index["rows"], chronology.entries, strict=True):
        standing = [(index["articles"][article][4], start, end) for article, start, end, _, _ in row[17]]
        assert standing == [(one.article, one.trigger.start, one.trigger.end) for one in event.mentions]


def test_corrections_go_into_the_page_with_what_they_changed(chronology):
    evidence = tuple(map(Evidence.of, chronology[0].mentions))
    corrections = [
        Correction("star", evidence),
        Correction("date", evidence, value=DateSpan.year(2015)),
        Correction("hide", (Evidence.of(chronology[3].mentions[0]),)),
    ]
    page = parsed(chronology.corrected(corrections))
    index = data(page, "index")
    assert [line["decide"] for line in index["decisions"]] == ["date", "hide", "star"]
    reviews = [row[15] for row in index["rows"] if row[15]]
    assert {"starred": 1, "amended": [["date", [str(chronology[0].date)], "", ""]]} in reviews
    assert {"hidden": 1} in reviews
    assert len(plain(page).xpath(".//li[contains(@class, 'e ')]")) == len(chronology.entries) - 1


def test_every_reference_within_the_page_has_its_end(page):
    ids = page.xpath("//@id")
    assert len(set(ids)) == len(ids)
    ends = [end[1:] for end in page.xpath("//a/@href") if end.startswith("#")]
    for attribute in ("aria-labelledby", "aria-controls", "aria-describedby"):
        ends += [end for value in page.xpath(f"//@{attribute}") for end in value.split()]
    assert set(ends + page.xpath("//label/@for")) <= set(ids)


def test_every_word_that_the_script_says_is_in_the_table(page):
    settings, script = data(page, "settings"), page.xpath("//script[not(@type)]")[0].text
    asked = set(re.findall(r"""\b(?:say|fill)\("(\w+)"[,)]""", script))
    assert len(asked) > 60
    assert asked - set(settings["words"]) == set()
    marked = set(page.xpath("//@data-t")) | set(page.xpath("//@data-a")) | set(page.xpath("//@data-p"))
    assert marked - set(settings["words"]) == set()


def kinds_of_elements(page) -> set[tuple[str, tuple[str, ...]]]:
    """Each element's tag with the names of its attributes."""
    return {(element.tag, tuple(sorted(element.attrib))) for element in page.iter() if isinstance(element.tag, str)}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_no_text_adds_an_element_or_an_attribute(attack: str, page):
    armed = parsed(hostile(attack), title=attack)
    known = kinds_of_elements(page) | kinds_of_elements(parsed(hostile("نص")))
    assert kinds_of_elements(armed) <= known
    assert len(list(armed.iter("script"))) == 4
    shown = "".join(armed.xpath("//body//text()[not(parent::script)]"))
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00]", shown)
    details(armed)


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES.keys())
def test_links_are_http_or_none(address: str):
    page = parsed(hostile("نص", address))
    outward = [href for href in page.xpath("//a/@href") if not href.startswith("#")]
    outward += [row[2] for row in data(page, "index")["articles"] if row[2]]
    assert all(href.startswith("https://evil.example/a") for href in outward)


def test_pieces_of_a_quote_make_the_quote():
    from datetime import date

    told = telling(ARTICLES[0], "سلمت", "x", "CONSULT", DateSpan.day(date(2021, 12, 15)), "15 ديسمبر 2021")
    assert "".join(text for _, text in pieces(told)) == told.quote
    assert dict(pieces(told))["trigger"] == "سلمت"
    assert dict(pieces(told))["date"] == "15 ديسمبر 2021"


def test_a_long_expression_is_not_repeated_on_the_line():
    told = telling(ARTICLES[0], "سلمت", "x", "CONSULT", DateSpan.month(2021, 12, approximate=True), ARTICLES[0].text[-70:-1])
    assert data(parsed(Timeline(ARTICLES, [told])), "index")["rows"][0][18] == ""


def test_an_empty_chronology_says_so(empty):
    assert "لا أحداث." in text_of(parsed(empty).get_element_by_id("events"))


def test_the_months_can_begin_in_another_tradition(chronology):
    settings = data(parsed(chronology, month_names="levantine"), "settings")
    assert settings["months"][settings["tradition"]][0] == "كانون الثاني"
    with pytest.raises(ValueError, match="month_names"):
        write(chronology, "html", month_names="martian")
