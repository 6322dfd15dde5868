"""The HTML page in a real browser: what a reader can do with it, and that nothing in it does anything of its own."""

import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.formats.hostile import ADDRESSES, ATTACKS, hostile
from tests.formats.talks import talks
from timeline.chronology import Timeline
from timeline.formats import write

pytestmark = pytest.mark.browser

ARGUMENTS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--in-process-gpu", "--disable-extensions",
    "--disable-features=SpareRendererForSitePerProcess,Translate,MediaRouter,OptimizationHints",
)  # fmt: skip
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
SHOWN = "main li.e:not([hidden])"
#: What a mouse and a keyboard do to each element of the page, whatever stands behind it.
TOUCH_ALL = """() => document.querySelectorAll("*").forEach(element =>
    ["pointerover", "mouseover", "mouseenter", "mousemove", "focus", "focusin"].forEach(kind =>
        element.dispatchEvent(new Event(kind, {bubbles: true}))))"""
Open = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("no Chromium here: install chromium to test the page")
    sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright drives the browser")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield started
        started.close()


@pytest.fixture(scope="module")
def contexts(browser) -> dict[str, Any]:
    """Browser contexts by their options: made once, since the page keeps nothing in the browser that the next could find."""
    return {}


@pytest.fixture
def visit(browser, contexts, tmp_path) -> Iterator[Open]:
    """Opens a timeline's page; whatever the console, an error, a dialogue or a request says fails the test."""
    said: list[str] = []
    pages = []

    def visit(timeline: Timeline | None = None, *, hash: str = "", options: dict[str, Any] | None = None, **context) -> Any:  # noqa: A002
        file = tmp_path / f"page{len(pages)}.html"
        file.write_bytes(write(timeline or talks(), "html", **(options or {})).encode())
        if str(context) not in contexts:
            contexts[str(context)] = browser.new_context(**context)
        page = contexts[str(context)].new_page()
        pages.append(page)
        page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: said.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (said.append(f"dialogue: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: request.url.startswith("file:///") or said.append(f"request: {request.url}"))
        page.goto(file.as_uri() + hash)
        return page

    yield visit
    for page in pages:
        page.close()
    assert said == []


def shown(page) -> int:
    return page.locator(SHOWN).count()


def opened(page, text: str):
    """The entry with this action, opened: what lies under it is made when the browser tells that it opened."""
    item = entry(page, text)
    item.locator("summary").click()
    item.locator(".more").wait_for()
    return item


def entry(page, text: str):
    return page.locator("li.e", has=page.locator(".what", has_text=text))


FILTERS = {
    "actor": ("USA", 5),
    "place": ("جنيف", 2),
    "type": ("CONSULT", 6),
    "source": ("وكالة الجسر", 4),
    "modality": ("planned", 1),
}


@pytest.mark.parametrize(("field", "value", "number"), [(field, *chosen) for field, chosen in FILTERS.items()])
def test_a_filter_shows_its_entries_and_keeps_itself_in_the_address(visit, field: str, value: str, number: int):
    page = visit()
    assert shown(page) == 14
    page.select_option(f"#f-{field}", value)
    assert shown(page) == number
    assert page.locator("#status").text_content() == f"المعروض {number} من 14"
    assert page.locator("main .day:not([hidden])").count() <= number
    assert page.locator("main .year:visible").count() >= 1
    page.reload()
    assert shown(page) == number
    assert page.input_value(f"#f-{field}") == value
    page.click("#clear")
    assert shown(page) == 14
    assert "#" not in page.url


def test_filters_join(visit):
    page = visit(hash="#actor=RUS&place=%D8%AC%D9%86%D9%8A%D9%81&q=%D9%84%D8%A7%D9%81%D8%B1%D9%88%D9%81")
    assert shown(page) == 1
    assert "لقاء لافروف وبلينكن" in page.locator(SHOWN).text_content()


@pytest.mark.parametrize("query", ["الاطلسي بروكسل", "مَجلس حلف", "NATO بروكسل"])
def test_the_search_forgives_spelling_and_reads_quotes(visit, query: str):
    page = visit()
    page.fill("#q", query)
    page.locator("#status", has_text="المعروض 1 من").wait_for()
    assert shown(page) == 1


def test_a_search_without_result_says_so_and_can_be_cleared(visit):
    page = visit()
    page.fill("#q", "لا شيء كهذا")
    page.wait_for_selector("#nothing:visible")
    assert shown(page) == 0
    page.click("#clear")
    assert shown(page) == 14


def test_an_entry_opens_to_its_evidence(visit):
    page = visit()
    item = entry(page, "لقاء الوفدين")
    assert item.locator(".more").count() == 0
    item.locator("summary").click()
    item.locator(".more").wait_for()
    assert item.locator("blockquote").count() == 2
    assert item.locator("mark.m-trigger").all_text_contents() == ["المحادثات", "التقى الوفدان"]
    assert item.locator("mark.m-date").all_text_contents() == ["9 يناير 2022", "الاثنين 10 يناير 2022"]
    assert item.locator("figcaption a").first.get_attribute("href").startswith("https://bridge.example/")
    assert "إحداها تشمل الأخرى" in item.locator(".conflicts").text_content()
    item.locator(".why summary").click()
    assert "Together" in item.locator(".why").text_content()
    item.locator("summary").first.click()
    item.locator(".more").wait_for(state="detached")


def test_who_is_quoted_is_named(visit):
    page = visit()
    item = opened(page, "غزو أوكرانيا")
    assert "نقلًا عن ديمتري بيسكوف" in item.locator("figcaption").text_content()


def test_a_link_to_an_entry_opens_it(visit):
    page = visit()
    name = entry(page, "لافروف").get_attribute("id")
    page = visit(hash=f"#{name}")
    page.locator(f"#{name} blockquote").wait_for()
    assert page.locator(f"#{name} summary").first.evaluate("element => element === document.activeElement")
    assert shown(page) == 14


def test_the_switch_changes_every_word_of_the_page_and_back(visit):
    page = visit()
    opened(page, "لقاء لافروف")
    before = page.locator("body").text_content()
    page.click("#language")
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["en", "ltr"]
    text = page.locator("main").text_content()
    assert [word for word in ("Sergey Lavrov", "21 January 2022", "Evidence", "Geneva", "Undated") if word not in text] == []
    assert page.locator("#f-actor option", has_text="Russia").count() == 1
    assert page.title() == page.locator("h1").inner_text() == "Chronology"
    assert "lang=en" in page.url
    assert "March 2014: 1" in page.locator(".strip a").evaluate_all("links => links.map(link => link.getAttribute('aria-label'))")
    page.click("#language")
    assert page.locator("body").text_content() == before
    assert "lang" not in page.url


def test_the_page_can_open_in_english(visit):
    page = visit(options={"lang": "en"})
    assert "Sergey Lavrov" in page.locator("main").text_content()
    page.click("#language")
    assert "سيرغي لافروف" in page.locator("main").text_content()


def test_the_strip_goes_to_its_entries(visit):
    page = visit()
    page.locator(".strip a.bin").last.click()
    assert (
        page.evaluate("document.activeElement.closest('li').querySelector('.what').textContent") == "اتصال هاتفي بين ماكرون وبوتين"
    )
    assert page.locator("li.e:has(summary:focus)").evaluate(
        "e => { const b = e.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight; }"
    )
    page.locator(".strip a.line").first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('li').querySelector('.what').textContent") == "قتال انفصاليين في الشرق"


def test_the_strip_follows_the_filters(visit):
    page = visit()
    heights = "bars => bars.map(bar => Number(bar.getAttribute('height')))"
    before = page.locator(".strip .bin rect:not(.hit)").evaluate_all(heights)
    page.select_option("#f-place", "بروكسل")
    after = page.locator(".strip .bin rect:not(.hit)").evaluate_all(heights)
    assert sum(height > 0 for height in after) == 1
    assert sum(height > 0 for height in before) == 7


def test_time_runs_with_the_direction_of_reading(visit):
    left = "links => links.map(link => link.getBoundingClientRect().left)"
    page = visit()
    arabic = page.locator(".strip a.bin").evaluate_all(left)
    page.click("#language")
    english = page.locator(".strip a.bin").evaluate_all(left)
    assert arabic == sorted(arabic, reverse=True)
    assert english == sorted(english)


def test_everything_can_be_reached_and_opened_by_keyboard(visit):
    page = visit()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('li.e') !== null")
    page.keyboard.press("Enter")
    assert page.locator("li.e details[open]").count() == 1


def test_all_shown_can_be_opened_and_closed(visit):
    page = visit(hash="#place=%D8%AC%D9%86%D9%8A%D9%81")
    page.click("#open-all")
    page.locator("li.e .more").nth(1).wait_for()
    assert page.locator("li.e details[open]").count() == 2
    page.click("#close-all")
    page.locator("li.e .more").first.wait_for(state="detached")


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_nothing_sticks_out_of_the_window(visit, width: int, lang: str):
    page = visit(hash=f"#lang={lang}", viewport={"width": width, "height": 800})
    for item in page.locator("li.e details").all():
        item.evaluate("element => { element.open = true; }")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_script_all_entries_can_be_read(visit):
    page = visit(java_script_enabled=False)
    assert page.locator("main li.e").count() == 14
    assert not page.locator("#form").is_visible()
    assert page.locator("main").text_content().count("جنيف") == 2


def test_a_print_shows_the_entries_without_the_controls(visit):
    page = visit()
    page.emulate_media(media="print")
    assert not page.locator("#form").is_visible()
    assert not page.locator("#language").is_visible()
    assert page.locator("main .what").first.is_visible()


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_a_hostile_article_does_nothing(visit, attack: str):
    page = visit(hostile(attack), options={"title": attack})
    page.click("#open-all")
    page.wait_for_selector("li.e .more")
    page.click("#language")
    page.evaluate(TOUCH_ALL)
    assert page.evaluate("window.pwned") is None
    assert page.locator("main").evaluate("main => main.querySelectorAll('script, img, iframe, svg:not(.bar)').length") == 0
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(page.locator("body").text_content())


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES.keys())
def test_a_hostile_address_does_nothing(visit, address: str):
    page = visit(hostile("نص", address))
    page.click("#open-all")
    page.wait_for_selector("li.e .more")
    for link in page.locator("a[href]:not([href^='#'])").all():
        assert link.get_attribute("href").startswith("https://evil.example/a")
    assert page.evaluate("window.pwned") is None


def test_a_hostile_hash_does_nothing(visit):
    page = visit(hash="#q=%3Cimg%20src%3Dx%20onerror%3Dwindow.pwned%3D1%3E&actor=%22%5D&lang=xx&type=__proto__")
    assert page.evaluate("window.pwned") is None
    assert page.input_value("#f-actor") == ""


# Every pair of width, language and colours: a fault that only all three together bring forth is not known.
@pytest.mark.parametrize(
    ("width", "lang", "scheme"), [(390, "ar", "dark"), (390, "en", "light"), (1280, "ar", "light"), (1280, "en", "dark")]
)
def test_axe_finds_no_fault(visit, width: int, lang: str, scheme: str):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page = visit(hash=f"#lang={lang}", color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 900})
    page.evaluate("document.getElementById('filters').open = true")
    # axe measures where each element lies, and must not have them move as it scrolls what was not yet laid out into view
    page.add_style_tag(content=".day, .articles li { content-visibility: visible !important; }")
    page.click("#open-all")
    page.locator("li.e .more").nth(13).wait_for()
    page.evaluate("document.querySelectorAll('.why').forEach(why => { why.open = true; })")
    found = axe.Axe().run(page).response["violations"]
    assert [(fault["id"], fault["impact"], fault["nodes"][0]["html"]) for fault in found] == []


def test_thousands_of_entries_are_filtered_and_reached(visit):
    page = visit(many(3000), options={"explained": False})
    assert page.locator("#status").text_content().endswith("3000")
    assert page.evaluate("document.querySelectorAll('main *').length") < 3000 * 25
    page.select_option("#f-place", "فيينا")
    assert shown(page) == 600
    page.locator(".strip a.bin").last.click()
    assert page.locator("li.e:has(summary:focus)").evaluate(
        "e => { const b = e.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight; }"
    )


def many(number: int) -> Timeline:
    """So many separate events over ten years."""
    from datetime import date

    from tests.formats.talks import BRUSSELS, CRIMEA, GENEVA, RUSSIA, UKRAINE, VIENNA, telling
    from timeline.articles import Article
    from timeline.model import DateSpan

    verbs, places = ("زار", "هدد", "رفض", "طالب", "ساعد"), (VIENNA, GENEVA, BRUSSELS, CRIMEA, None)
    kinds = ("CONSULT", "THREATEN", "REJECT", "REQUEST", "AID")
    articles, mentions = [], []
    for index in range(number):
        verb, place = verbs[index % 5], places[index % 5]
        name = place.name if place else "هناك"
        article = Article(f"{verb} روسيا أوكرانيا في {name} مرة {index}", id=f"a{index:05d}", source=f"مصدر {index % 7}")
        when = DateSpan.day(date.fromordinal(734_000 + index * 3650 // number))
        articles.append(article)
        mentions.append(
            telling(
                article,
                verb,
                f"{verb} {index}",
                kinds[index % 5],
                when,
                "",
                ((RUSSIA, "روسيا"),),
                ((UKRAINE, "أوكرانيا"),),
                (place, name) if place else None,
            )
        )
    return Timeline(articles, mentions)
