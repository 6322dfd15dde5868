"""Where results go: standard output, or a file that appears whole or not at all."""

import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import IO


def encoded(text: str | bytes) -> bytes:
    """UTF-8, whatever the terminal says its encoding is; a lone surrogate is written out."""
    return text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace")


@contextmanager
def opened_output(path: Path | None) -> Iterator[IO[bytes]]:
    """A stream for results: standard output for None, else a file beside `path` that takes its name once all is written.

    A device or pipe is written to as it is. On an error the file that was there before stays.
    """
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    elif path.exists() and not stat.S_ISREG(path.stat().st_mode):
        with path.open("wb") as special:
            yield special
    else:
        target = path.resolve()  # a link goes on pointing at the new file
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:64]}.", suffix=".part", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask())
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


def write_pieces(pieces: Iterator[str | bytes], path: Path | None) -> None:
    """Write what comes, each piece at once; where nothing comes at all, no file is made and an old one stays."""
    first = next(pieces, None)
    if first is None:
        return
    with opened_output(path) as output:
        for piece in chain((first,), pieces):
            output.write(encoded(piece))
            if path is None:
                output.flush()


def to_terminal(path: Path | None) -> bool:
    """Whether results go to a person's terminal."""
    return path is None and sys.stdout.isatty()


def _umask() -> int:
    """The umask can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
