"""Which date at the head of a text is the day of its issue, and which is only told there."""

from datetime import date

import pytest

from timeline.dates import Dating, find
from timeline.model import DateExpression
from timeline.reading import read

PUBLISHED = date(2023, 5, 17)
DATELINES = """
القاهرة 17 مايو (أ ش أ) - استقبل الوزير ضيفه أمس
الرباط 17 ماي 2023 (ومع) - أعلنت الحكومة أمس
الجزائر، 17 ماي (واج) - وقع الوزير أمس
تونس في 17 ماي/ وات / استقبل الرئيس أمس
دمشق-سانا 17 أيار - قال الوزير أمس
عمان 17 أيار (بترا)-- قال الوزير أمس
موسكو، 17 مايو / سبوتنيك/ . أعلنت الوزارة أمس
نيويورك، الأمم المتحدة، 17 أيار/مايو 2023 - قال المتحدث أمس
بغداد – 17 أيار (واع) – قال الوزير أمس
(رويترز) 17 مايو - قال الوزير أمس
واشنطن (رويترز) 17 مايو أيار - قال الوزير أمس
طهران في 17 مايو /إرنا/ التقى الوزير أمس
الخرطوم 17-5-2023 (سونا) - أعلن المجلس أمس
المنامة في 17 مايو / بنا / تلقى الملك أمس
مسقط في ١٧ مايو /العمانية/ التقى السلطان أمس
جدة 27 شوال 1444 هـ الموافق 17 مايو 2023 م واس
جنيف، 17 أيار/مايو (أخبار الأمم المتحدة) – حذر المفوض أمس
الأربعاء 17 مايو 2023 - بيروت
لندن في 17 مايو 2023 م/ قال الوزير أمس
طرابلس، 17 مايو 2023 (وال) - التقى الوزير أمس
بروكسل: 17 مايو (أ.ف.ب) - اجتمع الوزراء أمس
باريس 17‏ أيار (أ ف ب) - التقى الوزير أمس
17 مايو (شينخوا) -- قالت الصين أمس
بكين 17 مايو 2023 (شينخوا) -- قال الوزير أمس
واشنطن في 17 مايو 2023 - قال الوزير أمس
بيروت ـ 17 أيار ـ أعلن الوزير أمس
نشر في: 17 مايو 2023
آخر تحديث: 17 مايو 2023 - 10:30
تاريخ النشر: الأربعاء 17 مايو 2023 الساعة 10:30 مساء بتوقيت غرينتش وقال الوزير في ذلك اليوم
كتب في 17 مايو 2023 من قبل المحرر في القاهرة وقال كذلك
"""
NONE = """
التقى الوزير نظيره في 17 مايو 2023 - وهو اللقاء الثاني
عقد الاجتماع يوم 17 مايو (في جنيف) بحضور الوزراء
قالت رويترز في 17 مايو 2023 إن الوزير وصل
نشر التقرير الذي أعدته اللجنة في 17 مايو 2023 بعد تأخير
زيارة بوتين إلى بكين في 17 مايو - تفاصيل
تم الاتفاق على تاريخ 17 مايو 2023 للتوقيع على الاتفاق النهائي بين الطرفين
في 17 مايو 2023 وصل الوفد إلى جنيف
وكالة فارس ذكرت في 17 مايو 2023 أن الوفد وصل
كتب الرئيس في 17 مايو 2023 رسالة إلى نظيره في بكين
ذكرت وكالة الأناضول في 17 مايو 2023 أن
أعلنت الوكالة في 17 مايو (أيار) الماضي أن الوفد سيصل
منذ 17 مايو 2023 - تاريخ التوقيع - لم يتغير شيء
الاجتماعات المقررة: جنيف 17 مايو، فيينا 20 مايو، موسكو 22 مايو
قمة جدة 17 مايو 2023 كانت ناجحة وفق المراقبين
جولة 17 مايو (الثانية) كانت ناجحة وفق المراقبين
"""


def _of_issue(text: str, dating: Dating) -> list[DateExpression]:
    tokens = read(text)
    return [one for one in dating.expressions if one.text != "أمس" and dating.page.tells_issue(tokens.token_at(one.start))]


@pytest.mark.parametrize("text", DATELINES.strip().splitlines())
def test_a_day_of_issue_is_known_by_what_closes_it(text: str) -> None:
    dating = find(read(text), PUBLISHED)
    assert [one.value.begin for one in _of_issue(text, dating) if one.value] == [PUBLISHED]
    yesterday = [str(one.value) for one in dating.expressions if one.text == "أمس"]
    assert yesterday in ([], ["2023-05-16"])


@pytest.mark.parametrize("text", NONE.strip().splitlines())
def test_a_day_that_a_sentence_tells_is_none(text: str) -> None:
    assert _of_issue(text, find(read(text), PUBLISHED)) == []


def test_a_dateline_without_its_year_takes_that_of_the_text_and_says_so() -> None:
    dating = find(read("لندن 27 يناير (رويترز) - قال الوزير أمس إن الاتفاق الموقع في 3 يناير 2022 نافذ."), None)
    assert dating.anchor.source == "inferred"
    assert [str(one.value) for one in dating.expressions] == ["2022-01-27?", "2022-01-26?", "2022-01-03"]
