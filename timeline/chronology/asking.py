"""What somebody means who asks for an actor, a place or a type: a code, or a name in Arabic or English.

The one place that is asked by `Timeline.involving`, `.at` and `.of_type`, by the store and by the command line.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

import attrs

from timeline.chronology.participants import name_key
from timeline.chronology.relations import place_key
from timeline.data import countries
from timeline.model import ActionType, Actor, Place
from timeline.names import Vocabulary
from timeline.names.gazetteer import cities

TYPES: tuple[str, ...] = get_args(ActionType)

_CODE = re.compile(r"[A-Z0-9+]{2,8}")
_LATIN_WORD = re.compile(r"[a-z0-9+]+")
_ARABIC = re.compile("[\u0600-\u06ff]")
_LEFT_OUT = frozenset(("the", "of", "and", "al", "el"))
_SUGGESTIONS = 3


@attrs.frozen
class Asked:
    """What is asked for: anything with the code, or whose name holds all words of one of the word sets.

    `unknown` is the code where it looks like one and no state or organisation has it.
    """

    text: str
    code: str | None
    names: frozenset[frozenset[str]]
    unknown: str | None = None

    def is_named(self, words: Iterable[str]) -> bool:
        """Whether a name with these words is meant."""
        there = frozenset(words)
        return any(words and words <= there for words in self.names)


def asked_actor(text: str) -> Asked:
    """The actor that is meant: a state or organisation by its code or any of its names (and so all who speak for it), else a name.

    >>> asked_actor("الناتو").code, asked_actor("Saudi Arabia").code, asked_actor("rus").code
    ('NATO', 'SAU', 'RUS')
    """
    code = _code(text, _actor_codes()) or _actors().get(words_of(text))
    return _asked(text, code, _persons())


def asked_place(text: str) -> Asked:
    """The place that is meant: a country by its code or name (and so all in it), else a place by its Arabic or English name.

    >>> asked_place("Switzerland").code, asked_place("CHE").code, frozenset({"جنيف"}) in asked_place("Geneva").names
    ('CHE', 'CHE', True)
    """
    code = _code(text, frozenset(countries())) or _countries().get(words_of(text))
    return _asked(text, code, _cities(), place=True)


def asked_type(text: str) -> str:
    """The action type that is meant.

    Raises ValueError, with those that come near, for a word that is none.

    >>> asked_type("consult")
    'CONSULT'
    """
    if text.upper() in TYPES:
        return text.upper()
    raise ValueError(f"{text!r} is no action type{_or_rather(text.upper(), TYPES)} (there are {', '.join(TYPES)})")


def check(asked: Asked, kind: Literal["actor", "place"], codes: Iterable[str] = ()) -> None:
    """Raises ValueError, with those that come near, for a code that nobody has: not what is packaged, nor any of `codes`."""
    if asked.unknown and asked.unknown not in codes:
        known = _actor_codes() if kind == "actor" else frozenset(countries())
        raise ValueError(f"{kind}: no such code or name: {asked.text!r}{_or_rather(asked.unknown, sorted(known))}")


def suggestions(text: str, *names: str) -> list[str]:
    """The names that come near one that found nothing, of those given and of all that are known in its script."""
    key = " ".join(sorted(words_of(text)))
    known = {" ".join(sorted(words_of(name))): name for name in (*_known_names(), *names)}
    return [known[near] for near in get_close_matches(key, known, _SUGGESTIONS, 0.75) if near != key]


def words_of(name: str) -> frozenset[str]:
    """The words by which a name is compared: without articles and accents and in one spelling, in either script.

    >>> sorted(words_of("The Côte d'Ivoire")), sorted(words_of("الأمم المتحدة"))
    (['cote', 'd', 'ivoire'], ['ام', 'متحد'])
    """
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name.casefold()) if not "\u0300" <= letter <= "\u036f")
    if _ARABIC.search(plain):
        return frozenset(name_key(name))
    latin = frozenset(_LATIN_WORD.findall(plain))
    return latin - _LEFT_OUT or latin


def involves(actors: Iterable[Actor], asked: Asked) -> bool:
    """Whether one of the actors is who is asked for."""
    return any(_is(actor, asked) for actor in actors)


def is_at(places: Iterable[Place], asked: Asked) -> bool:
    """Whether one of the places is where is asked for, or lies in it."""
    return any(_is_there(place, asked) for place in places)


def _is(actor: Actor, asked: Asked) -> bool:
    return (actor.code is not None and actor.code == asked.code) or any(map(asked.is_named, actor_names(actor)))


def _is_there(place: Place, asked: Asked) -> bool:
    return (place.country is not None and place.country == asked.code) or any(map(asked.is_named, place_names(place)))


def actor_names(actor: Actor) -> Iterator[frozenset[str]]:
    """The words of an actor's Arabic and English names."""
    yield words_of(actor.name)
    if actor.english:
        yield words_of(actor.english)


def place_names(place: Place) -> Iterator[frozenset[str]]:
    """The words of a place's Arabic and English names."""
    yield frozenset(place_key(place.name).split())
    if place.english:
        yield words_of(place.english)


def _asked(text: str, code: str | None, known: dict[str, frozenset[frozenset[str]]], *, place: bool = False) -> Asked:
    own = frozenset(place_key(text).split()) if place and not text.isascii() else words_of(text)
    in_arabic = [names for word in own for names in [known.get(word, frozenset())]] if text.isascii() else []
    others = frozenset.intersection(*in_arabic) if in_arabic else frozenset()
    unknown = text if code is None and _CODE.fullmatch(text) and not others else None
    return Asked(text, code or (text.upper() if text.isascii() else None), frozenset((own, *others)), unknown)


def _code(text: str, known: frozenset[str]) -> str | None:
    if text.upper() in known and text.isascii():
        return text.upper()
    return _alpha2().get(text) if len(text) == 2 else None


@cache
def _alpha2() -> dict[str, str]:
    return {country.alpha2: code for code, country in countries().items()}


@cache
def _actor_codes() -> frozenset[str]:
    vocabulary = Vocabulary.default()
    return frozenset((*vocabulary.states, *vocabulary.tables["organisations"]))


@cache
def _actors() -> dict[frozenset[str], str]:
    """States and organisations by the words of each of their names; the first that has a name keeps it."""
    vocabulary = Vocabulary.default()
    found: dict[frozenset[str], str] = dict(_countries())
    for code, state in vocabulary.states.items():
        for name in (*state.names, state.english, *state.capitals, *state.seats):
            found.setdefault(words_of(name), code)
    for code, line in vocabulary.tables["organisations"].items():
        if "/" not in code:  # the Commission has the Union's code, and is not all of it
            for name in (*line["names"], *line.get("latin", ()), line.get("english", "")):
                found.setdefault(words_of(name), code)
    found.pop(frozenset(), None)
    return found


@cache
def _countries() -> dict[frozenset[str], str]:
    aliases = tomllib.loads(files(__package__).joinpath("asking.toml").read_text("utf-8"))
    found = {words_of(name): code for code, names in aliases.items() for name in names}
    for code, country in countries().items():
        for name in (country.english, country.arabic):
            found.setdefault(words_of(name), code)
    for code, state in Vocabulary.default().states.items():
        for name in state.names:
            found.setdefault(words_of(name), code)
    found.pop(frozenset(), None)
    return found


@cache
def _persons() -> dict[str, frozenset[frozenset[str]]]:
    """A word of an English name, and the Arabic names (as words) of the persons who have it."""
    table = Vocabulary.default().tables["persons"]
    return _by_word((line.get("english", ""), words_of(name)) for name, line in table.items())


@cache
def _cities() -> dict[str, frozenset[frozenset[str]]]:
    """A word of an English name, and the Arabic names (as words) of the cities that have it."""
    packaged = ((city.english, frozenset(place_key(name).split())) for city in cities() for name in city.names)
    table = Vocabulary.default().tables["places"].items()
    own = ((line.get("english", line.get("city", "")), frozenset(place_key(name).split())) for name, line in table)
    return _by_word((*packaged, *own))


def _by_word(pairs: Iterable[tuple[str, frozenset[str]]]) -> dict[str, frozenset[frozenset[str]]]:
    found: dict[str, set[frozenset[str]]] = {}
    for english, arabic in pairs:
        for word in words_of(english):
            found.setdefault(word, set()).add(arabic)
    return {word: frozenset(names) for word, names in found.items()}


@cache
def _known_names() -> tuple[str, ...]:
    """Names to suggest: states, organisations, persons, capitals, in both languages."""
    vocabulary = Vocabulary.default()
    names = [name for state in vocabulary.states.values() for name in (state.name, state.english, *state.capitals)]
    for table in ("organisations", "persons"):
        for name, line in vocabulary.tables[table].items():
            names += [name if table == "persons" else line["names"][0], line.get("english", "")]
    names += [city.english for city in cities() if city.population > 1_000_000]
    return tuple(dict.fromkeys(filter(None, names)))


def _or_rather(text: str, known: Iterable[str]) -> str:
    near = get_close_matches(text, list(known), _SUGGESTIONS, 0.5)
    return f"; did you mean {' or '.join(near)}?" if near else ""
