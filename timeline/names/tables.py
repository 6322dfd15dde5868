"""Vocabulary files become tables: read within bounds, checked, and joined to the packaged ones."""

import copy
import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from itertools import islice
from pathlib import Path
from typing import Any

from timeline.names.checking import LINES, Problem, problems, shortened

Tables = dict[str, Any]

#: The tables of a vocabulary file. Each but the last two is packaged as data/<table>.toml; packaged verbs and nouns are the words
#: room's, and a vocabulary holds those of its caller alone.
TABLES = (
    "states",
    "organisations",
    "groups",
    "institutions",
    "titles",
    "references",
    "words",
    "given",
    "persons",
    "places",
    "heads",
    "outlets",
    "verbs",
    "nouns",
)
_LARGEST = 4 << 20  # bytes of a vocabulary file: ten times all that is packaged
_TOLD = 10  # problems in one message

#: A key of more parts than any vocabulary has: reading it would take a time that grows with the square of its length.
_DEEP = re.compile(r"""(?<![\w-])(?:(?:"[^"\n]*"|'[^'\n]*'|[\w-]+)[ \t]*\.[ \t]*){12}""").search


@lru_cache(maxsize=1)
def packaged() -> Tables:
    """The packaged tables."""
    folder = resources.files("timeline.names").joinpath("data")
    found = {name: tomllib.loads(folder.joinpath(f"{name}.toml").read_text(encoding="utf-8")) for name in TABLES[:-2]}
    return {**found, "verbs": {}, "nouns": {}}


def content_of(path: str | Path) -> bytes:
    """The content of a vocabulary file. Raises OSError if it cannot be read, ValueError if it is too large to be one."""
    with Path(path).open("rb") as file:
        content = file.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise ValueError(f"{path}: larger than {_LARGEST >> 20} MiB, no vocabulary is")
    return content


def parsed(content: bytes) -> tuple[Tables, str]:
    """The tables of a file's content, unchecked, and its text.

    Raises ValueError if it is no TOML in UTF-8, or nested deeper than any vocabulary is.
    """
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise ValueError(f"not in UTF-8 (byte {error.start})") from None
    if deep := _DEEP(text):
        raise ValueError(f"line {text.count(chr(10), 0, deep.start()) + 1}: a key of so many parts is in no vocabulary")
    try:
        return tomllib.loads(text), text
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"no TOML: {error}") from None
    except (RecursionError, MemoryError):
        raise ValueError("nested deeper than any vocabulary is") from None


def joined(tables: Tables, added: Mapping[str, Any], text: str = "") -> Tables:
    """The tables with more lines: a line wins over one of the same key, and lists grow.

    Raises ValueError if `added` are no tables of a vocabulary; `text`, from which they were read, tells the lines.
    """
    found = list(islice(problems(added, tables), _TOLD + 1))
    if found:
        told = [_told(problem, text) for problem in found[:_TOLD]]
        raise ValueError("\n  ".join([*told, *(["…"] if len(found) > _TOLD else [])]))
    result: Tables = _joined((), tables, copy.deepcopy(dict(added)))
    return result


def _joined(keys: tuple[str, ...], old: Any, new: Any) -> Any:
    if isinstance(old, list):
        return list(dict.fromkeys([*old, *new]))
    if keys in LINES or len(keys) == 3:
        return {**old, **new}
    return {key: _joined((*keys, key), old.get(key, {}), new[key]) if key in new else old[key] for key in {**old, **new}}


def _told(problem: Problem, text: str) -> str:
    table, *keys = map(shortened, problem.keys)
    line = _line(problem.keys, text)
    where = f"line {line}: " if line else ""
    return f"{where}[{table}]{''.join(f' {key}' for key in keys)}: {problem.what}"


def _line(keys: tuple[str, ...], text: str) -> int:
    """The line on which the last of the keys stands that is found behind the ones before it; 0 without a text."""
    at = -1
    for key in keys:
        found = re.compile(rf"""(?<![\w-])["']?{re.escape(key)}["']?\s*[]=.]""").search(text, max(at, 0))
        if found is None:
            break
        at = found.start()
    return text.count("\n", 0, at) + 1 if at >= 0 else 0
