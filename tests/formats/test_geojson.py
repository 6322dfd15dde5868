import json

import pytest

from tests.formats.hostile import ATTACKS, hostile
from timeline.formats import write


def check(collection: dict) -> None:
    """The rules of RFC 7946 for a collection of points."""
    assert collection["type"] == "FeatureCollection"
    for feature in collection["features"]:
        assert feature["type"] == "Feature"
        assert isinstance(feature["properties"], dict)
        assert isinstance(feature["id"], str | int)
        assert feature["geometry"]["type"] == "Point"
        longitude, latitude = feature["geometry"]["coordinates"]
        assert -180 <= longitude <= 180
        assert -90 <= latitude <= 90
    assert "crs" not in collection


def test_placed_events_are_points_longitude_first(chronology):
    collection = json.loads(write(chronology, "geojson"))
    check(collection)
    places = {feature["properties"]["english"]: feature["geometry"]["coordinates"] for feature in collection["features"]}
    assert places == {"Geneva": [6.14569, 46.20222], "Brussels": [4.34878, 50.85045], "Vienna": [16.37208, 48.20849]}
    assert collection["unplaced"] + len(collection["features"]) == len(chronology.entries)


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_no_text_breaks_it(attack: str):
    check(json.loads(write(hostile(attack), "geojson")))


def test_a_map_opens_it_with_days_as_days_and_no_lists(chronology, tmp_path):
    """Read by GDAL, which is what QGIS opens files with."""
    pyogrio = pytest.importorskip("pyogrio")
    path = tmp_path / "talks.geojson"
    path.write_text(write(chronology, "geojson"), "utf-8")
    about = pyogrio.read_info(path)
    assert (about["geometry_type"], about["crs"], about["features"]) == ("Point", "EPSG:4326", 4)
    kinds = dict(zip(about["fields"], about["dtypes"], strict=True))
    assert {kinds["begin"], kinds["end"]} == {"datetime64[D]"}
    assert {kinds[name] for name in ("actors", "sources", "titles", "urls", "action")} == {"object"}
    _, _, _, columns = pyogrio.raw.read(path)
    told = dict(zip(about["fields"], columns, strict=True))
    assert "صحيفة المرفأ" in told["sources"][0]


def test_attributes_are_plain_values(chronology):
    for feature in json.loads(write(chronology, "geojson"))["features"]:
        assert not any(isinstance(value, list | dict) for value in feature["properties"].values())
