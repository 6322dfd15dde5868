"""Entries from mentions: the tellings of each event, the values that the entry shows, and where its sources differ."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import attrs

from timeline.articles import Article
from timeline.chronology.choosing import choose_actors, choose_date, choose_place, most_told
from timeline.chronology.conflicts import conflicts, readings
from timeline.chronology.corrections.applying import decided, reviewed, rulings, united
from timeline.chronology.corrections.values import Correction, sort_corrections
from timeline.chronology.grouping import group
from timeline.chronology.tellings import Telling, tellings
from timeline.model import Action, Event, Mention

#: From the weakest word on whether something happened to the strongest.
_SETTLED = {"hypothetical": 0, "planned": 1, "negated": 2, "asserted": 3}


def entries(
    mentions: Iterable[Mention], articles: Iterable[Article] = (), corrections: Iterable[Correction] = ()
) -> tuple[Event, ...]:
    """The entries that these mentions make, in order, undated ones last, those among them that a reader has hidden too.

    A pure function of the three sets; the articles only tell who reported first.
    """
    return entries_of(mentions, {article.id: article.published for article in articles}, corrections)


def entries_of(
    mentions: Iterable[Mention], published: Mapping[str, date | None], corrections: Iterable[Correction] = ()
) -> tuple[Event, ...]:
    """The same, given when each article was published."""
    told = tellings(sort_mentions(mentions))
    ruled = rulings(sort_corrections(corrections), told)
    groups = united(group(told, ruled.may if ruled.apart else None), ruled)
    found = [reviewed(entry(one, published), joined, decided(one, ruled)) for one, joined in groups]
    return tuple(sorted(found, key=order))


def sort_mentions(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Mentions without repeats, in their total order (`Mention.sort_key`, whose last part is costly and rarely needed)."""
    keyed: dict[tuple[Any, ...], list[Mention]] = {}
    for mention in mentions:
        keyed.setdefault((mention.article, mention.trigger.start, mention.trigger.end, mention.event, mention.start), []).append(
            mention
        )
    found: list[Mention] = []
    for key in sorted(keyed):
        group = keyed[key]
        found += group if len(group) == 1 else sorted(set(group), key=repr)
    return tuple(found)


def order(event: Event) -> tuple[Any, ...]:
    """Where an entry stands: by begin, the narrower first, exact before approximate before inferred; then by its first mention."""
    first = event.mentions[0]
    where = (first.article, first.trigger.start, first.trigger.end, first.event, first.start)
    if event.date is None:
        return (1, date.max, date.max, False, False, "", where)
    span = event.date
    return (0, span.begin, span.end, span.approximate, span.inferred, span.open or "", where)


def entry(told: Sequence[Telling], published: Mapping[str, date | None]) -> Event:
    """One entry from the tellings of one event."""
    told = sorted(told, key=lambda telling: _reported(telling, published))
    mentions = sort_mentions(mention for telling in told for mention in telling.mentions)
    if len(told) == 1:
        only = told[0]
        return Event(only.date, only.actors, only.targets, only.action, only.place, mentions, readings(mentions))
    cancelled = [telling for telling in told if telling.traits.undoes]
    itself = [telling for telling in told if not telling.traits.undoes] or told
    settled = _settled(itself)
    date_of_event = choose_date([telling.date for telling in settled if telling.date is not None])
    actors = choose_actors([telling.actors for telling in itself])
    targets = choose_actors([telling.targets for telling in itself])
    place = choose_place([telling.place for telling in itself if telling.place is not None])
    action = _action(settled)
    if cancelled and len(itself) < len(told) and action.modality == "planned":
        action = attrs.evolve(action, modality="negated")
    return Event(date_of_event, actors, targets, action, place, mentions, (*conflicts(told), *readings(mentions)))


def _reported(telling: Telling, published: Mapping[str, date | None]) -> tuple[Any, ...]:
    """Earliest report first; the last tie-break is the article's id."""
    return (published.get(telling.article) or date.max, telling.article, telling.mentions[0].trigger.start)


def _settled(told: Sequence[Telling]) -> list[Telling]:
    """The tellings that say most firmly whether it happened: what was held as planned is told by who reports it held."""
    firmest = max(_SETTLED[telling.action.modality] for telling in told)
    return [telling for telling in told if _SETTLED[telling.action.modality] == firmest]


def _action(told: Sequence[Telling]) -> Action:
    kind = most_told([telling.action.type for telling in told], key=str)
    return next(telling.action for telling in told if telling.action.type == kind)
