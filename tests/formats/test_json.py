import json

import pytest

from tests.formats.hostile import ATTACKS, hostile
from timeline.formats import json_, write


def test_reading_gives_the_timeline_back(chronology):
    assert json_.read(write(chronology, "json")) == chronology
    assert json_.read(write(chronology, "json", indent=2).encode()) == chronology


@pytest.mark.parametrize("attack", [text for name, text in ATTACKS.items() if name != "surrogates"])
def test_reading_gives_any_text_back(attack: str):
    assert json_.read(write(hostile(attack), "json")) == hostile(attack)


def test_lone_surrogates_come_back_and_halves_side_by_side_are_replaced_one_for_one():
    written = write(hostile("\ud800 \udfff"), "json")
    assert json_.read(written) == hostile("\ud800 \udfff")
    assert json_.read(write(hostile("\ud83d\ude00"), "json")).articles[0].source == "\ufffd\ufffd"


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"format":"other"}', "[" * 100_000, json.dumps({"format": "timeline"})])
def test_anything_else_is_a_value_error(text: str):
    with pytest.raises(ValueError, match=r".+"):
        json_.read(text)
