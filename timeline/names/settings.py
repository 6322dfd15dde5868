"""Places of a text: cities, countries, regions and venues, with the preposition that governs them."""

from bisect import bisect_left
from collections.abc import Iterator

from timeline.model import Place, step
from timeline.names.drafts import AMMAN, Draft, Scan, covered
from timeline.names.found import Setting
from timeline.names.lexicon import Entry, Match
from timeline.names.sites import site
from timeline.names.words import is_name_like
from timeline.reading import bare, fold, original_length

_NO_PLACES = frozenset(("title", "honorific", "adjective", "person", "group", "organisation"))
_PRIVATE = ("person", "title", "institution", "counterpart", "short", "joint", "adjective", "group")


def settings(scan: Scan, found: list[Draft]) -> Iterator[Setting]:
    """The place candidates in text order, not overlapping."""
    private = [draft for draft in found if draft.form in _PRIVATE or (draft.actors and draft.actors[0].kind == "organisation")]
    inside = covered(private, len(scan.reading))
    matches, placing = scan.matches, scan.words.placing
    folded = scan.reading.folded
    candidates = [index for index in scan.noted if not inside[index] and (index in matches or folded[index] in placing)]
    at = 0
    for first, end in scan.reading.sentences:
        until = bisect_left(candidates, end, at)
        free = first
        for index in candidates[at:until]:
            if index < free:
                continue
            match = matches.get(index)
            setting = _known(scan, match, first, end) if match is not None and match.last <= end else None
            if setting is None and folded[index] in placing:
                setting = _capital(scan, index, first, end) or _unknown(scan, index, first, end, inside)
            if setting is not None:
                yield setting
                free = setting.last
        at = until


def _known(scan: Scan, match: Match, first: int, end: int) -> Setting | None:
    if match.entries[0].kind in _NO_PLACES:
        return None
    entry = match.kinds.get("state") or match.entry("capital", "place")
    if entry is None:
        return None
    name = scan.text(match.first, match.last, match.proclitics)
    place = _place(scan, name, entry, match, first, end)
    if place is None:
        return None
    preposition, noun = governor(scan, match, first)
    dateline = not match.proclitics and scan.page.dateline_at(match.first) is not None
    if (
        entry.kind == "place"
        and "state" not in match.kinds
        and "capital" not in match.kinds
        and not _credible(scan, match, entry, name, preposition, noun, dateline)
    ):
        return None
    if entry.kind == "state" and "after" in entry.marks and preposition is None:
        return None
    if name == "مسقط" and match.last < end and scan.reading.folded[match.last].startswith(("راس", "راسه")):
        return None
    role = _role(scan, entry, preposition, noun, dateline)
    trace = (step("in the dateline"),) if dateline else (step("after", preposition=preposition),) if preposition else ()
    return _setting(scan, place, match.first, match.last, match.proclitics, preposition, role, trace)


def _role(scan: Scan, entry: Entry, preposition: str | None, noun: bool, dateline: bool) -> str:
    if dateline or noun or preposition in scan.words.placing_prepositions or preposition == "ب":
        return "place"
    if entry.kind == "place":
        return "place" if preposition else "either"
    return "party" if preposition is None else "either"


def _place(scan: Scan, name: str, entry: Entry, match: Match, first: int, end: int) -> Place | None:
    if entry.kind == "state" and name != AMMAN:
        return scan.vocabulary.places.get(fold(name))
    place = site(scan, match, first, end, name)
    if name == AMMAN and not scan.about_jordan:
        return Place(name, "OMN", english="Oman")
    if place is None and entry.kind == "capital":
        return Place(name, entry.code)
    return place


def _credible(scan: Scan, match: Match, entry: Entry, name: str, preposition: str | None, noun: bool, dateline: bool) -> bool:
    """Whether a city's name is meant as one: everyday words and given names are not, small cities need a preposition."""
    folded = fold(name)
    overlay = name in scan.vocabulary.tables["places"] or folded in scan.vocabulary.overlay
    if overlay or noun:
        return True
    words = scan.words
    if folded in words.not_places or folded in words.given or words.is_everyday(folded) or folded in scan.vocabulary.title_words:
        return False
    if match.proclitics not in ("", "و", "ب", "ل", "وب"):
        return False
    if dateline or preposition in words.placing_prepositions or preposition == "من":
        return True
    return scan.vocabulary.large(folded)


def governor(scan: Scan, match: Match, first: int) -> tuple[str | None, bool]:
    """(the preposition that governs a place, whether a noun like "مدينة" stands between)."""
    if match.proclitics and match.proclitics[-1] in "بلك":
        return match.proclitics[-1], False
    folded = scan.reading.folded
    index = match.first - 1
    noun = False
    steps = 0
    while index >= first and steps < 3:
        word = folded[index]
        if scan.words.governs(word):
            return word, noun
        if word in scan.words.place_nouns or word in scan.words.venue_nouns:
            noun = word in scan.words.place_nouns or noun
        elif len(word) > 4 and word[0] in "بل" and (word[1:] in scan.words.place_nouns or word[1:] in scan.words.venue_nouns):
            return word[0], True
        else:
            found = scan.matches.get(index)
            if (
                found is None
                or "adjective" not in found.kinds
                or index - 1 < first
                or folded[index - 1].lstrip("بل") not in scan.words.place_nouns
            ):
                return None, noun
        index -= 1
        steps += 1
    return None, noun


def _capital(scan: Scan, index: int, first: int, end: int) -> Setting | None:
    """ "العاصمة القطرية" is Doha, unless its name follows."""
    word = scan.reading.folded[index]
    proclitics = word.removesuffix("العاصمه") if word.endswith("العاصمه") else "ل" if word == "للعاصمه" else None
    match = scan.match(index + 1, end)
    adjective = match.kinds.get("adjective") if match is not None and not match.proclitics else None
    if proclitics is None or match is None or adjective is None or adjective.code not in scan.vocabulary.states:
        return None
    after = scan.match(match.last, end)
    if after is not None and after.entry("capital", "place") is not None and not after.proclitics:
        return None
    capitals = scan.vocabulary.states[adjective.code].capitals
    place = scan.vocabulary.places.get(fold(capitals[0] if capitals else scan.vocabulary.states[adjective.code].name))
    if place is None:
        return None
    before = scan.reading.folded[index - 1] if index > first else ""
    preposition = (
        proclitics[-1:] if proclitics[-1:] in ("ب", "ل") and proclitics else before if before in scan.words.prepositions else None
    )
    return _setting(scan, place, index, match.last, proclitics, preposition, "place", (step("capital by its nationality"),))


def _unknown(scan: Scan, index: int, first: int, end: int, inside: bytearray) -> Setting | None:
    """A place that no list has, known by the noun before it: "محافظة مدنين"."""
    folded = scan.reading.folded
    after = index + 1
    if after >= end or inside[after] or scan.match(after, end) is not None or folded[index].endswith("العاصمه"):
        return None
    if folded[index].lstrip("بلو") in ("العاصمه", "المدينه", "الولايه", "جزر", "عاصمه", "منطقه", "حي", "لواء", "قضاء"):
        return None
    word = folded[after]
    if (
        not is_name_like(scan.reading.words[after])
        or scan.words.is_everyday(word)
        or word in scan.vocabulary.title_words
        or len(word) < 3
    ):
        return None
    preposition = (
        folded[index][0]
        if folded[index] not in scan.words.place_nouns
        else folded[index - 1]
        if index > first and folded[index - 1] in scan.words.prepositions
        else None
    )
    return _setting(
        scan,
        Place(bare(scan.reading.words[after])),
        after,
        after + 1,
        "",
        preposition,
        "place",
        (step("after a word for a place"),),
    )


def _setting(
    scan: Scan, place: Place, first: int, last: int, proclitics: str, preposition: str | None, role: str, trace: tuple[str, ...]
) -> Setting:
    reading = scan.reading
    start = reading.starts[first]
    if proclitics:
        start += original_length(reading.words[first], len(proclitics))
    return Setting(place, start, reading.ends[last - 1], first, last, preposition, role, trace)  # type: ignore[arg-type]
