"""The phrase that shows an action begins at its trigger, reaches its complement and ends where the language has a joint."""

from datetime import date

import pytest

import timeline

PUBLISHED = date(2023, 6, 14)

#: A sentence and the phrases of its dated events, in order of date. One line extends the corpus.
PHRASES = [
    # the complement, up to the next deed
    ("زار الرئيس الفرنسي برلين أمس ثم غادر إلى وارسو.", ["زار الرئيس الفرنسي برلين أمس"]),
    ("انتهت المحادثات التي جرت في جنيف أمس مشككا الوفد في نتائجها.", ["المحادثات التي جرت في جنيف أمس"]),
    # speech reaches what is said, past the commas of a date
    (
        "أكد المستشار الألماني، أمس الثلاثاء، أن بلاده مستعدة للحوار.",
        ["أكد المستشار الألماني، أمس الثلاثاء، أن بلاده مستعدة للحوار"],
    ),
    # what is glued in front stays out, but the article that a preposition has swallowed
    ("ووقعت مصر واليونان أمس اتفاقا بحريا.", ["وقعت مصر واليونان أمس اتفاقا بحريا"]),
    ("تستعد الدوحة للقاء الوزيرين الفرنسي والألماني غدا.", ["لقاء الوزيرين الفرنسي والألماني غدا"]),
    ("انطلقت في نواكشوط الجلسة الافتتاحية للقمة العربية أمس.", ["انطلقت في نواكشوط الجلسة الافتتاحية للقمة العربية أمس"]),
    # what is denied keeps its particle
    ("ولن يشارك الرئيس المصري غدا في قمة باريس.", ["لن يشارك الرئيس المصري غدا في قمة باريس"]),
    # no word hangs in the air at the end
    ("التقى الوزير الأردني نظيره العراقي أمس في عمان، وقال إن اللقاء مثمر.", ["التقى الوزير الأردني نظيره العراقي أمس في عمان"]),
]


@pytest.mark.parametrize(("text", "phrases"), PHRASES)
def test_a_phrase_reads_alone(text, phrases):
    """Each phrase can be read without its sentence, and stands in the text as it is."""
    found = [event.action.text for event in timeline.extract(text, published=PUBLISHED)]
    assert [phrase for phrase in found if phrase in phrases] == phrases, found
    assert all(phrase in text for phrase in found)
