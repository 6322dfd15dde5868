"""The state of an office that the text leaves unsaid."""

from pathlib import Path

import pytest

from timeline.dates import find as find_dates
from timeline.names import find
from timeline.reading import read

CASES = [line for line in (Path(__file__).parent / "homes.txt").read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


@pytest.mark.parametrize("line", CASES)
def test_whose_an_office_is(line, names):
    """The office speaks for the state that the text tells, and for nobody where it tells of the other party alone."""
    marked, _, code = line.rpartition(" = ")
    start = marked.index("[")
    found = next(party for party in names(marked.replace("[", "").replace("]", "")).parties if start <= party.start <= start + 1)
    assert [actor.code for actor in found.actors] == [None if code == "-" else code]


@pytest.mark.parametrize(("outlet", "code"), [("صحيفة عكاظ", "SAU"), ("Hespress", "MAR"), ("رويترز", None), (None, None)])
def test_an_outlet_writes_at_home(outlet, code):
    """What an outlet leaves unsaid is of its own state; of an agency for many states nothing is known."""
    text = "استقبل وزير الخارجية أمس السفير الكندي."
    reading = read(text)
    first = find(reading, find_dates(reading, None), outlet=outlet).parties[0]
    assert [actor.code for actor in first.actors] == [code]
