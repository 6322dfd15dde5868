"""Articles out of JSON Lines, one object a line, read as a stream: a line is in memory, never the file."""

from collections.abc import Iterator
from typing import IO

from timeline.articles.article import Article, Published
from timeline.articles.encoding import Encoding, detect
from timeline.articles.notice import Notice
from timeline.articles.opening import LARGEST_ARTICLE, TOO_LARGE, broken_gzip_as_error
from timeline.articles.record import article_from, loads

_SAMPLE = 1 << 16


def read_lines(stream: IO[bytes], where: str, *, published: Published = None) -> Iterator[Article | Notice]:
    """The articles of a binary stream of JSON Lines in order; a line that holds none gives a notice that numbers it.

    `where` is the stream's name in notices; `published` counts for the lines that have none of their own.
    """
    encoding: Encoding | None = None
    number = 0
    try:
        for number, line in enumerate(_raw_lines(stream), start=1):
            if len(line) > LARGEST_ARTICLE:
                yield Notice(where, TOO_LARGE, line=number)
                continue
            if encoding is None:
                encoding = _encoding_of(line, stream)
                if not encoding.usual:
                    yield Notice(where, f"read as {encoding.name}", lost=False)
            try:
                text = line.decode("utf-8-sig" if number == 1 and encoding.usual else encoding.codec)
                if text.strip():
                    yield article_from(loads(text), published=published)
            except UnicodeDecodeError as error:
                yield Notice(where, f"broken {encoding.name} at byte {error.start + 1} of the line", line=number)
            except ValueError as error:
                yield Notice(where, str(error), line=number)
    except (OSError, ValueError) as error:
        yield Notice(where, str(error), line=number + 1 if number else None)


def _raw_lines(stream: IO[bytes]) -> Iterator[bytes]:
    """The lines; of one that is too large only so much that it shows."""
    while line := _piece(stream):
        yield line
        if len(line) > LARGEST_ARTICLE:
            while line and not line.endswith(b"\n"):
                line = _piece(stream)


def _piece(stream: IO[bytes]) -> bytes:
    with broken_gzip_as_error():
        return stream.readline(LARGEST_ARTICLE + 1)


def _encoding_of(line: bytes, stream: IO[bytes]) -> Encoding:
    """By the first line and what is buffered after it: a line of ASCII says nothing about the next."""
    with broken_gzip_as_error():
        peeked = getattr(stream, "peek", lambda size: b"")(_SAMPLE)
    try:
        encoding = detect(line + peeked, whole=False)
    except ValueError:
        encoding = detect(line)  # one broken line further down must not cost the others
    if encoding.codec == "utf-16":
        raise ValueError("JSON Lines in UTF-16 are not read; convert them to UTF-8")
    return encoding
