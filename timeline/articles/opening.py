"""Bytes out of a file, plain or gzipped, or a clear word why not."""

import gzip
import io
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

#: The longest text or line that is taken for one article, in bytes: more than a million words. To read it takes 40 times as much
#: memory (in the worst text known 350 times), so neither an archive in one file nor a compressed bomb may be taken for an article.
LARGEST_ARTICLE = 1 << 24
TOO_LARGE = f"larger than the {LARGEST_ARTICLE >> 20} MiB that one article may have (many articles: JSON Lines, or a file each)"

#: The most that a page may have that was saved with its pictures (MHTML), or a mail.
LARGEST_ARCHIVE = 1 << 26

_GZIP_MAGIC = b"\x1f\x8b"


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """The file as a binary stream, unpacked if it is gzipped (by its first bytes, whatever its name says).

    Raises OSError, with a message that stands on its own, where it is missing, a folder, no regular file (opening a pipe that
    nobody writes to would wait for ever), or not ours to read.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise OSError("a folder, where a file is expected")
        if not stat.S_ISREG(mode):
            raise OSError("no regular file; a pipe can be given as standard input, -")
        stream: IO[bytes] = path.open("rb")
    except FileNotFoundError:
        raise OSError("no such file") from None
    except PermissionError:
        raise OSError("no permission to read it") from None
    except ValueError:  # a NUL in the name
        raise OSError("no name that a file can have") from None
    with stream:
        yield unpacked(stream)


def unpacked(stream: IO[bytes]) -> io.BufferedReader:
    """The stream, behind a gzip reader where its first bytes ask for one."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))
    if buffered.peek(2)[:2] == _GZIP_MAGIC:
        return io.BufferedReader(cast(io.RawIOBase, gzip.GzipFile(fileobj=buffered)))
    return buffered


def beginning_of(stream: IO[bytes], size: int = 1 << 12) -> bytes:
    """The first bytes of a stream, which stay there to be read.

    Raises OSError where a gzipped one is broken.
    """
    with broken_gzip_as_error():
        return bytes(stream.peek(size)[: 1 << 16]) if hasattr(stream, "peek") else b""


def whole(stream: IO[bytes], largest: int = LARGEST_ARTICLE) -> bytes:
    """All bytes of a stream.

    Raises OSError where a gzipped one is broken, ValueError where it holds more than `largest`: by default, than one article does.
    """
    with broken_gzip_as_error():
        data = stream.read(largest + 1)
    if len(data) > largest:
        allowed = f"{largest >> 20} MiB" if largest >> 20 else f"{largest >> 10} KiB"
        raise ValueError(TOO_LARGE if largest == LARGEST_ARTICLE else f"larger than the {allowed} that it may have")
    return data


@contextmanager
def broken_gzip_as_error() -> Iterator[None]:
    """Turns what Python raises for broken gzip data into an OSError that says so."""
    try:
        yield
    except EOFError:
        raise OSError("gzip data that ends too early") from None
    except (zlib.error, gzip.BadGzipFile) as error:
        raise OSError(f"broken gzip data: {error}") from None
