"""Title phrases: "نائب المتحدث باسم الأمين العام للأمم المتحدة" and the like, up to where a name may begin."""

from timeline.names.bodies import skip_gloss
from timeline.names.drafts import Scan
from timeline.names.lexicon import Match
from timeline.names.title_parts import PARTS, Phrase, Title
from timeline.reading import fold

__all__ = ["Title", "title"]

_LONGEST = 30  # tokens: no title is longer, and reading stays linear


def title(scan: Scan, match: Match, end: int, depth: int = 0) -> Title:
    """The title phrase whose head word is at a match: the head, and behind it part after part as long as one of `PARTS` fits."""
    head = match.kinds["title"]
    codes = ((head.code, ""),) if head.code else ()
    limit = min(end, match.last + _LONGEST)
    phrase = Phrase(scan, match, head, limit, match.last, (head.name,), codes, head.sector, bool(codes), depth, title)
    while phrase.last < phrase.end:
        longer = next((taken for part in PARTS if (taken := part.take(phrase)) is not None), phrase)
        if longer.last == phrase.last:
            break
        phrase = longer
    last = skip_gloss(scan, phrase.last, phrase.end)
    office = fold(" ".join(phrase.office))
    flags = {"bare": last == match.last, "former": phrase.former, "national": phrase.national}
    return Title(match.first, last, head, phrase.codes, phrase.sector, phrase.owned, office, **flags)
