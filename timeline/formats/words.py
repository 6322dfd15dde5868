"""The words of the outputs in Arabic and English, read from words.toml."""

import tomllib
from functools import lru_cache
from importlib import resources
from typing import Any, Literal, get_args

from timeline.model import ActionType

Language = Literal["ar", "en"]
Pair = tuple[str, str]  # Arabic, English
ActionClass = Literal["talk", "work", "quarrel", "force", "plain"]

#: The four classes that PLOVER puts its types in (verbal or material, cooperation or conflict), and ours that stand outside.
CLASSES: dict[ActionClass, tuple[ActionType, ...]] = {
    "talk": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    "work": ("COOPERATE", "AID", "RETREAT"),
    "quarrel": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "force": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
    "plain": ("STATEMENT", "OTHER"),
}
_CLASS_OF: dict[str, ActionClass] = {kind: name for name, kinds in CLASSES.items() for kind in kinds}


def language(lang: str) -> Language:
    """The language asked for; raises ValueError for any but "ar" and "en"."""
    if lang not in get_args(Language):
        raise ValueError(f'lang must be "ar" or "en", not {lang!r}')
    return "ar" if lang == "ar" else "en"


@lru_cache(maxsize=1)
def _tables() -> dict[str, Any]:
    return tomllib.loads(resources.files("timeline.formats").joinpath("words.toml").read_text("utf-8"))


def table(name: str) -> dict[str, Pair]:
    """One table of words, key to pair.

    >>> table("types")["CONSULT"]
    ('تشاور', 'Consult')
    """
    return {key: (pair[0], pair[1]) for key, pair in _tables()[name].items()}


def pair(name: str, key: str) -> Pair:
    """One word in both languages; the key itself where the table does not list it."""
    arabic, english = _tables()[name].get(key, (key, key))
    return arabic, english


def word(name: str, key: str, lang: Language) -> str:
    """One word in one language."""
    return pair(name, key)[lang == "en"]


def action_class(kind: str) -> ActionClass:
    """The class of an action type, by which outputs colour it.

    >>> action_class("ASSAULT"), action_class("STATEMENT")
    ('force', 'plain')
    """
    return _CLASS_OF.get(kind, "plain")


def count_forms(noun: str) -> dict[str, dict[str, str]]:
    """The plural forms of a counted noun, by language and CLDR plural category; "{}" stands for the number."""
    forms: dict[str, dict[str, str]] = _tables()["counts"][noun]
    return forms


def count(noun: str, number: int) -> Pair:
    """A number with its noun.

    >>> count("sources", 3), count("sources", 1)
    (('3 مصادر', '3 sources'), ('مصدر واحد', '1 source'))
    """
    forms = count_forms(noun)
    arabic, english = (forms[lang].get(plural_form(lang, number), forms[lang]["other"]) for lang in ("ar", "en"))
    return arabic.format(number), english.format(number)


def plural_form(lang: str, number: int) -> str:
    """CLDR's plural category of a number of things.

    >>> [plural_form("ar", number) for number in (0, 1, 2, 3, 11, 100)], plural_form("en", 2)
    (['zero', 'one', 'two', 'few', 'many', 'other'], 'other')
    """
    if lang != "ar":
        return "one" if number == 1 else "other"
    if number < 3:
        return ("zero", "one", "two")[number]
    rest = number % 100
    return "few" if 3 <= rest <= 10 else "many" if rest >= 11 else "other"
