"""The points of clues: the file knows the clues, and what it gives them is what is counted."""

import tomllib
from collections import Counter
from importlib.resources import files

from timeline.events.clues import WHEN, WHETHER
from timeline.events.offers import WAYS
from timeline.events.weights import Weights


def test_every_point_belongs_to_a_clue_or_a_way() -> None:
    weights = Weights.packaged()
    assert set(weights.whether) <= {clue.name for clue in WHETHER}
    assert set(weights.when) <= {clue.name for clue in WHEN}
    assert set(weights.ways) <= set(WAYS)


def test_clues_have_names_of_their_own() -> None:
    names = Counter(clue.name for clue in (*WHETHER, *WHEN))
    assert [name for name, count in names.items() if count > 1] == []
    assert len(names) <= 120


def test_points_are_whole_numbers() -> None:
    record = tomllib.loads(files("timeline.events").joinpath("weights.toml").read_text(encoding="utf-8"))
    points = [*(p for row in record["whether"].values() for p in row), *(p for row in record["ways"].values() for p in row)]
    assert all(isinstance(point, int) for point in (*points, *record["when"].values()))
    assert 0 < record["default"] < 1
