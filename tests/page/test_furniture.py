"""What a page wraps around its article; each kind of furniture by its own example and counter-example."""

import pytest

from timeline import extract
from timeline.dates import find
from timeline.page.furniture import KINDS
from timeline.reading import read


def furniture(text: str) -> list[str]:
    reading = read(text)
    sentences = sorted(find(reading, None).page.furniture)
    ranges = [reading.sentences[index] for index in sentences]
    return [text[reading.starts[first] : reading.ends[last - 1]] for first, last in ranges]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_holds_for_its_example_alone(kind):
    lines = kind.example.split("\n")
    assert [line for line in furniture(kind.example) if line in lines] == [lines[1]]
    assert furniture(kind.counter) == []


def test_what_follows_a_heading_of_a_list_is_furniture_up_to_prose():
    text = "عاد الوفد أمس.\nالأكثر قراءة\nالرئيس يلتقي نظيره\nقصف على المدينة\nوقال الوزير إن الوفد سيعود."
    assert furniture(text) == ["الأكثر قراءة", "الرئيس يلتقي نظيره", "قصف على المدينة"]


@pytest.mark.parametrize(
    "text",
    [
        "التقى الوزير السفير أمس.\nتصفح المزيد\nالرئيس الروسي يلتقي نظيره التركي في سوتشي",
        "التقى الوزير السفير أمس.\nLeave a Reply\nقصفت إسرائيل دمشق أمس",
        "التقى الوزير السفير أمس.\n9 أيلول اليوم 11:34 الرئيس الروسي يلتقي نظيره التركي في سوتشي",
        "التقى الوزير السفير أمس.\nالرئيس الروسي يلتقي نظيره التركي في سوتشي أمس (أ ف ب)\nوعاد السفير إلى بلاده.",
    ],
)
def test_furniture_tells_no_events(text):
    told = extract(text, "2022-09-09")
    mentions = [mention for events in (told, told.undated) for event in events for mention in event.mentions]
    assert mentions
    assert all("روس" not in mention.quote and "إسرائيل" not in mention.quote for mention in mentions)


def test_days_of_furniture_do_not_date_the_page():
    text = "وقع الاتفاق في 3 مايو 2021.\nقد يهمك\nالوزير زار المدينة في 8 يونيو 2021\nفيضانات في الشمال"
    assert str(find(read(text), None).anchor.published) == "2021-05-03"
