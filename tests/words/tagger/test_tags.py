"""What a tag says, and how it is written."""

import pytest

from timeline.words.tagger import Tag


@pytest.mark.parametrize("written", ["N", "c+N", "r+N+o", "c+r+N", "q+I", "c+q+I+o", "p", "Z"])
def test_a_tag_is_written_as_it_is_read(written):
    assert str(Tag.parse(written)) == written


@pytest.mark.parametrize("written", ["", "X", "c+", "N+c", "r+c+N", "+N", "N+o+o", "o"])
def test_what_is_no_tag_is_refused(written):
    with pytest.raises(ValueError, match="no tag"):
        Tag.parse(written)


def test_a_tag_says_whether_it_is_a_verb_or_a_name():
    verb, first, further, noun = map(Tag.parse, ("c+V", "P", "p", "r+N"))
    assert (verb.verb, verb.name, verb.begins_name) == (True, None, False)
    assert (first.verb, first.name, first.begins_name) == (False, "P", True)
    assert (further.name, further.begins_name) == ("P", False)
    assert (noun.verb, noun.name) == (False, None)
    assert [Tag.parse(name).name for name in ("G", "g", "Z", "z")] == ["G", "G", "Z", "Z"]
