"""From a token to its classes: one cached look-up a word, clitics split off where the rest is known."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from timeline.data import months, weekdays
from timeline.dates.words.symbols import NAMES
from timeline.reading import bare, bare_prefixes, fold, original_length, remembered

#: Locales whose month names differ: Egyptian and Gulf, Levantine, Algerian and Tunisian, Moroccan, Mauritanian.
_LOCALES = ("ar", "ar_SY", "ar_LB", "ar_IQ", "ar_DZ", "ar_TN", "ar_MA", "ar_MR")
_CLITICS = {"و": "AND", "ف": "AND", "ب": "IN", "ل": "FOR", "ك": "OTHER"}
#: Classes that can hold a date; the others only join what these hold.
CORE = frozenset(
    NAMES[name]
    for name in (
        *(
            "NUM",
            "THOU",
            "MONTH",
            "HALFMONTH",
            "WEEKDAY",
            "BAREWEEKDAY",
            "SEASON",
            "HOLIDAY",
            "DECADE",
            "UNIT",
            "UNITS",
            "TWO",
            "PAIR",
        ),
        *("DEIXIS", "TODAY", "VAGUE", "TIME", "THIS", "MORROW", "OFIT"),
    )
)


class Symbol(NamedTuple):
    """One class that a word (or a clitic of it) has: its letter, what it means, and where in the token it begins."""

    letter: str
    value: Any
    offset: int


class Entry(NamedTuple):
    """All that the grammar knows of a word: its symbols, whether one can hold a date, and the phrases that it begins."""

    symbols: tuple[Symbol, ...]
    core: bool
    phrases: tuple[tuple[tuple[str, ...], str, Any], ...]


_WHOLE = frozenset({"لامس", "ولامس", "فلامس"})  # "touched": no preposition in front of امس


@remembered(1 << 16)
def symbols(word: str) -> Entry | None:
    """The entry of a token, None for a word that dates never use."""
    plain = bare(word)
    if plain in _WHOLE:
        return None
    if plain.isascii() and plain.isdigit():
        if len(plain) > 4:
            return None
        return Entry((Symbol(NAMES["NUM"], (int(plain), len(plain)), 0),), True, ())
    folded = fold(word)
    for proclitics, rest in bare_prefixes(folded):
        found = _vocabulary().get(rest)
        begins = _phrases().get(rest, ())
        if found is None and not begins:
            continue
        if found and found[0] == "MONTH":
            found = _month_as_spelled(found, plain, proclitics)
            if found is None and not begins:
                continue
        if found is None:
            found = ("OTHER", None)
        if proclitics and found[0] in _NO_CLITICS:
            continue
        offset = original_length(word, len(proclitics)) if proclitics else 0
        cut = [Symbol(NAMES[_CLITICS[letter]], letter, original_length(word, i)) for i, letter in enumerate(proclitics)]
        letter = NAMES[found[0]]
        return Entry((*cut, Symbol(letter, found[1], offset)), letter in CORE, begins)
    slip = _month_misspelt(folded)
    return None if slip is None else Entry((Symbol(NAMES["TYPO"], slip, 0),), False, ())


#: Joints and marks are never looked for behind a clitic ("فمن" and "وم" are other words), but for the prepositions below.
_NO_CLITICS = frozenset(["CE", "AH", "DEF", "SLASH", "DASH", "COMMA", "DOT", "OPEN", "CLOSE", "AND", "TIMES", "MONTHTAIL"])


def _month_as_spelled(found: tuple[str, Any], plain: str, proclitics: str) -> tuple[str, Any] | None:
    """A month's name by its spelling: أب is a father unless a day stands before it, and glued to a preposition اب is else (باب)."""
    doubtful = _load("months")["doubtful"]
    spelling = plain[len(proclitics) :]
    if spelling in doubtful["never"] or (proclitics and spelling in doubtful["alone"]):
        return None
    if spelling in doubtful["beside"]:
        return None if proclitics else ("HOMOGRAPH", found[1])
    return found


_LONG = 6  # letters of a month's name that one slip leaves recognisable


def _month_misspelt(folded: str) -> tuple[str, int, bool, bool] | None:
    """The month of whose name a word is one letter off: a letter too many, too few, or another, the first apart."""
    if not _LONG - 1 <= len(folded) <= _LONG + 3 or folded[0] not in _initials():
        return None
    slips = _slips()
    found = slips.get(folded)
    for index in range(1, len(folded)):
        shorter = folded[:index] + folded[index + 1 :]
        known = _vocabulary().get(shorter)
        if known is not None and known[0] == "MONTH" and len(shorter) >= _LONG:
            found = found or known[1]
        found = found or slips.get(shorter)
    return found


@cache
def _slips() -> dict[str, tuple[str, int, bool, bool]]:
    """Every long Gregorian month's name with one letter left out, the first apart."""
    found: dict[str, tuple[str, int, bool, bool]] = {}
    for word, (kind, value) in _vocabulary().items():
        if kind == "MONTH" and value[0] == "gregorian" and len(word) >= _LONG:
            for index in range(1, len(word)):
                found.setdefault(word[:index] + word[index + 1 :], value)
    return found


@cache
def _initials() -> frozenset[str]:
    return frozenset(word[0] for word in _slips())


@cache
def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((files("timeline.dates.words") / f"{name}.toml").read_text("utf-8"))


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], str, Any], ...]]:
    """First word → (the words after it, class, value), longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str, Any]]] = {}
    data = _load("phrases")
    entries = [(phrase, "VAGUE", None) for phrase in data["VAGUE"]["phrases"]]
    entries += [(phrase, "HOLIDAY", key) for phrase, key in data["HOLIDAY"].items()]
    entries += [(phrase, "DEIXIS", offset) for phrase, offset in data["DEIXIS"].items()]
    entries += [(phrase, name, value) for name in ("ERA", "TIMES") for phrase, value in data[name].items()]
    for phrase, name, value in entries:
        first, *rest = map(fold, phrase.split())
        found.setdefault(first, []).append((tuple(rest), NAMES[name], value))
    return {first: tuple(sorted(rest, key=lambda entry: -len(entry[0]))) for first, rest in found.items()}


@cache
def _vocabulary() -> dict[str, tuple[str, Any]]:
    known: dict[str, tuple[str, Any]] = {}
    for add in (_numbers, _words, _months, _weekdays):
        add(known)
    return known


def _numbers(known: dict[str, tuple[str, Any]]) -> None:
    data = _load("numbers")
    for section, name in (("cardinals", "CARD"), ("ten", "TEEN"), ("tens", "TENS"), ("hundreds", "HUND"), ("thousands", "THOU")):
        for word, value in data[section].items():
            known[fold(word)] = (name, (value, False))
            known[fold("ال" + word)] = (name, (value, True))
    for word, value in data["ordinals"].items():
        known[fold(word)] = ("ORD", (value, False))
        known[fold("ال" + word)] = ("ORD", (value, True))


def _words(known: dict[str, tuple[str, Any]]) -> None:
    data = _load("words")
    for name, section in data["units"].items():
        for word, unit in section.items():
            known[fold(word)] = (name, (unit, False))
            known[fold("ال" + word)] = (name, (unit, True))
    for name, section in data["adjectives"].items():
        for word, value in section.items():
            known[fold("ال" + word)] = (name, (value, True))
            if name not in ("LAST", "LATEST"):
                known.setdefault(fold(word), (name, (value, False)))
    for name, section in data["words"].items():
        for word, value in section.items():
            known.setdefault(fold(word), (name, value)) if name in ("LATER", "HALFMONTH") else known.__setitem__(
                fold(word), (name, value)
            )
    for name, section in data["stems"].items():
        for word, value in section.items():
            for ending in ("يات", "ات"):
                for article in ("", "ال"):
                    known[fold(article + word + ending)] = (name, value)
    known[fold("ربيع")] = ("HALFMONTH", "rabi")


def _months(known: dict[str, tuple[str, Any]]) -> None:
    data = _load("months")
    doubtful = {fold(word) for word in data["doubtful"]["words"]}
    names = [(name, "gregorian", number) for locale in _LOCALES for number, name in enumerate(months(locale), start=1)]
    names += [(word, calendar, number) for calendar in ("gregorian", "hijri", "iranian") for word, number in data[calendar].items()]
    for name, calendar, number in names:
        folded = fold(name)
        if " " not in name and (calendar == "gregorian" or folded not in known):
            levantine = calendar == "gregorian" and folded in _levantine()
            known[folded] = ("MONTH", (calendar, number, folded not in doubtful, levantine))


@cache
def _levantine() -> frozenset[str]:
    return frozenset(map(fold, months("ar_SY")))


def _weekdays(known: dict[str, tuple[str, Any]]) -> None:
    for key, name in enumerate(weekdays("ar")):
        folded = fold(name)
        known[folded] = ("WEEKDAY", key)
        rest = folded.removeprefix("ال")
        if rest not in known:
            known[rest] = ("BAREWEEKDAY", key)
    known[fold("الإثنين")] = ("WEEKDAY", 0)
    known[fold("الثلثاء")] = ("WEEKDAY", 1)
    known[fold("الاربع")] = ("CARD", (4, True))
    known[fold("اثنين")] = ("CARD", (2, False))
