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

from timeline.articles.fields import FIELDS
from timeline.articles.opening import opened, whole
from timeline.articles.record import metadata

#: A sidecar has a handful of short lines; TOML may nest as deep as it is long.
_LARGEST = 1 << 14


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
            record = tomllib.loads(whole(stream, _LARGEST).decode("utf-8-sig"))
        told, unknown = metadata(record)
    except RecursionError:
        raise ValueError(f"its sidecar {sidecar.name}: nested too deep") from None
    except (OSError, ValueError) as error:
        raise ValueError(f"its sidecar {sidecar.name}: {error}") from None
    if unknown:
        known = ", ".join(field for field in FIELDS if field != "text")
        raise ValueError(
            f"its sidecar {sidecar.name}: unknown key {unknown[0]!r} (known are {known}, and other usual names of these)"
        )
    return told
