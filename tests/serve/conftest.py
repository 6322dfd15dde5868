"""The app as it runs: a process of its own on a free port of the loopback interface."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running app, over a store of the example articles."""
    for name in ("starlette", "uvicorn"):
        pytest.importorskip(name)
    from timeline import Article, Store, read_articles

    database = tmp_path_factory.mktemp("serve") / "talks.db"
    with Store(database) as store:
        store.add(item for item in read_articles(ROOT / "examples" / "articles") if isinstance(item, Article))
    command = [sys.executable, "-m", "timeline", "serve", str(database), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8", cwd=ROOT) as process:
        try:
            assert process.stderr is not None
            found = re.match(r"(http://127\.0\.0\.1:\d+)/", process.stderr.readline())
            assert found
            yield found[1]
        finally:
            process.terminate()
