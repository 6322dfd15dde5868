"""What a folder holds: the files with articles, and a word about what is passed over."""

from collections.abc import Iterator
from os import walk
from pathlib import Path

from timeline.articles.kinds import ENDINGS, kind_by_name
from timeline.articles.notice import Notice
from timeline.articles.sidecar import sidecar_of

_SHOWN = 5
#: What browsers call the folder beside a page in which they keep its pictures and frames.
_BELONGINGS = ("_files", ".files", "_fichiers", "_Dateien", "_ملفات")


def is_folder(path: Path) -> bool:
    """Whether it is a folder; False for what cannot be looked at."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def files_in(folder: Path, output: Path | None = None) -> Iterator[Path | Notice]:
    """The files with articles in a folder and below it, sorted by name; at the end what was passed over, in one line.

    Hidden files count for nothing, sidecars for what they are; `output` is the file that is about to be written anew.
    """
    found = 0
    passed: list[str] = []
    problems: list[OSError] = []
    for parent, folders, names in walk(folder, onerror=problems.append):
        belonging = {
            stem + ending
            for name in names
            if kind_by_name(Path(name)) == "page"
            for stem in (_stem(name),)
            for ending in _BELONGINGS
        }
        passed += [f"{name}/" for name in sorted(folders) if name in belonging]
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in belonging)
        sidecars = {sidecar_of(Path(name)).name for name in names if not name.endswith(".toml")}
        for name in sorted(names):
            path = Path(parent, name)
            if name.startswith(".") or name in sidecars:
                continue
            if output is not None and is_same(path, output):
                yield Notice(str(path), "passed over: it is the output", lost=False)
            elif kind_by_name(path) is None:
                passed.append(str(path.relative_to(folder)))
            else:
                found += 1
                yield path
    for problem in problems:
        yield Notice(
            str(problem.filename), "no permission to look into it" if isinstance(problem, PermissionError) else str(problem)
        )
    if not found and not problems:
        yield Notice(str(folder), f"no articles in this folder ({', '.join(ENDINGS)}; texts also with .gz)")
    elif passed:
        more = f" and {len(passed) - _SHOWN} more" if len(passed) > _SHOWN else ""
        yield Notice(str(folder), f"passed over, as no article by name: {', '.join(passed[:_SHOWN])}{more}", lost=False)


def is_same(one: Path, other: Path) -> bool:
    """Whether two paths are one file, by whatever way and name."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


def _stem(name: str) -> str:
    return name.removesuffix(".gz").rpartition(".")[0]
