"""Counterparts, named or not: "نظيره الروسي سيرغي لافروف", "نظيريه المصري والأردني", "نظراءه في دول مجلس التعاون"."""

from timeline.model import Actor, step
from timeline.names.appositions import after_honorifics
from timeline.names.bodies import skip_gloss
from timeline.names.drafts import Draft, Scan
from timeline.names.identity import named
from timeline.names.lexicon import Entry, Match
from timeline.names.personal import name_end
from timeline.reading import fold

_HELD_IN = frozenset(map(fold, ("في", "لدى")))
_STATES_OF = frozenset(("دول", "بلدان", "كل"))
_CLOSING = {"(": ")", '"': '"', "«": "»", "“": "”"}

Owners = list[tuple[str | None, str]]


def counterpart(scan: Scan, match: Match, entry: Entry, end: int) -> Draft:
    """The counterpart at a match: whoever holds the office of the one before on the other side."""
    last, owners = _owners(scan, match.last, end, entry.number)
    label = scan.text(match.first, last, match.proclitics)
    name, stop = _name(scan, last, end)
    code, owner = owners[0] if owners else (None, "")
    where = (match.first, skip_gloss(scan, stop, end) if name is not None else last, match.proclitics)
    if name is not None and len(owners) < 2:
        who = named(scan, *name, codes=(code,) if code else ())
        actors: tuple[Actor, ...] = (who.actor(code or who.code, "GOV", label),)
        pending = code is None and who.code is None
        return Draft("counterpart", *where, actors, "", pending, 1, name, frozenset({"counterpart"}), (step("counterpart"),))
    where = (match.first, last, match.proclitics)
    actors = tuple(Actor(owner or label, code, "GOV", label, "person") for code, owner in owners or [(code, owner)])
    marks = frozenset({"counterpart", "unnamed"})
    return Draft("counterpart", *where, actors, "", not owners, entry.number, marks=marks, trace=(step("counterpart"),))


def _name(scan: Scan, index: int, end: int) -> tuple[tuple[int, int] | None, int]:
    """The counterpart's name at a token, bare, behind a comma or between marks, and where it ends."""
    words = scan.reading.words
    mark = words[index] if index < end else ""
    closing = _CLOSING.get(mark)
    after = after_honorifics(scan, index + (mark in ("،", ",") or closing is not None), end)
    stop = name_end(scan, after, end, titled=True)
    if closing is not None:
        return ((after, stop), stop + 1) if after < stop < end and words[stop] == closing else (None, index)
    if mark in ("،", ","):
        closed = stop < end and words[stop] in ("،", ",", "-", "–", "—")
        sure = stop - after >= 2 and (scan.reading.folded[after] in scan.words.given or closed)
        return ((after, stop), stop) if sure else (None, index)
    return ((after, stop), stop) if stop > after else (None, index)


def _owners(scan: Scan, index: int, end: int, number: int) -> tuple[int, Owners]:
    """Whom the counterparts speak for, by adjectives or by states that و joins."""
    comma = index < end and scan.reading.words[index] in ("،", ",")
    found = scan.match(index + comma, end)
    adjective = found.kinds.get("adjective") if found is not None and not found.proclitics else None
    if found is not None and adjective is not None and adjective.definite:
        owners: Owners = [(adjective.code, adjective.name)]
        return _joined(scan, found.last, end, owners, "adjective") if number > 1 else (found.last, owners)
    if number == 1 or index + 1 >= end or scan.reading.folded[index] not in _HELD_IN:
        return index, []
    at = index + 1 + 2 * (scan.reading.folded[index + 1] == "كل")
    body = scan.match(at, end) or scan.match(at + (scan.reading.folded[min(at, end - 1)] in _STATES_OF), end)
    owning = body.entry("organisation", "state") if body is not None and not body.proclitics else None
    if body is None or owning is None:
        return index, []
    owners = [(owning.code, owning.name)]
    return _joined(scan, body.last, end, owners, "state") if owning.kind == "state" else (body.last, owners)


def _joined(scan: Scan, index: int, end: int, owners: Owners, kind: str) -> tuple[int, Owners]:
    """The further owners that و joins, unless a name follows one of them ("نظيريه المصري والأردني أيمن الصفدي")."""
    while True:
        found = scan.match(index, end)
        entry = next((each for each in found.entries if each.kind == kind), None) if found is not None else None
        if found is None or entry is None or found.proclitics != "و":
            return index, owners
        if kind == "adjective" and name_end(scan, found.last, end, titled=True) > found.last:
            return index, owners
        index, owners = found.last, [*owners, (entry.code, entry.name)]
