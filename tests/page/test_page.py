"""Headline, stamps, quotations and furniture of a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import find
from timeline.page import Page
from timeline.reading import read


def page(text: str) -> Page:
    return find(read(text), None).page


def furniture(text: str) -> list[str]:
    reading = read(text)
    sentences = sorted(find(reading, None).page.furniture)
    return [text[reading.starts[first] : reading.ends[last - 1]] for first, last in map(reading.sentences.__getitem__, sentences)]


def test_a_headline_may_hold_more_than_a_sentence():
    assert page("في ختام جولته.. الوزير يعود\nعاد الوزير أمس.").headline == 2
    assert page("عاد الوزير أمس. واستقبله السفير.").headline == 1


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("عنوان\n4 فبراير 2022\nوصل الوفد.", "4 فبراير 2022"),
        ("نشر في 4 فبراير 2022 ووصل الوفد", "4 فبراير 2022"),
        ("وصل الوفد في 4 فبراير 2022 إلى المدينة بعد رحلة طويلة", None),
    ],
)
def test_a_stamp_is_a_date_that_says_when_the_page_was_issued(text, stamp):
    reading = read(text)
    stamps = find(reading, None).page.stamps
    assert [text[reading.starts[first] : reading.ends[last - 1]] for first, last in stamps] == ([stamp] if stamp else [])


def test_a_quotation_is_longer_than_a_name():
    text = "قال «إننا سنعود إلى المفاوضات في الشهر المقبل» عن خطة «السلام»."
    words, quoted = read(text).words, page(text).quoted
    inside = " ".join(word for word, marked in zip(words, quoted, strict=True) if marked)
    assert inside == "إننا سنعود إلى المفاوضات في الشهر المقبل"


def test_a_mark_that_is_closed_in_another_paragraph_quotes_nothing():
    assert not any(page('قال "إننا سنعود إلى المفاوضات.\nوعاد الوفد أمس إلى المدينة " بعد يومين.').quoted)


@given(st.text(alphabet='اب وقال لندن 12 مايو-–/:،()«»"\n.رويترز', max_size=200))
def test_ranges_lie_within_any_text(text):
    reading = read(text)
    found = find(reading, None).page
    ranges = [*found.stamps, *found.quotations, *((line.first, line.last) for line in found.datelines)]
    assert all(0 <= first < last <= len(reading) for first, last in ranges)
    assert all(0 <= index < len(reading.sentences) for index in found.furniture)
    assert len(found.quoted) == len(reading)
