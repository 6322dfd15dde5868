"""The short form of kill_add.py."""

from pathlib import Path

from tests.store.kill_add import rounds


def test_a_killed_add_leaves_a_whole_file_and_goes_on_where_it_ended(tmp_path: Path) -> None:
    """Five kills of an add of 300 articles; some of them must have hit it in the middle."""
    held = rounds(tmp_path, kills=5, count=300, seed=7)
    assert any(0 < count < 300 for count in held)
