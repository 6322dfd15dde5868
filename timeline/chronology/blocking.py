"""Which tellings are compared at all: those that share a participant, a class of action and a stretch of time.

A telling that names nobody is compared with those of its place. Every key is a plain string, so that a cluster of machines can
group by it. Who shares no key is never compared and never merged.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from timeline.chronology.kinds import kinds_of
from timeline.chronology.relations import NEAR, NEAR_APPROXIMATE
from timeline.chronology.similarity import FORESEEN, SPEECH
from timeline.chronology.tellings import Traits

#: Spans of more days than this meet others by their head alone: "in 2014" is no sign of being the same.
LONG = 93
#: Days in a window; a short span lies in two windows at most.
WINDOW = 32


def _class(action_type: str) -> str:
    return "speech" if action_type in SPEECH else action_type


def keys(traits: Traits) -> list[str]:
    """The blocking keys of a telling; none where it has no date. "=" begins a key by head, "@" one by place."""
    if traits.date is None:
        return []
    who = {participant.code or "~" + "".join(participant.name[-1:]) for participant in traits.everyone}
    found = [f"={head} {one}" for one in who for head in traits.heads]
    if traits.date.days <= LONG:
        begin, end = reach(traits)
        for window in range(begin // WINDOW, end // WINDOW + 1):
            found += [f"{_class(traits.type)} {window} {one}" for one in who]
            if traits.place is not None:
                found.append(f"@{_class(traits.type)} {window} {traits.place.name}")
        if traits.undoes or (traits.modality == "planned" and kinds_of(traits.heads)):
            plans = traits.undoes or kinds_of(traits.heads)
            for window in range(begin // WINDOW, end // WINDOW + 1):
                found += [f"{plan} plan {window} {one}" for one in who for plan in plans]
    return found


def reach(traits: Traits) -> tuple[int, int]:
    """First and last day, as ordinals, with the days around them that still count; (0, 0) where there is no date.

    Those are the days that are near, and for a cancellation those in which the plan may lie.
    """
    if traits.date is None:
        return (0, 0)
    margin = max(NEAR, min(NEAR_APPROXIMATE, traits.date.days)) if traits.date.approximate else NEAR
    ahead = FORESEEN if traits.undoes else 0
    return traits.date.begin.toordinal() - margin, traits.date.end.toordinal() + margin + ahead


def meets_all(key: str, traits: Traits) -> bool:
    """Whether the telling is compared with all others of the block: by head only a long span is, by place only nobody's deed."""
    if key.startswith("="):
        return traits.date is not None and traits.date.days > LONG
    return not (key.startswith("@") and traits.everyone)


def blocks(told: Iterable[Traits]) -> dict[str, list[int]]:
    """Indices of the tellings by key, ascending; keys of one telling alone are left out."""
    grouped: dict[str, list[int]] = {}
    for index, traits in enumerate(told):
        for key in keys(traits):
            grouped.setdefault(key, []).append(index)
    return {key: indices for key, indices in grouped.items() if len(indices) > 1}


def candidates(told: Sequence[Traits], articles: Sequence[frozenset[str]] | None = None) -> Iterator[tuple[int, list[int]]]:
    """For each telling the later ones that it is to be compared with; the tellings come in the order of `Traits.sort_key`.

    That order begins with the begin of the date, so a block is read from a telling on, until nothing later can reach it. Where it
    is known which `articles` tell each, a block of a single article is left out: it means its events as several.
    """
    reaches = [reach(traits) for traits in told]
    found = blocks(told)
    if articles is not None:
        found = {key: block for key, block in found.items() if any(articles[index] != articles[block[0]] for index in block)}
    chief = {
        key: [index for index in block if meets_all(key, told[index])] if key[0] in "=@" else block for key, block in found.items()
    }
    for index, traits in enumerate(told):
        until = reaches[index][1]
        stop = until + NEAR_APPROXIMATE + NEAR  # a later one may reach back so far before its begin
        partners: set[int] = set()
        for key in keys(traits):
            if key not in found:
                continue
            later = found[key] if meets_all(key, traits) else chief[key]
            for place in range(bisect_right(later, index), len(later)):
                begin = reaches[later[place]][0]
                if begin <= until:
                    partners.add(later[place])
                elif begin > stop:
                    break
        if partners:
            yield index, sorted(partners)
