"""What a file holds: by its name where that says it, else by its first bytes. What is no kind of article is known by name."""

import re
from pathlib import Path
from typing import Literal

Kind = Literal["text", "page", "lines", "json", "csv", "tsv", "parquet", "arrow", "mail", "archive"]

#: Endings (before .gz) and what they say. A saved page with all that belongs to it is an archive (MHTML).
ENDINGS: dict[str, Kind] = {
    ".txt": "text", ".text": "text",
    ".html": "page", ".htm": "page", ".xhtml": "page",
    ".jsonl": "lines", ".ndjson": "lines",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "tsv", ".tab": "tsv",
    ".parquet": "parquet", ".pq": "parquet",
    ".arrow": "arrow", ".feather": "arrow",
    ".eml": "mail",
    ".mhtml": "archive", ".mht": "archive",
}  # fmt: skip
#: Kinds that hold one article a file, and may have a sidecar.
SINGLE: frozenset[Kind] = frozenset(("text", "page", "mail", "archive"))

#: First bytes of what people have at hand and nothing here reads, and what to do about it.
_REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "an RTF document; save it as plain text"),
    (b"%PDF-", "a PDF document; convert it to text first (pdftotext)"),
    (b"%!PS", "a PostScript document; convert it to text first"),
    (b"PK\x03\x04", "a ZIP archive or an Office document (docx, xlsx, odt, epub); save it as plain text or CSV"),
    (b"\xd0\xcf\x11\xe0", "an old Office document (doc, xls); save it as plain text or CSV"),
    (b"SQLite format 3\0", "an SQLite database; one that `timeline add` made is shown by `timeline show`"),
    (b"BZh", "packed with bzip2; unpack it first"),
    (b"\xfd7zXZ", "packed with xz; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "packed with zstd; unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive; unpack it first"),
    (b"Rar!", "a RAR archive; unpack it first"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_XML = re.compile(rb"<\?xml\b|<(?:rss|feed|TimeML)\b")
_JSON = re.compile(rb"\[\s*[{\[\]]|\{\s*[\"}]")
#: What is no line of JSON Lines: an array, or an object that goes on in the next line.
_SPREAD = re.compile(rb"\[|\{[ \t]*\r?\n")
_MAIL = re.compile(
    rb"(?:From|Content-Type|Date|Subject|MIME-Version|Received|Return-Path|Message-ID|Delivered-To|"
    rb"Snapshot-Content-Location): .*\r?\n"
    rb"(?:[!-9;-~]+:.*\r?\n|[ \t].*\r?\n)*?(?:MIME-Version|Content-Type|Message-ID|Received):",
    re.IGNORECASE,
)
_SAVED_PAGE = re.compile(
    rb"^(?:From: <Saved by|Snapshot-Content-Location:|Content-Type: multipart/related)", re.IGNORECASE | re.MULTILINE
)
_BOM = b"\xef\xbb\xbf"


def ending_of(path: Path) -> str:
    """The suffix that says what a file holds, in lower case, `.gz` left aside.

    >>> ending_of(Path("Batch.JSONL.gz"))
    '.jsonl'
    """
    return Path(path.name.lower().removesuffix(".gz")).suffix


def kind_by_name(path: Path) -> Kind | None:
    """The kind that a file's name says, None for a name that says none."""
    return ENDINGS.get(ending_of(path))


def kind_by_content(beginning: bytes, named: Kind | None = None) -> Kind:
    """The kind of what begins with these bytes, where the name says `named`, or nothing.

    A name is believed but for plain text: whatever somebody saved as x.txt may be a page, a mail or JSON.

    Raises ValueError, saying what it is, for what holds no articles in any way that can be read.

    >>> kind_by_content(b"<!DOCTYPE html><html>"), kind_by_content("قال".encode()), kind_by_content(b"x", "csv")
    ('page', 'text', 'csv')
    """
    for magic, what in _REFUSED:
        if beginning.startswith(magic):
            raise ValueError(what)
    if named is not None and named != "text":
        return named
    start = beginning.removeprefix(_BOM).lstrip()
    if beginning.startswith(b"PAR1"):
        return "parquet"
    if beginning.startswith((b"ARROW1", b"FEA1")):
        return "arrow"
    if _PAGE.match(start):
        return "page"
    if _XML.match(start):
        if _PAGE.search(start[:1000]):
            return "page"
        raise ValueError("XML, in which no articles are looked for; save the page, or make it JSON Lines")
    if _JSON.match(start):
        return "json" if _SPREAD.match(start) else "lines"
    if _MAIL.match(start):
        return "archive" if _SAVED_PAGE.search(start[:2000]) else "mail"
    return "text"
