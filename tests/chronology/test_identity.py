"""Which tellings of two articles are one event. Add a pair: a line."""

import pytest

from tests.chronology.telling import (
    AMERICA,
    ATTIYAH,
    CHINA,
    DOHA,
    EMIR,
    GENEVA,
    IN_QATAR,
    KERRY,
    LAVROV,
    MINISTRY,
    QATAR,
    RUSSIA,
    VIENNA,
    Actor,
    on,
    tell,
    timeline_of,
)
from timeline.chronology import merge
from timeline.model import Mention

DAY = on("2022-01-10")
TALKS = tell("a", DAY, RUSSIA, AMERICA, head="محادثات", place=GENEVA)
SPEECH = {"type": "STATEMENT", "head": "تصريح"}
VISIT = {"head": "زيارة", "to": (QATAR,), "place": DOHA}

SAME = {
    "the same in the same words": (TALKS, tell("b", DAY, RUSSIA, AMERICA, head="محادثات", place=GENEVA)),
    "actors in another order": (TALKS, tell("b", DAY, AMERICA, RUSSIA, head="محادثات", place=GENEVA)),
    "one date contains the other": (
        TALKS,
        tell("b", on("2022-01-09", "2022-01-10"), RUSSIA, AMERICA, head="محادثات", place=GENEVA),
    ),
    "another word for talks, and no place": (TALKS, tell("b", DAY, RUSSIA, AMERICA, head="مشاورات")),
    "the ministers for their states": (TALKS, tell("b", DAY, LAVROV, KERRY, head="محادثات", place=GENEVA)),
    "one spelling and another": (
        tell("a", DAY, LAVROV, KERRY),
        tell("b", DAY, Actor("سيرجي لافروف", "RUS", kind="person"), KERRY),
    ),
    "a country and a city in it": (tell("a", DAY, LAVROV, EMIR, place=IN_QATAR), tell("b", DAY, LAVROV, EMIR, place=DOHA)),
    "planned by one, done by the other": (
        tell("a", DAY, LAVROV, EMIR, place=DOHA, modality="planned"),
        tell("b", DAY, LAVROV, EMIR, place=DOHA, head="استقبال"),
    ),
    "one more takes part": (tell("a", DAY, LAVROV, EMIR, place=DOHA), tell("b", DAY, LAVROV, EMIR, ATTIYAH, place=DOHA)),
    "a day apart, all else equal": (tell("a", DAY, LAVROV, **VISIT), tell("b", on("2022-01-11"), LAVROV, **VISIT)),
    "the end of a year and its last month": (
        tell("a", on("2021-12", about=True), RUSSIA, to=(AMERICA,), type="REQUEST", head="مطالبة"),
        tell("b", on("2021-12"), MINISTRY, to=(AMERICA,), type="REQUEST", head="طلب"),
    ),
    "the month of an annexation and its year": (
        tell("a", on("2014"), RUSSIA, type="COERCE", head="ضم", place=GENEVA),
        tell("b", on("2014-03"), RUSSIA, type="COERCE", head="ضم", place=GENEVA),
    ),
}

APART = {
    "another day": (TALKS, tell("b", on("2022-01-12"), RUSSIA, AMERICA, head="محادثات", place=GENEVA)),
    "another city": (TALKS, tell("b", DAY, RUSSIA, AMERICA, head="محادثات", place=VIENNA)),
    "other parties": (TALKS, tell("b", DAY, RUSSIA, CHINA, head="محادثات", place=GENEVA)),
    "a visit and the meeting in it": (tell("a", DAY, LAVROV, **VISIT), tell("b", DAY, LAVROV, EMIR, place=DOHA)),
    "a call and a meeting": (tell("a", DAY, LAVROV, KERRY, head="اتصال"), tell("b", DAY, LAVROV, KERRY, head="لقاء")),
    "two persons of one state": (tell("a", DAY, EMIR, **SPEECH), tell("b", DAY, ATTIYAH, **SPEECH)),
    "a minister and his ministry speak": (tell("a", DAY, LAVROV, **SPEECH), tell("b", DAY, MINISTRY, **SPEECH)),
    "talks and a statement": (TALKS, tell("b", DAY, RUSSIA, AMERICA, **SPEECH)),
    "in one year, no more": (tell("a", on("2014"), RUSSIA, **SPEECH), tell("b", on("2014-05-01"), RUSSIA, **SPEECH)),
    "one accuses the other, the other him": (
        tell("a", DAY, RUSSIA, to=(AMERICA,), type="ACCUSE", head="اتهام"),
        tell("b", DAY, AMERICA, to=(RUSSIA,), type="ACCUSE", head="اتهام"),
    ),
    "nothing dates them": (tell("a", None, RUSSIA, AMERICA, place=GENEVA), tell("b", None, RUSSIA, CHINA, place=GENEVA)),
}


@pytest.mark.parametrize("pair", SAME.values(), ids=SAME.keys())
def test_one_event(pair: tuple[Mention, Mention]) -> None:
    (event,) = merge(*map(timeline_of, pair)).entries
    assert set(event.mentions) == set(pair)


@pytest.mark.parametrize("pair", APART.values(), ids=APART.keys())
def test_two_events(pair: tuple[Mention, Mention]) -> None:
    assert len(merge(*map(timeline_of, pair)).entries) == 2


def test_an_article_that_tells_two_means_two() -> None:
    """However alike, two events of one article stay two, and a second article's telling joins one of them."""
    twice = timeline_of(TALKS, tell("a", DAY, RUSSIA, AMERICA, head="محادثات", place=GENEVA, event=1))
    once = timeline_of(tell("b", DAY, RUSSIA, AMERICA, head="محادثات", place=GENEVA))
    assert [event.articles for event in merge(twice, once)] == [("a", "b"), ("a",)]


def test_mentions_of_one_event_in_one_article_are_together() -> None:
    """What the events room numbers alike is one entry, whatever its mentions say."""
    one = tell("a", DAY, RUSSIA, place=GENEVA)
    other = tell("a", None, AMERICA, head="زيارة", type="OTHER")
    (event,) = timeline_of(one, other).entries
    assert set(event.mentions) == {one, other}


def test_undated_events_meet_only_in_a_reprint() -> None:
    """Nothing but the very words makes undated tellings one."""
    one, reprint = tell("a", None, RUSSIA), tell("b", None, RUSSIA)
    (event,) = timeline_of(one, reprint).undated
    assert event.articles == ("a", "b")
