"""How an entry is known, in words for people: never an id, always the words of the text."""

from tests.formats.talks import ARTICLES, talks
from timeline import Article, extract, merge
from timeline.chronology import Correction, Evidence
from timeline.model import DateSpan

CHRONOLOGY = talks()
MEETING = next(event for event in CHRONOLOGY if len(event.articles) == 2)


def test_it_says_the_words_that_give_the_date_the_parties_and_who_tells_it():
    text = CHRONOLOGY.explain(MEETING, "ar")
    assert "التاريخ: 10 يناير 2022، من قول صحيفة المرفأ: «حوار الضمانات ينتقل إلى بروكسل»: «الاثنين 10 يناير 2022»" in text
    assert "الأطراف: روسيا «الروسية»، الولايات المتحدة «الأميركية»" in text
    assert "رواه: " in text


def test_it_says_why_tellings_are_together_and_why_the_nearest_is_not():
    text = CHRONOLOGY.explain(MEETING)
    assert "was put together with" in text
    assert "the same parties" in text
    assert "Nearest that was not put with it" in text


def test_it_never_shows_an_id_and_shows_points_only_when_asked():
    for event in CHRONOLOGY.entries:
        for lang in ("ar", "en"):
            text = CHRONOLOGY.explain(event, lang)
            assert not any(article.id in text for article in ARTICLES)
            assert "+30" not in text
    assert "+" in CHRONOLOGY.explain(MEETING, points=True)


def test_a_counted_day_says_from_which_day_and_how_that_is_known():
    told = extract(Article("التقى لافروف بلينكن في جنيف أمس.", "2022-01-22", source="وكالة"))
    assert "21 يناير 2022، من قول وكالة: «أمس»، محسوبًا من 22 يناير 2022 (يوم نشر المقال)" in told.explain(told[0], "ar")


def test_what_a_reader_set_or_joined_is_said():
    evidence = tuple(map(Evidence.of, MEETING.mentions))
    other = CHRONOLOGY[0]
    corrected = CHRONOLOGY.corrected([
        Correction("date", evidence, value=DateSpan.year(2022), by="هدى"),
        Correction("join", (evidence[0], Evidence.of(other.mentions[0]))),
    ])  # fmt: skip
    event = next(one for one in corrected if one.review.joined)
    text = corrected.explain(event, "ar")
    assert "عدّل قارئ هذا الحقل (هدى): التاريخ؛ في النصوص: " in text
    assert "ضمّ قارئ رواياته" in text


def test_a_merge_of_strangers_is_explained_too():
    one = extract("التقى لافروف بلينكن في جنيف أمس.", "2022-01-22")
    two = extract("عقد مجلس الأمن جلسة أمس.", "2022-03-01")
    both = merge(one, two)
    assert all(both.explain(event, "en") for event in both.entries)
