"""Kinds of action: heads that tell one thing in different words (`kinds.toml`)."""

import tomllib
from functools import cache
from importlib.resources import files

from timeline.reading import fold, remembered

#: Kinds that tell of another event that it will not be, or not then.
UNDOING = frozenset({"cancelling", "postponing"})

_PRONOUNS = ("هما", "ها", "هم", "نا", "ه")


@cache
def kinds() -> dict[str, frozenset[str]]:
    """For each folded head, the kinds of action that it may name."""
    table = tomllib.loads(files(__package__).joinpath("kinds.toml").read_text("utf-8"))
    found: dict[str, set[str]] = {}
    for kind, heads in table.items():
        for head in heads:
            found.setdefault(fold(head), set()).add(kind)
    return {head: frozenset(names) for head, names in found.items()}


@remembered(1 << 14)
def kinds_of(heads: tuple[str, ...]) -> frozenset[str]:
    """The kinds of a telling's folded heads.

    >>> kinds_of((fold("لقاء"), fold("محادثات"))) == {"meeting"}
    True
    """
    known = kinds()
    return frozenset().union(*(known.get(head, frozenset()) for head in heads))


def kinds_named(phrase: str) -> frozenset[str]:
    """The kinds of the heads that a phrase names, articles and pronouns apart.

    >>> kinds_named("ألغى الوزير زيارته إلى طهران")
    frozenset({'visit'})
    """
    return frozenset().union(*(kinds_of(_bare(fold(word))) for word in phrase.split())) - UNDOING


def _bare(word: str) -> tuple[str, ...]:
    """The forms that a word may have without its article or pronoun."""
    word = word.strip("،.؛:«»\"'()")
    forms = [word, word[2:]] if word.startswith("ال") else [word]
    for pronoun in _PRONOUNS:
        if word.endswith(pronoun) and len(word) > len(pronoun) + 2:
            stem = word[: -len(pronoun)]
            forms += [stem, stem[:-1] + "ه"] if stem.endswith("ت") else [stem]
    return tuple(forms)
