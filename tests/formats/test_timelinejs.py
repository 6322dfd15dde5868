import csv
import io
import json
from html.parser import HTMLParser

import pytest

from tests.formats.hostile import ADDRESSES, ATTACKS, hostile
from timeline.formats import write

SLIDE = {"start_date", "end_date", "text", "media", "group", "display_date", "background", "autolink", "unique_id"}
DATE = {"year", "month", "day", "hour", "minute", "second", "millisecond", "display_date", "format"}


class Tags(HTMLParser):
    """The elements of a piece of HTML, with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def check(data: dict) -> None:
    """The fields that TimelineJS documents, and what it needs of each."""
    assert set(data) <= {"events", "title", "eras", "scale"}
    assert data["scale"] in ("human", "cosmological")
    slides = [data["title"], *data["events"]]
    assert len({slide["unique_id"] for slide in slides}) == len(slides)
    for slide in slides:
        assert set(slide) <= SLIDE
        assert set(slide["text"]) <= {"headline", "text"}
    for slide in data["events"]:
        for day in (slide["start_date"], slide.get("end_date", slide["start_date"])):
            assert set(day) <= DATE
            assert isinstance(day["year"], int)
            assert "day" not in day or "month" in day
    assert data["events"]


def test_slides_have_the_documented_fields(chronology):
    data = json.loads(write(chronology, "timelinejs"))
    check(data)
    assert len(data["events"]) == len(chronology)


def test_dates_say_no_more_than_is_known(chronology):
    starts = [slide["start_date"] for slide in json.loads(write(chronology, "timelinejs"))["events"]]
    assert starts[:3] == [{"year": 2014}, {"year": 2014, "month": 3}, {"year": 2021, "month": 11}]
    (week,) = (slide for slide in json.loads(write(chronology, "timelinejs", lang="en"))["events"] if "end_date" in slide)
    assert week["end_date"] == {"year": 2022, "month": 2, "day": 13}
    assert week["display_date"] == "week of 7–13 February 2022"


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_no_text_becomes_an_element(attack: str):
    data = json.loads(write(hostile(attack), "timelinejs", title=attack))
    check(data)
    for slide in [data["title"], *data["events"]]:
        for piece in (slide["text"]["headline"], slide.get("group", ""), slide.get("display_date", "")):
            assert Tags(piece).found == []
        assert {tag for tag, _ in Tags(slide["text"].get("text", "")).found} <= {"p", "blockquote"}


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES.keys())
def test_links_are_http_or_none(address: str):
    for slide in json.loads(write(hostile("نص", address), "timelinejs"))["events"]:
        for tag, attributes in Tags(slide["text"]["text"]).found:
            assert set(attributes) <= {"href", "rel"}
            assert tag != "a" or attributes["href"].startswith("https://evil.example/a")


def test_the_sheet_has_the_columns_of_the_template_and_a_row_a_slide(chronology):
    rows = list(csv.DictReader(io.StringIO(write(chronology, "timelinejs-sheet", lang="en"), newline="")))
    slides = json.loads(write(chronology, "timelinejs", lang="en"))["events"]
    template = "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption"
    assert list(rows[0])[:14] == template.split(",")
    assert rows[0]["Type"] == "title"
    assert [(row["Year"], row["Month"], row["Day"]) for row in rows[1:]] == [
        tuple(str(slide["start_date"].get(part, "")) for part in ("year", "month", "day")) for slide in slides
    ]
    assert [row["Headline"] for row in rows[1:]] == [slide["text"]["headline"] for slide in slides]


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_no_cell_of_the_sheet_is_a_formula(attack: str):
    for row in csv.reader(io.StringIO(write(hostile(attack), "timelinejs-sheet"), newline="")):
        assert not any(cell.lstrip().startswith(tuple("=+-@")) for cell in row)
