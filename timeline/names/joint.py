"""Bodies of several parties, told as their parties: "مجلس الناتو وروسيا", "اللجنة المشتركة المغربية الموريتانية"."""

from timeline.model import step
from timeline.names.bodies import skip_gloss
from timeline.names.drafts import Draft, Scan, actor
from timeline.names.lexicon import Entry, Match
from timeline.names.unlisted import name_of_body
from timeline.reading import fold

_OPENING = frozenset("\"«“'")
_CLOSING = frozenset("\"»”'")
_DASHES = frozenset("-–—/ـ")
_QUALIFYING = frozenset(
    map(fold, ("المشتركة", "المشترك", "مشتركة", "مشترك", "العليا", "الأعلى", "الدائمة", "الثنائية", "الثلاثية", "الرباعية"))
)
_BETWEEN = fold("بين")
_JOINING = ("", "و")


def joint(scan: Scan, index: int, end: int) -> Draft | None:
    """The body of several parties whose head stands at a token."""
    found = scan.vocabulary.heads.get(scan.reading.folded[index])
    if found is None or not found[1].joint:
        return None
    proclitics = found[0]
    last, parties = _named(scan, index + 1, end)
    if len(parties) < 2:
        last, parties = _adjectives(scan, name_of_body(scan, index + 1, end, construct=not found[1].definite), end)
    if len(parties) < 2:
        return None
    while last < end and scan.reading.folded[last] in _QUALIFYING:
        last += 1
    actors = tuple(dict.fromkeys(actor(entry, "organisation" if entry.kind == "organisation" else "state") for entry in parties))
    office = fold(scan.text(index, last, proclitics))
    return Draft("joint", index, last, proclitics, actors, office, trace=(step("joint body told as its parties"),))


def _adjectives(scan: Scan, index: int, end: int) -> tuple[int, list[Entry]]:
    """The nationalities side by side at a token: "السوري التركي", "المغربية-الموريتانية", "المصرية والسودانية"."""
    parties: list[Entry] = []
    last = index
    while index < end:
        if parties and scan.reading.words[index] in _DASHES:
            index += 1
        match = scan.match(index, end)
        entry = match.kinds.get("adjective") if match is not None and match.proclitics in (_JOINING if parties else ("",)) else None
        if match is None or entry is None or entry.number > 1 or entry.code in [each.code for each in parties]:
            break
        if parties and entry.definite != parties[0].definite:
            break
        parties.append(entry)
        index = last = match.last
    return last, parties


def sides_by_name(scan: Scan, match: Match, end: int) -> Draft | None:
    """Two states or organisations behind the word for both: "الدولتان مصر وقطر"."""
    last, parties = _named(scan, match.last, end)
    if len(parties) < 2:
        return None
    actors = tuple(actor(entry, "organisation" if entry.kind == "organisation" else "state") for entry in parties)
    return Draft("joint", match.first, last, match.proclitics, actors, trace=(step("both by name"),))


def _named(scan: Scan, index: int, end: int) -> tuple[int, list[Entry]]:
    """Two names: "الناتو وروسيا", "«روسيا – الناتو»", "المشتركة بين المغرب وموريتانيا"."""
    words, folded = scan.reading.words, scan.reading.folded
    while index < end and folded[index] in _QUALIFYING:
        index += 1
    quoted = index < end and words[index] in _OPENING
    between = index < end and folded[index] == _BETWEEN
    first = _party(scan, index + (quoted or between), end)
    if first is None or first[0].proclitics:
        return index, []
    at = skip_gloss(scan, first[0].last, end)
    dashed = at < end and words[at] in _DASHES
    second = _party(scan, at + dashed, end)
    if second is None or (second[0].proclitics != "و") != dashed or second[1].code == first[1].code:
        return index, []
    last = skip_gloss(scan, second[0].last, end)
    closed = quoted and last < end and words[last] in _CLOSING
    return last + closed, [first[1], second[1]]


def _party(scan: Scan, index: int, end: int) -> tuple[Match, Entry] | None:
    """The state or organisation at a token."""
    match = scan.match(index, end)
    entry = match.entry("state", "organisation") if match is not None and match.proclitics in _JOINING else None
    return (match, entry) if match is not None and entry is not None else None
