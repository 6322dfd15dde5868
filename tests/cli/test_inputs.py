"""What people have at hand comes in by the command line, and what comes out never costs what went in."""

import csv
import functools
import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import BRUSSELS, GENEVA, Run


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "news.csv"
    path.write_text(f'date;body\n2022-01-11;"{GENEVA}"\n2022-01-13;"{BRUSSELS}"\n', "utf-8")
    return path


def test_a_table_of_a_spreadsheet_is_merged_and_said_what_was_taken(run: Run, table: Path) -> None:
    result = run("merge", table, "--format", "jsonl")
    assert [json.loads(line)["date"]["edtf"] for line in result.stdout.splitlines()] == ["2022-01-10", "2022-01-12"]
    assert 'news.csv: taken as text: "body"; published: "date"' in result.stderr


def test_a_field_under_a_name_of_ones_own(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'seen,words\n2022-01-11,"{GENEVA}"\n', "utf-8")
    assert "--field text=NAME" in run("extract", path, code=1).stderr
    result = run("extract", path, "--field", "text=words", "--field", "published=seen", "--format", "csv")
    assert [row["date"] for row in csv.DictReader(io.StringIO(result.stdout))] == ["2022-01-10"]


@pytest.mark.parametrize("field", ["text", "=x", "text=", "colour=x"])
def test_a_field_that_makes_no_sense_is_misuse(run: Run, table: Path, field: str) -> None:
    assert "Error: " in run("extract", table, "--field", field, code=2).stderr


def test_a_dash_is_standard_output(run: Run, table: Path) -> None:
    assert run("merge", table, "--format", "csv", "-o", "-").stdout == run("merge", table, "--format", "csv").stdout


@pytest.mark.parametrize("command", ["extract", "merge", "dates"])
@pytest.mark.parametrize("way", ["same", "dotted", "link", "hard link"])
def test_an_output_that_is_an_input_is_misuse_by_whatever_path(run: Run, tmp_path: Path, command: str, way: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": GENEVA, "published": "2022-01-11"}), "utf-8")
    other = {"same": path, "dotted": tmp_path / "." / "x" / ".." / "a.jsonl"}.get(way, tmp_path / "b.jsonl")
    (tmp_path / "x").mkdir()
    if way == "link":
        other.symlink_to(path)
    if way == "hard link":
        os.link(path, other)
    before = path.read_bytes()
    assert "is an input too" in run(command, path, "-o", other, code=2).stderr
    assert path.read_bytes() == before


def test_a_page_that_is_written_into_the_folder_that_is_merged_is_passed_over_and_said(run: Run, folder: Path) -> None:
    page = folder / "chronology.html"
    run("merge", folder, "-o", page)
    first = page.read_text("utf-8")
    assert "chronology.html: passed over: it is the output" in run("merge", folder, "-o", page).stderr
    assert page.read_text("utf-8") == first


def test_a_format_that_cannot_be_written_is_told_at_once(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    result = run("merge", folder, "none.txt", "-o", folder / "a.ics", code=2)
    assert "arabic-timeline[calendar]" in result.stderr
    assert "none.txt" not in result.stderr


def test_pages_are_read_in_the_workers_as_they_are_without(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    for number in range(10):
        text = f"<p>{GENEVA} وقال المتحدث رقم {number} إن المحادثات كانت مفيدة وإنها ستتواصل في فيينا خلال الأسبوع المقبل.</p>"
        head = '<meta name="date" content="2022-01-11">'
        page = f"<html><head>{head}</head><body><article><h1>خبر</h1>{text * 2}</article></body></html>"
        (tmp_path / f"{number}.html").write_text(page, "utf-8")
    (tmp_path / "bad.html").write_text("<html></html>", "utf-8")
    one, two = (run("merge", tmp_path, "--format", "json", "--jobs", jobs, code=1) for jobs in (1, 2))
    assert one.stdout == two.stdout
    assert one.stderr == two.stderr
    assert "bad.html: no article" in one.stderr
    database = tmp_path / "pages.db"
    assert "10 added, 0 already there" in run("add", tmp_path, "--to", database, "--jobs", 2, code=1).stderr
    assert "0 added, 10 already there" in run("add", tmp_path, "--to", database, "--jobs", 2, code=1).stderr


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_other_signals_that_stop_a_program_leave_nothing_half_written_either(tmp_path: Path, number: int, code: int) -> None:
    """Standard input stays open, so that the command waits with its output begun until the signal comes."""
    command = [sys.executable, "-m", "timeline", "extract", "-", "-o", str(tmp_path / "out.jsonl")]
    # A test run that was told to ignore hangups (nohup) would hand that on.
    heard = functools.partial(signal.signal, number, signal.SIG_DFL)
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, preexec_fn=heard
    ) as process:
        assert process.stdin is not None
        for count in range(2000):
            record = {"id": str(count), "text": f"{GENEVA} {count}", "published": "2022-01-11"}
            process.stdin.write(json.dumps(record).encode() + b"\n")
            process.stdin.flush()
            if list(tmp_path.iterdir()):
                break
        process.send_signal(number)
        stderr = process.communicate(timeout=60)[1].decode()
    assert (process.returncode, stderr) == (code, "stopped\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["events.parquet", "events.arrow"])
def test_the_events_of_many_articles_go_into_one_file_of_rows(run: Run, table: Path, tmp_path: Path, name: str) -> None:
    pytest.importorskip("pyarrow")
    run("extract", table, "-o", tmp_path / name)
    reader = (
        pytest.importorskip("pyarrow.parquet").read_table
        if name.endswith("parquet")
        else pytest.importorskip("pyarrow.feather").read_table
    )
    assert reader(tmp_path / name).column("date").to_pylist() == ["2022-01-10", "2022-01-10", "2022-01-12"]
    run("extract", "none.txt", "-o", tmp_path / "none.parquet", code=1)
    assert not (tmp_path / "none.parquet").exists()


@pytest.mark.parametrize("name", ["events.tsv", "events.excel.csv", "events.csv"])
def test_a_table_of_many_articles_has_one_heading(run: Run, table: Path, tmp_path: Path, name: str) -> None:
    run("extract", table, "-o", tmp_path / name)
    text = (tmp_path / name).read_text("utf-8")
    assert text.count("precision") == 1
    assert text.count("\ufeff") == ("excel" in name)


@pytest.mark.parametrize("option", ["--corrections", "--vocabulary", "sidecar"])
def test_an_output_never_overwrites_what_is_read_beside_the_articles(run: Run, tmp_path: Path, option: str) -> None:
    article, beside = tmp_path / "talks.txt", tmp_path / ("talks.toml" if option == "sidecar" else "beside")
    article.write_text(GENEVA, "utf-8")
    beside.write_text("", "utf-8")
    given = () if option == "sidecar" else (option, beside)
    result = run("merge", article, *given, "-o", beside, "--format", "csv", code=2)
    assert "would be overwritten" in result.stderr
    assert beside.read_text("utf-8") == ""
