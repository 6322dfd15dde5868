"""Parties under their right names, statements under their deeds, and what is background."""

from datetime import date

import attrs
import pytest

from tests.formats.talks import ARTICLES, BLINKEN, LAVROV, NATO, RUSSIA, talks, telling
from timeline.articles import Article
from timeline.chronology import Timeline
from timeline.formats.html.entities import Entities
from timeline.formats.html.folding import dense_period, occasions
from timeline.formats.html.sureness import sureness
from timeline.formats.naming import article_name, source_of
from timeline.model import Actor, DateSpan

PARLIAMENT = Actor("مجلس نواب الشعب", "TUN", "LEG", kind="state", english="Assembly of the Representatives of the People")
ENTITIES: dict[str, tuple[Actor, list[tuple[str, str, str]]]] = {
    "a state": (RUSSIA, [("RUS", "روسيا", "states")]),
    "its ministry is the state": (Actor("وزارة الخارجية الروسية", "RUS"), [("RUS", "روسيا", "states")]),
    "a person and his state": (LAVROV, [("سيرغي لافروف", "سيرغي لافروف", "people"), ("RUS", "روسيا", "states")]),
    "the Arab League is not Albania": (
        Actor("جامعة الدول العربية", "AL", kind="organisation"),
        [("AL", "جامعة الدول العربية", "bodies")],
    ),
    "the African Union is not Australia": (
        Actor("الاتحاد الأفريقي", "AU", kind="organisation"),
        [("AU", "الاتحاد الأفريقي", "bodies")],
    ),
    "a parliament is not its state": (PARLIAMENT, [("مجلس نواب الشعب", "مجلس نواب الشعب", "bodies"), ("TUN", "تونس", "states")]),
    "who speaks for an organisation": (
        Actor("ينس ستولتنبرغ", "NATO", kind="person"),
        [("ينس ستولتنبرغ", "ينس ستولتنبرغ", "people"), ("NATO", NATO.name, "bodies")],
    ),
    "an organisation of one's own": (Actor("رابطة الكتاب", "XYZ", kind="organisation"), [("XYZ", "رابطة الكتاب", "bodies")]),
    "a group without a code": (Actor("المتظاهرون", kind="group"), [("المتظاهرون", "المتظاهرون", "people")]),
}


@pytest.mark.parametrize(("actor", "expected"), ENTITIES.values(), ids=ENTITIES.keys())
def test_an_actor_stands_under_its_right_names(actor: Actor, expected: list[tuple[str, str, str]]):
    assert [(one.key, one.label[0], one.group) for one in Entities([actor]).of(actor)] == expected


def test_a_person_has_one_entry_by_the_known_name():
    short, long = Actor("لافروف", "RUS", kind="person"), Actor("سيرغي لافروف صباح", "RUS", kind="person")
    entities = Entities([short, LAVROV, long])
    assert {entities.of(actor)[0].key for actor in (short, LAVROV, long)} == {"سيرغي لافروف"}
    brothers = [Actor("علي", "QAT", kind="person"), Actor("علي حسن", "QAT", kind="person"), Actor("حسين علي", "QAT", kind="person")]
    assert Entities(brothers).of(brothers[0])[0].key == "علي"


def spoken(trigger: str, type: str, when: DateSpan | None, *actors: tuple[Actor, str]):  # noqa: A002
    return telling(ARTICLES[2], trigger, trigger, type, when, "", actors)


DAY = DateSpan.day(date(2022, 1, 21))
MEETING = spoken("التقى وزير", "CONSULT", DAY, (LAVROV, "سيرغي لافروف"), (BLINKEN, "أنتوني بلينكن"))
FOLDED = {
    "a statement of a party, undated": (spoken("وتسلمت", "STATEMENT", None, (RUSSIA, "روسيا")), True),
    "on the same day": (spoken("وتسلمت", "STATEMENT", DAY, (RUSSIA, "روسيا")), True),
    "on another day": (spoken("وتسلمت", "STATEMENT", DateSpan.day(date(2022, 1, 26)), (RUSSIA, "روسيا")), False),
    "of somebody else": (spoken("وتسلمت", "STATEMENT", None, (Actor("أوكرانيا", "UKR"), "روسيا")), False),
    "a demand is a deed of its own": (spoken("وتسلمت", "REQUEST", None, (RUSSIA, "روسيا")), False),
}


@pytest.mark.parametrize(("mention", "folds"), FOLDED.values(), ids=FOLDED.keys())
def test_a_statement_stands_under_the_deed_that_it_speaks_of(mention, folds: bool):
    events = Timeline(ARTICLES, [MEETING, mention]).entries
    assert len(events) == 2
    assert bool(occasions(events)) == folds


def test_a_statement_before_the_deed_is_told_stands_alone():
    before = attrs.evolve(spoken("التقى وزير", "STATEMENT", None, (RUSSIA, "سيرغي")), event=99)
    deed = spoken("وتسلمت", "CONSULT", DAY, (RUSSIA, "روسيا"))
    assert occasions(Timeline(ARTICLES, [before, deed]).entries) == {}


def test_the_dense_period_reaches_on_over_short_calms_only():
    january = [date(2022, 1, day) for day in (3, 4, 10, 11, 12)]
    assert dense_period([*january, date(2022, 2, 20), date(2014, 3, 1), date(2022, 9, 1)]) == (date(2022, 1, 3), date(2022, 2, 20))
    assert dense_period([]) is None


def test_sureness_is_firm_where_two_tell_and_weak_where_they_contradict():
    told = attrs.evolve(MEETING, dated="told")
    both = Timeline(ARTICLES, [told, attrs.evolve(told, article="harbour")]).entries[0]
    assert (sureness(both), sureness(Timeline(ARTICLES, [told]).entries[0])) == ("firm", "fair")
    inferred = attrs.evolve(told, dated="inferred", when=attrs.evolve(DAY, inferred=True))
    assert sureness(Timeline(ARTICLES, [inferred]).entries[0]) == "weak"
    assert any(sureness(event) == "fair" for event in talks().entries)


def test_an_article_without_a_name_is_called_by_its_host_or_its_day():
    assert source_of(Article("x", url="https://news.example/a")) == "news.example"
    assert source_of(Article("x", source=" ")) == ""
    assert article_name(Article("x", "2022-01-10"))[1] == "Unnamed source (10 January 2022)"
