"""The HTML page in a real browser: what a reader can do with it, and that nothing in it does anything of its own."""

import csv
import io
import json
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import attrs
import pytest

from tests.formats.hostile import ADDRESSES, ATTACKS, hostile
from tests.formats.talks import ARTICLES, LAVROV, RUSSIA, mentions, talks, telling
from timeline.chronology import Correction, Evidence, Timeline, merge, read_corrections
from timeline.formats import write
from timeline.model import DateSpan

pytestmark = pytest.mark.browser

ARGUMENTS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--in-process-gpu", "--disable-extensions",
    "--disable-features=SpareRendererForSitePerProcess,Translate,MediaRouter,OptimizationHints",
)  # fmt: skip
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ROWS = "#list > li.e"
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
    """Browser contexts by their options, made once; what a page keeps in the browser is cleared before the next."""
    return {}


@pytest.fixture
def visit(browser, contexts, tmp_path) -> Iterator[Open]:
    """Opens a timeline's page; whatever the console, an error, a dialogue or a request says fails the test."""
    said: list[str] = []
    pages = []

    def visit(
        timeline: Timeline | None = None,
        *,
        hash: str = "",  # noqa: A002
        options: dict[str, Any] | None = None,
        keep: bool = False,
        **context,
    ) -> Any:
        file = tmp_path / f"page{len(pages)}.html"
        file.write_bytes(write(timeline or talks(), "html", **(options or {})).encode())
        if str(context) not in contexts:
            contexts[str(context)] = browser.new_context(**context)
        page = contexts[str(context)].new_page()
        pages.append(page)
        page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: said.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (said.append(f"dialogue: {dialog.message}"), dialog.dismiss()))
        page.on(
            "request",
            lambda request: request.url.startswith(("file:///", "blob:", "about:")) or said.append(f"request: {request.url}"),
        )
        if not keep:
            page.goto(file.as_uri())
            if context.get("java_script_enabled", True):
                page.evaluate("localStorage.clear()")
        page.goto("about:blank")
        page.goto(file.as_uri() + hash)
        return page

    yield visit
    for page in pages:
        page.close()
    assert said == []


def shown(page) -> int:
    """How many rows the list has; all are in the page, for it is short."""
    return page.locator(ROWS).count()


def row(page, text: str):
    return page.locator(ROWS, has=page.locator(".open", has_text=text)).first


def opened(page, text: str):
    item = row(page, text)
    item.locator(".open").click()
    row(page, text).locator(".more").wait_for()
    return row(page, text)


def tick(page, *texts: str) -> None:
    for text in texts:
        row(page, text).locator(".tick").check()


def saved(page, tmp_path) -> Any:
    """The corrections that the page saves, read by the library."""
    with page.expect_download() as download:
        page.click("#save")
    path = tmp_path / "corrections.jsonl"
    download.value.save_as(path)
    return read_corrections(path)


def exported(page, form: str) -> str:
    page.evaluate("document.querySelector('#desk details').open = true")
    with page.expect_download() as download:
        page.click(f"#export-{form}")
    return Path(download.value.path()).read_text("utf-8")


# ---- first sight


def test_background_is_folded_and_what_is_undated_stands_under_its_article(visit):
    page = visit()
    assert "الخلفية" in page.locator("#h-background").text_content()
    assert row(page, "ضم شبه جزيرة القرم").count() == 0
    page.click("#h-background .fold")
    assert row(page, "ضم شبه جزيرة القرم").count() == 1
    page.click("#to-undated")
    assert page.evaluate("document.activeElement.id") == "h-undated"
    heads = page.locator("#list > .sub").all_text_contents()
    assert "13 يناير 2022 — صحيفة المرفأ: «حوار الضمانات ينتقل إلى بروكسل»" in heads


def test_a_row_says_how_its_day_is_known_and_how_sure_it_is(visit):
    told = attrs.evolve(mentions()[0], dated="told")
    lent = attrs.evolve(mentions()[1], dated="story", date=None)
    page = visit(Timeline(ARTICLES, [told, lent]))
    assert page.locator(".how.told").count() == page.locator(".how.story").count() == 1
    assert page.locator(".when.lent").count() == 1
    assert page.locator(".sure").count() == 2


def test_statements_fold_under_their_meeting(visit):
    day = DateSpan.day(date(2022, 1, 21))
    meeting = telling(ARTICLES[2], "التقى وزير", "لقاء", "CONSULT", day, "", ((LAVROV, "سيرغي لافروف"),))
    speech = telling(ARTICLES[2], "وتسلمت", "قال شيئا", "STATEMENT", None, "", ((RUSSIA, "روسيا"),))
    page = visit(Timeline(ARTICLES, [meeting, speech]))
    assert shown(page) == 1
    page.click(".under")
    assert page.locator("#list > .child").count() == 1
    assert "قال شيئا" in page.locator("#list > .child").text_content()


# ---- find and cut

FILTERS = {
    "actor": ("USA", 5),
    "place": ("جنيف", 2),
    "type": ("CONSULT", 6),
    "source": ("وكالة الجسر", 4),
    "modality": ("planned", 1),
}


@pytest.mark.parametrize(("field", "value", "number"), [(field, *chosen) for field, chosen in FILTERS.items()])
def test_a_filter_shows_its_entries_and_keeps_itself_in_the_address(visit, field: str, value: str, number: int):
    page = visit(hash="#" + urlencode({field: value}))
    assert shown(page) == number
    assert page.locator("#status").text_content() == f"المعروض {number} من 14"
    page.reload()
    assert shown(page) == number
    assert page.locator("#chips li").count() == 1
    page.click("#clear")
    assert page.locator("#status").text_content() == "المعروض 14 من 14"
    assert "#" not in page.url


def test_values_join_and_exclude_and_counts_follow(visit):
    page = visit()
    choice = page.locator("#f-actor li", has_text="الولايات المتحدة")
    choice.locator(".yes").click()
    assert page.locator("#status").text_content().startswith("المعروض 5 ")
    page.locator("#f-actor li", has=page.locator(".v", has_text="روسيا")).first.locator(".yes").click()
    both = int(page.locator("#status").text_content().split()[1])
    page.check("#any")
    assert int(page.locator("#status").text_content().split()[1]) > both > 0
    assert "any=1" in page.url
    page.locator("#f-actor li", has_text="الولايات المتحدة").first.locator(".no").click()
    assert "not-actor=USA" in page.url
    assert all("الولايات المتحدة" not in text for text in page.locator(f"{ROWS} .who").all_text_contents())
    counts = page.locator("#f-type .n").all_text_contents()
    assert sum(map(int, counts)) == int(page.locator("#status").text_content().split()[1])


def test_names_on_a_row_are_links_that_filter(visit):
    page = visit()
    row(page, "لقاء لافروف").locator(".place").click()
    assert shown(page) == 2
    assert page.locator("#chips").text_content().strip().startswith("المكان: جنيف")
    assert page.evaluate("document.activeElement.closest('li.e') === document.querySelector('#list > li.e')")


def test_filters_join(visit):
    page = visit(hash="#actor=RUS&place=%D8%AC%D9%86%D9%8A%D9%81&q=%D9%84%D8%A7%D9%81%D8%B1%D9%88%D9%81")
    assert shown(page) == 1
    assert "لقاء لافروف وبلينكن" in page.locator(ROWS).text_content()


@pytest.mark.parametrize("query", ["الاطلسي بروكسل", "مَجلس حلف", "NATO بروكسل", "nato brussels", "«حلف الأطلسي وروسيا»"])
def test_the_search_forgives_spelling_and_knows_names_in_both_languages(visit, query: str):
    page = visit()
    page.fill("#q", query)
    page.locator("#status", has_text="المعروض 1 من").wait_for()
    assert shown(page) == 1


def test_hits_are_marked_and_a_phrase_must_stand_together(visit):
    page = visit(hash="#" + urlencode({"q": "الاطلسي"}))
    assert "الأطلسي" in page.locator("mark.hit").all_text_contents()
    page.fill("#q", '"الأطلسي حلف"')
    page.wait_for_selector("#nothing:visible")
    page.fill("#q", "أربع ساعات")
    page.locator(".snip mark.hit", has_text="أربع").wait_for()


def test_a_search_without_result_says_so_and_can_be_cleared(visit):
    page = visit()
    page.fill("#q", "لا شيء كهذا")
    page.wait_for_selector("#nothing:visible")
    assert shown(page) == 0
    page.click("#clear")
    assert shown(page) > 0


def test_from_and_to_cut_time_and_stand_in_the_address(visit):
    page = visit()
    page.fill("#from", "2022-01-12")
    page.fill("#to", "٢٠٢٢-٠١")
    page.press("#to", "Enter")
    assert {"from=2022-01-12", "to=2022-01"} <= set(page.url.split("#")[1].split("&"))
    assert shown(page) == 5
    page.fill("#from", "أمس")
    page.press("#from", "Enter")
    assert page.locator("#period-wrong").is_visible()
    assert shown(page) == 5


def test_the_strip_goes_to_its_entries_and_takes_a_stretch_by_dragging(visit):
    page = visit()
    bins = page.locator(".strip .bin")
    bins.first.focus()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('li.e') !== null")
    page = visit()
    bins = page.locator(".strip .bin")
    box = page.locator("#strip-svg").bounding_box()
    first, last = (bins.nth(place).bounding_box() for place in (0, 1))
    page.mouse.move(first["x"] + first["width"] / 2, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(last["x"] + last["width"] / 2, box["y"] + 40, steps=6)
    page.mouse.up()
    page.wait_for_function("location.hash.includes('from=') && location.hash.includes('to=')")


def test_bars_rescale_with_the_filter(visit):
    tallest = "() => Math.max(...[...document.querySelectorAll('.strip .bin')].map(bin => bin.getBBox().height))"
    page = visit(hash="#" + urlencode({"place": "بروكسل"}))
    assert page.locator(".strip .bin").count() == 1
    assert page.evaluate(tallest) > 20


def test_labels_of_the_strip_do_not_touch(visit):
    for width in (390, 1280):
        page = visit(many(200), viewport={"width": width, "height": 800})
        boxes = page.evaluate(
            "[...document.querySelectorAll('.strip text')].map(t => t.getBoundingClientRect()).map(b => [b.left, b.right])"
        )
        ordered = sorted(boxes)
        assert len(ordered) > 1
        assert all(one[1] <= other[0] + 1 for one, other in pairwise(ordered))


def test_time_runs_with_the_direction_of_reading(visit):
    left = "bins => bins.map(bin => bin.getBoundingClientRect().left)"
    page = visit()
    arabic = page.locator(".strip .bin").evaluate_all(left)
    page.click("#language")
    english = page.locator(".strip .bin").evaluate_all(left)
    assert arabic == sorted(arabic, reverse=True)
    assert english == sorted(english)


def test_the_articles_follow_the_filters_and_lead_to_their_events(visit):
    page = visit(hash="#view=articles&" + urlencode({"source": "وكالة الجسر"}))
    assert page.locator("#article-list > li").count() == 1
    page.locator("#article-list a", has_text="لقاء الوفدين").click()
    row(page, "لقاء الوفدين").locator("blockquote").first.wait_for()
    page.locator("figcaption a", has_text="أحداث هذا المقال").first.click()
    assert page.evaluate("document.activeElement.id").startswith("p-")


# ---- an entry


def test_an_entry_opens_to_its_evidence(visit):
    page = visit()
    assert page.locator(".more").count() == 0
    item = opened(page, "لقاء الوفدين")
    assert item.locator("blockquote").count() == 2
    assert item.locator("mark.m-trigger").all_text_contents() == ["المحادثات", "التقى الوفدان"]
    assert item.locator("mark.m-date").all_text_contents() == ["9 يناير 2022", "الاثنين 10 يناير 2022"]
    assert item.locator("figcaption a").first.get_attribute("href").startswith("https://bridge.example/")
    assert "إحداها تشمل الأخرى" in item.locator(".conflicts").text_content()
    item.locator(".why summary").first.click()
    assert "رواه: وكالة الجسر" in item.locator(".why").first.text_content()
    item.locator(".open").click()
    page.locator(".more").wait_for(state="detached")


def test_who_is_quoted_is_named(visit):
    page = visit()
    assert "نقلًا عن ديمتري بيسكوف" in opened(page, "غزو أوكرانيا").locator("figcaption").text_content()


def test_a_link_to_an_entry_opens_it(visit):
    page = visit()
    name = row(page, "لقاء لافروف").get_attribute("id")
    page = visit(hash=f"#{name}")
    page.locator(f"#{name} blockquote").wait_for()
    assert page.evaluate("document.activeElement.closest('li').id") == name


def test_the_switch_changes_every_word_of_the_page_and_back(visit):
    page = visit()
    opened(page, "لقاء لافروف")
    before = page.locator("main").text_content()
    page.click("#language")
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["en", "ltr"]
    text = page.locator("main").text_content()
    assert [word for word in ("Sergey Lavrov", "21 January 2022", "Evidence", "Geneva", "Undated") if word not in text] == []
    assert page.locator("#f-actor", has_text="Russia").count() == 1
    assert page.title() == page.locator("h1").inner_text() == "Chronology"
    assert "lang=en" in page.url
    page.click("#language")
    assert page.locator("main").text_content() == before
    assert "lang" not in page.url


def test_the_months_follow_the_readers_tradition(visit):
    page = visit()
    page.select_option("#months", "levantine")
    assert "كانون الثاني 2022" in page.locator("#list").text_content()
    assert "months=levantine" in page.url
    page.reload()
    assert "كانون الثاني 2022" in page.locator("#list").text_content()


def test_the_page_can_open_in_english(visit):
    page = visit(options={"lang": "en"})
    assert "Sergey Lavrov" in page.locator("main").text_content()
    page.click("#language")
    assert "سيرغي لافروف" in page.locator("main").text_content()


# ---- the desk


def test_rows_are_hidden_starred_and_confirmed_by_mouse_and_what_is_done_can_be_undone(visit, tmp_path):
    page = visit()
    tick(page, "لقاء لافروف", "اتصال هاتفي")
    page.click("#do-star")
    page.click("#do-confirm")
    assert page.locator(f"{ROWS} .star").count() == page.locator(f"{ROWS} .ok").count() == 2
    page.click("#do-hide")
    assert page.locator("#status").text_content() == "المعروض 12 من 12"
    decisions = saved(page, tmp_path)
    assert sorted(one.decide for one in decisions) == ["confirm"] * 2 + ["hide"] * 2 + ["star"] * 2
    corrected = talks().corrected(decisions)
    assert len(corrected.hidden) == 2
    assert corrected.unmet == ()
    page.click("#undo")
    assert page.locator("#status").text_content() == "المعروض 14 من 14"
    assert page.locator(f"{ROWS} .star").count() == 2


def test_everything_on_the_desk_works_by_keyboard(visit, tmp_path):
    page = visit()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.locator(f"{ROWS} .open").first.focus()
    page.keyboard.press("x")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+ArrowDown")
    assert page.locator("#ticked").text_content() == "المختار: 3"
    page.keyboard.press("s")
    assert page.locator(f"{ROWS} .star").count() == 3
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    page.keyboard.type("2022-02-01")
    page.keyboard.press("Escape")
    assert page.locator("#dialog").is_hidden()
    page.evaluate("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'ؤ', bubbles: true}))")
    assert page.locator(f"{ROWS} .ok").count() == 1
    page.keyboard.press("Control+z")
    assert page.locator(f"{ROWS} .ok").count() == 0
    page.keyboard.press("Enter")
    page.locator(".more").wait_for()
    assert [one.decide for one in saved(page, tmp_path)] == ["star"] * 3


def test_fields_are_corrected_in_place_and_say_what_the_text_gave(visit, tmp_path):
    page = visit()
    item = opened(page, "لقاء لافروف")
    item.locator(".edit").click()
    page.fill("#dialog [name=date]", "أمس")
    page.click("#dialog .main")
    assert "ليس تاريخًا" in page.locator("#dialog .said").text_content()
    page.fill("#dialog [name=date]", "2022-01-20")
    page.fill("#dialog [name=actors]", "روسيا؛ Antony Blinken؛ فلان")
    page.fill("#dialog [name=place]", "Brussels")
    page.select_option("#dialog [name=type]", "AGREE")
    page.click("#dialog .main")
    item = row(page, "لقاء لافروف")
    assert item.locator(".who").text_content() == "روسيا، أنتوني بلينكن، فلان"
    assert item.locator(".place").text_content() == "بروكسل"
    assert "في النصوص: 2022-01-21" in item.locator(".more").text_content()
    decisions = saved(page, tmp_path)
    event = next(one for one in talks().corrected(decisions) if one.action.text == "لقاء لافروف وبلينكن")
    assert (str(event.date), event.place.name, event.action.type) == ("2022-01-20", "بروكسل", "AGREE")
    assert [(actor.name, actor.code) for actor in event.actors] == [("روسيا", "RUS"), ("أنتوني بلينكن", "USA"), ("فلان", None)]
    assert {one.field: one.was for one in event.review.amended}["place"] == ("جنيف",)


def test_rows_are_joined_and_a_telling_is_parted(visit, tmp_path):
    page = visit()
    tick(page, "لقاء لافروف", "اتصال هاتفي")
    page.click("#do-join")
    assert page.locator("#status").text_content() == "المعروض 13 من 13"
    item = opened(page, "لقاء الوفدين")
    item.locator("figcaption button", has_text="افصل").first.click()
    assert page.locator("#status").text_content() == "المعروض 14 من 14"
    corrected = talks().corrected(saved(page, tmp_path))
    assert len(corrected.entries) == 14
    assert sum(event.review.joined for event in corrected.entries) == 1
    assert all(len(event.articles) == 1 for event in corrected.entries)


def test_notes_are_written_changed_and_taken_back(visit, tmp_path):
    page = visit()
    tick(page, "لقاء لافروف")
    page.click("#do-note")
    page.fill("#dialog textarea", "للمراجعة")
    page.click("#dialog .main")
    assert "للمراجعة" in row(page, "لقاء لافروف").locator(".note-tag").text_content()
    item = opened(page, "لقاء لافروف")
    item.locator(".note button").click()
    page.fill("#dialog textarea", "تمت المراجعة")
    page.click("#dialog .main")
    event = next(one for one in talks().corrected(saved(page, tmp_path)) if one.review.notes)
    assert event.review.notes == ("تمت المراجعة",)


def test_decisions_stay_in_the_browser_until_they_are_forgotten_and_a_file_is_loaded_again(visit, tmp_path):
    page = visit()
    tick(page, "لقاء لافروف")
    page.click("#do-hide")
    saved(page, tmp_path)
    assert "في هذا المتصفح وحده 1" in page.locator("#kept").text_content()
    page.reload()
    assert page.locator("#status").text_content() == "المعروض 13 من 13"
    page.evaluate("document.querySelector('#desk details').open = true")
    page.click("#forget")
    assert page.locator("#status").text_content() == "المعروض 14 من 14"
    page.set_input_files("#load", tmp_path / "corrections.jsonl")
    page.locator("#status", has_text="المعروض 13 من 13").wait_for()
    page.set_input_files("#load", {"name": "x.jsonl", "mimeType": "text/plain", "buffer": b'{"decide": "burn"}\nno json'})
    page.locator("#said", has_text="أسطر لم تُفهم: 2").wait_for()
    assert page.locator("#status").text_content() == "المعروض 13 من 13"


def test_what_the_library_was_given_shows_and_can_be_taken_back(visit, tmp_path):
    evidence = tuple(map(Evidence.of, talks()[-1].mentions))
    corrected = talks().corrected([Correction("date", evidence, value=DateSpan.year(2023), by="هدى", at="2022-02-01")])
    page = visit(corrected)
    text = talks()[-1].action.text
    assert "حدده هدى" in opened(page, text).locator(".more").text_content()
    page.evaluate("document.querySelector('#desk details').open = true")
    page.locator("#log button").first.click()
    assert page.locator(".fix").count() == 0
    assert talks().corrected(saved(page, tmp_path))[-1].date == talks()[-1].date


@pytest.mark.parametrize("form", ["csv", "markdown", "json"])
def test_what_is_ticked_or_shown_is_exported(visit, form: str):
    page = visit(hash="#" + urlencode({"place": "جنيف"}))
    text = exported(page, form)
    assert text.count("لقاء لافروف وبلينكن") == 1
    assert "اتصال هاتفي بين" not in text
    tick(page, "لقاء لافروف")
    ticked = exported(page, form)
    assert "لقاء الوفدين" in text
    assert "لقاء الوفدين" not in ticked
    if form == "json":
        assert [one["date"] for one in json.loads(ticked)] == ["2022-01-21"]
    if form == "csv":
        assert len(list(csv.reader(io.StringIO(text.lstrip("\ufeff"))))) == 3


def test_an_export_cannot_carry_a_formula(visit):
    page = visit(hostile("=cmd|'/C calc'!A0"))
    cells = [cell for line in csv.reader(io.StringIO(exported(page, "csv").lstrip("\ufeff"))) for cell in line]
    assert not [cell for cell in cells if re.match(r"\s*[=+@-]", cell)]


def test_a_row_is_copied_with_its_date_parties_and_source(visit):
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    tick(page, "لقاء لافروف")
    page.click("#do-copy")
    page.locator("#said", has_text="نُسخت").wait_for()
    text = page.evaluate("navigator.clipboard.readText()")
    assert "21 يناير 2022 — سيرغي لافروف، أنتوني بلينكن: لقاء لافروف وبلينكن (جنيف)" in text
    assert "إذاعة البرج" in text


# ---- map, lanes


def test_the_map_shows_what_has_coordinates_and_filters_the_list(visit):
    page = visit(hash="#view=map")
    spot = page.locator(".spot", has_text="جنيف")
    assert spot.get_attribute("aria-label") == "جنيف: حدثان"
    spot.focus()
    page.keyboard.press("Enter")
    assert shown(page) == 2
    assert page.locator(".spot").count() == 1


def test_lanes_show_who_does_what_when_and_lead_to_it(visit):
    page = visit(hash="#view=lanes")
    names = page.locator(".lane-name").all_text_contents()
    assert {"روسيا", "الولايات المتحدة"} <= set(names)
    page.locator(".lane-row", has_text="الولايات المتحدة").locator(".dot").last.click()
    page.locator(".more").wait_for()


# ---- every page


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_nothing_sticks_out_of_the_window(visit, width: int, lang: str):
    page = visit(hash=f"#lang={lang}", viewport={"width": width, "height": 800})
    page.click("#open-all")
    for view in ("lanes", "map", "articles", "events"):
        page.click(f"#tab-{view}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_script_all_entries_can_be_read(visit):
    page = visit(java_script_enabled=False)
    assert page.locator(".plain li.e").count() == 14
    assert page.locator(".plain blockquote").first.is_visible()
    assert not page.locator("#form").is_visible()
    assert not page.locator("#desk").is_visible()


def test_a_print_shows_all_rows_and_says_which_filter_it_shows(visit):
    page = visit(many(600), hash="#" + urlencode({"place": "جنيف"}), options={"explained": False})
    page.emulate_media(media="print")
    page.wait_for_function(f"document.querySelectorAll('{ROWS}').length === 120")
    assert page.locator("#print-filter").inner_text() == "تصفية: المكان: جنيف — المعروض 120 من 600"
    assert not page.locator("#form").is_visible()
    assert not page.locator("#desk").is_visible()
    assert page.locator(f"{ROWS} .what").last.is_visible()


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_a_hostile_article_does_nothing(visit, attack: str):
    page = visit(hostile(attack), options={"title": attack})
    page.click("#open-all")
    page.wait_for_selector("li.e .more")
    for view in ("lanes", "map", "articles", "events"):
        page.click(f"#tab-{view}")
    page.click("#language")
    page.evaluate(TOUCH_ALL)
    assert page.evaluate("window.pwned") is None
    assert page.locator("#list").evaluate("list => list.querySelectorAll('script, img, iframe, svg').length") == 0
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(page.locator("#list").text_content())


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES.keys())
def test_a_hostile_address_does_nothing(visit, address: str):
    page = visit(hostile("نص", address))
    page.click("#open-all")
    page.wait_for_selector("li.e .more")
    for link in page.locator("a[href]:not([href^='#'])").all():
        assert link.get_attribute("href").startswith("https://evil.example/a")
    assert page.evaluate("window.pwned") is None


def test_a_hostile_hash_does_nothing(visit):
    page = visit(
        hash="#q=%3Cimg%20src%3Dx%20onerror%3Dwindow.pwned%3D1%3E&actor=%22%5D&lang=xx&type=__proto__&from=x&is=y&view=z&months=w"
    )
    assert page.evaluate("window.pwned") is None
    assert page.locator("#chips li").count() == 1


@pytest.mark.parametrize(
    "line",
    [
        '{"decide": "note", "of": [1], "value": "x"}',
        '{"decide": "hide", "of": [{"article": "<img src=x onerror=window.pwned=1>", "start": 0, "end": 1}], "by": "<b>"}',
        "[]",
        "null",
        '{"__proto__": 1}',
    ],
)
def test_a_hostile_file_of_corrections_does_nothing(visit, line: str):
    page = visit()
    page.set_input_files("#load", {"name": "x.jsonl", "mimeType": "text/plain", "buffer": line.encode()})
    page.locator("#said", has_text="تصحيحات أضيفت").wait_for()
    assert page.locator("#status").text_content() == "المعروض 14 من 14"
    assert page.evaluate("window.pwned") is None


# Every pair of width, language and colours: a fault that only all three together bring forth is not known.
@pytest.mark.parametrize(
    ("width", "lang", "scheme"), [(390, "ar", "dark"), (390, "en", "light"), (1280, "ar", "light"), (1280, "en", "dark")]
)
def test_axe_finds_no_fault(visit, width: int, lang: str, scheme: str):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page = visit(hash=f"#lang={lang}", color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 900})
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    tick_all = "document.querySelectorAll('.tick').forEach((box, place) => { if (place < 3) box.click(); })"
    page.evaluate(tick_all)
    page.click("#do-star")
    page.click("#open-all")
    page.evaluate("document.querySelectorAll('.why, .why details').forEach(why => { why.open = true; })")
    for view in ("events", "lanes", "map", "articles"):
        page.click(f"#tab-{view}")
        found = axe.Axe().run(page).response["violations"]
        assert [(fault["id"], fault["impact"], fault["nodes"][0]["html"]) for fault in found] == []


def test_thousands_of_rows_are_few_in_the_page_and_the_scrollbar_is_as_long_as_all(visit):
    page = visit(many(3000), options={"explained": False})
    assert page.locator("#status").text_content().endswith("3000")
    assert shown(page) < 60
    assert page.evaluate("document.querySelectorAll('main *').length") < 3000
    heights = (
        "[...new Set([...document.querySelectorAll('#list > li.e')].map(row => Math.round(row.getBoundingClientRect().height)))]"
    )
    (height,) = page.evaluate(heights)
    before = page.evaluate("document.getElementById('list').offsetHeight")
    assert before >= 3000 * height
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight / 2)")
    page.wait_for_function("Number(document.querySelector('#list > li.e').getAttribute('aria-posinset')) > 1000")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    page.locator('#list > li.e[aria-posinset="3000"]').wait_for()
    assert page.evaluate("document.getElementById('list').offsetHeight") == before
    page.evaluate("scrollTo(0, 0)")
    page.locator("#f-place li", has_text="فيينا").locator(".yes").click()
    assert page.locator("#status").text_content() == "المعروض 600 من 3000"


def test_five_thousand_rows_are_small_without_their_details():
    page = str(write(many(5000), "html", explained=False))
    without = re.sub(
        r'<noscript>.*?</noscript>|<script type="application/json" id="details-\d+">.*?</script>', "", page, flags=re.DOTALL
    )
    assert len(without.encode()) < 3_000_000


# ---- one morning of an analyst


def test_a_morning(visit, tmp_path):
    """Three rows corrected, two joined, exported; the next day brings more articles, and the corrections are still there."""
    told = talks()
    yesterday = merge(
        *(Timeline([article], [one for one in told.mentions if one.article == article.id]) for article in ARTICLES[:2])
    )
    page = visit(yesterday)
    opened(page, "اجتماع مجلس حلف").locator(".edit").click()
    page.fill("#dialog [name=place]", "فيينا")
    page.click("#dialog .main")
    opened(page, "تسليم مسودتي").locator(".edit").click()
    page.fill("#dialog [name=date]", "2021-12-17")
    page.click("#dialog .main")
    tick(page, "غزو أوكرانيا")
    page.click("#do-hide")
    tick(page, "اجتماع مجلس حلف", "انعقاد المجلس")
    page.click("#do-join")
    assert len(json.loads(exported(page, "json"))) == 6
    decisions = saved(page, tmp_path)
    today = told.corrected(decisions)
    assert today.unmet == ()
    page = visit(today, keep=True)
    text = page.locator("#list").text_content()
    assert "غزو أوكرانيا" not in text
    assert row(page, "تسليم مسودتي").locator("time").get_attribute("datetime") == "2021-12-17"
    assert row(page, "اجتماع مجلس حلف").locator(".place").text_content() == "فيينا"
    assert "مضموم" in row(page, "اجتماع مجلس حلف").text_content()
    assert "اتصال هاتفي" in text


def many(number: int) -> Timeline:
    """So many separate events over ten years."""
    from tests.formats.talks import BRUSSELS, CRIMEA, GENEVA, RUSSIA, UKRAINE, VIENNA, telling
    from timeline.articles import Article

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
