"""The HTML page as text: what it holds before any browser runs its script."""

import base64
import hashlib
import json
import re
from datetime import date

import attrs
import pytest
from lxml import html as lxml_html

from tests.formats.hostile import ADDRESSES, ATTACKS, hostile
from tests.formats.talks import ARTICLES, telling
from timeline.articles import Article
from timeline.chronology import Timeline
from timeline.formats import write
from timeline.formats.html.bars import bar
from timeline.formats.html.facets import choices, source_of
from timeline.formats.html.quotes import pieces
from timeline.formats.html.strip import strip
from timeline.model import DateSpan, Event


def parsed(timeline: Timeline, **options):
    return lxml_html.document_fromstring(write(timeline, "html", **options))


def data(page, name: str) -> dict:
    return json.loads(page.get_element_by_id(name).text)


def text_of(element) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture(scope="module")
def page(chronology):
    return parsed(chronology)


def on_days(*days: date) -> list[Event]:
    """Bare events on these days."""
    action = telling(ARTICLES[0], "سلمت", "x", "CONSULT", None).action
    return [Event(DateSpan.day(day), (), (), action, None, ()) for day in days]


def test_it_opens_right_to_left_in_arabic_and_on_request_in_english(page, chronology):
    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")
    english = parsed(chronology, lang="en", title="Talks")
    assert (english.get("lang"), english.get("dir")) == ("en", "ltr")
    assert english.findtext(".//title") == english.findtext(".//h1") == "Talks"
    assert "Antony Blinken" in text_of(english.get_element_by_id("events"))


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


def test_entries_stand_under_their_year_month_and_day(page):
    headings = [text_of(heading) for heading in page.get_element_by_id("events").iter("h2", "h3")]
    assert headings == [
        "2014", "أطول من شهر", "مارس 2014", "2021", "نوفمبر 2021", "ديسمبر 2021", "2022", "يناير 2022", "فبراير 2022", "بلا تاريخ",
    ]  # fmt: skip
    days = [text_of(day.find("span")) for day in page.iter("h4")]
    assert "نحو ديسمبر 2021" in days
    assert "أسبوع 7–13 فبراير 2022" in days
    assert len(page.xpath("//main//li[contains(@class, 'e ')]")) == 14


def test_an_entry_shows_actors_action_type_place_and_what_is_not_certain(page):
    entries = {text_of(one.find_class("what")[0]): text_of(one) for one in page.xpath("//main//li[contains(@class, 'e ')]")}
    assert entries["زيارة ماكرون لموسكو"] == "إيمانويل ماكروننحوروسيازيارة ماكرون لموسكوتشاورمزمعمصدر واحد"
    assert "نهاية العام الماضي" in entries["التهديد بعقوبات غير مسبوقة"]
    assert "بروكسل" in entries["اجتماع مجلس حلف الأطلسي وروسيا"]
    assert "منفي" in entries["غزو أوكرانيا"]


def test_sources_link_to_their_articles(page):
    links = page.xpath("//footer//a")
    assert [link.get("href") for link in links] == [
        "https://bridge.example/%D8%A3%D8%B3%D8%A8%D9%88%D8%B9",
        "https://harbour.example/1",
        "https://tower.example/3",
    ]
    assert all("noopener" in link.get("rel") for link in links)


def test_details_hold_quotes_conflicts_and_explanations(page, chronology):
    details = data(page, "details")
    assert len(details["entries"]) == len(chronology.entries)
    for entry, event in zip(details["entries"], (*chronology, *chronology.undated), strict=True):
        assert ["".join(text for _, text in quote[1]) for quote in entry["q"]] == [mention.quote for mention in event.mentions]
        assert all(any(mark == "trigger" for mark, _ in quote[1]) for quote in entry["q"])
        assert len(entry["c"]) == len(event.conflicts)
        assert entry["x"][0] == chronology.explain(event).split("\n")[0]
        assert any("day month year" in line for line in entry["x"]) == any(mention.date is not None for mention in event.mentions)


def test_explanations_can_be_left_out(chronology):
    assert [line for entry in data(parsed(chronology, explained=False), "details")["entries"] for line in entry["x"]] == []


def test_every_reference_within_the_page_has_its_end(page):
    ids = page.xpath("//@id")
    assert len(set(ids)) == len(ids)
    ends = [end[1:] for end in page.xpath("//a/@href") if end.startswith("#")]
    ends += [end for value in page.xpath("//@aria-labelledby") for end in value.split()] + page.xpath("//label/@for")
    assert set(ends) <= set(ids)


def kinds_of_elements(page) -> set[tuple[str, tuple[str, ...]]]:
    """Each element's tag with the names of its attributes."""
    return {(element.tag, tuple(sorted(element.attrib))) for element in page.iter() if isinstance(element.tag, str)}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_no_text_adds_an_element_or_an_attribute(attack: str, page):
    armed = parsed(hostile(attack), title=attack)
    plain = kinds_of_elements(page) | kinds_of_elements(parsed(hostile("نص")))
    assert kinds_of_elements(armed) <= plain
    assert len(list(armed.iter("script"))) == 3
    shown = "".join(armed.xpath("//body//text()[not(parent::script)]"))
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00]", shown)
    data(armed, "details")


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES.keys())
def test_links_are_http_or_none(address: str):
    page = parsed(hostile("نص", address))
    outward = [href for href in page.xpath("//a/@href") if not href.startswith("#")]
    outward += [row[2] for row in data(page, "details")["articles"] if row[2]]
    assert all(href.startswith("https://evil.example/a") for href in outward)


def test_a_state_is_found_through_whoever_speaks_for_it(chronology):
    articles = {article.id: article for article in chronology.articles}
    call = next(event for event in chronology if "اتصال" in event.action.text)
    keys = {choice.key: choice.label for choice in choices(call, articles)["actor"]}
    assert keys["RUS"] == ("روسيا", "Russia")
    assert keys["فلاديمير بوتين"] == ("فلاديمير بوتين", "Vladimir Putin")


def test_pieces_of_a_quote_make_the_quote():
    told = telling(ARTICLES[0], "سلمت", "x", "CONSULT", DateSpan.day(date(2021, 12, 15)), "15 ديسمبر 2021")
    assert "".join(text for _, text in pieces(told)) == told.quote
    assert dict(pieces(told))["trigger"] == "سلمت"
    assert dict(pieces(told))["date"] == "15 ديسمبر 2021"


@pytest.mark.parametrize(
    ("span", "start", "width"),
    [
        (DateSpan.day(date(2022, 1, 1)), 0.0, 3.2),
        (DateSpan.day(date(2022, 1, 31)), 96.8, 3.2),
        (DateSpan.month(2022, 2), 0.0, 100.0),
        (DateSpan.year(2014), 0.0, 100.0),
        (DateSpan(date(2021, 12, 30), date(2022, 1, 2), "range"), 46.8, 6.5),
        (DateSpan(date(9999, 10, 1), date(9999, 12, 31), "quarter"), 74.8, 25.2),
    ],
)
def test_a_bar_shows_which_part_of_its_month_or_years_a_date_covers(span: DateSpan, start: float, width: float):
    assert (bar(span).start, bar(span).width) == (start, width)


def test_the_strip_folds_empty_time_and_keeps_order():
    found = strip(on_days(date(2022, 1, 10), date(2022, 1, 11), date(2022, 1, 11), date(2022, 1, 20)))
    assert [one.total for one in found.bins] == [1, 2, 1]
    assert len(found.folds) == 1
    first, second, third = found.bins
    assert second.start == pytest.approx(first.start + first.width, abs=0.01)
    assert third.start > second.start + second.width
    assert third.start + third.width == pytest.approx(100, abs=0.01)
    assert found.bin_of == (0, 1, 1, 2)


@pytest.mark.parametrize(
    ("step", "number", "unit"),
    [(1, 55, "10 يناير 2022"), (10, 150, "يناير 2022"), (100, 200, "2022"), (3000, 200, "2020–2029")],
)
def test_the_strip_takes_the_finest_unit_that_fits(step: int, number: int, unit: str):
    start = date(2022, 1, 10)
    days = [date.fromordinal(start.toordinal() + step * index) for index in range(number)]
    found = strip(on_days(*days))
    assert found.bins[0].label[0] == unit
    assert sum(one.total for one in found.bins) == len(days)


def test_coarse_dates_are_lines_over_what_they_cover():
    year, *rest = on_days(date(2022, 1, 1), date(2022, 1, 10), date(2022, 3, 1))
    vague = attrs.evolve(year, date=DateSpan.year(2022, approximate=True))
    apart = attrs.evolve(year, date=DateSpan.month(1999, 5))
    found = strip([apart, vague, *rest])
    assert [(line.total, line.approximate) for line in found.lines] == [(1, False), (1, True)]
    assert found.lines[1].start == found.bins[0].start
    assert found.lines[1].start + found.lines[1].width == pytest.approx(100, abs=0.01)
    assert found.lines[0].start == 0
    assert found.bin_of == (-1, -1, 0, 1)


def test_a_crowd_of_coarse_dates_stays_drawable():
    weeks = [
        DateSpan(day := date.fromordinal(730_000 + 40 * n), date.fromordinal(day.toordinal() + 6), "week") for n in range(2000)
    ]
    found = strip([attrs.evolve(on_days(date(2000, 1, 1))[0], date=week) for week in weeks])
    assert len(found.bins) <= 60
    assert sum(one.total for one in found.bins) == 2000


def test_an_article_without_a_name_is_called_by_its_host():
    assert source_of(Article("x", url="https://news.example/a")) == "news.example"
    assert source_of(Article("x", source=" ")) == ""


def test_a_long_expression_is_not_repeated_on_the_line(chronology):
    told = telling(ARTICLES[0], "سلمت", "x", "CONSULT", DateSpan.month(2021, 12, approximate=True), ARTICLES[0].text[-70:-1])
    assert parsed(Timeline(ARTICLES, [told])).find_class("asw") == []


def test_an_empty_chronology_says_so(empty):
    page = parsed(empty)
    assert "لا أحداث." in text_of(page.get_element_by_id("events"))
    assert page.xpath("//nav") == []
