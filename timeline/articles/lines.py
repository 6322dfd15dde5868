"""Articles out of JSON Lines, one object a line, read as a stream: a line is in memory, never the file."""

from collections.abc import Iterator
from typing import IO

from timeline.articles.article import Article
from timeline.articles.encoding import Encoding, detect
from timeline.articles.notice import Notice
from timeline.articles.opening import LARGEST_ARTICLE, TOO_LARGE, broken_gzip_as_error
from timeline.articles.record import Records, loads

_SAMPLE = 1 << 16
_BLANK = b" \t\r\n"


def read_lines(stream: IO[bytes], where: str, records: Records | None = None) -> Iterator[Article | Notice]:
    """The articles of a binary stream of JSON Lines in order; a line that holds none gives a notice that numbers it.

    `where` is the stream's name in notices, `records` knows the names of fields and what counts for lines without a date.
    """
    records = records or Records(where)
    encoding: Encoding | None = None
    number = 0
    try:
        for number, line in _raw_lines(stream):
            if len(line) > LARGEST_ARTICLE:
                yield Notice(where, TOO_LARGE, line=number)
                continue
            if encoding is None:
                encoding = _encoding_of(line, stream)
                if not encoding.usual:
                    yield Notice(where, f"read as {encoding.name}", lost=False)
            try:
                text = line.decode("utf-8-sig" if number == 1 and encoding.usual else encoding.codec)
                value = loads(text) if text.strip() else None
            except UnicodeDecodeError as error:
                yield Notice(where, f"broken {encoding.name} at byte {error.start + 1} of the line", line=number)
            except ValueError as error:
                yield Notice(where, str(error), line=number)
            else:
                if text.strip():
                    yield from records.read(value, number)
    except (OSError, ValueError) as error:
        yield Notice(where, str(error), line=number + 1 if number else None)


def _raw_lines(stream: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """The lines that are not empty, numbered from 1; of one that is too large only so much that it shows."""
    number = 0
    while line := _piece(stream):
        number += 1
        if line.strip(_BLANK):
            yield number, line
        else:
            number += _blank_lines(stream)
        if len(line) > LARGEST_ARTICLE:
            while line and not line.endswith(b"\n"):
                line = _piece(stream)


def _blank_lines(stream: IO[bytes]) -> int:
    """Passes over empty lines by the buffer and not one by one (a few kilobytes may unpack to millions); how many they were."""
    count = 0
    peek = getattr(stream, "peek", None)
    while peek is not None:
        with broken_gzip_as_error():
            ahead = peek(_SAMPLE)
            blank = ahead[: len(ahead) - len(ahead.lstrip(_BLANK))]
            whole = blank[: blank.rfind(b"\n") + 1]
            if not whole:
                break
            stream.read(len(whole))
        count += whole.count(b"\n")
    return count


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
    if encoding.wide:
        raise ValueError(f"JSON Lines in {encoding.name} are not read; convert them to UTF-8")
    return encoding
