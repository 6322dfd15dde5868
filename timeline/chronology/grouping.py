"""Which tellings make one entry: average-linkage agglomeration, the most alike first.

Groups merge while they are alike enough on average and every pair across them may be one. The order is strict and by content
alone, so neither the order of input nor the rest of the world changes a group: take any whole groups out, and what is left groups
as before. That is why a view of a timeline keeps its entries, and why connected components can be grouped apart.
"""

import heapq
from collections.abc import Callable, Iterable, Iterator, Sequence

from timeline.chronology.blocking import candidates
from timeline.chronology.similarity import ENOUGH, points
from timeline.chronology.tellings import Telling, Traits

#: Whether these tellings and those may be one entry, whatever they say: a reader may have parted them.
May = Callable[[Sequence[Telling], Sequence[Telling]], bool]


def nodes(tellings: Sequence[Telling], may: May | None = None) -> list[tuple[Traits, list[Telling]]]:
    """Tellings with equal traits, taken together where they may be one; in the order of their traits."""
    by_traits: dict[Traits, list[Telling]] = {}
    for telling in tellings:
        by_traits.setdefault(telling.traits, []).append(telling)
    found = sorted(by_traits.items(), key=lambda item: item[0].sort_key)
    return found if may is None else [(traits, part) for traits, told in found for part in _parts(told, may)]


def _parts(told: Sequence[Telling], may: May) -> Iterator[list[Telling]]:
    """The tellings in as few parts as may be, each in the first that takes it."""
    parts: list[list[Telling]] = []
    for telling in told:
        home = next((part for part in parts if may(part, [telling])), None)
        if home is None:
            parts.append([telling])
        else:
            home.append(telling)
    yield from parts


def links(traits: Sequence[Traits], articles: Sequence[frozenset[str]]) -> dict[tuple[int, int], int]:
    """Points of the pairs that may be one: candidates of no article in common that no field rules out."""
    found: dict[tuple[int, int], int] = {}
    for one, others in candidates(traits, articles):
        mine, told = traits[one], articles[one]
        for other in others:
            if told.isdisjoint(articles[other]):
                score = points(mine, traits[other])
                if score >= 0:
                    found[one, other] = score
    return found


def components(size: int, linked: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The indices below `size` that links connect, each list ascending, in the order of their first."""
    root = list(range(size))

    def find(index: int) -> int:
        while root[index] != index:
            root[index] = root[root[index]]
            index = root[index]
        return index

    for one, other in linked:
        first, second = sorted((find(one), find(other)))
        root[second] = first
    found: dict[int, list[int]] = {}
    for index in range(size):
        found.setdefault(find(index), []).append(index)
    return list(found.values())


def agglomerate(size: int, linked: dict[tuple[int, int], int]) -> list[list[int]]:
    """Groups of the indices below `size`, each sorted, in the order of their first."""
    groups = {index: [index] for index in range(size)}
    sums: dict[int, dict[int, tuple[int, int]]] = {}
    heap = []
    for (one, other), score in linked.items():
        sums.setdefault(one, {})[other] = sums.setdefault(other, {})[one] = (score, 1)
        if score >= ENOUGH:
            heap.append((-float(score), one, other, 1))
    heapq.heapify(heap)
    while heap:
        _, one, other, count = heapq.heappop(heap)
        if one not in groups or other not in groups or sums[one].get(other, (0, 0))[1] != count:
            continue
        mine, yours = sums.pop(one), sums.pop(other)
        groups[one] += groups.pop(other)
        joint: dict[int, tuple[int, int]] = {}
        for third in mine.keys() | yours.keys():
            sums_of_third = sums.get(third)
            if sums_of_third is None:
                continue
            left, right = sums_of_third.pop(one, None), sums_of_third.pop(other, None)
            if left is not None and right is not None:
                total = (left[0] + right[0], left[1] + right[1])
                joint[third] = sums_of_third[one] = total
                if total[0] >= ENOUGH * total[1]:
                    heapq.heappush(heap, (-total[0] / total[1], min(one, third), max(one, third), total[1]))
        sums[one] = joint
    return [sorted(group) for _, group in sorted(groups.items())]


def connected(tellings: Sequence[Telling], may: May | None = None) -> list[list[list[Telling]]]:
    """The events, as the tellings of each, of every set of tellings that being alike enough connects, each set by itself.

    No event crosses two such sets: groups only ever merge along a pair that is alike enough. So what a set holds can be told
    without the others.
    """
    noded = nodes(tellings, may)
    articles = [frozenset(telling.article for telling in told) for _, told in noded]
    linked = links([traits for traits, _ in noded], articles)
    if may is not None:
        linked = {(one, other): score for (one, other), score in linked.items() if may(noded[one][1], noded[other][1])}
    sets = components(len(noded), (pair for pair, score in linked.items() if score >= ENOUGH))
    home = {index: (number, place) for number, members in enumerate(sets) for place, index in enumerate(members)}
    within: list[dict[tuple[int, int], int]] = [{} for _ in sets]
    for (one, other), score in linked.items():
        if home[one][0] == home[other][0]:
            within[home[one][0]][home[one][1], home[other][1]] = score
    return [
        [[telling for index in indices for telling in noded[members[index]][1]] for indices in agglomerate(len(members), weights)]
        for members, weights in zip(sets, within, strict=True)
    ]


def group(tellings: Sequence[Telling], may: May | None = None) -> list[list[Telling]]:
    """The tellings of each event together; `may` says which may be, all where it is None."""
    return [event for events in connected(tellings, may) for event in events]
