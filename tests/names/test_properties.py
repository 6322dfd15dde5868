"""What is true of any text."""

import random
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import dates
from timeline.names import find
from timeline.reading import bare, read

PHRASES = (Path(__file__).parent / "phrases.txt").read_text(encoding="utf-8")
WORDS = sorted(
    {word for line in PHRASES.splitlines() for word in line.split()} | {"و", "ال", "لل", "بن", "،", ".", "\n", "(", '"', "-", "عبد"}
)


def check(text):
    """Offsets lie within the text, agree with the tokens, and neither parties nor settings overlap."""
    reading = read(text)
    found = find(reading, dates.find(reading, None))
    for spans in (found.parties, found.settings):
        for one in spans:
            assert 0 <= one.start < one.end <= len(text)
            assert reading.starts[one.first] <= one.start < reading.ends[one.first]
            assert one.end == reading.ends[one.last - 1]
        assert all(left.last <= right.first for left, right in pairwise(spans))
    assert all(party.actors for party in found.parties)
    return found


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_any_mixture_of_names_and_words(text):
    """Names in any order give parties and places that fit the text."""
    check(text)


@given(
    st.text(alphabet=st.one_of(st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإآؤئ ًٌٍَُِّْـ،.\n()«»-"), st.characters()), max_size=200)
)
@settings(max_examples=300, deadline=None)
def test_any_text(text):
    """Any Unicode string is read without an exception."""
    check(text)


@pytest.mark.parametrize("line", random.Random(7).sample([line for line in PHRASES.splitlines() if " = " in line], 40))
def test_vowel_signs_change_nothing(line):
    """A vocalised text names the same parties."""
    plain = line.partition(" = ")[0].replace("[", "").replace("]", "")
    signs = random.Random(plain)
    voiced = "".join(letter + (signs.choice("َُِ") if letter in "بتثجحخدذرزسشصضطظعغفقكلمنه" else "") for letter in plain)
    assert bare(voiced.split()[0]) == bare(plain.split()[0])
    assert [party.actors for party in check(voiced).parties] == [party.actors for party in check(plain).parties]


def test_the_proclitics_stay_outside(names):
    """A glued conjunction or preposition is no part of the party."""
    text = "رسالة لإيران وللأمم المتحدة ووفرنسا وبالمحكمة الجنائية الدولية"
    assert [(text[party.start : party.end], party.proclitics) for party in names(text).parties] == [
        ("إيران", "ل"),
        ("لأمم المتحدة", "ول"),
        ("المحكمة الجنائية الدولية", "وب"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "عقد مؤتمرا صحفيا مشتركا في ختام الزيارة",
        "ولد في مسقط رأسه وعاش هناك",
        "يسود السلام في المنطقة منذ أعوام",
        "قدم دعما ماليا كبيرا للمشروع",
        "كان ذلك كيف ما شاء القدر",
        "بدأت المساعدة على التنمية في اليد اليمنى",
        "هذا مجرى النهر",
    ],
)
def test_everyday_words_name_nobody(names, text):
    """Words that only look like names are no parties."""
    assert not names(text).parties


def test_a_name_swallows_no_verb(names):
    """The person's span ends before the verb, the preposition and the verbal noun."""
    for tail in (
        "يزور أنقرة",
        "إلى طهران",
        "خلال المؤتمر",
        "لبحث الأزمة",
        "بانتهاج الحوار",
        "أمس الثلاثاء",
        "والوفد المرافق",
        "زيارة رسمية",
    ):
        text = f"بدأ الرئيس الفرنسي إيمانويل ماكرون {tail}"
        party = next(party for party in names(text).parties if party.form == "person")
        assert text[party.start : party.end] == "الرئيس الفرنسي إيمانويل ماكرون"


def test_a_capital_is_an_actor_as_subject_and_a_place_after_a_preposition(names):
    """Position decides between the government and the city."""
    subject = names("أكدت موسكو دعمها")
    assert [party.form for party in subject.parties] == ["capital"]
    assert [setting.role for setting in subject.settings] == ["party"]
    place = names("عقد اللقاء في موسكو")
    assert place.parties == ()
    assert [setting.role for setting in place.settings] == ["place"]


def test_oman_and_amman_are_told_apart(names):
    """ "عمان" is Jordan's capital in a story about Jordan, the sultanate elsewhere."""
    jordan = names("وصل العاهل الأردني إلى عمان")
    assert [setting.place.country for setting in jordan.settings] == ["JOR"]
    assert [setting.place.country for setting in names("وصل السلطان هيثم إلى عمان").settings] == ["OMN"]
