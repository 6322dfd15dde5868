"""Facts of others in small files: countries of GeoNames and CLDR, CLDR's months and weekdays, the first days of Iran's years.

`python -m tools.data` writes the files from the packages that have the facts, which are not needed at run time.
"""

import tomllib
from functools import cache
from importlib import resources
from typing import NamedTuple


class Country(NamedTuple):
    """A country as GeoNames and CLDR know it; a name is empty where CLDR has none."""

    alpha2: str
    alpha3: str
    geonameid: int
    capital: str
    arabic: str
    english: str


@cache
def countries() -> dict[str, Country]:
    """All countries by their alpha-3 code, in CLDR's order.

    >>> countries()["RUS"].english, countries()["XKX"].alpha2
    ('Russia', 'XK')
    """
    rows = (line.split("\t") for line in _lines("countries.tsv"))
    return {three: Country(two, three, int(number), *names) for two, three, number, *names in rows}


@cache
def months(locale: str) -> tuple[str, ...]:
    """The Gregorian months of a locale, from January.

    >>> months("ar_SY")[0], months("en")[11]
    ('كانون الثاني', 'December')
    """
    return tuple(_calendars()["months"][locale])


@cache
def weekdays(locale: str) -> tuple[str, ...]:
    """The weekdays of a locale, from Monday.

    >>> weekdays("ar")[0]
    'الاثنين'
    """
    return tuple(_calendars()["weekdays"][locale])


@cache
def nowruz() -> tuple[int, str]:
    """The first Gregorian year in which it is known when the Solar Hijri year begins; a digit a year, days after 18 March."""
    return 622, "".join(_lines("nowruz.txt"))


@cache
def _calendars() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(_read("calendars.toml"))


def _lines(name: str) -> list[str]:
    return [line for line in _read(name).splitlines() if not line.startswith("#")]


def _read(name: str) -> str:
    return resources.files("timeline.data").joinpath(name).read_text("utf-8")
