"""Kill an `add` at random moments and see that nothing is lost: `python tests/store/kill_add.py [--kills 50] [--articles 500]`.

Each round starts a process that adds articles to one file and kills it after a random time. After every kill the file must open and
pass SQLite's integrity check; after the last, a rerun must give the timeline of an undisturbed add. The moments follow from --seed.
"""

import argparse
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.store.reading import articles, extract
from timeline.store import Store


def add(path: str, count: int) -> None:
    """What the killed process does; it says when it begins and what it has added, so that moments are counted from there."""
    told = articles(count)
    print("begin", flush=True)  # noqa: T201
    with Store(path, extract=extract) as store:
        store.add(told, progress=lambda article, new: print(article.id, new, flush=True))  # noqa: T201


def check(path: Path) -> int:
    """How many articles the file holds; it must be whole."""
    if not path.exists() or not path.stat().st_size:
        return 0
    with Store(path, extract=extract) as store:
        count = len(store)
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
    return count


def rounds(folder: Path, kills: int, count: int, seed: int) -> list[int]:
    """How many articles the file held after each kill.

    A process is killed after it told of a random number of articles and worked on for up to five milliseconds. Every so often it
    starts with a new file, so that its creation is hit as well.
    """
    moments = random.Random(seed)
    path = folder / "killed.db"
    held: list[int] = []
    for _ in range(kills):
        if held and (held[-1] == count or moments.random() < 0.1):
            for leftover in folder.glob("killed.db*"):
                leftover.unlink()
        lines = (held[-1] if path.exists() else 0) + moments.randrange(count // 3)
        process = subprocess.Popen([sys.executable, __file__, "--add", str(path), "--articles", str(count)], stdout=subprocess.PIPE)
        assert process.stdout is not None
        for _ in range(lines + 1):
            process.stdout.readline()
        time.sleep(moments.random() * 0.005)
        process.kill()
        process.communicate()
        held.append(check(path))
    add_rest(path, count)
    with Store(path, extract=extract) as killed, Store(folder / "whole.db", extract=extract) as whole:
        whole.add(articles(count))
        assert killed.timeline() == whole.timeline()
        assert killed.timeline(actor="RUS").entries == whole.timeline(actor="RUS").entries
    return held


def add_rest(path: Path, count: int) -> None:
    """The rerun."""
    with Store(path, extract=extract) as store:
        store.add(articles(count))


def main() -> None:
    """Run it and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--seed", type=int, default=20220110)
    parser.add_argument("--add", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.add:
        add(options.add, options.articles)
        return
    with tempfile.TemporaryDirectory() as folder:
        held = rounds(Path(folder), options.kills, options.articles, options.seed)
    print(f"{options.kills} kills; articles held after each: {held}; the rerun equals the undisturbed add")  # noqa: T201


if __name__ == "__main__":
    main()
