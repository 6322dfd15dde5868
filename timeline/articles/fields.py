"""Under which names records keep what an article is: `date` for `published`, `body` or `النص` for `text`."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

import attrs

#: What a record may tell of an article.
FIELDS = ("text", "published", "source", "title", "url", "id")

_JOINTS = re.compile(r"[\W_]+")


@attrs.frozen
class Fields:
    """The names asked for: the usual ones, and before these what the caller says (`{"published": "crawled"}`).

    Raises ValueError for a field that an article does not have, TypeError for a name that is no string.

    >>> Fields().names(("id", "Date", "النص"))
    {'text': ('النص',), 'published': ('Date',), 'id': ('id',)}
    """

    given: Mapping[str, str] = attrs.field(factory=dict)

    def __attrs_post_init__(self) -> None:
        for field, name in self.given.items():
            if field not in FIELDS:
                raise ValueError(f"fields: an article has no {field!r}, but {', '.join(FIELDS)}")
            if not isinstance(name, str):
                raise TypeError(f"fields: the name of {field} must be a string, not {type(name).__name__}")

    def names(self, there: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Which of the names that are there mean which field, the most trusted first; a name the caller gave stands alone."""
        known: dict[str, str] = {}
        for name in there:
            known.setdefault(_bare(name), name)
        found = {}
        for field in FIELDS:
            asked = (self.given[field],) if field in self.given else _usual()[field]
            names = tuple(dict.fromkeys(known[bare] for bare in map(_bare, asked) if bare in known))
            if names:
                found[field] = names
        return found


@attrs.define
class Taken:
    """What was taken as what in one input, so that the reader of it is told once."""

    told: set[tuple[str, str]] = attrs.field(factory=set)

    def news(self, taken: Mapping[str, str]) -> str | None:
        """A sentence about names that are not the field's own and were not told before; None where there are none.

        >>> Taken().news({"text": "text", "published": "date"})
        'taken as published: "date"'
        """
        new = [pair for pair in taken.items() if pair[0] != pair[1] and pair not in self.told]
        self.told.update(new)
        return "taken as " + "; ".join(f'{field}: "{name}"' for field, name in new) if new else None


def _bare(name: str) -> str:
    return _JOINTS.sub("", name.casefold())


@cache
def _usual() -> dict[str, tuple[str, ...]]:
    text = resources.files("timeline.articles").joinpath("fields.toml").read_text("utf-8")
    return {field: tuple(names) for field, names in tomllib.loads(text).items()}
