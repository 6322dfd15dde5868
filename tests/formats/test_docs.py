import doctest
from pathlib import Path

GUIDE = Path(__file__).parents[2] / "docs" / "formats.md"


def test_the_examples_of_the_guide_run():
    found = doctest.testfile(str(GUIDE), module_relative=False, encoding="utf-8")
    assert found.failed == 0
    assert found.attempted > 5
