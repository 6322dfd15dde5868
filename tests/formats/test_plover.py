import json
from datetime import date

import pytest

from tests.formats.hostile import ATTACKS, hostile
from timeline.formats import plover, write
from timeline.model import Action, DateSpan, Event

PLOVER = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}  # fmt: skip # noqa: E501
FIELDS = {"id", "date", "date_end", "date_precision", "date_basis", "actor", "recipient", "event", "mode", "context", "location", "text", "language", "publication"}  # fmt: skip # noqa: E501


def records(timeline, **options) -> list[dict]:
    return json.loads(write(timeline, "plover", **options))


def event(type: str, head: str) -> Event:  # noqa: A002
    return Event(DateSpan.day(date(2022, 1, 1)), (), (), Action("x", type, "asserted", head), None, ())


@pytest.mark.parametrize(
    ("type", "head", "expected"),
    [
        ("AGREE", "توقيع", "SUPPORT"),
        ("AGREE", "اتفاق", "AGREE"),
        ("OTHER", "استقالة", "RETREAT"),
        ("OTHER", "انتخاب", None),
        ("STATEMENT", "تصريح", None),
        ("SANCTION", "فرض", "SANCTION"),
    ],
)
def test_our_types_are_mapped_to_the_manual(type: str, head: str, expected):  # noqa: A002
    assert plover.plover_type(event(type, head)) == expected


def test_records_have_their_fields_and_types_of_the_scheme(chronology):
    found = records(chronology)
    assert found
    for record in found:
        assert set(record) == FIELDS
        assert record["event"] in PLOVER
        assert date.fromisoformat(record["date"]) <= date.fromisoformat(record["date_end"])
        assert set(record["context"]) <= {"future", "hypothetical"}


def test_parties_of_a_meeting_are_actors_and_recipients(chronology):
    talks = next(record for record in records(chronology) if record["date"] == "2022-01-10")
    assert [party["code"] for party in talks["actor"]] == [party["code"] for party in talks["recipient"]] == ["RUS", "USA"]


def test_the_way_of_a_consultation_comes_from_its_trigger(chronology):
    modes = {record["date"]: record["mode"] for record in records(chronology)}
    assert modes["2022-01-28"] == "phone"
    assert modes["2022-02-07"] == "visit"
    assert modes["2022-01-10"] is None


def test_what_plover_does_not_code_is_left_out_unless_asked_for(chronology):
    kept, everything = records(chronology), records(chronology, uncoded=True)
    assert len(everything) == len(chronology)
    assert {record["id"] for record in everything} - {record["id"] for record in kept} == {
        record["id"] for record in everything if record["event"] is None
    }
    assert len(kept) < len(everything)


def test_an_undated_event_is_no_record(chronology):
    with pytest.raises(ValueError, match="date"):
        plover.record(chronology.undated[0], "x", {})


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_no_text_breaks_it(attack: str):
    assert all(set(record) == FIELDS for record in records(hostile(attack), uncoded=True))
