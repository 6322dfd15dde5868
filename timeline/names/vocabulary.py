"""What the names room knows: the packaged TOML files, CLDR and GeoNames, and whatever a user adds."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, lru_cache
from itertools import takewhile
from pathlib import Path
from typing import Any, TypeVar, cast

import attrs

from timeline.model import Actor, Place
from timeline.names import tables
from timeline.names.entries import entries, persons
from timeline.names.gazetteer import City, cities
from timeline.names.heads import Head, heads
from timeline.names.lexicon import Entry, Lexicon
from timeline.names.nations import State, geonames_countries, states
from timeline.names.spelling import spelling
from timeline.names.words import Words
from timeline.reading import fold
from timeline.words.inventory import Inventory, inventory

Made = TypeVar("Made")

#: Inhabitants from which a city is a place without a preposition.
_LARGE = 300_000


@attrs.frozen(slots=False, eq=False)
class Vocabulary:
    """Names and words, and what they mean. `tables` holds the lines of the TOML files, by file name.

    A file of your own has the same lines under the table's name. A line of yours wins where both have one of the same key, and
    lists (`[given]`, `[titles.modifiers]`) are added to:

        [organisations]
        RCEP = { names = ["الشراكة الاقتصادية الإقليمية الشاملة"], english = "RCEP" }
        [places]
        "قصر السلام" = { country = "SAU", latitude = 21.5, longitude = 39.1, why = "a palace in Jeddah" }
        [verbs.visit.CONSULT]
        "تفقّد" = { noun = "تفقد", object = "target" }

    >>> more = Vocabulary.default().extended({"organisations": {"XYZ": {"names": ["رابطة الكتاب"]}}})
    >>> [entry.code for entry in more.lexicon.get("رابطة الكتاب")]
    ['XYZ']
    """

    tables: dict[str, Any] = attrs.field(repr=False)
    _made: dict[Callable[..., Any], Any] = attrs.field(factory=dict, init=False, repr=False)

    def __reduce__(self) -> tuple[Any, ...]:
        return (_default, ()) if self is _default() else (Vocabulary, (self.tables,))

    @classmethod
    def default(cls) -> "Vocabulary":
        """The packaged vocabulary; built once."""
        return _default()

    @classmethod
    def from_toml(cls, path: str | Path) -> "Vocabulary":
        """The packaged vocabulary with the lines of one's own file added.

        A file is read and checked once, and again when its content has changed. Raises OSError if it cannot be read, ValueError if
        it is no vocabulary; the message tells the lines and what they have to be.
        """
        content = tables.content_of(path)
        try:
            return _of_content(content)
        except ValueError as error:
            raise ValueError(f"{path}: {error}") from None

    @classmethod
    def of(cls, value: "Vocabulary | str | Path | None") -> "Vocabulary":
        """The vocabulary that an argument means: itself, the packaged one for None, or with the lines of a file (`from_toml`)."""
        if isinstance(value, Vocabulary):
            return value
        if value is None:
            return cls.default()
        if not isinstance(value, str | Path):
            raise TypeError(f"vocabulary must be a Vocabulary, the path of a file or None, not {type(value).__name__}")
        return cls.from_toml(value)

    def extended(self, more: str | Path | Mapping[str, Mapping[str, Any]]) -> "Vocabulary":
        """This vocabulary with more lines: a TOML file or the tables themselves. Raises as `from_toml` does."""
        if isinstance(more, Mapping):
            return Vocabulary(tables.joined(self.tables, more))
        content = tables.content_of(more)
        try:
            return Vocabulary(tables.joined(self.tables, *tables.parsed(content)))
        except ValueError as error:
            raise ValueError(f"{more}: {error}") from None

    def made(self, make: "Callable[[Vocabulary], Made]") -> Made:
        """What a room further on makes of the vocabulary, made once."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast(Made, self._made[make])

    @cached_property
    def digest(self) -> str:
        """A hash of all that it knows: two vocabularies that differ in a line differ in it."""
        return hashlib.sha256(json.dumps(self.tables, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def states(self) -> dict[str, State]:
        """All states by alpha-3 code."""
        return {state.code: state for state in states(self.tables["states"])}

    @cached_property
    def inventory(self) -> Inventory:
        """The verbs and nouns that are known as words."""
        return inventory(self.tables["verbs"], self.tables["nouns"])

    @cached_property
    def words(self) -> Words:
        """Everyday words and given names."""
        return Words(self.tables["words"], self.tables["given"], self.inventory)

    @cached_property
    def lexicon(self) -> Lexicon:
        """All names with their meanings."""
        return Lexicon(entries(self.tables, self.states.values(), self._places()))

    @cached_property
    def heads(self) -> dict[str, tuple[str, Head]]:
        """Common nouns that head the names of bodies, by folded form: the proclitics and the noun."""
        return heads(self.tables["heads"])

    @cached_property
    def clans(self) -> dict[str, str]:
        """The state of a ruling family by its folded name: "آل ثاني"."""
        return {fold(name): code for code, line in self.tables["states"].items() for name in line.get("clan", ())}

    @cached_property
    def _outlets(self) -> dict[str, str]:
        return {fold(name): code for code, line in self.tables["outlets"].items() for name in line.get("names", ())}

    def outlet(self, source: str | None) -> str | None:
        """The home of an outlet by its name, with words such as "صحيفة" before it or without; None for one that nobody knows.

        >>> Vocabulary.default().outlet("صحيفة عكاظ"), Vocabulary.default().outlet("BBC")
        ('SAU', None)
        """
        words = fold(source or "").split()
        return next((code for first in range(len(words)) if (code := self._outlets.get(" ".join(words[first:])))), None)

    @cached_property
    def modifiers(self) -> frozenset[str]:
        """Folded words that belong to a title and name nothing themselves ("السابق")."""
        return frozenset(map(fold, self.tables["titles"]["modifiers"]["words"]))

    @cached_property
    def portfolios(self) -> frozenset[str]:
        """Folded words for what an office is over, with and without the article."""
        words = [fold(word) for word in self.tables["titles"]["portfolios"]["words"]]
        return frozenset([*words, *("ال" + word for word in words)])

    @cached_property
    def title_words(self) -> frozenset[str]:
        """Modifiers and portfolios together."""
        return self.modifiers | self.portfolios

    @cached_property
    def places(self) -> dict[str, Place]:
        """Places by folded Arabic name."""
        found: dict[str, Place] = {}
        for name, place in self._places():
            found.setdefault(fold(name), place)
        return found

    @cached_property
    def sites(self) -> dict[str, dict[str, Place]]:
        """The places of a folded Arabic name by their countries."""
        found: dict[str, dict[str, Place]] = {}
        for name, place in self._places():
            if place.country is not None:
                found.setdefault(fold(name), {}).setdefault(place.country, place)
        return found

    @cached_property
    def _namesakes(self) -> dict[str, tuple[str, ...]]:
        return {fold(name): tuple(line["also"]) for name, line in self.tables["places"].items() if "also" in line}

    def namesakes(self, folded: str) -> tuple[str, ...]:
        """The other states in which a well-known place of a folded name is: LBN for "طرابلس"."""
        return self._namesakes.get(folded, ())

    @cached_property
    def overlay(self) -> frozenset[str]:
        """Folded names of the places table, which are places wherever they stand."""
        table = self.tables["places"]
        return frozenset(fold(each) for name, line in table.items() for each in (name, *line.get("names", ())))

    @cached_property
    def _large(self) -> frozenset[str]:
        large = takewhile(lambda city: city.population >= _LARGE, cities())  # which gives the most populous first
        return frozenset(fold(name) for city in large for name in city.names)

    def large(self, folded: str) -> bool:
        """Whether a folded name is that of a large city."""
        return folded in self._large

    @cached_property
    def _spelt(self) -> dict[str, Entry]:
        """Persons by the key of their spelling; one that two persons share names neither."""
        found: dict[str, Entry] = {}
        for name, entry in persons(self.tables["persons"]):
            if " " in name and found.setdefault(key := spelling(name), entry).name != entry.name:
                found[key] = attrs.evolve(entry, name="")
        return {key: entry for key, entry in found.items() if entry.name}

    def spelt(self, name: str) -> Entry | None:
        """The person whose full name is spelt so, or otherwise: "سيرجي لافروف" for "سيرغي لافروف"."""
        return self._spelt.get(spelling(name)) if " " in name else None

    @cached_property
    def _called(self) -> dict[str, tuple[Entry, ...]]:
        found: dict[str, tuple[Entry, ...]] = {}
        for name, line in self.tables["persons"].items():
            entry = Entry("person", name, line.get("code") or None, line.get("english"), line.get("sector", "GOV"))
            for called in line.get("called", ()):
                found[fold(called)] = (*found.get(fold(called), ()), entry)
        return found

    def called(self, folded: str) -> tuple[Entry, ...]:
        """Who may be meant by a folded title and first name or surname: "الملك سلمان", "الرئيس عون"."""
        return self._called.get(folded, ())

    def state_actor(self, code: str) -> Actor:
        """A state as an actor, by its alpha-3 code."""
        state = self.states[code]
        return Actor(state.name, code, "GOV", None, "state", state.english)

    def feminine(self, code: str) -> str:
        """The definite feminine adjective of a state ("الروسية"), or its name where it has none."""
        state = self.states[code]
        return self.masculine(code) + "ة" if state.adjectives else state.name

    def masculine(self, code: str) -> str:
        """The definite masculine adjective of a state ("الروسي"), or its name where it has none."""
        state = self.states[code]
        return "ال" + state.adjectives[0] if state.adjectives else state.name

    @cached_property
    def _place_list(self) -> tuple[tuple[str, Place], ...]:
        return tuple(self._named_places())

    def _places(self) -> tuple[tuple[str, Place], ...]:
        return self._place_list

    def _named_places(self) -> Iterator[tuple[str, Place]]:
        """(Arabic name, place): the table's first, then states and GeoNames' cities, the most populous first."""
        known = tuple(cities())
        by_name: dict[tuple[str, str], City] = {}
        for city in known:
            by_name.setdefault((city.english, city.country), city)
        for name, line in self.tables["places"].items():
            place = _overlay_place(name, line, by_name)
            yield name, place
            for other in line.get("names", ()):
                yield other, attrs.evolve(place, name=other if "city" in line else name)
        countries = geonames_countries()
        arabic = {(fold(name), city.country): city for city in reversed(known) for name in city.names}
        for state in self.states.values():
            geonameid, capital = countries.get(state.code, (None, ""))
            for name in state.names:
                yield name, Place(state.name, state.code, geonameid=geonameid, english=state.english)
            for name in state.capitals:
                seat = arabic.get((fold(name), state.code)) or by_name.get((capital, state.code))
                if seat is not None:
                    yield name, Place(name, state.code, seat.latitude, seat.longitude, seat.geonameid, seat.english)
        for city in known:
            for name in city.names:
                yield name, Place(name, city.country, city.latitude, city.longitude, city.geonameid, city.english)


def _overlay_place(name: str, line: dict[str, Any], known: dict[tuple[str, str], City]) -> Place:
    country: str | None = line.get("country") or None
    city = known.get((str(line["city"]), str(line.get("geonames_country", country)))) if "city" in line else None
    if city is not None:
        return Place(name, country, city.latitude, city.longitude, city.geonameid, line.get("english", city.english))
    return Place(
        name, country, line.get("latitude"), line.get("longitude"), line.get("geonameid"), line.get("english", line.get("city"))
    )


@lru_cache(maxsize=1)
def _default() -> Vocabulary:
    return Vocabulary(tables.packaged())


@lru_cache(maxsize=8)
def _of_content(content: bytes) -> Vocabulary:
    return Vocabulary(tables.joined(tables.packaged(), *tables.parsed(content)))
