"""What holds for every writer alike."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.hostile import ATTACKS, hostile
from timeline import formats
from timeline.chronology import Timeline


@pytest.mark.parametrize("name", formats.NAMES)
def test_the_same_timeline_gives_the_same_output(chronology, name: str):
    shuffled = Timeline(chronology.articles[::-1], chronology.mentions[::-1])
    first = formats.write(chronology, name)
    assert first == formats.write(shuffled, name)
    assert isinstance(first, bytes if formats.find(name).binary else str)


@pytest.mark.parametrize("name", [name for name in formats.NAMES if hasattr(Timeline, f"to_{name}")])
def test_a_timeline_has_a_method_of_the_same_name(chronology, name: str):
    assert getattr(chronology, f"to_{name}")() == formats.write(chronology, name)


@pytest.mark.parametrize("name", formats.NAMES)
def test_an_empty_timeline_is_written(empty, name: str):
    assert isinstance(formats.write(empty, name), (str, bytes))


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
@pytest.mark.parametrize("name", formats.NAMES)
def test_any_text_is_written_as_utf8(name: str, attack: str):
    written = formats.write(hostile(attack), name)
    text = written if isinstance(written, str) else None
    if name in ("json", "jsonl", "geojson", "timelinejs", "plover"):
        for line in (text or "").splitlines() if name == "jsonl" else [text]:
            json.loads(line)
    if text is not None:
        text.encode("utf-8")
    elif name == "ics":
        written.decode("utf-8")


@pytest.mark.parametrize("name", ["html", "markdown", "timelinejs", "jsonl", "plover", "ics", "csv"])
def test_only_http_addresses_are_written_as_links(name: str):
    bad = formats.write(hostile("نص", "javascript:window.pwned=1"), name)
    assert "javascript:" not in (bad.decode() if isinstance(bad, bytes) else bad).lower()


@pytest.mark.parametrize("name", formats.NAMES)
@settings(max_examples=15, deadline=None)
@given(text=st.text(st.characters(exclude_categories=()), min_size=1))
def test_any_string_at_all_is_written(name: str, text: str):
    written = formats.write(hostile(text, "https://example.org/" + text), name)
    assert isinstance(written, bytes) or written.encode("utf-8")
