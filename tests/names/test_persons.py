"""The list of known persons: what it leaves alone, and what it promises of its lines; what it finds is in persons.txt."""

import pytest

from timeline.names import Vocabulary
from timeline.reading import fold

#: Everyday words, towns and buildings that sound like a known person: nobody is named.
NOBODY = (
    "عقد الاجتماع الدوري في موعده",
    "بني حاجز ترابي قرب الساتر الترابي",
    "تطور القطاع القروي هذا العام",
    "تضررت المناطق الريفية والريفي منها خاصة",
    "هبطت الطائرة في مطار رفيق الحريري",
    "تخرج الطلاب في جامعة محمد السادس",
    "كان الرد سريعا وصعبا",
    "انطلقت الأشغال في ملعب ياسر عرفات",
    "هذه المنازل يعلون سقوفها كل عام",
    "انخفض سعر النخالة في الأسواق",
    "فتح شارع ياسر عرفات أمام المارة",
)


@pytest.mark.parametrize("text", NOBODY)
def test_nobody(text, names):
    """Words that sound like a name name nobody."""
    assert [actor.name for party in names(text).parties if party.form in ("person", "short") for actor in party.actors] == []


@pytest.mark.parametrize(
    ("text", "surname"),
    [
        ("التقى جورج ميتشيل الوفد. وقال ميتشيل إن المهمة صعبة.", "ميتشيل"),
        ("وصل عباس عراقتشي ظهرا. والتقى عراقتشي الوزراء.", "عراقتشي"),
    ],
)
def test_surname_in_the_spelling_of_the_text(text, surname, names):
    """Whoever is known by another spelling is found again by that of the text."""
    last = text.rindex(surname)
    found = [party for party in names(text).parties if party.start == last]
    assert [party.form for party in found] == ["short"]


@pytest.mark.parametrize(
    "text", ["التقى عبد الله الثاني الوزير. وفي اليوم الثاني غادر.", "زار حسين الشيخ القاهرة. واستقبله الشيخ هناك."]
)
def test_ordinals_and_titles_are_no_surnames(text, names):
    """ "الثاني" and "الشيخ" stand for nobody when they stand alone."""
    assert "short" not in [party.form for party in names(text).parties]


def test_one_spelling_is_one_person():
    """No spelling, full or short, belongs to two lines."""
    bearers: dict[str, set[str]] = {}
    for name, line in Vocabulary.default().tables["persons"].items():
        for each in (name, *line.get("names", ()), *line.get("short", ())):
            bearers.setdefault(fold(each), set()).add(name)
    assert {spelling: who for spelling, who in bearers.items() if len(who) > 1} == {}


def test_codes_are_those_of_states_and_organisations():
    """Every code is known elsewhere in the vocabulary; whoever has none speaks for a party or a group."""
    vocabulary = Vocabulary.default()
    codes = {*vocabulary.states, *(key.split("/")[0] for key in vocabulary.tables["organisations"])}
    persons = vocabulary.tables["persons"]
    assert len(persons) >= 700
    assert {line["code"] for line in persons.values() if line["code"]} <= codes
    assert {line.get("sector") for line in persons.values() if not line["code"]} <= {"REB", "OPP", "PTY", "CVL", "REL", "MIL"}


def test_short_forms_are_no_words():
    """A bare surname is no everyday word, no state and no title."""
    vocabulary = Vocabulary.default()
    for name, line in vocabulary.tables["persons"].items():
        for short in line.get("short", ()):
            kinds = {entry.kind for entry in vocabulary.lexicon.get(short)} - {"person", "place"}
            assert not kinds, (short, name)
            assert fold(short) not in vocabulary.words.function, (short, name)
