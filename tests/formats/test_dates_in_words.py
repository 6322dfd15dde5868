from datetime import date

import pytest

from timeline.formats.date_labels import date_label
from timeline.formats.words import CLASSES, action_class, count, pair, table
from timeline.model import DateSpan


def span(begin: str, end: str, precision: str, **more) -> DateSpan:
    return DateSpan(date.fromisoformat(begin), date.fromisoformat(end), precision, **more)


LABELS = [
    (span("2022-01-11", "2022-01-11", "day"), "11 يناير 2022", "11 January 2022"),
    (span("2022-01-11", "2022-01-11", "day", approximate=True), "نحو 11 يناير 2022", "about 11 January 2022"),
    (span("2022-01-10", "2022-01-16", "week"), "أسبوع 10–16 يناير 2022", "week of 10–16 January 2022"),
    (span("2022-01-31", "2022-02-02", "range"), "31 يناير – 2 فبراير 2022", "31 January – 2 February 2022"),
    (span("2021-12-31", "2022-01-02", "range"), "31 ديسمبر 2021 – 2 يناير 2022", "31 December 2021 – 2 January 2022"),
    (span("2014-03-01", "2014-03-31", "month"), "مارس 2014", "March 2014"),
    (span("2014-03-01", "2014-04-30", "range"), "مارس – أبريل 2014", "March – April 2014"),
    (span("2013-11-01", "2014-02-28", "range"), "نوفمبر 2013 – فبراير 2014", "November 2013 – February 2014"),
    (span("2022-04-01", "2022-06-30", "quarter"), "الربع الثاني من 2022", "second quarter of 2022"),
    (span("2022-07-01", "2022-12-31", "half"), "النصف الثاني من 2022", "second half of 2022"),
    (span("2021-12-01", "2022-02-28", "season"), "شتاء 2021–2022", "winter 2021–2022"),
    (span("2022-06-01", "2022-08-31", "season"), "صيف 2022", "summer 2022"),
    (span("2014-01-01", "2014-12-31", "year"), "2014", "2014"),
    (span("2014-01-01", "2014-12-31", "year", open="after"), "منذ 2014", "since 2014"),
    (span("2014-01-01", "2014-12-31", "year", open="before", approximate=True), "حتى نحو 2014", "until about 2014"),
    (span("1990-01-01", "1999-12-31", "decade"), "1990–1999", "1990–1999"),
    (span("1900-01-01", "1999-12-31", "century"), "1900–1999", "1900–1999"),
    (span("9999-01-01", "9999-12-31", "year"), "9999", "9999"),
    (span("2022-01-05", "2022-04-04", "quarter"), "5 يناير – 4 أبريل 2022", "5 January – 4 April 2022"),
]  # fmt: skip


@pytest.mark.parametrize(("when", "arabic", "english"), LABELS)
def test_a_date_is_said_as_exactly_as_it_is_known(when: DateSpan, arabic: str, english: str):
    assert (date_label(when, "ar"), date_label(when, "en")) == (arabic, english)


@pytest.mark.parametrize(
    ("number", "arabic"),
    [(0, "لا أحداث"), (1, "حدث واحد"), (2, "حدثان"), (3, "3 أحداث"), (11, "11 حدثًا"), (100, "100 حدث"), (103, "103 أحداث")],
)
def test_arabic_counts_its_nouns_by_rule(number: int, arabic: str):
    assert count("events", number)[0] == arabic


def test_every_action_type_has_a_class_and_both_names():
    kinds = [kind for members in CLASSES.values() for kind in members]
    assert sorted(kinds) == sorted(table("types"))
    assert len(set(kinds)) == len(kinds) == 18
    assert all(action_class(kind) in table("classes") for kind in kinds)


def test_an_unknown_word_stands_for_itself():
    assert pair("types", "DANCE") == ("DANCE", "DANCE")
