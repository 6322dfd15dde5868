"""The rules' mentions and a reader's become one telling where they tell one event, with both as witnesses."""

from collections.abc import Sequence

import attrs

from timeline.model import ActorMention, Dispute, Mention


def unite(ours: Sequence[Mention], theirs: Sequence[Mention]) -> tuple[Mention, ...]:
    """All mentions, in text order: those that both tell once, with both witnesses and what they dispute.

    Of what both tell the reader's values stand, for each was held to the text. Where it names no place it says that there is
    none; where it has no day, no actor and no target, the rules' fill in. What one of them alone tells stays as it is, with the one
    witness.
    """
    numbers = 1 + max((mention.event for mention in ours), default=-1)
    left = list(ours)
    found: list[Mention] = []
    taken: dict[int, int] = {}  # the rules' event by the reader's that tells it
    for mention in theirs:
        same = max((one for one in left if _is_one(one, mention)), key=lambda one: _nearness(one, mention), default=None)
        if same is None:
            found.append(attrs.evolve(mention, event=numbers + mention.event))
            continue
        left.remove(same)
        taken[mention.event] = same.event
        found.append(_joined(same, mention))
    return tuple(sorted([*left, *found], key=lambda mention: (mention.trigger.start, mention.trigger.end, mention.event)))


def _is_one(ours: Mention, theirs: Mention) -> bool:
    """Whether two mentions of one article tell one event: by the same word, or in one sentence by another word of the same type."""
    if ours.trigger.start < theirs.trigger.end and theirs.trigger.start < ours.trigger.end:
        return True
    parties = {actor.actor.code or actor.name for actor in ours.actors} & {
        actor.actor.code or actor.name for actor in theirs.actors
    }
    return ours.start == theirs.start and ours.action.type == theirs.action.type and ours.when == theirs.when and bool(parties)


def _nearness(ours: Mention, theirs: Mention) -> tuple[bool, int]:
    shared = min(ours.trigger.end, theirs.trigger.end) - max(ours.trigger.start, theirs.trigger.start)
    return (ours.action.type == theirs.action.type, shared)


def _joined(ours: Mention, theirs: Mention) -> Mention:
    who, others = ours.witnesses, theirs.witnesses
    disputed = tuple(
        Dispute(field, ((mine, who), (yours, others)))
        for (field, mine), (_, yours) in zip(_values(ours), _values(theirs), strict=True)
        if mine and yours and mine != yours
    )
    dated = theirs if theirs.when is not None else ours
    return attrs.evolve(
        ours,
        action=attrs.evolve(ours.action, type=theirs.action.type, modality=theirs.action.modality),
        date=dated.date,
        when=dated.when,
        dated=dated.dated,
        dated_at=dated.dated_at,
        actors=theirs.actors or ours.actors,
        targets=theirs.targets or ours.targets,
        place=theirs.place,
        trace=(*ours.trace, *theirs.trace),
        witnesses=(*who, *others),
        disputed=disputed,
    )


def _values(mention: Mention) -> tuple[tuple[str, str], ...]:
    """What a mention says, field by field, as text; empty where it is silent."""
    return (
        ("date", mention.when.edtf if mention.when else ""),
        ("actors", _names(mention.actors)),
        ("targets", _names(mention.targets)),
        ("place", mention.place.name if mention.place else ""),
        ("type", mention.action.type),
        ("modality", mention.action.modality),
    )


def _names(actors: Sequence[ActorMention]) -> str:
    return "، ".join(sorted(actor.name for actor in actors))
