"""Articles out of JSON that is no JSON Lines: an array of objects, or an object that holds one."""

import codecs
import json
import re
from collections.abc import Iterator, Mapping
from typing import IO

from timeline.articles.article import Article
from timeline.articles.encoding import decode
from timeline.articles.notice import Notice
from timeline.articles.opening import LARGEST_ARTICLE, TOO_LARGE, beginning_of, broken_gzip_as_error, whole
from timeline.articles.record import Records, loads

_BETWEEN = re.compile(r"[\s,]*")
_FIRST_READ = 1 << 16
_BOM = "\ufeff"


def read_json(stream: IO[bytes], where: str, records: Records | None = None) -> Iterator[Article | Notice]:
    """The articles of a binary stream of JSON: those of an array, read one by one; or of an object, which is one article itself or
    holds them in a list ("articles", "items" …).

    An element that is no article gives a notice that numbers it; where the JSON breaks, what came before is kept and the rest told.
    """
    records = records or Records(where)
    try:
        if _is_array_in_utf8(beginning_of(stream)):
            yield from _elements(stream, where, records)
            return
        text, encoding = decode(whole(stream))
        if not encoding.usual:
            yield Notice(where, f"read as {encoding.name}", lost=False)
        value = loads(text)
        if isinstance(value, Mapping) and value.get("format") == "timeline":
            raise ValueError("a saved chronology, not articles; `timeline merge` takes it")
        for number, one in enumerate(value if isinstance(value, list) else [value], start=1):
            yield from records.read(one, number)
    except (OSError, ValueError) as error:
        yield Notice(where, str(error))


def _is_array_in_utf8(beginning: bytes) -> bool:
    return beginning.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"[")


def _elements(stream: IO[bytes], where: str, records: Records) -> Iterator[Article | Notice]:
    """The elements of an array in UTF-8, one in memory at a time."""
    number = 0
    try:
        for number, value in enumerate(_values(stream), start=1):
            yield from records.read(value, number)
    except UnicodeDecodeError:
        yield Notice(where, "no UTF-8 any more; the elements after this one are lost", line=number + 1)
    except (OSError, ValueError) as error:
        yield Notice(where, f"{error}; the elements from this one on are lost", line=number + 1)


def _values(stream: IO[bytes]) -> Iterator[object]:
    """The values of an array, decoded as they come; what is not whole yet is tried again once twice as much is there."""
    decoder, parser = codecs.getincrementaldecoder("utf-8")(), json.JSONDecoder()
    buffer, position, size, ended = "", 0, _FIRST_READ, False

    def more() -> None:
        nonlocal buffer, position, ended
        if ended:
            raise ValueError("JSON that ends too early")
        with broken_gzip_as_error():
            data = stream.read(size)
        ended = not data
        buffer, position = buffer[position:] + decoder.decode(data, final=ended), 0

    more()
    position = len(buffer) - len(buffer.removeprefix(_BOM).lstrip()) + 1  # the bracket
    while True:
        position = _BETWEEN.match(buffer, position).end()  # type: ignore[union-attr]
        if position == len(buffer):
            more()
            continue
        if buffer[position] == "]":
            return
        try:
            value, end = parser.raw_decode(buffer, position)
        except RecursionError:
            raise ValueError("JSON nested too deep") from None
        except json.JSONDecodeError as error:
            if len(buffer) - position > LARGEST_ARTICLE:
                raise ValueError(TOO_LARGE) from None
            if ended:
                raise ValueError(f"no JSON: {error.msg}") from None
            size = max(_FIRST_READ, len(buffer) - position)
            more()
            continue
        if end == len(buffer) and not ended:  # a number may go on
            more()
            continue
        position = end
        yield value
