"""What is said while a command runs."""

import sys

import pytest

from timeline.articles import Notice
from timeline.cli.reporting import HANDFUL, Reporter


def report(count: int) -> None:
    with Reporter() as reporter:
        for _ in range(count):
            reporter.read()
        reporter.tell(Notice("a.jsonl", "no [bold]JSON[/bold]\x1b[2J", line=7))


def test_a_person_who_watches_long_work_sees_articles_counted(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    report(HANDFUL + 2)
    said = capsys.readouterr()
    assert f"{HANDFUL + 2} articles" in said.err
    assert "a.jsonl:7: no [bold]JSON[/bold]" in said.err
    assert f"{HANDFUL + 2} read, 1 failed" in said.err
    assert "\x1b[2J" not in said.err
    assert said.out == ""


@pytest.mark.parametrize(("count", "watched"), [(HANDFUL, True), (HANDFUL + 2, False)])
def test_few_articles_or_nobody_who_watches_and_only_losses_are_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, count: int, watched: bool
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: watched)
    report(count)
    said = capsys.readouterr()
    assert said.err.splitlines()[0].startswith("a.jsonl:7: no [bold]JSON[/bold]")
    assert said.err.splitlines()[1:] == [f"{count} read, 1 failed"]
