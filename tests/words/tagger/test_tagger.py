"""The packaged tagger: the same tags everywhere, for any tokens."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.reading import read
from timeline.words.tagger import Tag, tag

_LARGEST = 2 << 20
#: Sentences of our own with the tags that the packaged model gives them: whoever trains it anew looks at what changes here.
TAGGED = [line.split(" ") for line in Path(__file__).with_name("tagged.txt").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("items", TAGGED, ids=lambda items: " ".join(items)[:40])
def test_tags_are_the_same_on_every_machine(items):
    words, tags = zip(*(item.rsplit("/", 1) for item in items), strict=True)
    assert [*map(str, tag(words))] == [*tags]
    assert read(" ".join(words)).words == words


def test_tags_do_not_depend_on_what_was_tagged_before():
    sentences = [[item.rsplit("/", 1)[0] for item in items] for items in TAGGED]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(tag, sentences * 3))
    assert together == [*map(tag, sentences)] * 3


@given(st.text(max_size=300))
def test_any_tokens_get_a_tag_each(text):
    words = read(text).words
    tags = tag(words)
    assert len(tags) == len(words)
    assert all(isinstance(each, Tag) for each in tags)


def test_no_tokens_get_no_tags():
    assert tag(()) == ()


def test_models_are_small():
    assert sum(len(each.read_bytes()) for each in (files("timeline.words.tagger") / "data").iterdir()) <= _LARGEST


def test_models_are_read_when_first_needed():
    code = "import timeline; from timeline.words.tagger.model import packaged_model as model; print(model.cache_info().currsize)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "0\n"
