"""Whoever asks may ask in Arabic, in English or by code."""

import pytest

import timeline
from timeline.chronology.asking import asked_actor, asked_place, asked_type, suggestions

TEXT = (
    "التقى وزير الخارجية السعودي فيصل بن فرحان الأمين العام لحلف شمال الأطلسي ينس ستولتنبرغ في جنيف في 10 يناير 2022. "
    "واستقبل الرئيس المصري عبد الفتاح السيسي في القاهرة في 11 يناير 2022 وزير الدفاع الفرنسي دوستوبار كرنفالي."
)
TALKS = timeline.extract(TEXT, "2022-01-12")


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("SAU", "SAU"),
        ("sau", "SAU"),
        ("SA", "SAU"),
        ("Saudi Arabia", "SAU"),
        ("saudi arabia", "SAU"),
        ("السعودية", "SAU"),
        ("الناتو", "NATO"),
        ("حلف شمال الأطلسي", "NATO"),
        ("United Nations", "UN"),
        ("the European Union", "EU"),
        ("Britain", "GBR"),
        ("USA", "USA"),
        ("Côte d'Ivoire", "CIV"),
        ("موسكو", "RUS"),
        ("Lavrov", None),
        ("لافروف", None),
    ],
)
def test_an_actor_by_code_or_by_name_in_either_language(asked: str, code: str | None) -> None:
    found = asked_actor(asked)
    assert (found.code if found.code != asked.upper() or code else None, found.unknown) == (code, None)


@pytest.mark.parametrize(
    ("asked", "days"),
    [
        ("Saudi Arabia", ["2022-01-10"]),
        ("الناتو", ["2022-01-10"]),
        ("NATO", ["2022-01-10"]),
        ("Stoltenberg", ["2022-01-10"]),
        ("ستولتنبرغ", ["2022-01-10"]),
        ("Egypt", ["2022-01-11"]),
        ("Sisi", ["2022-01-11"]),
        ("Nobody at all", []),
    ],
)
def test_entries_involving_whoever_is_meant(asked: str, days: list[str]) -> None:
    assert [str(event.date) for event in TALKS.involving(asked)] == days


GENEVA, CAIRO = ["2022-01-10"], ["2022-01-11"]
PLACES = {"Geneva": GENEVA, "جنيف": GENEVA, "CHE": GENEVA, "Egypt": CAIRO, "مصر": CAIRO, "Cairo": CAIRO, "Paris": []}


@pytest.mark.parametrize(("asked", "days"), PLACES.items())
def test_entries_at_the_place_that_is_meant(asked: str, days: list[str]) -> None:
    assert [str(event.date) for event in TALKS.at(asked)] == days


def test_a_code_that_nobody_has_is_an_error_that_names_those_near() -> None:
    with pytest.raises(ValueError, match=r"'SAUX'.*did you mean SAU"):
        TALKS.involving("SAUX")
    with pytest.raises(ValueError, match=r"'XQX'"):
        TALKS.at("XQX")
    with pytest.raises(ValueError, match=r"'CONSULTS'.*did you mean CONSULT"):
        TALKS.of_type("CONSULTS")


def test_a_code_of_ones_own_vocabulary_is_known_where_it_stands() -> None:
    own = timeline.Vocabulary.default().extended({"organisations": {"ZZTOP": {"names": ["رابطة القوافل"], "sector": "IGO"}}})
    found = timeline.extract("اجتمعت رابطة القوافل مع روسيا في جنيف في 10 يناير 2022.", "2022-01-12", vocabulary=own)
    assert len(found.involving("ZZTOP")) == 1


NEAR = {"Saudi Arbia": "Saudi Arabia", "Lavrow Sergey": "Sergey Lavrov", "فلاديمر بوتين": "فلاديمير بوتين"}


@pytest.mark.parametrize(("asked", "near"), NEAR.items())
def test_names_that_come_near_are_suggested(asked: str, near: str) -> None:
    assert near in suggestions(asked)


def test_types_in_any_case() -> None:
    assert asked_type("assault") == "ASSAULT"


def test_a_city_in_english_is_all_its_arabic_names() -> None:
    assert frozenset({"جنيف"}) in asked_place("Geneva").names
    assert asked_place("Geneva").code == "GENEVA"


def test_the_store_asks_in_the_same_way(tmp_path) -> None:
    with timeline.Store(tmp_path / "talks.db") as store:
        store.add(timeline.Article(TEXT, "2022-01-12"))
        for _ in range(2):  # from memory, then from the index
            for actor in ("Saudi Arabia", "الناتو", "Stoltenberg", "Dustubar"):
                assert store.timeline(actor=actor) == expected(actor)
            assert [str(event.date) for event in store.timeline(place="Geneva")] == ["2022-01-10"]
            with pytest.raises(ValueError, match="did you mean SAU"):
                store.timeline(actor="SAUX")


def expected(actor: str) -> timeline.Timeline:
    return timeline.extract(timeline.Article(TEXT, "2022-01-12")).involving(actor)


def test_a_person_without_an_english_name_gets_one_by_rule() -> None:
    actors = {actor for event in TALKS.entries for actor in (*event.actors, *event.targets) if actor.kind == "person"}
    named = {actor.name: actor.label("en") for actor in actors}
    assert named["ينس ستولتنبرغ"] == "Jens Stoltenberg"
    assert all(label.isascii() for label in named.values())
