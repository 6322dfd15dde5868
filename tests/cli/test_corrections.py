"""Corrections on the command line: given as a file, kept in a database, and reported where their evidence is gone."""

import json
from pathlib import Path

import attrs
import pytest

from tests.cli.conftest import Run
from timeline.chronology import Correction, Evidence, Timeline, write_corrections
from timeline.model import DateSpan, Event


@pytest.fixture
def merged(run: Run, folder: Path) -> Timeline:
    return Timeline.from_json(run("merge", folder, "--format", "json").stdout)


def row(timeline: Timeline, date: str) -> Event:
    return next(event for event in timeline if str(event.date) == date)


@pytest.fixture
def file(merged: Timeline, tmp_path: Path) -> Path:
    """The talks of one day hidden, the meeting of the other set to a month, and one decision about what nobody tells."""
    talks, meeting = (tuple(map(Evidence.of, row(merged, day).mentions)) for day in ("2022-01-10", "2022-01-12"))
    gone = attrs.evolve(talks[0], article="burnt", quote="لم يقله أحد")
    path = tmp_path / "corrections.jsonl"
    corrections = [
        Correction("hide", talks),
        Correction("date", meeting, value=DateSpan.month(2022, 2)),
        Correction("star", (gone,)),
    ]
    path.write_text(write_corrections(corrections), "utf-8")
    return path


def dates(output: str) -> list[str]:
    return [line.split("\t")[0] for line in output.splitlines()[1:]]


def test_merge_takes_corrections_and_reports_what_is_gone(run: Run, folder: Path, file: Path) -> None:
    result = run("merge", folder, "--corrections", file)
    assert dates(result.stdout) == ["2022-02"]
    assert "star: its evidence is gone from burnt: «لم يقله أحد»" in result.stderr
    saved = json.loads(run("merge", folder, "--corrections", file, "--format", "json").stdout)
    assert len(saved["corrections"]) == 3


def test_a_saved_chronology_keeps_them(run: Run, folder: Path, file: Path, tmp_path: Path) -> None:
    run("merge", folder, "--corrections", file, "-o", tmp_path / "saved.json")
    assert dates(run("merge", tmp_path / "saved.json", folder).stdout) == ["2022-02"]


def test_a_database_keeps_them_for_every_show(run: Run, folder: Path, file: Path, tmp_path: Path) -> None:
    database = tmp_path / "talks.db"
    run("add", folder / "geneva.txt", "--to", database)
    added = run("add", "--corrections", file, "--to", database)
    assert "3 corrections added" in added.stderr
    run("add", folder, "--to", database)
    assert "0 corrections added" in run("add", "--corrections", file, "--to", database).stderr
    shown = run("show", database)
    assert dates(shown.stdout) == ["2022-02"]
    assert "star: its evidence is gone" in shown.stderr
    assert dates(run("show", database, "--from", "2022-02").stdout) == ["2022-02"]


def test_a_line_that_is_no_correction_is_misuse(run: Run, folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "c.jsonl"
    file.write_text('\n{"decide": "burn"}', "utf-8")
    assert "c.jsonl:2" in run("merge", folder, "--corrections", file, code=2).stderr


def test_a_name_written_by_hand_is_found_in_either_language_and_told_where_nothing_has_it(
    run: Run, folder: Path, merged: Timeline, tmp_path: Path
) -> None:
    talks = [attrs.asdict(Evidence.of(mention)) for mention in row(merged, "2022-01-10").mentions]
    lines = [
        {"decide": "actors", "of": talks, "value": ["Russia", "USA", "نادي الكتاب"]},
        {"decide": "place", "of": talks, "value": "Brussels"},
    ]
    path = tmp_path / "by_hand.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    result = run("merge", folder, "--corrections", path, "--format", "json")
    corrected = row(Timeline.from_json(result.stdout), "2022-01-10")
    assert [actor.code for actor in corrected.actors] == ["RUS", "USA", None]
    assert (corrected.place.country, corrected.place.geonameid is not None) == ("BEL", True)
    assert "actors: nothing here is called 'نادي الكتاب'" in result.stderr
    assert result.stderr.count("nothing here is called") == 1
