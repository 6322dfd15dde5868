"""What is written into the file and read back: records as JSON, each with a checksum, so that damage is found and never shown."""

import json
from collections.abc import Sequence
from hashlib import blake2b
from typing import Any, TypeVar

from timeline.chronology.records import from_record

Value = TypeVar("Value")


class DamagedError(ValueError):
    """What stands in the file is not what was written."""


def text(value: str) -> str:
    """A string that SQLite can hold: what is no Unicode text (lone surrogates) is written out."""
    return value.encode("utf-8", "backslashreplace").decode("utf-8")


def packed(record: Any) -> bytes:
    """A record as JSON behind eight bytes of checksum.

    >>> packed([1])[8:]
    b'[1]'
    """
    content = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return _sum(content) + content


def unpacked(kind: type[Value], stored: bytes) -> Value:
    """The value of the record that `packed` wrote.

    Raises DamagedError where the bytes are not those that were written.
    """
    content = stored[8:] if isinstance(stored, bytes) else b""
    if _sum(content) != stored[:8]:
        raise DamagedError("a record is not what was written")
    return from_record(kind, json.loads(content))


def _sum(content: bytes) -> bytes:
    return blake2b(content, digest_size=8).digest()


def marks(values: Sequence[Any]) -> str:
    """As many question marks for SQL as there are values."""
    return ", ".join("?" * len(values))
