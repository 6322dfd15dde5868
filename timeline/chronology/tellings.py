"""A telling: what one article says of one event, all its mentions of it taken together."""

from collections.abc import Iterable
from typing import Any

import attrs

from timeline.chronology.choosing import choose_actors, choose_date, choose_place
from timeline.chronology.kinds import UNDOING, kinds_named, kinds_of
from timeline.chronology.participants import Participant, participant
from timeline.chronology.relations import place_key
from timeline.model import Action, Actor, DateSpan, Mention, Place
from timeline.reading import fold


@attrs.frozen(cache_hash=True)
class Traits:
    """All of a telling that counts for whether it is the same event as another; tellings with equal traits are one event.

    `words` are the words of an undated telling: where no date helps, only a reprint is sure to be the same. `undoes`
    are the kinds of action that it cancels or postpones. `turn` counts the
    tellings of one article that are otherwise alike (0, 1 …): an article that tells two such events means two.
    """

    date: DateSpan | None
    actors: tuple[Participant, ...]
    targets: tuple[Participant, ...]
    type: str
    heads: tuple[str, ...]
    modality: str
    place: Place | None
    words: tuple[str, ...] = ()
    undoes: tuple[str, ...] = ()
    turn: int = 0
    everyone: tuple[Participant, ...] = attrs.field(init=False, eq=False, repr=False)

    @everyone.default
    def _everyone(self) -> tuple[Participant, ...]:
        return tuple(sorted({*self.actors, *self.targets}))

    @property
    def sort_key(self) -> tuple[Any, ...]:
        """A strict total order of traits, by content alone."""
        date = self.date
        when = (date.begin.toordinal(), date.end.toordinal(), date.approximate, date.open or "") if date else ()
        place = (self.place.name, self.place.country or "", self.place.geonameid or 0) if self.place else ()
        return (when, self.type, self.heads, self.actors, self.targets, self.modality, place, self.words, self.undoes, self.turn)


@attrs.frozen(eq=False)
class Telling:
    """One article's account of one event: the values that its mentions agree on best, and the mentions."""

    article: str
    mentions: tuple[Mention, ...]
    date: DateSpan | None
    actors: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    action: Action
    place: Place | None
    traits: Traits

    @property
    def fate(self) -> str:
        """Whether it happened, as this article tells it: the action's modality, or "cancelled", or "postponed"."""
        if not self.traits.undoes:
            return self.action.modality
        return "cancelled" if "cancelling" in kinds_of(self.traits.heads) else "postponed"


def _action(mentions: tuple[Mention, ...]) -> Action:
    """The first mention's, but what is told as done somewhere in the article is not merely planned."""
    first = mentions[0].action
    if first.modality in ("planned", "hypothetical"):
        for mention in mentions:
            if mention.action.modality == "asserted" and mention.action.type == first.type:
                return mention.action
    return first


def _heads(mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    return tuple(sorted({fold(mention.action.head) for mention in mentions if mention.action.head}))


def _undoes(action: Action, heads: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds of action that a cancellation names."""
    if action.modality != "asserted" or not kinds_of(heads) & UNDOING:
        return ()
    return tuple(sorted(kinds_named(action.text)))


def _bare(place: Place | None) -> Place | None:
    """A place as far as likeness compares it, so that reprints with and without coordinates agree."""
    return None if place is None else Place(place_key(place.name), place.country, geonameid=place.geonameid)


def _telling(article: str, mentions: tuple[Mention, ...]) -> Telling:
    date = choose_date([mention.when for mention in mentions if mention.when is not None])
    actors = choose_actors([tuple(m.actor for m in mention.actors) for mention in mentions])
    targets = choose_actors([tuple(m.actor for m in mention.targets) for mention in mentions])
    place = choose_place([mention.place.place for mention in mentions if mention.place is not None])
    action = _action(mentions)
    heads = _heads(mentions)
    traits = Traits(
        date=date if date is None else attrs.evolve(date, precision="range", inferred=False),
        actors=tuple(sorted({participant(actor) for actor in actors})),
        targets=tuple(sorted({participant(actor) for actor in targets})),
        type=action.type,
        heads=heads,
        modality=action.modality,
        place=_bare(place),
        words=tuple(sorted({mention.quote for mention in mentions})) if date is None else (),
        undoes=_undoes(action, heads),
    )
    return Telling(article, mentions, date, actors, targets, action, place, traits)


def tellings(mentions: Iterable[Mention]) -> list[Telling]:
    """The tellings of sorted mentions, article by article, in the order of their first mention."""
    by_event: dict[tuple[str, int], list[Mention]] = {}
    for mention in mentions:
        by_event.setdefault((mention.article, mention.event), []).append(mention)
    told = [_telling(article, tuple(group)) for (article, _), group in by_event.items()]
    turns: dict[tuple[str, Traits], int] = {}
    for index, telling in enumerate(told):
        key = (telling.article, telling.traits)
        turn = turns.get(key, 0)
        turns[key] = turn + 1
        if turn:
            told[index] = attrs.evolve(telling, traits=attrs.evolve(telling.traits, turn=turn))
    return told
