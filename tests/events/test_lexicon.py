"""Words looked up: readings by table, every form back to its lemma, and data that agree with themselves."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.events.lexicon import Form, complement, fits, look_up
from timeline.events.vocabulary import TriggerKind, packaged
from timeline.model import ActionType
from timeline.reading import bare, fold
from timeline.words.conjugation import analyse
from timeline.words.inventory import folded

WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
LINES = [(line.word, line.kind, line.type, line.fields) for line in packaged().words.lines]
VERBS = [line for line, known in zip(LINES, packaged().words.lines, strict=True) if known.verb]
NOUNS = [line for line, known in zip(LINES, packaged().words.lines, strict=True) if not known.verb]
FIELDS = {"noun", "present", "object", "actor", "target", "theme", "place", "subject", "complements", "needs", "transitive"}
FIELDS |= {"participle", "nominal", "plural", "singular", "event"}


def read(word: str) -> tuple[Form, ...]:
    return look_up(word, fold(word))


@pytest.mark.parametrize("case", WORDS["readings"], ids=lambda case: case["word"])
def test_first_reading(case: dict[str, Any]) -> None:
    forms = read(case["word"])
    if case.get("none"):
        assert forms == ()
        return
    form = forms[0]
    found = {"lemma": form.trigger.lemma, "noun": form.trigger.noun, **{name: getattr(form, name) for name in Form.__slots__[:13]}}
    wanted = {key: value for key, value in case.items() if key not in ("word", "needs")}
    assert {key: found[key] for key in wanted} == wanted
    if "needs" in case:
        assert fits(form, case["needs"])
        assert not fits(form, "الذي")


@pytest.mark.parametrize("word", WORDS["none"])
def test_common_words_are_no_triggers(word: str) -> None:
    assert read(word) == ()


@pytest.mark.parametrize("case", WORDS["neighbours"], ids=lambda case: f"{case['before']} {case['word']}")
def test_neighbours(case: dict[str, Any]) -> None:
    assert any(fits(form, case["before"]) for form in read(case["word"])) is case["fits"]


@pytest.mark.parametrize("case", WORDS["followed"], ids=lambda case: f"{case['word']} {case['by']}")
def test_what_follows_tells_readings_apart(case: dict[str, Any]) -> None:
    """Where the caller does not know what follows, every reading stays."""
    left = [form.trigger.lemma for form in read(case["word"]) if fits(form, "", case["by"].split())]
    assert left == case["lemmas"]
    assert all(fits(form, "") for form in read(case["word"]))


@pytest.mark.parametrize("case", WORDS["complements"], ids=lambda case: f"{case['word']} {case['after']}")
def test_complements_change_the_type(case: dict[str, Any]) -> None:
    found = {complement(form.trigger, fold(case["after"])) for form in read(case["word"])}
    assert found - {None} == ({case["type"]} if case["type"] else set())


def test_an_ambiguous_spelling_says_so() -> None:
    assert all(form.ambiguous for form in read("عقد"))
    assert not any(form.ambiguous for form in read("عقدت"))


def test_a_sign_lifts_no_caution_but_the_one_that_asks_for_signs() -> None:
    assert read("بيّن")
    assert not read("بين")
    assert not read("ووزيرُ")


def test_partners_and_targets_of_frequent_verbs() -> None:
    """Whom the object names, and what a preposition makes of its party."""
    frames = {word: read(word)[0].trigger for word in ("التقى", "استقبل", "زار", "دعا", "اتهم", "وقّع", "أبلغ", "حث", "رحب", "ندد")}
    assert frames["التقى"].object == frames["استقبل"].object == "actor"
    assert frames["التقى"].prepositions["مع"] == frames["وقّع"].prepositions["مع"] == "actor"
    assert {frames[word].object for word in ("زار", "دعا", "اتهم", "أبلغ", "حث")} == {"target"}
    assert frames["رحب"].prepositions["ب"] == frames["ندد"].prepositions["ب"] == "target"
    assert frames["زار"].kind == "visit"
    assert frames["التقى"].kind == "meeting"


def test_who_receives_is_no_actor() -> None:
    assert read("تلقت")[0].trigger.subject == "target"
    assert read("شهدت")[0].trigger.subject == "place"
    assert read("نقلت")[0].trigger.subject == "reporter"


def test_event_nouns_and_topics() -> None:
    assert all(read(word)[0].trigger.event_noun for word in ("اجتماع", "قمة", "زيارة", "محادثات", "هجوم", "انتخابات"))
    assert not any(read(word)[0].trigger.event_noun for word in ("اتفاق", "عقوبات", "تعاون", "بيان"))


def test_readings_can_be_counted_and_kept_in_sets() -> None:
    assert len({*read("التقى"), *read("التقى")}) == len(read("التقى"))


# ---- properties -----------------------------------------------------------------------------------------------------------------


def _spellings() -> Iterator[tuple[str, str, int]]:
    words = packaged()
    for key, found in words.words.surfaces.items():
        for slot, trigger, spelling in found:
            if slot.free and slot.plain and key not in words.cautions and trigger < len(words.triggers):
                yield key, spelling, trigger


def test_every_form_looks_up_back_to_its_lemma() -> None:
    """A spelling that another word covers wholly, letter for letter, may lose it; nothing else may."""
    words = packaged()
    lost = [
        (spelling, words.triggers[trigger].lemma)
        for _, spelling, trigger in _spellings()
        if not any(form.trigger is words.triggers[trigger] for form in look_up(spelling, fold(spelling)))
    ]
    assert lost == []


def test_the_quick_fold_of_spellings_is_the_fold_of_the_reading_room() -> None:
    assert all(folded(spelling) == fold(spelling) for _, spelling, _ in _spellings())


@given(st.text())
def test_any_string_is_looked_up_without_error(text: str) -> None:
    assert isinstance(look_up(text, fold(text)), tuple)


@given(st.text(alphabet="وفبلكسالتينهمأإآىةءئؤرجعدقحم\u064e\u064f\u0650\u0651\u0652\u064b\u0640", max_size=14))
def test_arabic_letters_in_any_order_give_consistent_forms(text: str) -> None:
    for form in read(text):
        assert form.future == form.proclitics.endswith("س")
        assert not (form.definite and form.pronoun)
        assert fold(text).startswith(form.proclitics)
        assert fold(text).endswith(form.pronoun)
        assert form.aspect not in ("past", "present") or form.person in ("1", "3")


@given(st.sampled_from(["قال", "التقى", "سيعقد", "لقائه", "المحادثات", "مؤكدا"]), st.sampled_from(["و", "ف"]))
def test_a_conjunction_changes_the_proclitics_alone(word: str, conjunction: str) -> None:
    def core(form: Form) -> tuple[object, ...]:
        return (form.trigger, form.aspect, form.voice, form.gender, form.number, form.future, form.definite, form.pronoun)

    assert [core(form) for form in read(conjunction + word)] == [core(form) for form in read(word)]
    assert all(form.proclitics.startswith(conjunction) for form in read(conjunction + word))


@given(st.sampled_from(["قال", "التقى", "محادثات"]), st.integers(0, 6))
def test_tatweel_and_invisible_marks_change_nothing(word: str, at: int) -> None:
    assert read(word[:at] + "\u0640\u200f" + word[at:]) == read(word)


# ---- the data -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("entry", [*VERBS, *NOUNS], ids=lambda entry: entry[0])
def test_entry_has_known_kind_type_and_fields(entry: tuple[str, str, str, dict[str, Any]]) -> None:
    word, kind, type_, fields = entry
    assert kind in get_args(TriggerKind)
    assert type_ in get_args(ActionType)
    assert fields.keys() <= FIELDS
    assert fields.get("object", "") in ("", "target", "actor", "theme", "place")
    assert fields.get("subject", "actor") in ("actor", "target", "place", "reporter", "victim")
    assert set(fields.get("complements", {})) <= set(get_args(ActionType))
    assert not fields.get("needs") or fields["complements"]
    assert " " not in word


@pytest.mark.parametrize("entry", VERBS, ids=lambda entry: entry[0])
def test_verb_has_its_noun_and_can_be_conjugated(entry: tuple[str, str, str, dict[str, Any]]) -> None:
    lemma, _, _, fields = entry
    assert fields["noun"] == bare(fields["noun"])
    assert fields.get("participle", "") in ("", "active", "passive", "both")
    verb = analyse(lemma, fields.get("present", ""))
    assert (verb.measure == 1) == ("present" in fields) or lemma in EXCEPTIONAL_PRESENTS


#: Verbs outside measure I whose present the rules cannot know.
EXCEPTIONAL_PRESENTS = {"آوى", "آزر", "أحيا", "حيّا"}


def test_no_verb_stands_twice() -> None:
    doubled = [lemma for lemma, count in Counter(lemma for lemma, *_ in VERBS).items() if count > 1]
    assert doubled == []


def test_no_noun_stands_twice() -> None:
    doubled = [noun for noun, count in Counter(noun for noun, *_ in NOUNS).items() if count > 1]
    assert doubled == []


def test_prepositions_of_an_entry_have_one_part_each() -> None:
    for word, _, _, fields in [*VERBS, *NOUNS]:
        listed = [
            folded(preposition) for role in ("actor", "target", "theme", "place") for preposition in fields.get(role, "").split()
        ]
        assert len(listed) == len(set(listed)), word


@pytest.mark.parametrize("word", packaged().cautions)
def test_every_caution_is_about_a_word_that_some_entry_brings_forth(word: str) -> None:
    """A caution that nothing needs is a line to take out."""
    surfaces = packaged().words.surfaces
    parts = (word[start:end] for start in range(min(4, len(word))) for end in range(len(word), max(start, len(word) - 4), -1))
    assert any(part in surfaces for part in parts)


def test_the_vocabulary_is_as_wide_as_promised() -> None:
    assert len(VERBS) >= 450
    assert len({form.trigger.noun for noun, *_ in NOUNS for form in read(noun)}) >= 230
