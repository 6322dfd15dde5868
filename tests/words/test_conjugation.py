"""Verbs of every class against paradigms written by hand, and nouns against their cases."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from timeline.words.conjugation import Slot, analyse, conjugate
from timeline.words.declension import decline

PARADIGMS: dict[str, dict[str, str]] = tomllib.loads(Path(__file__).with_name("paradigms.toml").read_text(encoding="utf-8"))
PLACES = ("3ms", "3fs", "3md", "3fd", "3mp", "3fp", "1-p")


def forms_of(lemma: str) -> list[tuple[str, Slot]]:
    verb = analyse(lemma, PARADIGMS[lemma].get("given", ""))
    return list(conjugate(verb, active=True, passive=True))


def place(slot: Slot) -> str:
    return f"{slot.person or '-'}{slot.gender or '-'}{slot.number}"


def spelled(lemma: str, aspect: str, where: str, **wanted: Any) -> set[str]:
    """All spellings that the rules give a place of the paradigm."""
    return {
        spelling
        for spelling, slot in forms_of(lemma)
        if slot.aspect == aspect and place(slot) == where and all(getattr(slot, field) == value for field, value in wanted.items())
    }


def cells(row: str, places: tuple[str, ...]) -> list[Any]:
    return [
        pytest.param(lemma, where, form, id=f"{lemma} {where} {form}")
        for lemma, paradigm in PARADIGMS.items()
        if row in paradigm
        for where, form in zip(places, paradigm[row].split(), strict=True)
        if form != "-"
    ]


@pytest.mark.parametrize(("lemma", "where", "form"), cells("past", PLACES))
def test_past(lemma: str, where: str, form: str) -> None:
    assert form in {
        spelling
        for voice in ("active", "either")
        for spelling in spelled(lemma, "past", where, voice=voice, free=True)
    }  # fmt: skip


@pytest.mark.parametrize(("lemma", "where", "form"), cells("present", PLACES))
def test_present(lemma: str, where: str, form: str) -> None:
    assert form in {
        spelling
        for voice in ("active", "either")
        for spelling in spelled(lemma, "present", where, voice=voice, free=True, short=False)
    }  # fmt: skip


@pytest.mark.parametrize(("lemma", "where", "form"), cells("short", ("3ms", "3fs", "3mp")))
def test_jussive_and_subjunctive(lemma: str, where: str, form: str) -> None:
    """The jussive is marked as short; the plural without its ن serves the subjunctive too, and is not."""
    assert form in spelled(lemma, "present", where, short=where != "3mp", free=True)


@pytest.mark.parametrize(("lemma", "where", "form"), cells("joined", ("past 3ms", "past 3mp", "present 3ms")))
def test_before_a_pronoun(lemma: str, where: str, form: str) -> None:
    aspect, where = where.split()
    assert form in spelled(lemma, aspect, where, joined=True)


@pytest.mark.parametrize(("lemma", "where", "form"), cells("passive", ("past 3ms", "past 3fs", "present 3ms", "present 3fs")))
def test_passive(lemma: str, where: str, form: str) -> None:
    """A passive spelled like the active is one form of either voice."""
    aspect, where = where.split()
    found = spelled(lemma, aspect, where, voice="passive") | spelled(lemma, aspect, where, voice="either")
    assert form in found


@pytest.mark.parametrize(("lemma", "where", "form"), cells("active", ("-ms", "-fs", "-mp")))
def test_active_participle(lemma: str, where: str, form: str) -> None:
    assert form in spelled(lemma, "participle", where, voice="active")


@pytest.mark.parametrize(("lemma", "where", "form"), cells("attribute", ("-ms", "-fs")))
def test_passive_participle(lemma: str, where: str, form: str) -> None:
    assert form in spelled(lemma, "participle", where, voice="passive")


@pytest.mark.parametrize("lemma", PARADIGMS)
def test_every_table_holds_a_whole_paradigm(lemma: str) -> None:
    """Past, present, short and joined forms stand in each table, twelve and more."""
    paradigm = PARADIGMS[lemma]
    assert {"past", "present", "short", "joined"} <= paradigm.keys()
    assert sum(form != "-" for row, forms in paradigm.items() if row != "given" for form in forms.split()) >= 12


@pytest.mark.parametrize("lemma", PARADIGMS)
def test_no_spelling_of_an_intransitive_verb_is_passive(lemma: str) -> None:
    verb = analyse(lemma, PARADIGMS[lemma].get("given", ""))
    assert {slot.voice for _, slot in conjugate(verb, transitive=False)} == {"active"}


@pytest.mark.parametrize(
    ("lemma", "measure"),
    [
        ("عقد", 1), ("ردّ", 1), ("قدّم", 2), ("أكّد", 2), ("أيّد", 2), ("أدّى", 2), ("شارك", 3), ("نادى", 3), ("أعلن", 4), ("أعدّ", 4),
        ("أدان", 4), ("تعهّد", 5), ("ترأّس", 5), ("تبنّى", 5), ("تباحث", 6), ("تلاقى", 6), ("انسحب", 7), ("انضمّ", 7), ("انتقد", 8),
        ("استمع", 8), ("اتّفق", 8), ("استلم", 8), ("استعدّ", 10), ("استقبل", 10), ("استقال", 10), ("ترجم", 11), ("سيطر", 11),
        ("تدهور", 12),
    ],
)  # fmt: skip
def test_the_shadda_and_the_letters_tell_the_measure(lemma: str, measure: int) -> None:
    assert analyse(lemma, "يفعل" if measure == 1 else "").measure == measure


def test_measure_one_wants_its_present() -> None:
    with pytest.raises(ValueError, match="present"):
        analyse("كتب")


def test_a_present_that_is_no_third_person_is_refused() -> None:
    with pytest.raises(ValueError, match="third person"):
        analyse("كتب", "نكتب")


def test_attribute_participles_stand_in_every_case() -> None:
    """بيان صادر is said, but of مؤكد the accusative alone goes on with a speaker."""
    verb = analyse("صدر", "يصدر")
    assert "صادر" in {spelling for spelling, _ in conjugate(verb, active=True, attribute=True)}
    assert "صادر" not in {spelling for spelling, _ in conjugate(verb, active=True)}


@pytest.mark.parametrize(
    ("noun", "free", "joined"),
    [
        ("لقاء", "لقاء لقاءا لقاءان لقاءين لقاءات", "لقاء لقائ لقاؤ لقاءات"),
        ("زيارة", "زيارة زيارتان زيارتين زيارتي زيارات", "زيارت زيارتا زيارتي زيارات"),
        ("اجتماع", "اجتماع اجتماعا اجتماعان اجتماعين اجتماعات", "اجتماع اجتماعات"),
        ("دعوى", "دعوى دعويان دعويين", "دعوا"),
        ("بدء", "بدء بدءا", "بدء بدئ بدؤ"),
        ("نفي", "نفي نفيا", "نفي"),
        ("محادثات", "محادثات", "محادثات"),
    ],
)
def test_nouns_alone_and_before_a_pronoun(noun: str, free: str, joined: str) -> None:
    forms = list(decline(noun))
    assert set(free.split()) <= {spelling for spelling, slot in forms if slot.free}
    assert set(joined.split()) <= {spelling for spelling, slot in forms if slot.joined}


def test_a_noun_in_teh_marbuta_loses_it_before_a_pronoun() -> None:
    assert not any(slot.joined for spelling, slot in decline("زيارة") if spelling == "زيارة")


def test_a_listed_plural_takes_the_place_of_the_sound_one() -> None:
    forms = {spelling for spelling, slot in decline("قمة", ("قمم",)) if slot.number == "p"}
    assert "قمم" in forms
    assert "قمات" not in forms


def test_the_nisba_is_no_dual() -> None:
    """اجتماعي is "social" far more often than "the two meetings of"."""
    assert "اجتماعي" not in {spelling for spelling, _ in decline("اجتماع")}
