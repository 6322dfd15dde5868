"""The state that a story takes for granted, and the kingdom that it calls "المملكة"."""

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Collection, Iterable
from functools import cached_property

import attrs

from timeline.names.drafts import Draft, Scan
from timeline.reading import fold

_WHOLE = 1 << 40  # the weight of one mention in the headline: whole numbers add up to the same in any order
_HALVED_AFTER = 120  # tokens after which a mention weighs half of one in the headline
_KINGDOMS = ("SAU", "MAR", "JOR", "BHR")
_KINGDOM = frozenset(("المملكه", "والمملكه", "للمملكه", "بالمملكه", "وللمملكه", "وبالمملكه", "فالمملكه"))
_TITLE_ALONE = 3  # weight of a known name behind a title without a state: "رئيس الجمهورية الباجي قائد السبسي" is told at home
_MAGHREBI_MONTHS = frozenset({"جانفي", "فيفري", "افريل", "جوان", "جويليه", "اوت"})
_MAGHREBI = ("TUN", "DZA")
_STRONG = 0.5  # share of all mentions from which a state is at home in the story
_OFTEN = 3  # mentions elsewhere from which a strong state is at home even where it is told as another's
#: What parts one clause from the next, besides a verb behind و.
_PARTING = frozenset(
    map(
        fold,
        (
            "أن", "إن", "بأن", "وأن", "وإن", "أنه", "أنها", "حيث", "فيما", "بينما", "لكن", "الذي", "التي", "كما", "إذا", "ما", "لم",
            "لن", "حتى", "بعدما", "عندما", "حين", "منذ", "؛", ":", "-", "–", "—",
        ),
    )
)  # fmt: skip
_HOSTING = frozenset(map(fold, ("استقبل", "استقبلت", "يستقبل", "تستقبل", "استدعى", "استدعت", "تستدعي", "يستدعي", "تسلم", "تسلمت")))
_APPOINTING = frozenset(
    map(fold, ("أقال", "أقالت", "عين", "عينت", "كلف", "كلفت", "يعين", "يقيل", "أعفى", "أعفت", "عزل", "عزلت", "رشح", "رشحت", "سمى"))
)
_IN = frozenset(("في", "ب"))
_TOWARDS = frozenset(map(fold, ("إلى", "صوب", "نحو", "مع")))


@attrs.frozen
class _Mention:
    """A mention of a state; `foreign` where its clause tells of it as another's, `posted` where it is told in another's title."""

    token: int
    code: str
    weight: int
    foreign: bool = False
    posted: bool = False


class Homes:
    """The states of a story by the weight of their mentions, early ones heavier.

    The agency of the dateline, and after it the home of the outlet, win over all that the story names.
    """

    def __init__(self, scan: Scan, found: list[Draft], outlet: str | None = None) -> None:
        self._scan = scan
        self._mentions = sorted(_mentions(scan, found), key=lambda mention: mention.token)
        self._tokens = [mention.token for mention in self._mentions]
        weights = self._weigh()
        self.kingdom = max(_KINGDOMS, key=lambda code: (weights[code], code == "SAU"))
        for index in scan.matches:
            if scan.reading.folded[index] in _KINGDOM:
                insort(self._mentions, _Mention(index, self.kingdom, 2 * _fading(index)), key=lambda mention: mention.token)
        self._tokens = [mention.token for mention in self._mentions]
        self.given = scan.page.home or scan.vocabulary.outlet(outlet)
        self._weights = weights = self._weigh()
        self._begins = {mention.code: mention.token for mention in reversed(self._mentions)}
        ranked = self._ranked(weights)
        self.ranked: tuple[str, ...] = tuple(dict.fromkeys([self.given, *ranked] if self.given else ranked))
        total = sum(weights.values())
        self.strong = self.given is not None or (bool(ranked) and weights[ranked[0]] >= _STRONG * total)

    @property
    def first(self) -> str | None:
        """The likeliest home, if the story names any state."""
        return self.ranked[0] if self.ranked else None

    def of(self, draft: Draft, taken: Collection[str] = ()) -> str | None:
        """Whose an office or body is that stands without a state: the story's home, but for the states that it is `taken` by.

        A state that its own clause names is the other party's ("استقبل الوزير الرئيس التركي"), unless the story tells of it all
        over, or one appoints the other ("أقالت رئيسة البيرو وزير الداخلية"). Nobody's, where the story names no other.
        """
        seated = self._seated(draft)
        if seated is not None and (draft.form == "institution" or not self._mentions):
            return seated
        if self.given is not None and self.given not in taken:
            return self.given
        first, last = self._clause(draft)
        inside = range(bisect_left(self._tokens, first), bisect_left(self._tokens, last))
        near = self._host(first, last, draft) or self._superior(first, draft, inside)
        if near is not None:
            return near
        weights = self._weights_without([self._mentions[index] for index in inside if not self._mentions[index].posted])
        ranked = [code for code in self._ranked(weights) if code not in taken]
        if not ranked:
            return seated
        others = {self._mentions[index].code for index in inside if self._mentions[index].foreign}
        often = len(self._mentions) - len(inside) >= _OFTEN and weights[ranked[0]] >= _STRONG * sum(weights.values())
        for code in ranked:
            before = self._begins[code] < draft.first or code in self.ranked[:1]
            if before and (code not in others or (often and code == ranked[0])):
                return code
        return None

    def _weigh(self) -> Counter[str]:
        """The weights of the states."""
        weights: Counter[str] = Counter()
        for mention in self._mentions:
            weights[mention.code] += self._weight(mention)
        return weights

    def _weights_without(self, left_out: Iterable[_Mention]) -> Counter[str]:
        """The weights of the states, some mentions left out; what it takes grows with these, not with the text."""
        weights = self._weights.copy()
        for mention in left_out:
            weights[mention.code] -= self._weight(mention)
        return weights

    def _weight(self, mention: _Mention) -> int:
        """A mention's weight; whoever writes "جانفي" and "جوان" writes at home, where "وزير الخارجية" needs no state."""
        return mention.weight * 2 if self._maghrebi and mention.code in _MAGHREBI else mention.weight

    @cached_property
    def _maghrebi(self) -> bool:
        return not _MAGHREBI_MONTHS.isdisjoint(self._scan.reading.folded)

    @staticmethod
    def _ranked(weights: Counter[str]) -> list[str]:
        return sorted((code for code in weights if weights[code]), key=lambda code: (-weights[code], code))

    @cached_property
    def _parted(self) -> list[int]:
        """The tokens at which a clause begins."""
        scan, folded = self._scan, self._scan.reading.folded
        firsts = {first for first, _ in scan.reading.sentences}
        verbs = {
            index for index, word in enumerate(folded) if word[:1] == "و" and scan.words.is_verb(word) and index not in scan.matches
        }
        return sorted(firsts | verbs | {index for index, word in enumerate(folded) if word in _PARTING})

    def _clause(self, draft: Draft) -> tuple[int, int]:
        """The tokens of the clause around an office or body."""
        starts = self._parted
        before, after = bisect_right(starts, draft.first), bisect_left(starts, draft.last)
        return starts[before - 1] if before else 0, starts[after] if after < len(starts) else len(self._scan.reading)

    def _seated(self, draft: Draft) -> str | None:
        """The state in which an office or body is, by the words right behind it: "الحكومة في دمشق", "المجلس العسكري في ميانمار"."""
        reading, at = self._scan.reading, draft.last
        if at + 1 >= len(reading) or reading.folded[at] != "في" or reading.sentence_of(at) != reading.sentence_of(draft.first):
            return None
        found = self._scan.matches.get(at + 1)
        entry = found.entry("state", "capital") if found is not None and not found.proclitics else None
        return entry.code if entry is not None and entry.code in self._scan.vocabulary.states else None

    def _superior(self, first: int, draft: Draft, inside: range) -> str | None:
        """The state of whoever appoints or dismisses: "أقالت رئيسة البيرو وزير الداخلية"."""
        if _APPOINTING.isdisjoint(word.lstrip("و") for word in self._scan.reading.folded[first : draft.first]):
            return None
        return next((self._mentions[index].code for index in inside if self._tokens[index] < draft.first), None)

    def _host(self, first: int, last: int, draft: Draft) -> str | None:
        """The state in which an office or body receives or summons: "استقبل رئيس الوزراء في بغداد السفير التركي"."""
        folded, scan = self._scan.reading.folded, self._scan
        if _HOSTING.isdisjoint(word.lstrip("و") for word in folded[first : draft.first]):
            return None
        for index in range(draft.last, last):
            found = scan.matches.get(index)
            entry = found.entry("state", "capital", "place") if found is not None else None
            governed = found is not None and (found.proclitics == "ب" or (index > first and folded[index - 1] in _IN))
            if entry is not None and governed and entry.code in scan.vocabulary.states:
                return entry.code
        return None


def _fading(index: int) -> int:
    return _WHOLE * _HALVED_AFTER // (_HALVED_AFTER + index)


def _mentions(scan: Scan, found: list[Draft]) -> list[_Mention]:
    """The mentions of states, by parties and as names, wherever they stand."""
    states, folded = scan.vocabulary.states, scan.reading.folded
    mentions: list[_Mention] = []
    covering: dict[int, Draft] = {}
    for draft in found:
        at_home = draft.form == "person" and "implicit" in draft.marks and not draft.pending
        times = _TITLE_ALONE if at_home else 1
        named = draft.form == "short" or (draft.form == "person" and ("implicit" in draft.marks or not draft.actors[0].title))
        weight = times * _fading(draft.first)
        mentions += [_Mention(draft.first, code, weight, not named) for code in draft.codes if code in states]
        covering |= dict.fromkeys(range(draft.first, draft.last), draft)
    for index, match in scan.matches.items():
        entry, cover = match.entries[0], covering.get(index)
        if entry.kind not in ("state", "capital") or entry.code is None or entry.code not in states:
            continue
        if cover is None:
            towards = index > 0 and folded[index - 1] in _TOWARDS
            mentions.append(_Mention(index, entry.code, _fading(index), towards or match.proclitics.endswith("ل")))
        elif cover.form in ("title", "person") and cover.codes and entry.code not in cover.codes:
            mentions.append(_Mention(index, entry.code, _fading(index), posted=True))
    return mentions
