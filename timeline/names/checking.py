"""What a vocabulary file may hold: its tables against the packaged ones, its lines field by field (`data/fields.toml`)."""

import math
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any, NamedTuple, get_args

from timeline.data import countries
from timeline.model import ActionType, Sector
from timeline.names.gazetteer import cities
from timeline.words.conjugation import analyse, conjugate

#: Where lines lie: the keys before them, "*" for any (a verb's kind and type).
LINES: Mapping[tuple[str, ...], str] = {
    **{(name,): name for name in ("states", "organisations", "groups", "institutions", "persons", "places", "heads", "outlets")},
    ("titles", "offices"): "offices",
    ("verbs", "*", "*"): "verbs",
    ("nouns", "*", "*"): "nouns",
}
KINDS = ("speech", "meeting", "visit", "act", "empty", "phase", "cancel", "motion")
_CODE = re.compile(r"[A-Z]{3}").fullmatch
_WORD = re.compile(r"[\u0621-\u063a\u0641-\u064a]\u0651?(?:[\u0621-\u063a\u0641-\u064a]\u0651?){1,11}").fullmatch
_LONGEST = 60  # letters of a key or value in a message


class Problem(NamedTuple):
    """What is wrong, and the keys that lead to it from the file's first."""

    keys: tuple[str, ...]
    what: str


def problems(added: Mapping[str, Any], packaged: Mapping[str, Any]) -> Iterator[Problem]:
    """Everything that keeps `added` from being more tables of a vocabulary like `packaged`."""
    known = frozenset({*countries(), *packaged["states"], *_keys(added.get("states"))})
    yield from _in_table((), added, packaged, known)


def _keys(table: object) -> Iterator[str]:
    return iter(table) if isinstance(table, dict) else iter(())


def _in_table(keys: tuple[str, ...], added: object, packaged: object, states: frozenset[str]) -> Iterator[Problem]:
    if isinstance(packaged, list):
        yield from (Problem(keys, f"must be {wrong}") for wrong in _texts(added, states))
        return
    if not isinstance(added, dict):
        yield Problem(keys, f"must be a table, not {_named(added)}")
        return
    table = LINES.get(keys) or (LINES.get((keys[0], "*", "*")) if len(keys) == 3 else None)
    if table is not None:
        for key, line in added.items():
            yield from _in_line(table, (*keys, key), key, line, states)
        return
    allowed = _allowed(keys, packaged)
    for key, inner in added.items():
        if key not in allowed:
            yield Problem((*keys, key), f"no such table (there {'is' if len(allowed) == 1 else 'are'} {', '.join(allowed)})")
        else:
            yield from _in_table((*keys, key), inner, packaged.get(key, {}) if isinstance(packaged, dict) else {}, states)


def _allowed(keys: tuple[str, ...], packaged: object) -> tuple[str, ...]:
    if keys and keys[0] in ("verbs", "nouns"):
        return KINDS if len(keys) == 1 else get_args(ActionType)
    return tuple(packaged) if isinstance(packaged, dict) else ()


def _in_line(table: str, keys: tuple[str, ...], key: str, line: object, states: frozenset[str]) -> Iterator[Problem]:
    if not isinstance(line, dict):
        yield Problem(keys, f"must be a line of fields in braces, not {_named(line)}")
        return
    if not any(map(str.isalnum, key)):
        yield Problem(keys, "is no name")
    fields = _fields()[table]
    for field, value in line.items():
        kind = fields.get(field, "").split()
        if not kind:
            yield Problem((*keys, field), f"no such field in {table} (there are {', '.join(fields)})")
        else:
            yield from (Problem((*keys, field), f"must be {wrong}") for wrong in CHECKS[kind[0]](value, states))
    for field, kind_of_field in fields.items():
        if kind_of_field.endswith("required") and not line.get(field):
            yield Problem(keys, f"{field} is missing")
    if table in _WHOLE:
        yield from (Problem(keys, what) for what in _WHOLE[table](key, line))


def _state(key: str, line: Mapping[str, Any]) -> Iterator[str]:
    if not _CODE(key):
        yield "a state stands under its code of three capital letters"
    elif key not in countries() and not line.get("name") and not line.get("names"):
        yield "name or names is missing: this code is in no list of states"


def _place(key: str, line: Mapping[str, Any]) -> Iterator[str]:
    if ("latitude" in line) != ("longitude" in line):
        yield "latitude and longitude go together"
    if "city" in line and (line["city"], line.get("geonames_country", line.get("country"))) not in _cities():
        yield "city and country must be a city that GeoNames lists, in English, and its state (or leave city out)"


def _verb(key: str, line: Mapping[str, Any]) -> Iterator[str]:
    present = line.get("present", "")
    words = (key, present or key, line.get("noun") or key)
    if not all(isinstance(word, str) and _WORD(word) for word in words) or len(key.replace("\u0651", "")) < 2:
        yield "verb, present and noun must be one Arabic word each, without vowel signs but the shadda"
        return
    try:
        for _ in conjugate(analyse(key, present), active=True, passive=True):
            pass
    except (ValueError, IndexError) as error:
        yield str(error) if isinstance(error, ValueError) else "is no verb in the past, third person masculine singular"


def _noun(key: str, line: Mapping[str, Any]) -> Iterator[str]:
    plurals = line.get("plural", "")
    words = (key, line.get("singular", key), *(plurals.split() if isinstance(plurals, str) else ()))
    if not all(isinstance(word, str) and _WORD(word) for word in words):
        yield "a noun, its singular and its plurals must be one Arabic word each, without vowel signs"


_WHOLE: Mapping[str, Callable[[str, Mapping[str, Any]], Iterator[str]]] = {
    "states": _state,
    "places": _place,
    "verbs": _verb,
    "nouns": _noun,
}


def _text(value: object, states: frozenset[str]) -> Iterator[str]:
    if not isinstance(value, str) or not value.strip():
        yield f"a string that is not empty, not {_named(value)}"


def _texts(value: object, states: frozenset[str]) -> Iterator[str]:
    if not isinstance(value, list):
        yield f'a list of strings (["…", "…"]), not {_named(value)}'
        return
    wrong = [each for each in value if any(_text(each, states))]
    if wrong:
        yield f"a list of strings that are not empty, not of {_named(wrong[0])}"


def _code(value: object, states: frozenset[str]) -> Iterator[str]:
    if not isinstance(value, str):
        yield f"a string, not {_named(value)}"


def _flag(value: object, states: frozenset[str]) -> Iterator[str]:
    if not isinstance(value, bool):
        yield f"true or false, not {_named(value)}"


def _country(value: object, states: frozenset[str]) -> Iterator[str]:
    if not isinstance(value, str) or (value and value not in states):
        yield f"the code of a state, or empty (add the state to [states] if it is your own), not {_named(value)}"


def _countries(value: object, states: frozenset[str]) -> Iterator[str]:
    if not isinstance(value, list) or any(any(_country(each, states)) for each in value):
        yield f"a list of codes of states, not {_named(value)}"


def _number(value: object, states: frozenset[str]) -> Iterator[str]:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        yield f"a whole number, not {_named(value)}"


def _degrees(most: int) -> Callable[[object, frozenset[str]], Iterator[str]]:
    def check(value: object, states: frozenset[str]) -> Iterator[str]:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or not math.isfinite(value) or not -most <= value <= most:  # type: ignore[arg-type,operator]
            yield f"degrees from -{most} to {most}, not {_named(value)}"

    return check


def _types(value: object, states: frozenset[str]) -> Iterator[str]:
    types = get_args(ActionType)
    if not isinstance(value, dict) or any(key not in types or any(_text(words, states)) for key, words in value.items()):
        yield f"words by the type that they give ({', '.join(types)}), not {_named(value)}"


def _one_of(*choices: str) -> Callable[[object, frozenset[str]], Iterator[str]]:
    def check(value: object, states: frozenset[str]) -> Iterator[str]:
        if value not in choices:
            yield f"{' or '.join(choice or 'empty' for choice in choices)}, not {_named(value)}"

    return check


CHECKS: Mapping[str, Callable[[object, frozenset[str]], Iterator[str]]] = {
    "text": _text,
    "texts": _texts,
    "code": _code,
    "words": _code,
    "flag": _flag,
    "country": _country,
    "countries": _countries,
    "number": _number,
    "latitude": _degrees(90),
    "longitude": _degrees(180),
    "types": _types,
    "sector": _one_of(*get_args(Sector)),
    "role": _one_of("target", "actor", "theme", "place"),
    "subject": _one_of("actor", "target", "place", "reporter"),
    "participle": _one_of("active", "passive", "both", ""),
}


def _named(value: object) -> str:
    """A value as a message names it: short, whatever it is."""
    if isinstance(value, str):
        return f'the string "{shortened(value)}"'
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return shortened(str(value)) if not isinstance(value, int) or abs(value) < 1 << 64 else "so large a number"
    return "a list" if isinstance(value, list) else "a table" if isinstance(value, dict) else f"a {type(value).__name__}"


def shortened(text: str) -> str:
    """The text, or its beginning if it is long."""
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


@cache
def _fields() -> dict[str, dict[str, str]]:
    return tomllib.loads(resources.files("timeline.names").joinpath("data", "fields.toml").read_text(encoding="utf-8"))


@cache
def _cities() -> frozenset[tuple[str, str]]:
    return frozenset((city.english, city.country) for city in cities())
