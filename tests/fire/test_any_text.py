"""Any string is read: no exception, true offsets, and a timeline that can be merged and written in every format."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import timeline
from tests.fire.hostile import MIXTURES, NEWS, TEXTS, UNITS, mixture, repeated
from tests.fire.promises import check
from timeline import formats

SIZE = 1500  # code points; the benchmark goes to a million
STORY = "التقى وزير الخارجية الروسي {0} سيرغي لافروف{0} نظيره الأميركي {0} في {0}جنيف في 21 {0} يناير{0} 2022 {0}."

any_character = st.characters(exclude_categories=())  # lone surrogates too
pieces = st.one_of(
    st.sampled_from(NEWS), st.sampled_from([*UNITS.values()]), st.sampled_from([*TEXTS.values()]), st.text(any_character)
)
mixed = st.lists(pieces, max_size=25).flatmap(lambda parts: st.sampled_from(["", " "]).map(lambda between: between.join(parts)))
days = st.none() | st.dates() | st.sampled_from([date.min, date.max])
UNHURRIED = [HealthCheck.too_slow, HealthCheck.data_too_large]


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_that_once_hurt_or_might_is_read(name: str) -> None:
    check(TEXTS[name])
    check(TEXTS[name], None)


@pytest.mark.parametrize("name", TEXTS)
def test_it_does_not_harm_the_story_around_it(name: str) -> None:
    check(STORY.format(TEXTS[name][:100]))


@pytest.mark.parametrize("name", UNITS)
def test_a_unit_without_an_end_is_read(name: str) -> None:
    check(repeated(UNITS[name], SIZE))


@pytest.mark.parametrize("name", MIXTURES)
def test_a_mixture_without_an_end_is_read(name: str) -> None:
    check(mixture(name, SIZE))


@settings(deadline=None, max_examples=150, suppress_health_check=UNHURRIED)
@given(st.text(any_character), days)
def test_any_characters_are_read(text: str, published: date | None) -> None:
    check(text, published)


@settings(deadline=None, max_examples=100, suppress_health_check=UNHURRIED)
@given(mixed, days)
def test_any_mixture_of_news_and_hostile_text_is_read(text: str, published: date | None) -> None:
    check(text, published)


@pytest.mark.parametrize("name", formats.NAMES)
def test_what_was_read_in_hostile_text_is_written_in_every_format(name: str) -> None:
    read = timeline.merge(*(timeline.extract(STORY.format(text[:100]), "2022-02-04") for text in TEXTS.values()))
    written = read.write(name)
    assert written if isinstance(written, bytes) else written.encode("utf-8")


@settings(deadline=None, max_examples=25, suppress_health_check=UNHURRIED)
@given(mixed, mixed)
def test_merging_what_was_read_is_a_union_and_comes_back_from_json(one: str, other: str) -> None:
    a, b = (timeline.extract(STORY.format(text), "2022-02-04") for text in (one, other))
    both = timeline.merge(a, b)
    assert timeline.merge(b, a) == both == timeline.merge(both, a, both)
    assert list(timeline.merge(b, a).entries) == list(both.entries)
    assert timeline.Timeline.from_json(both.to_json()) == both


@pytest.mark.parametrize("published", [date.min, date(1, 1, 2), date(1582, 10, 10), date(9999, 12, 30), date.max])
def test_days_at_the_ends_of_the_calendar_are_days(published: date) -> None:
    article = timeline.Article(STORY.format("أمس وغدا وقبل عامين وبعد عشرة أعوام والأسبوع المقبل والقرن الماضي"), published)
    for name in formats.NAMES:
        assert timeline.extract(article).write(name)
    assert all(one.value is None or one.value.edtf for one in timeline.find_dates(article.text, published))
