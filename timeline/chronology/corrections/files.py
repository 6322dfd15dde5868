"""Corrections in a file."""

from collections.abc import Iterable
from os import PathLike
from pathlib import Path

from timeline.chronology.corrections.lines import dumps, loads
from timeline.chronology.corrections.values import Correction, sort_corrections


def read_corrections(path: str | PathLike[str]) -> tuple[Correction, ...]:
    """The corrections in a file of JSON Lines, one decision a line; empty lines are passed over.

    Raises OSError where the file cannot be read, ValueError, naming file and line, where a line is no correction.
    """
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError(f"{path}: not UTF-8") from None
    lines = enumerate(text.split("\n"), 1)
    return sort_corrections(loads(line, f"{path}:{number}") for number, line in lines if line.strip())


def write_corrections(corrections: Iterable[Correction]) -> str:
    """Corrections as the text of such a file, in the order in which they hold, each once."""
    return "".join(dumps(correction) + "\n" for correction in sort_corrections(corrections))
