"""What fails is told in a line and by the exit code, and costs nothing else."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.cli.conftest import GENEVA, Run


def test_a_bad_input_is_a_line_on_standard_error_the_others_are_done_and_the_code_is_1(run: Run, folder: Path) -> None:
    (folder / "binary.txt").write_bytes(b"\0\1")
    (folder / "bad.jsonl").write_text('{"text": "قال"}\n{broken\n{"text": "وقال", "published": "soon"}\n', "utf-8")
    result = run("merge", folder, "none.txt", code=1)
    assert "2022-01-12" in result.stdout
    lines = result.stderr.splitlines()
    assert [line for line in lines if "binary.txt: binary" in line]
    assert [line for line in lines if "bad.jsonl:2: no JSON" in line]
    assert [line for line in lines if "bad.jsonl:3: published" in line]
    assert "none.txt: no such file" in lines
    assert lines[-1] == "3 read, 4 failed"
    assert [line for line in lines if line.startswith("1 of 3 without a publication date")]
    assert len(lines) == 6


@pytest.mark.parametrize("command", ["extract", "merge", "dates"])
def test_where_nothing_can_be_read_no_output_is_made_and_an_old_one_stays(run: Run, tmp_path: Path, command: str) -> None:
    old = tmp_path / "out.jsonl"
    old.write_text("old", "utf-8")
    run(command, "none.txt", "-o", old, code=1)
    assert old.read_text("utf-8") == "old"
    run(command, "none.txt", "-o", tmp_path / "new.jsonl", code=1)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.jsonl"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["merge"],
        ["add", "--to", "x.db"],
        ["extract", "a.txt", "--jobs", "0"],
        ["extract", "a.txt", "--published", "soon"],
        ["merge", "a.txt", "--from", "soon"],
        ["merge", "a.txt", "--format", "docx"],
        ["merge", "a.txt", "-o", "a.docx"],
        ["dates", "a.txt", "-o", "a.html"],
        ["show", "none.db"],
        ["show"],
        ["nothing"],
    ],
)
def test_misuse_is_code_2_with_a_word(run: Run, arguments: list[str]) -> None:
    assert "Error: " in run(*arguments, code=2).stderr


def test_an_output_that_cannot_be_written_is_misuse(run: Run, folder: Path, tmp_path: Path) -> None:
    assert "Error: " in run("merge", folder, "-o", tmp_path / "none" / "x.html", code=2).stderr
    assert "Error: " in run("merge", folder, "-o", tmp_path, "--format", "html", code=2).stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["news"]


def test_a_file_that_is_no_database_is_misuse(run: Run, folder: Path) -> None:
    assert "no timeline database" in run("show", folder / "geneva.txt", code=2).stderr
    assert "no timeline database" in run("add", folder, "--to", folder / "geneva.txt", code=2).stderr
    assert (folder / "geneva.txt").read_text("utf-8") == GENEVA


def test_an_id_that_another_article_has_is_told_and_the_others_are_added(run: Run, folder: Path, tmp_path: Path) -> None:
    lines = tmp_path / "a.jsonl"
    lines.write_text('{"id": "x", "text": "واحد"}\n', "utf-8")
    run("add", lines, "--to", tmp_path / "x.db")
    lines.write_text('{"id": "x", "text": "اثنان"}\n{"id": "y", "text": "ثلاثة"}\n', "utf-8")
    result = run("add", lines, "--to", tmp_path / "x.db", code=1)
    assert "another article has the id 'x'" in result.stderr
    assert "1 added" in result.stderr


def test_saved_chronologies_that_cannot_be_read_or_clash_are_told_and_the_others_merged(run: Run, tmp_path: Path) -> None:
    for number, text in enumerate(("واحد", "اثنان")):
        (tmp_path / f"{number}.jsonl").write_text(f'{{"id": "x", "text": "{text}"}}', "utf-8")
        run("merge", tmp_path / f"{number}.jsonl", "-o", tmp_path / f"{number}.json")
    (tmp_path / "2.json").write_text('{"format": "timeline"}', "utf-8")
    result = run(
        "merge", tmp_path / "0.json", tmp_path / "1.json", tmp_path / "2.json", tmp_path / "3.json", "--format", "json", code=1
    )
    assert "two different articles have the id 'x'" in result.stderr
    assert "2.json: no saved chronology" in result.stderr
    assert "3.json: no such file" in result.stderr
    assert "واحد" in result.stdout


def test_what_articles_contain_cannot_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"\x1b[2J\x1b]0;owned\x07{GENEVA}\u202e", "utf-8")
    (tmp_path / "a.toml").write_text('source = "\\u001b[31mred\\u202e"', "utf-8")
    for command in ("extract", "merge", "dates"):
        for why in ([], ["--why"]) if command != "dates" else ([],):
            output = run(command, tmp_path / "a.txt", "--published", "2022-01-11", *why).output
            assert not {"\x1b", "\x07", "\u202e"} & set(output)


def test_lone_surrogates_are_written_out_and_stop_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "\\ud800 ' + GENEVA + '", "source": "\\udfff", "published": "2022-01-11"}', "utf-8")
    for form in ("table", "jsonl", "csv", "markdown", "json", "html"):
        assert run("merge", tmp_path / "a.jsonl", "--format", form, "--lang", "en").stdout


#: A shell that starts tests in the background has them ignore Ctrl-C, and what they start too.
LISTENING = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from timeline.__main__ import main
main()
"""


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_stops_with_a_word_no_traceback_and_nothing_half_written(tmp_path: Path, jobs: int) -> None:
    (tmp_path / "a.jsonl").write_text(f'{{"text": "{GENEVA * 20}", "published": "2022-01-11"}}\n', "utf-8")
    lines = (tmp_path / "a.jsonl").read_text("utf-8")
    (tmp_path / "many.jsonl").write_text("".join(lines.replace("عقدت", f"عقدت {n}", 1) for n in range(20_000)), "utf-8")
    command = [
        sys.executable,
        "-c",
        LISTENING,
        "extract",
        tmp_path / "many.jsonl",
        "-o",
        tmp_path / "out.jsonl",
        "--jobs",
        str(jobs),
    ]
    # A measurement of coverage would hold a lock of its own at the moment that Ctrl-C comes.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, start_new_session=True, env=environment
    ) as process:
        try:
            while not list(tmp_path.glob(".out.jsonl.*.part")) and process.poll() is None:
                time.sleep(0.05)
            os.killpg(process.pid, signal.SIGINT)
            stderr = process.communicate(timeout=60)[1].decode()
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    assert (process.returncode, stderr) == (130, "stopped\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.jsonl", "many.jsonl"]


def test_ctrl_c_while_the_command_is_being_loaded_stops_with_a_word_too() -> None:
    code = """
import sys
class Impatient:
    def find_spec(self, name, *_):
        if name == "timeline.cli":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Impatient())
from timeline.__main__ import main
main()
"""
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout, result.stderr) == (130, "", "stopped\n")
