"""Common nouns that head the names of bodies, in the forms in which a text has them."""

from typing import Any

import attrs

from timeline.model import Sector
from timeline.reading import fold

_PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول")


@attrs.frozen
class Head:
    """A common noun that heads names of bodies, and what a body of that kind is; each field as in data/heads.toml."""

    noun: str
    sector: Sector
    nocode: bool = False
    joint: bool = False
    alone: bool = True
    definite: bool = False


def heads(table: dict[str, Any]) -> dict[str, tuple[str, Head]]:
    """(proclitics, head) by folded form, with and without the article and the small words glued in front.

    >>> found = heads({"لجنة": {"sector": "GOV"}})
    >>> found["لجنه"][1].definite, found["واللجنه"][0], found["للجنه"][1].definite
    (False, 'و', True)
    """
    forms: dict[str, tuple[str, Head]] = {}
    for noun, line in table.items():
        word = fold(noun)
        for definite in (True, False):  # "للجنة الحكومية" is the committee's
            head = Head(noun, definite=definite, **line)
            for proclitics in _PROCLITICS:
                article = ("" if word[0] == "ل" else "ل") if proclitics.endswith("ل") else "ال"
                article = article if definite else ""
                forms.setdefault(proclitics + article + word, (proclitics, head))
    return forms
