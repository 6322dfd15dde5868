"""Whether a word is a verb, and its tense: by its letters, and where they leave it open, not at all."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.reading import fold
from timeline.words import packaged, verbal
from timeline.words.analysis import analyses
from timeline.words.conjugation import analyse, conjugate
from timeline.words.inventory import data, folded

WORDS = tomllib.loads(Path(__file__).with_name("verbal.toml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(word, tense, table != "uncertain", id=f"{word} {tense}")
    for table, rows in WORDS.items()
    for tense, words in rows.items()
    for word in words.split()
]


@pytest.mark.parametrize(("word", "tense", "certain"), CASES)
def test_the_tense_that_a_word_shows(word: str, tense: str, certain: bool) -> None:
    found = verbal(packaged(), word, fold(word))
    assert {name for name in ("past", "present", "future") if getattr(found, name)} == {tense} - {"none"}
    assert tense == "none" or found.certain == certain


@pytest.mark.parametrize("signed", ["عبّر", "وعبَّر"])
def test_vowel_signs_make_a_verb_of_a_function_word(signed: str) -> None:
    assert verbal(packaged(), signed, fold(signed)).past
    assert not verbal(packaged(), "عبر", "عبر")


LEMMAS = [(line.word, line.fields.get("present", "")) for line in packaged().lines if line.verb] + list(data("others.toml").items())


@given(st.sampled_from(LEMMAS), st.data())
def test_every_form_conjugated_is_analysed_back(lemma: tuple[str, str], draw: st.DataObject) -> None:
    """With a conjunction, the future and a pronoun, wherever the form bears them."""
    transitive = all(line.fields.get("transitive", True) for line in packaged().lines if line.word == lemma[0])
    transitive = transitive and lemma[0] not in data("others.toml")
    forms = conjugate(analyse(*lemma), transitive=transitive)
    spelling, slot = draw.draw(st.sampled_from([form for form in forms if form[1].plain]))
    glued = draw.draw(st.sampled_from(["", "و", "ف"]))
    future = "س" if slot.aspect == "present" and not slot.short and draw.draw(st.booleans()) else ""
    pronoun = (
        draw.draw(st.sampled_from(["ها", "هم"]))
        if transitive and slot.joined and (not slot.free or draw.draw(st.booleans()))
        else ""
    )
    if not (slot.free or pronoun):
        return
    word = glued + future + folded(spelling) + pronoun
    found = [one for step in analyses(packaged(), word) for one in step]
    assert any(folded(one.spelling) == folded(spelling) and one.pronoun == pronoun for one in found), word


@given(st.text("ابتثجحدرزسشعفقكلمنهويةءأإئؤ", min_size=1, max_size=9))
def test_what_is_cut_and_what_is_left_make_the_word_again(word: str) -> None:
    """Proclitics, article, spelling and pronoun stand side by side in the word."""
    for one in (one for step in analyses(packaged(), fold(word)) for one in step):
        proclitics = one.proclitics[:-1] + "ل" if one.definite and one.proclitics.endswith("ل") else one.proclitics
        article = "ل" if one.definite and proclitics.endswith("ل") else "ال" if one.definite else ""
        assert proclitics + article + folded(one.spelling) + one.pronoun == fold(word)


@given(st.text())
def test_any_string_may_be_asked(word: str) -> None:
    assert verbal(packaged(), word, fold(word)) is not None
