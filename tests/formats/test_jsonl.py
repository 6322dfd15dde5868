import json

import pytest
from jsonschema import Draft202012Validator

from tests.formats.hostile import ADDRESSES, ATTACKS, hostile
from timeline.formats import jsonl, write

VALIDATOR = Draft202012Validator(jsonl.schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def lines(timeline) -> list[dict]:
    return [json.loads(line) for line in write(timeline, "jsonl").splitlines()]


def test_the_schema_is_one():
    Draft202012Validator.check_schema(jsonl.schema())


def test_each_line_is_an_entry_by_the_schema(chronology):
    found = lines(chronology)
    assert len(found) == len(chronology.entries) == 14
    assert [error.message for line in found for error in VALIDATOR.iter_errors(line)] == []
    assert len({line["id"] for line in found}) == len(found)


def test_the_schema_knows_a_wrong_line(chronology):
    line = lines(chronology)[0]
    for wrong in ({**line, "date": "2014"}, {**line, "more": 1}, {key: line[key] for key in line if key != "place"}):
        assert list(VALIDATOR.iter_errors(wrong))


def test_offsets_point_into_the_articles(chronology):
    for line in lines(chronology):
        for mention in line["mentions"]:
            text = chronology.article(mention["article"]).text
            assert text[mention["start"] : mention["end"]] == mention["quote"]
            if mention["date"]:
                assert text[mention["date"]["start"] : mention["date"]["end"]] == mention["date"]["text"]


def test_where_tellings_differ_is_said(chronology):
    (differing,) = (line for line in lines(chronology) if line["conflicts"])
    assert differing["conflicts"][0]["field"] == "date"
    assert {article for version in differing["conflicts"][0]["versions"] for article in version["articles"]} == {
        "harbour",
        "bridge",
    }


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_no_text_breaks_a_line(attack: str):
    found = lines(hostile(attack))
    assert [error.message for line in found for error in VALIDATOR.iter_errors(line)] == []
    assert {len(line["mentions"]) for line in found} <= {1, 2}


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES.keys())
def test_no_address_but_http(address: str):
    for line in lines(hostile("نص", address)):
        assert list(VALIDATOR.iter_errors(line)) == []
