"""Bodies of two parties: "مجلس الناتو وروسيا" is NATO and Russia."""

from timeline.names.bodies import skip_gloss
from timeline.names.drafts import Draft, Scan, actor
from timeline.names.lexicon import Match
from timeline.reading import fold

_QUOTES = frozenset("\"«“'”»")
_HEADS = frozenset(map(fold, ("مجلس", "لجنة", "المجلس", "اللجنة", "قمة")))


def joint(scan: Scan, match: Match, first_token: int, end: int) -> Draft | None:
    """ "مجلس الناتو وروسيا", "مجلس "روسيا – الناتو"": a body of two parties is both."""
    words, folded = scan.reading.words, scan.reading.folded
    start = match.first - 1
    if start < first_token or ("state" not in match.kinds and "organisation" not in match.kinds):
        return None
    quoted = words[start] in _QUOTES
    if quoted:
        start -= 1
    head = folded[start] if start >= first_token else ""
    proclitics = ""
    if head not in _HEADS:
        if head[1:] in _HEADS and head[0] in "ولب":
            proclitics = head[0]
        elif head.startswith("لل") and "ا" + head[1:] in _HEADS:
            proclitics = "ل"
        else:
            return None
    first = match.entry("state", "organisation")
    index = skip_gloss(scan, match.last, end)
    if index < end and words[index] in ("-", "–", "—", "/"):
        index += 1
    second = scan.match(index, end)
    if second is None or second.proclitics not in ("", "و") or (second.proclitics == "" and index == match.last):
        return None
    other = second.entry("state", "organisation")
    if first is None or other is None or other.code == first.code:
        return None
    last = skip_gloss(scan, second.last, end)
    if quoted and last < end and words[last] in _QUOTES:
        last += 1
    actors = (
        actor(first, "state" if first.kind == "state" else "organisation"),
        actor(other, "state" if other.kind == "state" else "organisation"),
    )
    return Draft("joint", start, last, proclitics, actors, "", trace=("joint body told as its parties",))
