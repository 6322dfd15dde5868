"""What a text counts its dates from: given, its dateline, inference, and the contradictions between them."""

from datetime import date
from pathlib import Path

import pytest

from timeline.dates import Dating, find
from timeline.reading import read


def _find(text: str, published: date | None = None) -> Dating:
    return find(read(text), published)


def _values(dating: Dating) -> list[str]:
    return [str(one.value) for one in dating.expressions if one.value]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("(سبوتنيك - 4 فبراير 2022) أعلنت الوزارة اليوم أن الوفد وصل", date(2022, 2, 4)),
        ("موسكو 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس\nالتقى الوزير نظيره اليوم", date(2015, 8, 11)),
        ("القاهرة في 3 أغسطس 2015 / أ ش أ / استقبل الوزير ضيفه اليوم", date(2015, 8, 3)),
        ("الكويت - 3 - 8 - 2015 (كونا) -- قال الوزير اليوم", date(2015, 8, 3)),
        ("بيروت 5-2-2015 (رويترز) - قال مصدر اليوم", date(2015, 2, 5)),
        ("عنوان الخبر\nالثلاثاء، 01 كانون الأول/ديسمبر 2009، آخر تحديث 09:00 (GMT+0400)\nقال الناطق اليوم", date(2009, 12, 1)),
        ("عنوان الخبر\n4 فبراير 2022\nقال الناطق اليوم إن المحادثات بدأت", date(2022, 2, 4)),
        ("نشر في 4 فبراير 2022 وقال الناطق اليوم", date(2022, 2, 4)),
    ],
)
def test_reads_a_dateline_of_any_style(text: str, day: date) -> None:
    dating = _find(text)
    assert (dating.anchor.published, dating.anchor.source) == (day, "dateline")
    assert dating.page.datelines or dating.page.stamps
    assert _values(dating)[-1] == day.isoformat()


def test_a_date_given_wins_over_the_dateline_and_the_trace_tells() -> None:
    dating = _find("(رويترز - 4 فبراير 2022) قالت الوزارة أمس", date(2022, 2, 8))
    assert dating.anchor.published == date(2022, 2, 8)
    assert any("2022-02-04" in step for step in dating.anchor.trace)
    assert _values(dating)[-1] == "2022-02-07"


def test_today_with_a_weekday_a_day_off_moves_the_story() -> None:
    dating = _find("أعلن المتحدث اليوم الخميس أن اللقاء عقد أمس.", date(2022, 2, 4))
    assert (dating.anchor.published, dating.anchor.today) == (date(2022, 2, 4), date(2022, 2, 3))
    assert _values(dating) == ["2022-02-03", "2022-02-02"]


def test_infers_the_latest_day_that_is_reported() -> None:
    text = (
        "قال المبعوث الأممي يوم الخميس إن الجولة انتهت. وعقدت الجولة الأولى في 10 يناير 2022، ثم اجتمع المجلس في 12 يناير. "
        "ومن المقرر أن تعقد قمة في 20 يناير 2022."
    )
    dating = _find(text)
    assert (dating.anchor.published, dating.anchor.source) == (date(2022, 1, 13), "inferred")
    assert dating.anchor.trace
    assert _values(dating) == ["2022-01-13?", "2022-01-10", "2022-01-12", "2022-01-20"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("أعلن الناطق اليوم الجمعة أن الوفد وصل. وكان الوزير قد زار بغداد في 3 يناير 2016.", "background"),
        ("كان الوفدان قد اجتمعا في 12 مارس 2019، وقال المتحدث أمس إن الحوار مستمر.", "background"),
        ("وقع الاتفاق في 3 يناير 2016. وقال الناطق اليوم الجمعة إن التنفيذ بدأ.", "Friday"),
        ("انتهت المهلة في 4 مارس 2020. وقال الناطق أمس الأحد إن التمديد غير وارد.", "Sunday"),
        ("زار الوزير القاهرة في 3 يناير 2016، وقررت الحكومة في عام 2018 وقف البرنامج. ووصل أمس إلى بيروت.", "2018"),
        ("وقع الاتفاق في 3 يناير 2016. وفي آذار الجاري بدأ التنفيذ، كما أعلن أمس.", "month 3"),
        ("أقر القانون في 5 أيلول 2021، واجتمعت اللجنة في 12 تشرين الثاني الحالي للمرة الأولى أمس.", "month 11"),
    ],
)
def test_a_sign_against_an_inferred_day_leaves_it_unresolved(text: str, why: str) -> None:
    dating = _find(text)
    assert (dating.anchor.published, dating.anchor.source) == (None, "none")
    assert why in " ".join(dating.anchor.trace)
    assert not [one for one in dating.expressions if one.kind == "relative" and one.value is not None]


@pytest.mark.parametrize(
    ("text", "today"),
    [
        ("قال الوزير اليوم الأربعاء 8 جوان 2016 إن الوفد وصل أمس.", date(2016, 6, 8)),
        ("وصل الوفد أمس الثلاثاء 7 جوان 2016 ويغادر غدا.", date(2016, 6, 8)),
        ("يصل الوفد غدا الخميس 9 حزيران 2016.", date(2016, 6, 8)),
        ("وصل الوفد أول أمس الاثنين 6 يونيو 2016.", date(2016, 6, 8)),
    ],
)
def test_a_full_day_that_the_text_calls_its_today_is_told_and_not_inferred(text: str, today: date) -> None:
    dating = _find(text)
    assert (dating.anchor.published, dating.anchor.source) == (today, "told")
    assert not any(one.value is not None and one.value.inferred for one in dating.expressions)


@pytest.mark.parametrize(
    "text",
    [
        "وصل الضابط عام 1913 إلى بيروت، وغادر في اليوم التالي.",
        "بدأت الحملة في مايو 2015، وفي اليوم نفسه أعلن الوزير استقالته.",
        "صدر المرسوم عام 1936، وبعد ذلك بثلاثة أيام ألغي.",
        "انتهت الحرب عام 1945، وفي الشهر التالي عاد الجنود.",
        "تأسست الجمعية عام 1961. وقبل ذلك بأسبوعين عقد اجتماع.",
    ],
)
def test_nothing_is_counted_in_days_from_a_year_or_a_month(text: str) -> None:
    told, counted = _find(text, date(2022, 2, 4)).expressions
    assert told.value is not None
    assert counted.value is None
    assert "too coarse" in " ".join(counted.trace)


def test_nothing_is_counted_from_a_date_that_was_not_told() -> None:
    (one,) = _find("غادر الوفد في اليوم التالي.", date(2022, 2, 4)).expressions
    assert one.value is None
    assert "no date was told before" in " ".join(one.trace)


def test_without_any_full_date_nothing_is_invented() -> None:
    dating = _find("قال الوزير أمس إن الوفد يصل الخميس المقبل، في عام 2014 وقع الاتفاق.")
    assert dating.anchor.source == "none"
    assert [(one.text, str(one.value) if one.value else None) for one in dating.expressions] == [
        ("أمس", None),
        ("الخميس المقبل", None),
        ("عام 2014", "2014"),
    ]
    assert all(one.trace for one in dating.expressions if one.value is None)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("في مارس 2014 ضمت روسيا القرم، وفي سبتمبر من العام نفسه وقع اتفاق.", ["2014-03", "2014-09"]),
        ("اجتمعا في 26 يناير الماضي، وقبل ذلك بيومين تحدثا هاتفيا.", ["2022-01-26", "2022-01-24"]),
        ("وقع الاتفاق في 3 مايو 2015 ودخل حيز التنفيذ في اليوم التالي.", ["2015-05-03", "2015-05-04"]),
        ("التقيا في 26 يناير الماضي بعد اجتماع يوم الـ12 من الشهر ذاته.", ["2022-01-26", "2022-01-12"]),
        ("اجتمعوا في 13 يناير. (23 ديسمبر) لبحث الملف.", ["2022-01-13", "2022-01-13"]),
        ("يأتي اللقاء قبل يوم من انطلاق المحادثات المقررة غدا.", ["2022-02-04", "2022-02-05"]),
        ("زار بغداد في 12 مارس و5 أبريل 2014.", ["2014-03-12", "2014-04-05"]),
        ("منذ انقلاب 12 أغسطس 2021 زار الوزير عواصم عدة، آخرها عمان في 20 يناير.", ["2021-08-12", "2022-01-20"]),
        ("جرى الاقتراع في السادس من يناير، وأعلنت نتائجه في التاسع منه.", ["2022-01-06", "2022-01-09"]),
        ("أمهل المجلس الطرفين حتى 15 يوليو.", ["../2022-07-15"]),
        ("اندلع القتال مساء الاثنين قبل أن يتوصل الطرفان فجر الثلاثاء إلى هدنة.", ["2022-01-31", "2022-02-01"]),
        ("قد يلتقيان مطلع مارس في فيينا.", ["2022-03-01~/2022-03-10~"]),
        ("قررت اللجنة تأجيل الجلسة من 3 مارس إلى 10 مارس.", ["2022-03-03", "2022-03-10"]),
        ("في مارس 2014 سقطت الحكومة. وفي سبتمبر وقع اتفاق.", ["2014-03", "2014-09"]),
        ("وكانت الحكومة قد سقطت في مارس 2014. وفي ديسمبر قدم الوزير مقترحا.", ["2014-03", "2021-12"]),
        ("يسري القرار في 14 مارس 2022. وسيلغى الرسم اعتبارا من 14 مارس.", ["2022-03-14", "2022-03-14/.."]),
        ("الوزير يزور موسكو الثلاثاء\nأجرى الوزير اتصالا أمس.", ["2022-02-08", "2022-02-03"]),
    ],
)
def test_reads_dates_by_their_neighbours(text: str, values: list[str]) -> None:
    assert _values(_find(text, date(2022, 2, 4))) == values


def test_a_weekday_that_contradicts_its_full_date_is_told() -> None:
    (one,) = _find("الجمعة 17 ديسمبر 2015", date(2022, 2, 4)).expressions
    assert str(one.value) == "2015-12-17"
    assert "the full date wins" in one.trace[0]


@pytest.mark.skipif(
    not (seed := Path(__file__).parents[3] / "shared" / "seeds" / "second.txt").exists(), reason="the seed lies elsewhere"
)
def test_an_undated_article_is_placed_in_its_week() -> None:
    dating = _find(seed.read_text("utf-8"))
    assert dating.anchor.source == "inferred"
    assert date(2022, 1, 13) <= (dating.anchor.published or date.min) <= date(2022, 1, 14)
