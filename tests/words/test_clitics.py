"""What is glued to a word, cut off and put back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.reading import fold
from timeline.words import packaged
from timeline.words.analysis import lemmas
from timeline.words.clitics import cores, without_article, without_conjunction
from timeline.words.common import is_common

WORDS = st.text("ابتجحدرسعفقكلمنهوي", min_size=2, max_size=7)


@pytest.mark.parametrize(
    ("word", "core"),
    [
        ("وبزيارته", "زيارة"),
        ("للاجتماع", "اجتماع"),
        ("فالوزير", "وزير"),
        ("بالمدينة", "مدينة"),
        ("كالحرب", "حرب"),
        ("لقاءاتهم", "لقاءات"),
        ("وفود", "وفود"),
    ],
)
def test_a_word_holds_its_core(word: str, core: str) -> None:
    assert fold(core) in cores(fold(word))


@pytest.mark.parametrize(("word", "core"), [("في", "في"), ("الى", "الى"), ("ولد", "لد"), ("و", "و"), ("ال", "ال")])
def test_too_little_is_never_left(word: str, core: str) -> None:
    assert without_article(without_conjunction(fold(word))) == fold(core)


@given(WORDS)
def test_what_is_glued_on_is_cut_off_again(word: str) -> None:
    assert word in cores("و" + word)
    assert word in cores("وال" + word)
    assert word in cores("لل" + word)
    assert word in cores("ب" + word + "ها")
    assert without_conjunction("ف" + word) == word
    assert without_article("ال" + word) == word


@given(st.text())
def test_any_string_has_cores_and_is_its_first(word: str) -> None:
    assert cores(fold(word))[0] == fold(word)


@pytest.mark.parametrize("word", ["وباجتماعهم", "لمناقشة", "لكنه", "الحكومة", "ومنذ", "بيان", "قلقه"])
def test_common_words(word: str) -> None:
    assert is_common(fold(word))


@pytest.mark.parametrize("word", ["لافروف", "بلينكن", "واشنطن", "فيصل", "بوتين", "2022", "، "])
def test_names_are_no_common_words(word: str) -> None:
    assert not is_common(fold(word))


@pytest.mark.parametrize(
    ("word", "lemma"), [("وزيارتها", "زيارة"), ("ستزوران", "زار"), ("ووصلوا", "وصل"), ("لمغادرة", "مغادرة"), ("اجتماعات", "اجتماع")]
)
def test_a_form_tells_its_word(word: str, lemma: str) -> None:
    assert lemma in lemmas(packaged(), fold(word))
