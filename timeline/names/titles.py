"""Title phrases: "نائب المتحدث باسم الأمين العام للأمم المتحدة" and the like, up to where a name may begin."""

import attrs

from timeline.model import Sector
from timeline.names.bodies import after_portfolio, body, skip_gloss
from timeline.names.drafts import KINGDOM, Scan
from timeline.names.lexicon import Entry, Match
from timeline.reading import fold

_POSTED = frozenset(map(fold, ("سفير", "قنصل", "مبعوث", "موفد", "مندوب", "ممثل", "منسق", "قائم بالأعمال", "وسيط", "مفوض")))
_OVER_PLACES = frozenset(map(fold, ("والي", "محافظ", "عمدة", "حاكم", "رئيس بلدية", "أمير", "قائد", "مطران")))
_TRAILING = frozenset(map(fold, ("المركزي", "المركزية", "الاتحادي", "الاتحادية", "الوطني", "الوطنية")))
_BODIES = frozenset(
    map(
        fold,
        (
            "مؤسسة",
            "شركة",
            "مجموعة",
            "حركة",
            "حزب",
            "جبهة",
            "منظمة",
            "جمعية",
            "بنك",
            "مصرف",
            "وكالة",
            "صحيفة",
            "قناة",
            "كتلة",
            "تيار",
        ),
    )
)
_LONGEST = 30  # tokens: no title is longer, and reading stays linear
_POSTING = frozenset(map(fold, ("إلى", "لدى", "في")))
_KINGDOM = "المملكة"
_SPEAKING = fold("باسم")
_OVER = fold("على")
_IN = frozenset(map(fold, ("في", "لدى", "من")))


@attrs.frozen
class Title:
    """A title phrase: its tokens, the entry of its head word, whom its bearer speaks for, and whether the text said so.

    `codes` has more than one where a plural title has several states ("وزيرا خارجية مصر والأردن"); `owned` says that an owner was
    named, known or not; `office` is the title in folded words without nationality.
    """

    first: int
    last: int
    head: Entry
    codes: tuple[tuple[str | None, str], ...]
    sector: Sector | None
    owned: bool
    office: str
    bare: bool


def title(scan: Scan, match: Match, end: int, depth: int = 0) -> Title:
    """The title phrase whose head word is at a match."""
    head = match.kinds.get("title")
    assert head is not None
    folded = scan.reading.folded
    index = match.last
    end = min(end, index + _LONGEST)
    office = [head.name]
    codes: list[tuple[str | None, str]] = [(head.code, "")] if head.code else []
    owned = head.code is not None
    national = False
    sector = head.sector
    while index < end:
        word = folded[index]
        found = scan.match(index, end)
        posted = bool(codes) and fold(head.name) in _POSTED
        portfolio = after_portfolio(scan, index, end)
        adjective = found.kinds.get("adjective") if found is not None and not found.proclitics else None
        if found is not None and adjective is not None and (found.last > portfolio or portfolio == index):
            if national or not _agrees(head, adjective, index == match.last, codes):
                break
            if not owned:  # the nationality of its body says no more: "حركة المقاومة الإسلامية الفلسطينية"
                codes = [(adjective.code, adjective.name)]
            owned = True
            national = True
            index = found.last
            continue
        if (
            found is not None
            and found.proclitics in ("", "ل", "ب", "و")
            and (found.last > portfolio or (found.last == portfolio and found.entry("organisation", "group", "institution")))
        ):
            step = _owner(scan, found, end, codes, owned, head, depth)
            if step is None:
                break
            index, codes, sector = step[0], step[1], step[2] or sector
            owned = owned or bool(codes) or step[4]
            office += step[3]
            continue
        if word in _TRAILING and owned:
            index += 1
            continue
        if portfolio > index:
            if owned and codes and head.number == 1 and folded[index][:1] not in "ل":
                break
            office += folded[index:portfolio]
            index = _named_body(scan, portfolio, end)
        elif word in scan.vocabulary.modifiers:
            index += 1
        elif word == _OVER and head.name == "مشرف عام" and index + 1 < end:
            index = max(index + 1, after_portfolio(scan, index + 1, end))
        elif word == _SPEAKING and index + 1 < end:
            spoken = scan.match(index + 1, end)
            if spoken is None or spoken.proclitics:
                break
            office.append(word)
            index += 1
        elif word in _IN and not codes and index + 1 < end:
            found = scan.match(index + 1, end)
            if found is None or found.proclitics or found.entry("organisation", "institution", "ministry") is None:
                break
            index += 1
        elif found is not None and found.proclitics == "ب" and posted and found.entry("state", "capital"):
            index = found.last  # "سفير الولايات المتحدة بتونس"
        elif word in _POSTING and posted and index + 1 < end:
            found = scan.match(index + 1, end)
            kingdom = found is not None and found.entries[0].name == _KINGDOM
            if (
                found is None
                or found.proclitics
                or (found.entry("state", "capital", "organisation", "place") is None and not kingdom)
            ):
                break
            if found.entries[0].kind == "place" and (
                folded[index + 1] in scan.words.not_places or scan.words.is_everyday(folded[index + 1])
            ):
                break
            index = found.last
        else:
            break
    index = skip_gloss(scan, index, end)
    return Title(match.first, index, head, tuple(codes), sector, owned, fold(" ".join(office)), index == match.last)


def _named_body(scan: Scan, index: int, end: int) -> int:
    """The end of a body's own name after its common noun: "لمؤسسة "ترافيغورا"", "لشركة سيمنز"."""
    folded, words = scan.reading.folded, scan.reading.words
    if index >= end or folded[index - 1].removeprefix("ل") not in _BODIES:
        return index
    if words[index] in '"«“':
        close = next((at for at in range(index + 1, min(end, index + 5)) if words[at] in '"»”'), None)
        return close + 1 if close is not None else index
    word = folded[index]
    known = (
        scan.match(index, end) is not None
        or scan.words.is_everyday(word)
        or word in scan.vocabulary.title_words
        or word in scan.words.given
    )
    return index if known or not words[index].isalpha() else index + 1


def _agrees(head: Entry, adjective: Entry, directly: bool, codes: list[tuple[str | None, str]]) -> bool:
    """Whether a nationality belongs to the title: a definite one after a definite phrase, an indefinite one after its head."""
    if adjective.definite:
        return not (codes and codes[0][1] == adjective.name)
    return not head.definite and not codes


def _owner(
    scan: Scan, found: Match, end: int, codes: list[tuple[str | None, str]], owned: bool, head: Entry, depth: int
) -> tuple[int, list[tuple[str | None, str]], Sector | None, list[str], bool] | None:
    """What follows a title as its owner: a state, an organisation, a body, another title; None if it does not belong to it."""
    if found.proclitics == "ل" and "construct" in head.marks:
        return None  # "دور رئيسي لأمريكا"
    if found.proclitics == "و":
        entry = found.entry("state", "organisation")
        if entry is None or head.number == 1 or not codes:
            return None
        return found.last, [*codes, (entry.code, entry.name)], None, [], True
    entry = found.entry("organisation", "group")
    if entry is not None and "quoted" not in entry.marks:
        if owned and found.proclitics != "ل":
            return None
        kept = codes if codes else [(entry.code, entry.name)]
        return skip_gloss(scan, found.last, end), kept, entry.sector if entry.kind == "group" else None, [fold(entry.name)], True
    entry = found.kinds.get("state")
    if entry is not None and found.proclitics in ("", "ل"):
        if codes and not (found.proclitics == "ل" and fold(head.name) in _POSTED):
            return None
        return found.last, codes or [(entry.code, entry.name)], None, [], True
    entry = found.kinds.get("place")
    if entry is not None and not found.proclitics and not codes and fold(head.name) in _OVER_PLACES:
        return found.last, [(entry.code, entry.name)], None, [], True
    if "seat" in found.kinds and not codes and not found.proclitics:
        entry = found.kinds.get("seat")
        assert entry is not None
        return found.last, [(entry.code, entry.name)], None, [fold(entry.name)], True
    if "place" in found.kinds and head.number == 3 and not codes and found.entries[0].name == "الخليج العربي":
        return found.last, [("GCC", "مجلس التعاون الخليجي")], None, [], True
    body_entry = found.entry("institution", "ministry")
    if body_entry is not None:
        if owned and not found.proclitics:
            return None
        if body_entry.name == _KINGDOM:
            return found.last, codes or [(KINGDOM, "")], None, [], True
        inner = body(scan, found, end)
        if inner is None:
            return (
                (found.last, codes, None, [scan.reading.folded[found.first]], False) if not found.proclitics and not codes else None
            )
        inner_codes = [(inner.actors[0].code, inner.actors[0].name)] if not inner.pending else []
        return (
            inner.last,
            codes or inner_codes,
            inner.actors[0].sector if inner.actors[0].sector != "GOV" else None,
            [inner.office],
            not inner.pending,
        )
    if "title" in found.kinds and found.proclitics in ("", "ل") and depth < 3 and not codes:
        inner_title = title(scan, found, end, depth + 1)
        if "group" in inner_title.head.marks and not inner_title.codes:
            return None
        return inner_title.last, list(inner_title.codes), inner_title.sector, [inner_title.office], inner_title.owned
    return None
