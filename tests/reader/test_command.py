"""A reader on the command line: asked only when it is named, told where texts go, and never at the cost of an article."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.reader.articles import ACCUSATION, MEETING, TEXT, answer, event
from tests.reader.conftest import Stub, completion
from timeline.chronology import Timeline

pytest.importorskip("httpx", reason="the chat reader speaks through httpx")

LIE = event("قصفت فنلندا السويد أمس", "قصفت", type="ASSAULT", day="quoted", date="أمس")
GOOD = completion(answer(MEETING, ACCUSATION, LIE), usage={"total_tokens": 700})


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "oslo.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_merge_asks_the_reader_and_says_what_went_where_and_what_held(run: Run, stub: Stub, article: Path) -> None:
    stub.replies = [(200, GOOD)]
    options = ("--published", "2024-05-15", "--reader", stub.url, "--model", "small")
    result = run("merge", article, *options, "--format", "json")
    assert f"the text of each article is sent to {stub.url} for the model small" in result.stderr
    assert "reader: 2 of 3 proposals held (fell: 1 quote); 1 calls, 700 tokens" in result.stderr
    witnesses = {mention.witnesses for mention in Timeline.from_json(result.stdout).mentions}
    assert ("rules", "small") in witnesses
    assert "فنلندا" not in result.stdout.replace(TEXT, "")


def test_a_second_run_with_a_cache_asks_nothing_and_gives_the_same(run: Run, stub: Stub, article: Path, tmp_path: Path) -> None:
    stub.replies = [(200, GOOD)]
    options = ("--published", "2024-05-15", "--reader", stub.url, "--model", "small", "--reader-cache", tmp_path / "answers.db")
    first = run("merge", article, *options, "--format", "json").stdout
    again = run("merge", article, *options, "--format", "json")
    assert again.stdout == first
    assert "0 calls" in again.stderr
    assert len(stub.asked) == 1


def test_add_remembers_the_answers_in_the_store(run: Run, stub: Stub, article: Path, tmp_path: Path) -> None:
    stub.replies = [(200, GOOD)]
    options = ("--published", "2024-05-15", "--reader", stub.url, "--model", "small")
    run("add", article, "--to", tmp_path / "talks.db", *options)
    shown = run("show", tmp_path / "talks.db", "--format", "json").stdout
    assert ("rules", "small") in {mention.witnesses for mention in Timeline.from_json(shown).mentions}
    run("extract", article, *options, "--reader-cache", tmp_path / "talks.db")
    assert len(stub.asked) == 1


def test_a_broken_reader_costs_no_article(run: Run, stub: Stub, article: Path) -> None:
    stub.replies = [(401, b"")]
    result = run("extract", article, "--published", "2024-05-15", "--reader", stub.url, "--model", "small")
    assert "2024-05-14" in result.stdout
    assert "read by the rules alone: the server answered 401" in result.stderr


@pytest.mark.parametrize(
    ("options", "word"),
    [
        (("--reader", "http://127.0.0.1:1/v1"), "--model"),
        (("--model", "small"), "--reader"),
        (("--reader-cache", "x.db"), "--reader"),
        (("--reader", "localhost", "--model", "small"), "address"),
    ],
)
def test_half_a_reader_is_misuse(run: Run, article: Path, options: tuple[str, ...], word: str) -> None:
    assert word in run("extract", article, *options, code=2).stderr


def test_nothing_is_sent_unless_a_reader_was_asked_for(run: Run, stub: Stub, article: Path) -> None:
    run("extract", article)
    assert stub.asked == []
