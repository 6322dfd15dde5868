"""Values as plain records and back; what is no record of a value is an error that names its place."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given

from tests.chronology.telling import GENEVA, RUSSIA, on, tell, timeline_of
from tests.chronology.test_algebra import TIMELINES
from timeline.chronology import Timeline
from timeline.chronology.records import from_record, timeline_from_record, timeline_to_record, to_record
from timeline.model import Event

WHOLE = timeline_to_record(timeline_of(tell("a", on("2022-01-10"), RUSSIA, place=GENEVA)))


@given(TIMELINES)
def test_what_is_written_is_read_back_whole(timeline: Timeline) -> None:
    record = json.loads(json.dumps(timeline_to_record(timeline)))
    assert timeline_from_record(record) == timeline
    for event in timeline.entries:
        assert from_record(Event, json.loads(json.dumps(to_record(event)))) == event


WRONG: list[tuple[list[Any], Any, str]] = [
    ([], [], "does not say so"),
    (["format"], "novel", "does not say so"),
    (["version"], 3, "version 3"),
    (["articles"], None, "articles: not a list"),
    (["corrections"], {}, "corrections: not a list"),
    (["corrections"], [{"decide": "hide"}], r"corrections\[0\]"),
    (["articles", 0, "text"], 7, r"articles\[0\]\.text"),
    (["articles", 0, "id"], "", "id must not be empty"),
    (["mentions", 0, "start"], True, r"mentions\[0\]\.start: not a whole number"),
    (["mentions", 0, "quote"], "غيره", "not what its article 'a' says"),
    (["mentions", 0, "action", "type"], "DANCE", "one of its words"),
    (["mentions", 0, "when", "begin"], "2022-13-01", "not an ISO day"),
    (["mentions", 0, "when", "end"], "2021-01-01", "cannot end"),
    (["mentions", 0, "place", "place", "latitude"], "46", "a number"),
    (["mentions", 0, "colour"], "red", "unknown field 'colour'"),
    (["mentions", 0, "article"], "b", "not what its article 'b' says"),
]


@pytest.mark.parametrize(("path", "value", "message"), WRONG)
def test_anything_else_is_an_error(path: list[Any], value: Any, message: str) -> None:
    record: Any = copy.deepcopy(WHOLE)
    if not path:
        record = value
    else:
        place = record
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value
    with pytest.raises(ValueError, match=message):
        timeline_from_record(record)


def test_a_missing_field_is_an_error() -> None:
    record: Any = copy.deepcopy(WHOLE)
    del record["mentions"][0]["quote"]
    with pytest.raises(ValueError, match=r"mentions\[0\]: no 'quote'"):
        timeline_from_record(record)
