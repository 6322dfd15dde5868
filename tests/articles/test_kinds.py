"""What a file is shows by its name and its first bytes; what holds no articles is refused with a word, never read as prose."""

import gzip
import io
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from timeline.articles import Article, Notice, read_articles
from timeline.articles.lines import read_lines

PARAGRAPHS = """<p>عقدت روسيا والولايات المتحدة جولة من المحادثات في جنيف يوم الاثنين حول الضمانات الأمنية في أوروبا.</p>
<p>وأضاف الدبلوماسيون أن الوفدين اتفقا على مواصلة الحوار في بروكسل وفيينا خلال الأسبوع نفسه.</p>"""
HEAD = "<!DOCTYPE html><html><head><title>محادثات</title></head>"
PAGE = f"{HEAD}<body><article><h1>محادثات</h1>{PARAGRAPHS}</article></body></html>"


def only(path: Path) -> Article | Notice:
    (item,) = read_articles(path)
    return item


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (rb"{\rtf1\ansi\ansicpg1256 \'c7\'e1}", "RTF"),
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"PK\x03\x04\x14\0", "docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Office"),
        (b"SQLite format 3\0", "SQLite"),
        (b"BZh91AY", "bzip2"),
        (b"\xfd7zXZ\0", "xz"),
        (b"\x89PNG\r\n", "picture"),
        (b'<?xml version="1.0"?><rss><channel/></rss>', "XML"),
    ],
)
@pytest.mark.parametrize("name", ["file.txt", "file"])
def test_other_documents_are_refused_with_a_word(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(content)
    notice = only(tmp_path / name)
    assert isinstance(notice, Notice)
    assert notice.lost
    assert says in notice.message


@pytest.mark.parametrize("name", ["page.txt", "page"])
def test_a_page_under_another_name_is_read_as_a_page(tmp_path: Path, name: str) -> None:
    pytest.importorskip("trafilatura")
    (tmp_path / name).write_text(PAGE, "utf-8")
    assert "<p>" not in only(tmp_path / name).text


def test_json_under_another_name_is_read_as_json(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text('[{"text": "واحد"}, {"text": "اثنان"}]', "utf-8")
    assert [one.text for one in read_articles(tmp_path / "a.txt")] == ["واحد", "اثنان"]


@pytest.mark.parametrize("codec", ["utf-32", "utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"])
def test_wide_encodings_with_a_mark_or_without(tmp_path: Path, codec: str) -> None:
    (tmp_path / "a.txt").write_bytes("قال الوزير في 10 يناير".encode(codec))
    notice, article = read_articles(tmp_path / "a.txt")
    assert notice.message == f"read as UTF-{codec[4:6]}"
    assert article.text == "قال الوزير في 10 يناير"


@pytest.mark.parametrize("text", ["وصل الوزير", "محادثات في جنيف", "غادر الوفد موسكو أمس"])
@pytest.mark.parametrize("codec", ["cp1256", "iso8859_6"])
def test_two_words_tell_a_legacy_encoding(tmp_path: Path, text: str, codec: str) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode(codec))
    assert [one.text for one in read_articles(tmp_path / "a.txt") if isinstance(one, Article)] == [text]


def archive(page: str, codec: str) -> bytes:
    """A page as a browser saves it with all that belongs to it."""
    saved = MIMEMultipart("related", type="text/html")
    saved["From"] = "<Saved by Blink>"
    saved["Snapshot-Content-Location"] = "https://example.org/2022/01/11/talks"
    saved["Subject"] = "محادثات"
    saved["Date"] = "Tue, 5 Mar 2024 10:00:00 -0000"
    part = MIMEText(page, "html", codec)
    saved.attach(part)
    saved.attach(MIMEText("body { color: red }", "css"))
    return saved.as_bytes()


@pytest.mark.parametrize("codec", ["utf-8", "windows-1256"])
@pytest.mark.parametrize("name", ["talks.mhtml", "talks.mht", "talks"])
def test_a_page_saved_with_all_that_belongs_to_it(tmp_path: Path, name: str, codec: str) -> None:
    """When somebody saved it is no publication date; its address may tell one."""
    pytest.importorskip("trafilatura")
    (tmp_path / name).write_bytes(archive(PAGE, codec))
    article = only(tmp_path / name)
    assert "الضمانات الأمنية" in article.text
    assert (str(article.published), article.published_from) == ("2022-01-11", "page address")
    assert article.url == "https://example.org/2022/01/11/talks"


@pytest.mark.parametrize("name", ["bulletin.eml", "bulletin"])
def test_a_mail_tells_its_date_its_sender_and_its_subject(tmp_path: Path, name: str) -> None:
    mail = EmailMessage()
    mail["From"] = "وكالة المثال <desk@example.org>"
    mail["Subject"] = "محادثات في جنيف"
    mail["Date"] = "Tue, 11 Jan 2022 23:30:00 +0300"
    mail.set_content("عقدت روسيا والولايات المتحدة محادثات في جنيف أمس.\n")
    mail.add_alternative(PAGE, subtype="html")
    (tmp_path / name).write_bytes(mail.as_bytes())
    article = only(tmp_path / name)
    assert article.text.startswith("عقدت روسيا")
    assert (str(article.published), article.published_from) == ("2022-01-11", "the mail's Date")
    assert (article.source, article.title) == ("وكالة المثال", "محادثات في جنيف")


def test_a_mail_that_is_nothing_but_a_page(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    mail = MIMEText(PAGE, "html", "utf-8")
    mail["Date"] = "Tue, 11 Jan 2022 08:00:00 +0000"
    (tmp_path / "a.eml").write_bytes(mail.as_bytes())
    assert str(only(tmp_path / "a.eml").published) == "2022-01-11"


NESTED = b"Content-Type: multipart/mixed; boundary=a\n\n" + b"--a\nContent-Type: multipart/mixed; boundary=a\n\n" * 3000


@pytest.mark.parametrize("data", [b"", b"From: x\n\n", NESTED])
@pytest.mark.parametrize("name", ["a.eml", "a.mhtml"])
def test_a_mail_that_holds_nothing_is_a_line(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    item = only(tmp_path / name)
    assert isinstance(item, Notice) or not item.text.strip()


def test_what_belongs_to_a_saved_page_is_no_article_and_said(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    (tmp_path / "talks.html").write_text(PAGE, "utf-8")
    (tmp_path / "talks_files").mkdir()
    (tmp_path / "talks_files" / "frame.html").write_text(PAGE, "utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    article, passed_over = read_articles(tmp_path)
    assert isinstance(article, Article)
    assert passed_over.message == "passed over, as no article by name: talks_files/, picture.png"


def test_a_file_of_many_articles_is_no_one_article(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text\nقال\n", "utf-8")
    with pytest.raises(ValueError, match="read_articles"):
        Article.from_file(tmp_path / "a.csv")


def test_a_few_bytes_that_unpack_to_empty_lines_are_passed_over_by_the_buffer(tmp_path: Path) -> None:
    """Counted, not timed: how often a line is asked for."""
    asked = 0

    class Reader(io.BufferedReader):
        def readline(self, size: int | None = -1, /) -> bytes:
            nonlocal asked
            asked += 1
            return super().readline(size)

    path = tmp_path / "bomb.jsonl.gz"
    path.write_bytes(gzip.compress(b"\n" * 2_000_000 + b'{"text": "x"}\n'))
    with gzip.open(path) as packed:
        (article,) = read_lines(Reader(packed), "bomb")  # type: ignore[arg-type]
    assert article == Article("x")
    assert asked < 2_000
