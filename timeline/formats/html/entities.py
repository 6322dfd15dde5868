"""Parties under their right names: one entry for each state, body and person, however the articles call them."""

from collections.abc import Iterable
from functools import lru_cache

import attrs

from timeline.chronology.participants import SAME, likeness, participant
from timeline.formats.naming import shown
from timeline.formats.words import Pair
from timeline.model import Actor


@attrs.frozen
class Entity:
    """One party to filter by; `group` is "states", "bodies" or "people"."""

    key: str
    label: Pair
    group: str


class Entities:
    """The entities of a chronology's actors: each is found as itself, and under the state or organisation that it speaks for."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._named = _full_names([actor for actor in dict.fromkeys(actors) if actor.kind == "person"])

    def of(self, actor: Actor) -> tuple[Entity, ...]:
        """Its own entity first, then that of its code."""
        home = _home(actor.code) if actor.code else None
        if actor.kind == "person":
            actor = self._named.get(actor, actor)
            own = Entity(shown(actor.name), _label(actor), "people")
        elif home is not None and (actor.name == home.label[0] or (actor.kind == "state" and not _is_body(actor))):
            return (home,)
        elif home is None and actor.code:
            return (Entity(actor.code, _label(actor), "bodies"),)
        else:
            own = Entity(shown(actor.name), _label(actor), "people" if actor.kind == "group" else "bodies")
        return (own,) if home is None else (own, home)


def _full_names(persons: list[Actor]) -> dict[Actor, Actor]:
    """Each person that the vocabulary does not know by the one whom it does, of the same code, whose name agrees with his.

    Where nobody known agrees, by the only one of his code who has all words of his name and more.
    """
    by_code: dict[str | None, list[Actor]] = {}
    for person in persons:
        by_code.setdefault(person.code, []).append(person)
    found = {}
    for same in by_code.values():
        for person in same:
            if person.english:
                continue
            mine = participant(attrs.evolve(person, title=None))
            agreeing = [
                one
                for one in same
                if one.name != person.name and likeness(mine, participant(attrs.evolve(one, title=None))) == SAME
            ]
            known = {one.name: one for one in agreeing if one.english}
            fuller = {one.name: one for one in agreeing if len(one.name.split()) > len(person.name.split())}
            alike = known or fuller
            if len(alike) == 1:
                found[person] = next(iter(alike.values()))
    return found


def _label(actor: Actor) -> Pair:
    name = shown(actor.name)
    return name, shown(actor.english) if actor.english else name


def _is_body(actor: Actor) -> bool:
    """Whether it is an institution of its state rather than the state: it has a name of its own."""
    home = _home(actor.code) if actor.code else None
    return home is not None and actor.name not in home.label and actor.name in _institutions()


@lru_cache(maxsize=1)
def _institutions() -> frozenset[str]:
    from timeline.names import Vocabulary

    return frozenset(Vocabulary.default().tables["institutions"])


@lru_cache(maxsize=1024)
def _home(code: str) -> Entity | None:
    """The state or organisation with this code, by the names that the vocabulary has for it."""
    from timeline.names import Vocabulary

    vocabulary = Vocabulary.default()
    state = vocabulary.states.get(code)
    if state is not None:
        return Entity(code, (state.name, state.english), "states")
    line = vocabulary.tables["organisations"].get(code)
    if line is None:
        return None
    name = line["names"][0]
    return Entity(code, (name, line.get("english") or name), "bodies")
