"""What an entry shows where its sources differ, and what it keeps of the rest."""

import pytest

from tests.chronology.telling import AMERICA, ATTIYAH, DOHA, EMIR, GENEVA, IN_QATAR, KERRY, LAVROV, RUSSIA, on, tell, timeline_of
from timeline.chronology.choosing import choose_actors, choose_date, choose_place
from timeline.model import Actor, Conflict, DateSpan, Event, Mention, Place

DAY = on("2022-01-10")
IRAN = Actor("إيران", "IRN")


def only(*mentions: Mention, published: dict[str, str] | None = None) -> Event:
    (event,) = timeline_of(*mentions, published=published).entries
    return event


def conflict(event: Event, field: str) -> Conflict | None:
    return next((found for found in event.conflicts if found.field == field), None)


DATES = [
    (["2022-01", "2022-01-10"], "2022-01-10"),
    (["2022", "2022-01", "2022-01"], "2022-01"),
    (["2022-01-11", "2022-01-10", "2022-01-10"], "2022-01-10"),
    (["2022-01-11", "2022-01-10"], "2022-01-11"),
    (["2022-01-11", "2022-01-10", "2022-01"], "2022-01-11"),
    ([], None),
]


@pytest.mark.parametrize(("versions", "chosen"), DATES)
def test_the_most_specific_date_then_the_majority_then_the_first(versions: list[str], chosen: str | None) -> None:
    found = choose_date([on(version) for version in versions])
    assert (found.edtf if found else None) == chosen


def test_an_exact_date_goes_before_an_approximate_one_of_the_same_days() -> None:
    assert choose_date([on("2021-12", about=True), on("2021-12")]) == on("2021-12")


PARTIES: list[tuple[list[tuple[Actor, ...]], tuple[Actor, ...]]] = [
    ([(LAVROV, EMIR), (LAVROV, EMIR, ATTIYAH)], (LAVROV, EMIR, ATTIYAH)),
    ([(RUSSIA, AMERICA), (LAVROV, KERRY)], (LAVROV, KERRY)),
    ([(RUSSIA,), (AMERICA,), (AMERICA,)], (AMERICA,)),
    ([(), (RUSSIA,)], (RUSSIA,)),
    ([], ()),
]


@pytest.mark.parametrize(("versions", "chosen"), PARTIES)
def test_the_fullest_party_then_the_majority_then_the_first(versions: list[tuple[Actor, ...]], chosen: tuple[Actor, ...]) -> None:
    assert choose_actors(versions) == chosen


def test_the_city_goes_before_its_country() -> None:
    assert choose_place([IN_QATAR, IN_QATAR, DOHA]) == DOHA
    assert choose_place([Place("غوطة", "SYR"), Place("دوما", "SYR"), Place("دوما", "SYR")]) == Place("دوما", "SYR")


def test_one_date_contains_the_other() -> None:
    event = only(tell("a", on("2022-01-09", "2022-01-10"), RUSSIA, AMERICA), tell("b", DAY, RUSSIA, AMERICA))
    assert event.date == DAY
    assert conflict(event, "date") == Conflict("date", "contains", (("2022-01-09/2022-01-10", ("a",)), ("2022-01-10", ("b",))))


def test_two_dates_contradict() -> None:
    event = only(tell("a", DAY, RUSSIA, AMERICA), tell("b", on("2022-01-11"), RUSSIA, AMERICA))
    assert conflict(event, "date") == Conflict("date", "contradicts", (("2022-01-10", ("a",)), ("2022-01-11", ("b",))))


def test_only_one_source_has_the_place() -> None:
    event = only(tell("a", DAY, RUSSIA, AMERICA, place=GENEVA), tell("b", DAY, RUSSIA, AMERICA))
    assert event.place == GENEVA
    assert conflict(event, "place") == Conflict("place", "adds", (("جنيف", ("a",)),))


def test_a_place_in_a_country_lies_within_it() -> None:
    event = only(tell("a", DAY, LAVROV, EMIR, place=IN_QATAR), tell("b", DAY, LAVROV, EMIR, place=DOHA))
    assert event.place == DOHA
    assert conflict(event, "place") == Conflict("place", "contains", (("قطر", ("a",)), ("الدوحة", ("b",))))


def test_the_earliest_report_comes_first_and_breaks_ties() -> None:
    told = (tell("a", DAY, RUSSIA, AMERICA), tell("b", on("2022-01-11"), RUSSIA, AMERICA))
    assert only(*told, published={"a": "2022-01-12", "b": "2022-01-11"}).date == on("2022-01-11")
    assert only(*told, published={"a": "2022-01-11", "b": "2022-01-12"}).date == DAY


def test_agreeing_sources_leave_no_conflict() -> None:
    assert only(tell("a", DAY, RUSSIA, AMERICA, place=GENEVA), tell("b", DAY, AMERICA, RUSSIA, place=GENEVA)).conflicts == ()


def test_what_was_announced_and_then_held_is_one_entry_with_its_history() -> None:
    announced = tell("a", on("2015-08-02", "2015-08-03"), LAVROV, EMIR, modality="planned", text="سيلتقي الأمير")
    held = tell("b", on("2015-08-03"), LAVROV, EMIR, text="التقى الأمير")
    event = only(announced, held, published={"a": "2015-08-01", "b": "2015-08-03"})
    assert (event.action.modality, event.action.text) == ("asserted", "التقى الأمير")
    assert conflict(event, "modality") == Conflict("modality", "history", (("planned", ("a",)), ("asserted", ("b",))))


def test_a_denial_stays_visible() -> None:
    event = only(tell("a", DAY, RUSSIA, AMERICA), tell("b", DAY, RUSSIA, AMERICA, modality="negated"))
    assert conflict(event, "modality") == Conflict("modality", "contradicts", (("asserted", ("a",)), ("negated", ("b",))))


VISIT = {"head": "زيارة", "to": (IRAN,), "modality": "planned"}


@pytest.mark.parametrize(("head", "fate"), [("إلغاء", "cancelled"), ("تأجيل", "postponed")])
def test_what_was_announced_and_then_called_off_is_one_entry_with_its_history(head: str, fate: str) -> None:
    planned = tell("a", on("2022-03-08"), LAVROV, **VISIT, text="سيزور طهران")
    undone = tell("b", on("2022-03-06"), LAVROV, IRAN, type="OTHER", head=head, text="لن تتم زيارته إلى طهران")
    event = only(planned, undone, published={"a": "2022-03-05", "b": "2022-03-06"})
    assert (event.date, event.action.text, event.action.modality) == (on("2022-03-08"), "سيزور طهران", "negated")
    assert event.conflicts == (Conflict("modality", "history", (("planned", ("a",)), (fate, ("b",)))),)


def test_a_cancellation_of_something_else_stays_apart() -> None:
    planned = tell("a", on("2022-03-08"), LAVROV, **VISIT)
    others = [
        tell("b", on("2022-03-06"), LAVROV, IRAN, type="OTHER", head="إلغاء", text="ألغى الاتفاق"),
        tell("c", on("2022-01-06"), LAVROV, IRAN, type="OTHER", head="إلغاء", text="ألغى زيارته"),
        tell("d", on("2022-03-06"), KERRY, type="OTHER", head="إلغاء", text="ألغى زيارته"),
    ]
    for other in others:
        assert len(timeline_of(planned, other).entries) == 2


def test_an_article_that_tells_it_done_somewhere_tells_it_done() -> None:
    event = only(tell("a", DAY, LAVROV, EMIR, modality="planned"), tell("a", DAY, LAVROV, EMIR, head="استقبال"))
    assert event.action.modality == "asserted"


def test_fields_are_unpacked_as_a_tuple() -> None:
    date, actors, action, place = only(tell("a", DAY, RUSSIA, AMERICA, place=GENEVA))
    assert (date, actors, action.type, place) == (DateSpan.day(DAY.begin), (RUSSIA, AMERICA), "CONSULT", GENEVA)
