"""Memory is bounded by the article: neither a long batch nor a huge file fills it."""

import gzip
import io
import json
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest

import timeline
from timeline import Article, Notice
from timeline.articles.opening import LARGEST_ARTICLE

STORY = "التقى وزير الخارجية الروسي سيرغي لافروف نظيره الأميركي أنتوني بلينكن في جنيف أمس."
GOOD = Article(STORY, id="good")
NEXT = json.dumps({"id": "next", "text": STORY}).encode()
PEAK = """
import resource, sys
from timeline.cli import main
main(sys.argv[1:], standalone_mode=False)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024))
"""


def peak_of(tmp_path: Path, count: int, *command: str) -> int:
    """The most bytes that a process held while it read so many articles of 40,000 characters, most of them blank."""
    path = tmp_path / f"{count}.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        for number in range(count):
            record = {"id": str(number), "text": STORY + " " * 40_000, "published": "2022-02-04"}
            stream.write(json.dumps(record, ensure_ascii=False) + "\n")
    arguments = [command[0], str(path), "--jobs", "1", *command[1:]]
    result = subprocess.run([sys.executable, "-c", PEAK, *arguments], check=True, capture_output=True, text=True, cwd=tmp_path)
    path.unlink()
    return int(result.stdout.splitlines()[-1])


@pytest.mark.parametrize("command", [("extract", "-o", "out.csv"), ("add", "--to", "out.db")], ids=lambda command: command[0])
def test_ten_times_the_articles_take_no_more_memory(tmp_path: Path, command: tuple[str, ...]) -> None:
    pytest.importorskip("resource")
    few, many = peak_of(tmp_path, 100, *command), peak_of(tmp_path, 1000, *command)
    assert many - few < 30_000_000  # their texts alone are 72 million bytes


@pytest.mark.parametrize("packed", [False, True])
def test_a_file_too_large_for_an_article_is_a_notice_that_names_the_limit(tmp_path: Path, packed: bool) -> None:
    content = STORY.encode() + b" " * (6 * LARGEST_ARTICLE)
    path = tmp_path / "archive.txt"
    path.write_bytes(gzip.compress(content, 1) if packed else content)
    (tmp_path / "good.txt").write_text(STORY, "utf-8")
    del content
    tracemalloc.start()
    told, good = timeline.read_articles(tmp_path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(told, Notice)
    assert "archive.txt: larger than the 16 MiB that one article may have" in str(told)
    assert good == Article(STORY, source="good.txt")
    assert peak < 4 * LARGEST_ARTICLE
    with pytest.raises(ValueError, match="larger than the 16 MiB"):
        Article.from_file(path)


@pytest.mark.parametrize("length", [LARGEST_ARTICLE + 1, 2 * LARGEST_ARTICLE + 2, 3 * LARGEST_ARTICLE])
@pytest.mark.parametrize("after", [b"\n" + NEXT, b"\n", b""])
def test_a_line_too_large_for_an_article_costs_no_other(length: int, after: bytes) -> None:
    batch = io.BytesIO(NEXT.replace(b"next", b"good") + b"\n" + b'{"text": "'.ljust(length, b"x") + after)
    first, told, *rest = timeline.read_articles("-", stdin=batch)
    assert first == GOOD
    assert str(told).startswith("standard input:2: larger than the 16 MiB that one article may have")
    assert [article.id for article in rest if isinstance(article, Article)] == (["next"] if NEXT in after else [])


def test_the_largest_text_that_is_taken_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(STORY.encode().ljust(LARGEST_ARTICLE))
    (article,) = timeline.read_articles(path)
    assert isinstance(article, Article)
    assert article.text.strip() == STORY
