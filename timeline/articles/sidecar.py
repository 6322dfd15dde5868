"""The small file beside an article that tells what its text does not: `talks.toml` beside `talks.txt`.

A header line inside the text would shift every offset, so what is known about an article stands next to it:

    published = 2022-02-04
    source = "وكالة المثال"
    title = "…"
    url = "https://example.org/talks"
"""

import tomllib
from pathlib import Path
from typing import Any

from timeline.articles.opening import opened, whole
from timeline.articles.record import METADATA, metadata


def sidecar_of(path: Path) -> Path:
    """Where the sidecar of an article lies.

    >>> sidecar_of(Path("news/talks.txt.gz")).name, sidecar_of(Path("news/talks")).name
    ('talks.toml', 'talks.toml')
    """
    name = path.name.removesuffix(".gz")
    stem = name.rpartition(".")[0] or name
    return path.with_name(f"{stem}.toml")


def read_sidecar(path: Path) -> dict[str, Any]:
    """The metadata in the sidecar of the article at `path`; empty where there is none.

    Raises ValueError, naming the sidecar, where it cannot be read or holds a key that means nothing here (a misspelt `published`
    that goes unnoticed would cost every relative date of the article).
    """
    sidecar = sidecar_of(path)
    if sidecar == path or not sidecar.exists():
        return {}
    try:
        with opened(sidecar) as stream:
            record = tomllib.loads(whole(stream).decode("utf-8-sig"))
    except (OSError, ValueError) as error:
        raise ValueError(f"its sidecar {sidecar.name}: {error}") from None
    unknown = sorted(record.keys() - set(METADATA))
    if unknown:
        raise ValueError(f"its sidecar {sidecar.name}: unknown key {unknown[0]!r} (known are {', '.join(METADATA)})")
    return metadata(record)
