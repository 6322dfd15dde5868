"""The state that a story takes for granted, and the kingdom that it calls "المملكة"."""

from collections import Counter

from timeline.names.drafts import Draft, Scan, covered

_HALVED_AFTER = 120  # tokens after which a mention weighs half of one in the headline
_KINGDOMS = ("SAU", "MAR", "JOR", "BHR")
_KINGDOM = frozenset(("المملكه", "والمملكه", "للمملكه", "بالمملكه", "وللمملكه", "وبالمملكه", "فالمملكه"))
_TITLE_ALONE = 3.0  # weight of a known name behind a title without a state: "رئيس الجمهورية الباجي قائد السبسي" is told at home
_MAGHREBI_MONTHS = frozenset({"جانفي", "فيفري", "افريل", "جوان", "جويليه", "اوت"})
_MAGHREBI = ("TUN", "DZA")
_STRONG = 0.5  # share of all mentions from which a state is at home in the story


class Homes:
    """The states of a story by the weight of their mentions, early ones heavier; an agency in the dateline wins over all."""

    def __init__(self, scan: Scan, found: list[Draft]) -> None:
        states = scan.vocabulary.states
        weights: Counter[str] = Counter()

        def add(code: str | None, index: int, times: float = 1.0) -> None:
            if code is not None and code in states:
                weights[code] += times * _HALVED_AFTER / (_HALVED_AFTER + index)  # type: ignore[assignment]

        for draft in found:
            at_home = draft.form == "person" and "implicit" in draft.marks and not draft.pending
            for actor in draft.actors:
                add(actor.code, draft.first, _TITLE_ALONE if at_home else 1.0)
        inside = covered(found, len(scan.reading))
        for index, match in scan.matches.items():
            if not inside[index] and match.entries[0].kind in ("state", "capital"):
                add(match.entries[0].code, index)
        kingdom = max(_KINGDOMS, key=lambda code: (weights[code], code == "SAU"))
        folded = scan.reading.folded
        for index in scan.matches:
            if folded[index] in _KINGDOM:
                add(kingdom, index, 2.0)
        self.kingdom = kingdom
        if not _MAGHREBI_MONTHS.isdisjoint(folded):
            for code in _MAGHREBI:
                weights[code] *= 2  # whoever writes "جانفي" and "جوان" writes at home, where "وزير الخارجية" needs no state
        agency = scan.page.home
        ranked = sorted(weights, key=lambda code: (-weights[code], code))
        self.ranked: tuple[str, ...] = tuple(dict.fromkeys([agency, *ranked] if agency else ranked))
        total = sum(weights.values())
        self.strong = agency is not None or (bool(ranked) and weights[ranked[0]] >= _STRONG * total)

    @property
    def first(self) -> str | None:
        """The likeliest home, if the story names any state."""
        return self.ranked[0] if self.ranked else None
