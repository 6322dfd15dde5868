"""Many inputs as one stream of articles, in which one bad input never costs the others."""

import sys
from collections.abc import Iterable, Iterator
from os import PathLike, fspath, walk
from pathlib import Path
from typing import IO

from timeline.articles.article import Article, Published
from timeline.articles.encoding import decode
from timeline.articles.files import LINES, PAGES, TEXTS, kind_of, read_file
from timeline.articles.lines import read_lines
from timeline.articles.notice import Notice
from timeline.articles.opening import broken_gzip_as_error, opened, unpacked, whole
from timeline.articles.record import build

STANDARD_INPUT = "-"


def read_articles(
    *inputs: str | PathLike[str], published: Published = None, stdin: IO[bytes] | None = None
) -> Iterator[Article | Notice]:
    """The articles in files and folders, in order, with a notice wherever something could not be read.

    A file is plain text or a saved HTML page (one article each), or JSON Lines (`id`, `text`, `published`, `source`, `title`,
    `url`; one article a line), gzipped or not. A folder gives what it and its subfolders hold of these, sorted by name. "-" is
    standard input: JSON Lines if it begins with a brace, else one text. `published` counts for articles that come without a
    publication date. An id that comes again is a notice: the same article is taken once, and another article may not take its id.

    Articles are read one by one, as they are asked for.

    Raises ValueError for a `published` that names no single day, TypeError for an input that is no path, and nothing for what the
    inputs hold.
    """
    for given in inputs:
        if not isinstance(given, str | PathLike):
            raise TypeError(f"inputs must be strings or paths, not {type(given).__name__}")
    if stdin is not None and not hasattr(stdin, "read"):
        raise TypeError(f"stdin must be a binary stream or None, not {type(stdin).__name__}")
    day = Article("", published).published  # misuse is said at once, not once an article
    return _without_repeats(_all(inputs, day, stdin))


def expand(inputs: Iterable[str | PathLike[str]]) -> Iterator[Path | Notice]:
    """The files that the inputs name, folders opened up and sorted; "-" stays."""
    for given in inputs:
        path = Path(fspath(given))
        if _is_folder(path):
            yield from _files_in(path)
        else:
            yield path


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _files_in(folder: Path) -> Iterator[Path | Notice]:
    found = 0
    problems: list[OSError] = []
    for parent, folders, names in walk(folder, onerror=problems.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            if not name.startswith(".") and kind_of(path) in (*TEXTS, *PAGES, *LINES):
                found += 1
                yield path
    for problem in problems:
        yield Notice(
            str(problem.filename), "no permission to look into it" if isinstance(problem, PermissionError) else str(problem)
        )
    if not found and not problems:
        yield Notice(str(folder), f"no articles in this folder ({', '.join((*TEXTS, *PAGES, *LINES))}, each also with .gz)")


def _all(inputs: Iterable[str | PathLike[str]], published: Published, stdin: IO[bytes] | None) -> Iterator[Article | Notice]:
    for path in expand(inputs):
        if isinstance(path, Notice):
            yield path
        elif str(path) == STANDARD_INPUT:
            yield from _from_stdin(stdin or sys.stdin.buffer, published)
        elif kind_of(path) in LINES:
            yield from _from_lines(path, published)
        else:
            yield from _from_file(path, published)


def _from_file(path: Path, published: Published) -> Iterator[Article | Notice]:
    try:
        article, notice = read_file(path, published=published)
    except (OSError, ValueError, ImportError) as error:
        yield Notice(str(path), _message(error))
        return
    if notice is not None:
        yield notice
    yield article


def _from_lines(path: Path, published: Published) -> Iterator[Article | Notice]:
    try:
        with opened(path) as stream:
            yield from read_lines(stream, str(path), published=published)
    except OSError as error:
        yield Notice(str(path), _message(error))


def _from_stdin(stream: IO[bytes], published: Published) -> Iterator[Article | Notice]:
    name = "standard input"
    try:
        buffered = unpacked(stream)
        with broken_gzip_as_error():
            beginning = buffered.peek(1 << 12)
        if beginning.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
            yield from read_lines(buffered, name, published=published)
            return
        text, encoding = decode(whole(buffered))
        if not encoding.usual:
            yield Notice(name, f"read as {encoding.name}", lost=False)
        yield build(text, {"published": published})
    except (OSError, ValueError) as error:
        yield Notice(name, _message(error))


def _message(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) and error.strerror else str(error)) or type(error).__name__


def _without_repeats(stream: Iterator[Article | Notice]) -> Iterator[Article | Notice]:
    """An id stands for one article: offsets are true of one text only."""
    seen: dict[str, int] = {}
    for item in stream:
        if isinstance(item, Article):
            content = hash(item)
            if item.id not in seen:
                seen[item.id] = content
            elif seen[item.id] == content:
                yield Notice(item.id, "the same article again, taken once", lost=False)
                continue
            else:
                yield Notice(item.id, "this id already belongs to a different article")
                continue
        yield item
