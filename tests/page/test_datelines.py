"""Where stories were filed: datelines of any agency, and what only looks like one."""

import pytest

from timeline.dates import find
from timeline.page import Page
from timeline.reading import read

STORY = "التقى الوزير ضيفه"


def page(text: str) -> Page:
    return find(read(text), None).page


def told(text: str) -> list[tuple[str, list[str], list[str]]]:
    """(the dateline, its places, its dates) of each."""
    reading = read(text)

    def words(first: int, last: int) -> str:
        return text[reading.starts[first] : reading.ends[last - 1]]

    lines = find(reading, None).page.datelines
    return [
        (words(each.first, each.last), [words(*one) for one in each.places], [words(*one) for one in each.dates]) for each in lines
    ]


@pytest.mark.parametrize(
    ("line", "places", "dates"),
    [
        ("لندن 14 مارس (رويترز) -", ["لندن"], ["14 مارس"]),
        ("باريس 9 كانون الأول (أ ف ب) -", ["باريس"], ["9 كانون الأول"]),
        ("باريس (أ.ف.ب) -", ["باريس"], []),
        ("الدوحة في 2 مايو /قنا/", ["الدوحة"], ["في 2 مايو"]),
        ("أبوظبي في 11 يونيو/ وام /", ["أبوظبي"], ["في 11 يونيو"]),
        ("عمان، 5 أيار/مايو 2021 -", ["عمان"], ["5 أيار/مايو 2021"]),
        ("بيروت 17 تموز 2020 (المركزية) -", ["بيروت"], ["17 تموز 2020"]),
        ("القاهرة - وكالات -", ["القاهرة"], []),
        ("دمشق-سانا", ["دمشق"], []),
        ("بكين –", ["بكين"], []),
        ("نيروبي -", ["نيروبي"], []),
        ("واشنطن/ 3 آب/ أغسطس/", ["واشنطن"], ["3 آب/ أغسطس"]),
        ("الرياض 18 شعبان 1444 هـ الموافق 10 مارس 2023 م واس", ["الرياض"], ["18 شعبان 1444 هـ الموافق 10 مارس 2023 م"]),
        ("دبي، الإمارات العربية المتحدة (CNN) --", ["دبي", "الإمارات العربية المتحدة"], []),
        ("(CNN) --", [], []),
        ("(تاس - 8 ديسمبر 2021)", [], []),
        ("سبق - الرياض :", ["الرياض"], []),
        ("رويترز - أديس أبابا:", ["أديس أبابا"], []),
        ("طهران - إرنا:", ["طهران"], []),
        ("جنيف - 14 - 9 (كونا) --", ["جنيف"], ["14 - 9"]),
        ("الكويت - 3 - 8 - 2015 (كونا) --", ["الكويت"], ["3 - 8 - 2015"]),
        ("طرابلس 24 فبراير 2019 (وال) -", ["طرابلس"], ["24 فبراير 2019"]),
        ("تونس 7 أفريل (وات) -", ["تونس"], ["7 أفريل"]),
        ("طهران:", ["طهران"], []),
        ("لوسيل (د ب أ) -", ["لوسيل"], []),
    ],
)
def test_a_dateline_tells_its_place_and_day(line, places, dates):
    assert told(f"{line} {STORY} أمس.") == [(line, places, dates)]


def test_a_dateline_stands_behind_a_headline_or_on_a_line_of_its_own():
    behind = "وفد يصل إلى العاصمة\nأنقرة (الأناضول) - وصل الوفد أمس."
    assert [line for line, _, _ in told(behind)] == ["أنقرة (الأناضول) -"]
    alone = "وفد يصل إلى العاصمة\nأنقرة - الأناضول\nوصل الوفد أمس."
    assert [line for line, _, _ in told(alone)] == ["أنقرة - الأناضول"]


@pytest.mark.parametrize(
    "text",
    [
        "إيران: على واشنطن أن ترفع العقوبات أولا.",
        "الوزير: لن نقبل شروطا.",
        "وتابع: سنرد على الهجوم.",
        "التقى الوزير - وهو في زيارة - ضيفه.",
        "فرضت الحكومة - أمس الأربعاء - رسوما جديدة.",
        "واشنطن - طهران: مفاوضات متعثرة",
        "قال مصدر لوكالة رويترز في 4 مارس 2021 إن الاتفاق قريب.",
        "نشرت رويترز: تفاصيل جديدة عن الاتفاق.",
        "وزير الدفاع (المستقيل) - الذي عاد أمس - ينفي.",
        "ومع فرز الأصوات تقدم مرشح المعارضة.",
        "كوريا الشمالية: سنرد على أي قرار ضدنا.",
        "الأمم المتحدة: 12 ألف لاجئ عبروا الحدود.",
    ],
)
def test_what_only_looks_like_a_dateline_is_none(text):
    assert told(text) == []


def test_each_story_of_a_page_has_its_dateline():
    text = "بيروت (رويترز) - وصل الوفد أمس.\nعمان (بترا) - غادر الوفد أمس."
    assert [places for _, places, _ in told(text)] == [["بيروت"], ["عمان"]]


def test_an_agency_tells_whose_home_a_story_is_told_from():
    assert page(f"الدوحة /قنا/ {STORY}.").home == "QAT"
    assert page(f"الدوحة (رويترز) - {STORY}.").home is None
    assert page(f"{STORY} حسب واس.").home is None
