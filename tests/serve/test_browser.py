"""The app in a real browser: what a person does, and what a hostile article cannot."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ROOT = Path(__file__).parents[2]
TEXT = "التقى وزير الخارجية الروسي سيرغي لافروف نظيره الأميركي أنتوني بلينكن في جنيف أمس."

pytestmark = pytest.mark.browser


@pytest.fixture
def page(home: str) -> Iterator[Any]:
    """The app, opened; a fault of its script fails the test, and so does a request that leaves the machine."""
    api = pytest.importorskip("playwright.sync_api")
    if CHROMIUM is None:
        pytest.skip("no Chromium here: install chromium to test the app")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        opened = browser.new_page()
        faults: list[str] = []
        opened.on("pageerror", lambda error: faults.append(str(error)))
        opened.on("request", lambda request: request.url.startswith(home) or faults.append(request.url))
        opened.goto(home)
        yield opened
        browser.close()
        assert faults == []


def test_a_pasted_article_is_marked_and_told(page: Any) -> None:
    page.fill("#text", TEXT)
    page.fill("#published", "22 كانون الثاني 2022")
    page.click("button")
    page.wait_for_selector("#events tbody tr")
    assert page.text_content("mark.date") == "أمس"
    assert page.get_attribute("mark.date", "title") == "2022-01-21"
    assert page.text_content("mark.trigger") == "التقى"
    assert page.text_content("#events tbody td") == "2022-01-21"
    assert page.text_content("#shown") == TEXT


def test_files_are_read(page: Any) -> None:
    page.set_input_files("#files", str(ROOT / "examples" / "articles" / "geneva-opening.txt"))
    page.wait_for_selector("#events tbody tr")
    assert page.locator("mark.date").count() > 1


def test_what_was_wrong_is_said(page: Any) -> None:
    page.fill("#text", TEXT)
    page.fill("#published", "soon")
    page.click("button")
    page.wait_for_selector("#said:has-text('published')")
    assert page.is_hidden("#events")


def test_a_hostile_article_is_just_text(page: Any) -> None:
    hostile = f'<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>\U0001f600 {TEXT}'
    page.fill("#text", hostile)
    page.fill("#published", "2022-01-22")
    page.click("button")
    page.wait_for_selector("mark.date")
    assert page.text_content("mark.date") == "أمس"
    assert page.text_content("#shown") == hostile
    assert page.evaluate("window.pwned") is None


def test_the_desk_opens(page: Any) -> None:
    page.click("nav a")
    page.wait_for_load_state()
    assert page.url.endswith("/desk")
    assert page.locator("body").inner_text()
