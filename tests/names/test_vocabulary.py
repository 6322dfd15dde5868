"""The vocabulary: what it promises of its data, and how a user adds to it."""

import tomllib
from pathlib import Path

import pytest

from timeline.data import countries
from timeline.names import Vocabulary, gazetteer
from timeline.names.nations import inflections
from timeline.names.tables import TABLES
from timeline.reading import fold

DATA = Path(gazetteer.__file__).parent / "data"


def test_capitals_are_cities_of_geonames():
    """Nearly every capital is found in GeoNames' Arabic names or the overlay."""
    vocabulary = Vocabulary.default()
    capitals = [state.capitals[0] for state in vocabulary.states.values() if state.capitals]
    listed = [name for name in capitals if (place := vocabulary.places.get(fold(name))) is not None and place.geonameid is not None]
    assert len(capitals) > 150
    assert len(listed) / len(capitals) > 0.9, sorted(set(capitals) - set(listed))


def test_there_are_many_organisations():
    """The promised breadth: 150 organisations and more, each with an English name."""
    table = tomllib.loads((DATA / "organisations.toml").read_text(encoding="utf-8"))
    assert len(table) >= 150
    assert all(line.get("english") and line["names"] for line in table.values())


@pytest.mark.parametrize("table", TABLES[:-2])
def test_tables_are_toml(table):
    """Each packaged table can be read."""
    assert tomllib.loads((DATA / f"{table}.toml").read_text(encoding="utf-8"))


def test_every_coded_state_has_an_english_name():
    """Labels in English exist for all states."""
    vocabulary = Vocabulary.default()
    for code in ("RUS", "SAU", "USA", "PSE", "XKX", "SUN", "TUR"):
        actor = vocabulary.state_actor(code)
        assert actor.label("en").isascii() or code == "TUR"
        assert actor.label("en") != actor.name
    assert set(countries()) >= {"RUS", "SAU", "XKX"}


def test_adjectives_have_all_inflections():
    """Sixteen forms a one-word adjective: gender, number, case and article."""
    forms = {form for form, *_ in inflections("سعودي")}
    assert {"سعودي", "السعودية", "سعوديان", "السعوديين", "سعوديون", "السعوديتين", "سعوديات"} <= forms


def test_a_user_adds_an_organisation_and_a_place(tmp_path, names):
    """A file of the same form adds lines without touching the packaged ones."""
    file = tmp_path / "mine.toml"
    file.write_text(
        '[organisations]\nZZZ = { names = ["رابطة البحيرات الكبرى"], english = "Great Lakes League" }\n'
        '[places]\n"قصر النجوم" = { country = "SAU", latitude = 21.5, longitude = 39.2, why = "an example" }\n'
        '[persons]\n"سالم الراوي" = { code = "OMN", english = "Salim al-Rawi", short = ["الراوي"] }\n',
        encoding="utf-8",
    )
    text = "اجتمعت رابطة البحيرات الكبرى في قصر النجوم بحضور الراوي"
    found = names(text, Vocabulary.from_toml(file))
    assert [actor.code for party in found.parties for actor in party.actors] == ["ZZZ", "OMN"]
    assert [(setting.place.name, setting.place.latitude) for setting in found.settings] == [("قصر النجوم", 21.5)]
    assert "ZZZ" not in [actor.code for party in names(text).parties for actor in party.actors]


def test_an_unknown_table_is_an_error(tmp_path):
    """A misspelt table is told, not ignored."""
    file = tmp_path / "mine.toml"
    file.write_text("[organizations]\n", encoding="utf-8")
    with pytest.raises(ValueError, match="organizations"):
        Vocabulary.from_toml(file)


def test_of_takes_what_extract_takes(tmp_path):
    """None is the packaged vocabulary, a vocabulary itself, a path that file."""
    assert Vocabulary.of(None) is Vocabulary.default()
    assert Vocabulary.of(Vocabulary.default()) is Vocabulary.default()
    file = tmp_path / "empty.toml"
    file.write_text("", encoding="utf-8")
    assert Vocabulary.of(file).tables == Vocabulary.default().tables


def test_a_place_geonames_does_not_list_has_no_coordinates():
    """Nothing is typed from memory: a line without a city has none."""
    vocabulary = Vocabulary.default()
    for name, line in vocabulary.tables["places"].items():
        if "city" not in line:
            assert not {"latitude", "longitude", "geonameid"} & set(line), name
        assert line["why"], name
