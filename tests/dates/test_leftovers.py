"""Dates in text that a page left half in HTML."""

import pytest

import timeline

TEXTS = [
    "وصل الوفد في 21&nbsp;يناير&nbsp;2022 إلى فيينا",
    "وصل الوفد في&nbsp;21&#160;يناير&#xA0;2022&nbsp;إلى فيينا",
    "وصل الوفد في 21&rlm; يناير&nbsp; 2022 إلى فيينا",
    "وصل الوفد في &lrm;21&lrm; يناير 2022 إلى فيينا",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_blank_written_out_parts_no_date(text: str) -> None:
    (found,) = timeline.find_dates(text, published="2024-06-01")
    assert found.value is not None
    assert found.value.edtf == "2022-01-21"
    assert text[found.start : found.end] == found.text


def test_a_sentence_of_such_blanks_is_one_and_is_read() -> None:
    text = "التقى وزير الخارجية النرويجي نظيره الكندي في أوسلو أمس.".replace(" ", "&nbsp;")
    (event,) = timeline.extract(text, "2024-06-01")
    assert (event.date.edtf, {actor.code for actor in event.actors}, event.place.name) == ("2024-05-31", {"NOR", "CAN"}, "أوسلو")
    (mention,) = event.mentions
    assert text[mention.start : mention.end] == mention.quote


def test_other_ampersands_stay_what_they_are() -> None:
    assert timeline.find_dates("شركة &sons; في 3 مارس", published="2024-06-01")[0].text == "3 مارس"
