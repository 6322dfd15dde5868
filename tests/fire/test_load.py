"""Many articles on two processes: order kept, a killed worker costs nothing, Ctrl-C leaves nothing behind."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

STORY = "التقى وزير الخارجية الروسي سيرغي لافروف نظيره الأميركي أنتوني بلينكن في جنيف في {} يناير 2022. "
COMMAND = [sys.executable, "-m", "timeline"]


def batch(folder: Path, count: int, length: int = 1) -> Path:
    """So many articles of about so many sentences as JSON Lines."""
    path = folder / "batch.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        for number in range(count):
            text = "".join(STORY.format(1 + (number + more) % 28) for more in range(length))
            stream.write(json.dumps({"id": f"{number:05}", "text": text, "published": "2022-02-04"}, ensure_ascii=False) + "\n")
    return path


@pytest.fixture
def children() -> Iterator[object]:
    """The processes that a process started, by its number."""
    if not Path("/proc/self/task").exists():
        pytest.skip("no /proc to find the workers in")

    def of(parent: int) -> list[int]:
        listed = Path(f"/proc/{parent}/task/{parent}/children")
        return [int(number) for number in listed.read_text().split()] if listed.exists() else []

    return of


def when_working(process: "subprocess.Popen[str]", children: object) -> list[int]:
    """The workers, once they are there."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        workers = children(process.pid)  # type: ignore[operator]
        if len(workers) >= 2:
            return workers
        time.sleep(0.02)
    raise AssertionError(f"no workers: {process.communicate()}")


def run(*arguments: object) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )


def test_two_processes_give_what_one_gives_in_the_same_order(tmp_path: Path) -> None:
    path = batch(tmp_path, 60)
    outputs = []
    for jobs in (1, 2):
        out = tmp_path / f"{jobs}.jsonl"
        process = run("extract", path, "--jobs", jobs, "-o", out)
        assert (process.communicate()[1], process.returncode) == ("", 0)
        outputs.append(out.read_text("utf-8"))
    assert outputs[0] == outputs[1]
    assert outputs[0].count("\n") >= 60


def test_a_killed_worker_costs_no_article(tmp_path: Path, children: object) -> None:
    path, out = batch(tmp_path, 40, 40), tmp_path / "out.json"
    process = run("merge", path, "--jobs", 2, "-o", out)
    os.kill(when_working(process, children)[0], signal.SIGKILL)
    said = process.communicate(timeout=120)[1]
    assert "Traceback" not in said
    assert process.returncode == 0, said
    assert len(json.loads(out.read_text("utf-8"))["articles"]) == 40
