"""JSON Lines: every good line is an article, every bad one a notice with its number."""

import gzip
import io
import json
import re
import tracemalloc
from pathlib import Path

import pytest

from timeline.articles import Article, Notice
from timeline.articles.lines import read_lines
from timeline.articles.record import Records

TEXT = "قال الوزير في بيان إن المحادثات في جنيف كانت مفيدة"


def read(*lines: bytes | str, published: str | None = None) -> list[Article | Notice]:
    data = b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)
    return list(read_lines(io.BytesIO(data), "batch.jsonl", Records("batch.jsonl", published=published)))


def article(**fields: object) -> str:
    return json.dumps({"text": TEXT, **fields}, ensure_ascii=False)


def test_a_line_has_the_fields_of_an_article_and_others_are_left_alone() -> None:
    line = article(id="a", published="2022-02-04", source="وكالة", title="عنوان", url="https://example.org/a", outlet="x")
    expected = Article(TEXT, "2022-02-04", id="a", source="وكالة", title="عنوان", url="https://example.org/a")
    assert read(line) == [expected]


def test_empty_lines_empty_fields_and_numbers_as_ids_are_fine() -> None:
    assert read("", article(id=7, published="", source=None), "  ") == [Article(TEXT, id="7")]


def test_published_counts_for_lines_without_a_date_of_their_own() -> None:
    found = read(article(id="a"), article(id="b", published="2021-01-01"), published="2022-02-04")
    assert [str(one.published) for one in found] == ["2022-02-04", "2021-01-01"]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "no JSON"),
        ("[1, 2]", "a list, where an object"),
        ('"text"', "a string, where an object"),
        ("null", "a null, where an object"),
        ("{}", 'no "text"'),
        ('{"text": 3}', '"text" is a number'),
        ('{"text": {}}', '"text" is a object'),
        (article(published="yesterday"), "published"),
        (article(published="2022-02-31"), "published"),
        (article(published=2022), "published"),
        (article(source=["x"]), "source must be a string"),
        (article(id=True), "id"),
        ("[" * 100_000, "nested too deep"),
        ('{"text": ' + "1" * 5000 + "}", "no JSON|digits|number"),
        (b'{"text": "\xff"}', "broken UTF-8"),
    ],
)
def test_a_bad_line_is_told_by_its_number_and_the_others_are_read(line: bytes | str, says: str) -> None:
    first, bad, last = read(article(id="1"), line, article(id="3"))
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(bad, Notice)
    assert bad.lost
    assert str(bad).startswith("batch.jsonl:2: ")
    assert re.search(says, bad.message)


def test_a_byte_order_mark_is_no_part_of_the_first_line() -> None:
    assert read(b"\xef\xbb\xbf" + article(id="a").encode()) == [Article(TEXT, id="a")]


def test_an_older_encoding_is_read_and_reported_once() -> None:
    lines = "\n".join(article(id=str(number)) for number in range(3)).encode("cp1256")
    notice, *articles = read_lines(io.BytesIO(lines), "old.jsonl")
    assert notice == Notice("old.jsonl", "read as Windows-1256", lost=False)
    assert [one.text for one in articles] == [TEXT] * 3


def test_json_lines_in_utf_16_are_refused_in_one_line() -> None:
    (notice,) = read_lines(io.BytesIO(article().encode("utf-16")), "wide.jsonl")
    assert "UTF-16" in str(notice)


def test_a_truncated_gz_gives_the_lines_before_the_break() -> None:
    whole = gzip.compress(("\n".join(article(id=str(number), title="x" * 500 + str(number)) for number in range(2000))).encode(), 1)
    *articles, notice = read_lines(io.BufferedReader(gzip.GzipFile(fileobj=io.BytesIO(whole[: len(whole) // 2]))), "cut.gz")
    assert len(articles) > 100
    assert "ends too early" in str(notice)


def test_memory_is_bounded_by_the_line_not_the_file(tmp_path: Path) -> None:
    path = tmp_path / "large.jsonl"
    line = article() + "\n"
    count = 6_000_000 // len(line.encode())
    with path.open("w", encoding="utf-8") as file:
        file.writelines(line for _ in range(count))
    with path.open("rb") as stream:
        tracemalloc.start()
        seen = sum(1 for _ in read_lines(stream, "large"))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert seen == count
    assert peak < 1_000_000
