"""Finding the evidence of a correction again, in a timeline that may have been read anew or grown since.

A mention is looked for, in this order: where it stood; by the same event word with another type; by an event word that overlaps
it; by the same sentence, wherever in its article it stands now; where the article was edited, by the event word in the sentence
most like the old one; where the article is gone, by the same sentence in another. What none of these finds is gone.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import attrs

from timeline.chronology.corrections.values import Correction, Evidence, Key, Value, key_of
from timeline.chronology.participants import name_key
from timeline.chronology.relations import place_key
from timeline.model import Actor, Mention, Place

if TYPE_CHECKING:
    from timeline.chronology.chronology import Timeline

#: The share of words that an edited sentence still has in common with the old one.
_LIKE = 0.5


class Finder:
    """Finds evidence among the mentions of a timeline, and the names of hand-written values among its parties and places."""

    def __init__(self, timeline: "Timeline") -> None:
        self._texts = {article.id: article.text for article in timeline.articles}
        self._keys = {key_of(mention) for mention in timeline.mentions}
        self._by_article: dict[str, list[Mention]] = {}
        self._by_quote: dict[str, list[Mention]] = {}
        self._actors: dict[str, Actor] = {}
        self._places: dict[str, Place] = {}
        for mention in timeline.mentions:
            self._by_article.setdefault(mention.article, []).append(mention)
            self._by_quote.setdefault(mention.quote, []).append(mention)
            for named in (*mention.actors, *mention.targets):
                for name in (named.actor.name, named.actor.english):
                    if name:
                        self._actors.setdefault(" ".join(name_key(name)), named.actor)
                if named.actor.code and named.actor.kind in ("state", "organisation"):
                    self._actors.setdefault(named.actor.code, named.actor)
            if mention.place:
                for name in (mention.place.place.name, mention.place.place.english):
                    if name:
                        self._places.setdefault(place_key(name), mention.place.place)

    def settled(self, correction: Correction) -> Correction:
        """The correction about what is here now: evidence that moved is followed, names become the parties that they name."""
        moved = {one: one for one in (*correction.of, *correction.apart) if one.key in self._keys}
        for one in (*correction.of, *correction.apart):  # no two pieces of evidence become one
            if one not in moved:
                there = self.found(one)
                moved[one] = one if there in moved.values() else there
        of, apart = (tuple(moved[one] for one in side) for side in (correction.of, correction.apart))
        return attrs.evolve(correction, of=of, apart=apart, value=self._named(correction.value))

    def found(self, evidence: Evidence) -> Evidence:
        """The evidence where it stands now; as it is where it is gone."""
        if evidence.key in self._keys:
            return evidence
        mention = self._moved(evidence)
        return evidence if mention is None else Evidence.of(mention)

    def _moved(self, evidence: Evidence) -> Mention | None:
        if evidence.article not in self._texts:
            return _best(evidence, (one for one in self._by_quote.get(evidence.quote, ()) if _word(one) == evidence.trigger))
        told = self._by_article.get(evidence.article, [])
        same_place = [one for one in told if (one.trigger.start, one.trigger.end) == (evidence.start, evidence.end)]
        overlapping = [one for one in told if one.trigger.start < evidence.end and evidence.start < one.trigger.end]
        if evidence.quote in self._texts[evidence.article]:
            same_quote = [
                one
                for one in told
                if one.quote == evidence.quote and evidence.trigger == _word(one) and one.action.type == evidence.type
            ]
            here = self._texts[evidence.article][evidence.start : evidence.end] == evidence.trigger
            return _best(evidence, (same_place or overlapping if here else []) or same_quote)
        alike = [one for one in told if _word(one) == evidence.trigger and _likeness(one.quote, evidence.quote) >= _LIKE]
        return max(alike, key=lambda one: (_likeness(one.quote, evidence.quote), -one.trigger.start), default=None)

    def knows(self, named: Actor | Place) -> bool:
        """Whether the timeline has a party or place of this name."""
        if isinstance(named, Place):
            return place_key(named.name) in self._places
        return named.name in self._actors or " ".join(name_key(named.name)) in self._actors

    def _named(self, value: Value) -> Value:
        if isinstance(value, tuple):
            return tuple(self._actor(actor) for actor in value)
        if isinstance(value, Place) and value == Place(value.name):
            return self._places.get(place_key(value.name), value)
        return value

    def _actor(self, actor: Actor) -> Actor:
        if actor != Actor(actor.name, kind="group"):
            return actor
        return self._actors.get(actor.name) or self._actors.get(" ".join(name_key(actor.name)), actor)


def unknown(timeline: "Timeline") -> tuple[tuple[Correction, str], ...]:
    """The corrections that name a party or a place by a word that nothing in the timeline is called, each with the word.

    They hold as they are written: a party without code, a place without coordinates.
    """
    finder = Finder(timeline)
    found: list[tuple[Correction, str]] = []
    for correction in timeline.corrections:
        value = correction.value
        named = value if isinstance(value, tuple) else (value,) if isinstance(value, Place) else ()
        bare = [one.name for one in named if one in (Actor(one.name, kind="group"), Place(one.name)) and not finder.knows(one)]
        found += [(correction, name) for name in bare]
    return tuple(found)


def _word(mention: Mention) -> str:
    return Evidence.of(mention).trigger


def _best(evidence: Evidence, found: Iterable[Mention]) -> Mention | None:
    """Of several the one most like it: of its type, nearest to where it stood."""
    return min(
        found,
        key=lambda one: (one.action.type != evidence.type, abs(one.trigger.start - evidence.start), one.article, one.event),
        default=None,
    )


def _likeness(one: str, other: str) -> float:
    """The share of the words of the longer sentence that stand in both."""
    mine, yours = set(one.split()), set(other.split())
    return len(mine & yours) / max(len(mine), len(yours), 1)


def settled(corrections: Iterable[Correction], timeline: "Timeline") -> tuple[Correction, ...]:
    """The corrections about what is in the timeline now."""
    listed = list(corrections)
    for one in listed:
        if not isinstance(one, Correction):
            raise TypeError(f"corrections must be corrections, not {type(one).__name__}")
    if not listed:
        return ()
    finder = Finder(timeline)
    return tuple(map(finder.settled, listed))


def missing(correction: Correction, keys: frozenset[Key]) -> Sequence[Evidence]:
    """The evidence that a correction waits for: all of it where none is there, and what a join or a part lacks to say anything."""
    gone = [one for one in (*correction.of, *correction.apart) if one.key not in keys]
    there = sum(one.key in keys for one in correction.of)
    if correction.decide == "join":
        return gone if there < 2 else []
    if correction.decide == "part":
        return gone if not there or all(one.key not in keys for one in correction.apart) else []
    return gone if not there else []
