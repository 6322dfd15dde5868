"""Where results go: standard output, or a file that appears whole or not at all."""

import os
import secrets
import stat
import sys
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import IO

import click

STANDARD_OUTPUT = "-"


def encoded(text: str | bytes) -> bytes:
    """UTF-8, whatever the terminal says its encoding is; a lone surrogate is written out."""
    return text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace")


def checked(path: Path | None) -> Path | None:
    """The path of an output, None for standard output, once it is known that a file can be made there.

    Raises click.UsageError, before anything is read, for a folder, and for a folder that is missing or not ours to write in.
    """
    if path is None or str(path) == STANDARD_OUTPUT:
        return None
    folder = path.resolve().parent
    if path.is_dir():
        raise click.UsageError(f"-o {path}: a folder; name a file in it")
    if not folder.is_dir():
        raise click.UsageError(f"-o {path}: there is no folder {folder}")
    if not os.access(folder, os.W_OK) and not _is_special(path):
        raise click.UsageError(f"-o {path}: no permission to write in {folder}")
    return path


def write_whole(path: Path | None, write: Callable[[IO[bytes]], object]) -> None:
    """Have something written to standard output for None, else to a file beside `path` that takes its name once all is written.

    A device or pipe is written to as it is. However it ends, by error or signal, nothing half-written stays, and the file that was
    there before does: what will be removed is named before it is made.
    """
    if path is None:
        write(sys.stdout.buffer)
        sys.stdout.buffer.flush()
    elif _is_special(path):
        with path.open("wb") as special:
            write(special)
    else:
        target = path.resolve()  # a link goes on pointing at the new file
        part = target.with_name(f".{target.name[:64]}.{secrets.token_hex(6)}.part")
        try:
            with part.open("xb") as file:
                write(file)
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                part.chmod(stat.S_IMODE(target.stat().st_mode))
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)


def write_pieces(pieces: Iterator[str | bytes], path: Path | None) -> None:
    """Write what comes, each piece at once; where nothing comes at all, no file is made and an old one stays."""
    first = next(pieces, None)
    if first is None:
        return

    def write(output: IO[bytes]) -> None:
        for piece in chain((first,), pieces):
            output.write(encoded(piece))
            if path is None:
                output.flush()

    write_whole(path, write)


def to_terminal(path: Path | None) -> bool:
    """Whether results go to a person's terminal."""
    return path is None and sys.stdout.isatty()


def _is_special(path: Path) -> bool:
    return path.exists() and not stat.S_ISREG(path.stat().st_mode)
