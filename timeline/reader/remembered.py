"""Answers kept by article, prompt and model, so that reading again asks nothing and gives the same."""

import hashlib
import sqlite3
from os import PathLike, fspath

from timeline.articles import Article
from timeline.reader.prompt import VERSION, question

_TABLE = """
CREATE TABLE IF NOT EXISTS answers (
    question TEXT PRIMARY KEY,  -- a hash of the model's name, the version of the prompt and what was asked
    content TEXT NOT NULL       -- the model's answer, as it came
) WITHOUT ROWID
"""
_PATIENCE = 60.0  # seconds to wait for another writer


class Answers:
    """Remembered answers in an SQLite file of their own, or beside the articles in a store's.

    Raises OSError where the file cannot be used.
    """

    def __init__(self, path: str | PathLike[str]) -> None:
        self.path = fspath(path)
        try:
            with self._open() as connection:
                connection.execute(_TABLE)
        except sqlite3.Error as error:
            raise OSError(f"cannot remember answers in {self.path}: {error}") from error

    def get(self, article: Article, model: str) -> str | None:
        """The model's answer for the article, None where it was never asked."""
        try:
            with self._open() as connection:
                found = connection.execute("SELECT content FROM answers WHERE question = ?", (_key(article, model),)).fetchone()
        except sqlite3.Error as error:
            raise OSError(f"cannot read remembered answers in {self.path}: {error}") from error
        return str(found[0]) if found else None

    def put(self, article: Article, model: str, content: str) -> None:
        """Remember an answer; the first one stays."""
        try:
            with self._open() as connection:
                connection.execute("INSERT OR IGNORE INTO answers VALUES (?, ?)", (_key(article, model), content))
        except sqlite3.Error as error:
            raise OSError(f"cannot remember an answer in {self.path}: {error}") from error

    def _open(self) -> "_Closing":
        return _Closing(self.path)


class _Closing:
    """A connection that commits and closes at the end of its `with`; one for each use, so that processes and threads may share."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __enter__(self) -> sqlite3.Connection:
        self._connection = sqlite3.connect(self._path, timeout=_PATIENCE)
        return self._connection

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if error is None:
            self._connection.commit()
        self._connection.close()


def _key(article: Article, model: str) -> str:
    asked = f"{VERSION}\0{model}\0{question(article)}"
    return hashlib.sha256(asked.encode("utf-8", "surrogatepass")).hexdigest()
