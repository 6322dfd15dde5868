"""Training on the sentences that live in the repository."""

from collections import Counter
from pathlib import Path

import pytest

from timeline.words.tagger import Tag, known
from timeline.words.tagger.model import Model
from tools.tagger.__main__ import OWN
from tools.tagger.lists import lists
from tools.tagger.report import names, report
from tools.tagger.sentences import halves, sentences
from tools.tagger.training import train, uses, vocabulary


@pytest.fixture(scope="module")
def model():
    words = known.packaged()
    return Model(words, *train(halves([OWN])[0], words))


def test_a_model_learns_what_it_is_shown(model):
    learned = halves([OWN])[0]
    right = sum(guess == tag for each in learned for guess, tag in zip(model.tag(each.words), each.tags, strict=True))
    assert right >= 0.97 * sum(len(each.words) for each in learned)
    assert "tokens: base" in report(model, halves([OWN])[1])


def test_every_fifth_sentence_is_held_out():
    learn, held = halves([OWN])
    everything = sentences(OWN)
    assert held == everything[4::5]
    assert Counter(map(id, learn)).total() == len(everything) - len(held)


def test_a_line_that_is_no_sentence_is_told_by_file_and_line(tmp_path: Path):
    path = tmp_path / "tagged.txt"
    path.write_text("#1 own\tعاد/V الوفد/N\n#2 own\tعاد/X\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"tagged\.txt, line 2: no tag: 'X'"):
        sentences(path)


def test_letters_and_digits_are_parted_as_reading_parts_them(tmp_path: Path):
    path = tmp_path / "tagged.txt"
    path.write_text("#1 own\tقتل/V 5/U و13/c+U\n", encoding="utf-8")
    (sentence,) = sentences(path)
    assert [*zip(sentence.words, map(str, sentence.tags), strict=True)] == [("قتل", "V"), ("5", "U"), ("و", "C"), ("13", "U")]


def test_names_are_spans_of_one_kind():
    tags = [*map(Tag.parse, ["P", "p", "P", "N", "r+G", "c+Z", "z"])]
    assert names(tags) == {("P", 0, 2), ("P", 2, 3), ("G", 4, 5), ("Z", 5, 7)}


def test_what_is_known_of_a_word_is_its_use_in_news_and_the_lists_that_hold_it(model):
    used = uses(model, [("عاد", "الوفد", "أمس")] * 4 + [("غادر", "الوفد")])
    assert used["الوفد"] == ("N!", 5)
    assert "غادر" not in used
    table = vocabulary(used, lists())
    assert (table["الوفد"].use, table["الوفد"].often) == ("N!", 3)
    assert "v" in table["عاد"].lists
    assert "G" in table["القاهره"].lists
