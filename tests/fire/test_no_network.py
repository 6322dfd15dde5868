"""Nothing that the library does opens a socket: the interpreter itself is asked, at every event that it audits."""

import subprocess
import sys

import pytest

from timeline import formats

CODE = """
import sys, tempfile
from pathlib import Path

SPARED = ()

def watch(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")) and event not in SPARED:
        raise SystemExit(f"opened: {event} {arguments}")

sys.addaudithook(watch)
"""
USES = {
    "reading and writing": """
import timeline
from timeline import formats
article = timeline.Article("التقى لافروف نظيره الأميركي بلينكن في جنيف أمس.", "4 فبراير 2022", url="https://example.org/a")
read = timeline.merge(timeline.extract(article), timeline.extract(article.text, "Feb 5, 2022"))
timeline.find_dates(article.text)
for name in FORMATS:
    read.write(name)
""",
    "files": """
import timeline
folder = Path(tempfile.mkdtemp())
(folder / "a.txt").write_text("وصل الوزير إلى جنيف أمس", "utf-8")
(folder / "b.jsonl").write_text('{"text": "وصل الوزير", "url": "https://example.org/b"}', "utf-8")
assert len(list(timeline.read_articles(folder))) == 2
""",
    # trafilatura imports urllib3, which on import tries whether it could bind ::1; nothing may be looked up, connected to or sent.
    "pages": """
SPARED = ("socket.__new__", "socket.bind")
import timeline
timeline.Article.from_html('<html><head><link rel="canonical" href="https://example.org/2022/01/03/a"><base href="http://example.org">'
    '<link rel="stylesheet" href="http://example.org/s.css"></head><body><img src="http://example.org/i.png"><article><p>'
    + "وصل الوزير إلى جنيف أمس. " * 20 + '</p></article><iframe src="http://example.org"></iframe></body></html>')
for page in ("https://example.org/", '<!DOCTYPE html SYSTEM "http://example.org/x.dtd"><p>x'):
    try:
        timeline.Article.from_html(page)
    except ValueError:
        pass
""",
    "the store and the command line": """
import timeline
from timeline.cli import main
folder = Path(tempfile.mkdtemp())
(folder / "a.txt").write_text("التقى لافروف بلينكن في جنيف أمس.", "utf-8")
for command in (["extract", "a.txt"], ["merge", "a.txt", "-o", "a.html"], ["dates", "a.txt"], ["add", "a.txt", "--to", "a.db"],
        ["show", "a.db"]):
    path = [str(folder / one) if one.startswith("a.") else one for one in command]
    main([*path, *(["--published", "2022-02-04"] if "a.txt" in command else [])], standalone_mode=False)
""",
}


@pytest.mark.parametrize("use", USES)
def test_no_socket_is_opened_by(use: str) -> None:
    if use == "pages":
        pytest.importorskip("trafilatura")
    code = CODE + USES[use].replace("FORMATS", repr(formats.NAMES))
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert "opened" not in result.stderr
    assert result.returncode == 0, result.stderr


def test_the_watch_sees_a_socket() -> None:
    result = subprocess.run(
        [sys.executable, "-c", CODE + "import socket; socket.socket()"], capture_output=True, text=True, check=False
    )
    assert (result.returncode, "opened: socket" in result.stderr) == (1, True)
