"""Files, folders and standard input as one stream, in which a bad input costs nothing but itself."""

import gzip
import io
import os
from datetime import date
from pathlib import Path

import pytest

from timeline.articles import Article, Notice, read_articles

TEXT = "قال الوزير في بيان إن المحادثات في جنيف كانت مفيدة"


def write(path: Path, content: str | bytes = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def only_notice(*inputs: object, **options: object) -> str:
    (notice,) = read_articles(*inputs, **options)
    assert isinstance(notice, Notice)
    assert notice.lost
    assert "\n" not in str(notice)
    return str(notice)


def test_a_text_file_is_an_article_whose_source_is_at_least_its_name(tmp_path: Path) -> None:
    assert list(read_articles(write(tmp_path / "talks.txt"))) == [Article(TEXT, source="talks.txt")]


def test_line_ends_and_blanks_stay_as_they_are_so_that_offsets_are_those_of_the_file(tmp_path: Path) -> None:
    (article,) = read_articles(write(tmp_path / "a.txt", " \r\nقال\r\n\n"))
    assert article.text == " \r\nقال\r\n\n"


def test_a_sidecar_tells_what_the_text_does_not(tmp_path: Path) -> None:
    path = write(tmp_path / "talks.txt")
    write(tmp_path / "talks.toml", 'id = "t"\npublished = 2022-02-04\nsource = "وكالة"\ntitle = "ع"\nurl = "https://example.org"')
    assert list(read_articles(path)) == [Article(TEXT, "2022-02-04", id="t", source="وكالة", title="ع", url="https://example.org")]


@pytest.mark.parametrize("value", ["2022-02-04", "2022-02-04T10:00:00+03:00", '"4 شباط 2022"', '"2022-02-04"'])
def test_a_sidecar_gives_the_date_as_a_toml_date_or_in_words(tmp_path: Path, value: str) -> None:
    path = write(tmp_path / "talks.txt.gz", gzip.compress(TEXT.encode()))
    write(tmp_path / "talks.toml", f"published = {value}")
    (article,) = read_articles(path, published="2000-01-01")
    assert article.published == date(2022, 2, 4)


@pytest.mark.parametrize(
    ("sidecar", "says"),
    [
        ("publised = 2022-02-04", "unknown key 'publised'"),
        ("published = ", "talks.toml"),
        ("published = 2022", "published"),
        ('published = "soon"', "published"),
        ("source = 3", "source must be a string"),
        ("", None),
    ],
)
def test_a_bad_sidecar_loses_its_article_and_says_so(tmp_path: Path, sidecar: str, says: str | None) -> None:
    path = write(tmp_path / "talks.txt")
    write(path.with_suffix(".toml"), sidecar)
    if says is None:
        assert len(list(read_articles(path))) == 1
    else:
        assert says in only_notice(path)


def test_a_folder_gives_all_articles_in_it_sorted_and_says_what_it_passed_over(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.TXT", "a/1.txt.gz", "c.jsonl", ".hidden.txt", ".git/x.txt", "notes.md", "b.toml"):
        content = {"c.jsonl": '{"text": "ج", "id": "c"}', "b.toml": ""}.get(name, name)
        write(tmp_path / name, gzip.compress(content.encode()) if name.endswith(".gz") else content)
    *articles, passed_over = read_articles(tmp_path)
    assert [article.text for article in articles] == ["b.txt", "ج", "a/1.txt.gz", "a/2.TXT"]
    assert passed_over == Notice(str(tmp_path), "passed over, as no article by name: notes.md", lost=False)


def test_a_folder_without_articles_is_reported(tmp_path: Path) -> None:
    assert "no articles" in only_notice(tmp_path)


def test_an_older_encoding_is_reported_and_the_article_read(tmp_path: Path) -> None:
    notice, article = read_articles(write(tmp_path / "old.txt", TEXT.encode("cp1256")))
    assert str(notice).endswith("old.txt: read as Windows-1256")
    assert not notice.lost
    assert article.text == TEXT


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("binary.txt", b"\x7fELF\0\0", "binary"),
        ("bytes.txt", b"\xff\xfe\xfd" * 9, ""),
        ("cut.txt.gz", gzip.compress(os.urandom(999))[:-9], "ends too early"),
        ("broken.txt.gz", b"\x1f\x8b\x08\0\0\0\0\0\0\0" + b"x" * 50, "broken gzip"),
        ("cut.jsonl.gz", gzip.compress(b"")[:-4], "ends too early"),
        ("page.html", b"<html></html>", "no article"),
    ],
)
def test_a_file_that_holds_no_article_is_one_clear_line(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    if name == "page.html":
        pytest.importorskip("trafilatura")
    notice = only_notice(write(tmp_path / name, content))
    assert name in notice
    assert says in notice


def test_a_missing_file_a_pipe_a_device_and_an_impossible_name_are_each_one_clear_line(tmp_path: Path) -> None:
    assert only_notice(tmp_path / "none.txt").endswith("none.txt: no such file")
    assert only_notice(tmp_path / "none.jsonl").endswith("none.jsonl: no such file")
    assert "no name" in only_notice("a\0b")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.txt")
        assert "no regular file" in only_notice(tmp_path / "pipe.txt")
        assert "no regular file" in only_notice(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_no_permission_is_one_clear_line(tmp_path: Path) -> None:
    path = write(tmp_path / "secret.txt")
    path.chmod(0)
    assert "no permission" in only_notice(path)


def test_one_bad_input_costs_nothing_but_itself(tmp_path: Path) -> None:
    good, bad = write(tmp_path / "good.txt"), write(tmp_path / "bad.txt", b"\0")
    found = list(read_articles(bad, tmp_path / "none", good, bad))
    assert [type(item) for item in found] == [Notice, Notice, Article, Notice]


def test_the_same_article_is_taken_once_and_another_may_not_take_its_id(tmp_path: Path) -> None:
    lines = '{"id": "a", "text": "واحد"}\n{"id": "a", "text": "واحد"}\n{"id": "a", "text": "اثنان"}'
    article, again, other = read_articles(write(tmp_path / "a.jsonl", lines))
    assert article.text == "واحد"
    assert not again.lost
    assert other.lost


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (TEXT.encode(), [TEXT]),
        (b'\xef\xbb\xbf{"text": "a"}\n{"text": "b"}\n', ["a", "b"]),
        (gzip.compress(b'{"text": "a"}'), ["a"]),
        (b"", [""]),
    ],
)
def test_standard_input_is_json_lines_if_it_begins_with_a_brace_else_one_text(data: bytes, texts: list[str]) -> None:
    assert [article.text for article in read_articles("-", stdin=io.BytesIO(data))] == texts


def test_binary_on_standard_input_is_one_clear_line() -> None:
    assert only_notice("-", stdin=io.BytesIO(b"\0\1\2")).startswith("standard input: ")


def test_published_that_is_no_day_is_misuse_and_said_at_once() -> None:
    with pytest.raises(ValueError, match="published"):
        read_articles("none", published="soon")


def test_articles_are_read_as_they_are_asked_for(tmp_path: Path) -> None:
    stream = read_articles(write(tmp_path / "a.txt"), tmp_path / "later.txt")
    assert isinstance(next(stream), Article)
    write(tmp_path / "later.txt", "لاحق")
    assert next(stream).text == "لاحق"


def test_from_file_reads_one_file_and_what_is_given_wins(tmp_path: Path) -> None:
    path = write(tmp_path / "talks.txt", TEXT.encode("iso8859_6"))
    write(tmp_path / "talks.toml", 'published = 2022-02-04\nsource = "وكالة"')
    article = Article.from_file(str(path), "2022-02-05", title="عنوان")
    assert article == Article(TEXT, "2022-02-05", source="وكالة", title="عنوان")
    assert article.published_from is None
    assert Article.from_file(path).published_from == "the sidecar talks.toml"
    with pytest.raises(OSError, match="folder"):
        Article.from_file(tmp_path)
