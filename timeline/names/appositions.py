"""What stands between and after a title and a name: honorifics, commas, further titles."""

from timeline.names.drafts import Scan
from timeline.names.lexicon import Match
from timeline.names.personal import name_end
from timeline.names.titles import Title, title
from timeline.reading import fold

_SPEAKING = fold("باسم")
COMMAS = frozenset("،,-–—")


def after_honorifics(scan: Scan, index: int, end: int) -> int:
    """The token after the honorifics that begin at one: "الأستاذ", "صاحب السمو الملكي الأمير", "د."."""
    while index < end:
        found = scan.match(index, end)
        if (
            found is not None
            and not found.proclitics
            and ("honorific" in found.kinds or ("title" in found.kinds and _is_honorific(found)))
        ):
            index = found.last
        elif index + 1 < end and scan.reading.words[index] in ("د", "أ", "م") and scan.reading.words[index + 1] in (".", "/"):
            index += 2
        else:
            break
    return index


def _is_honorific(match: Match) -> bool:
    return any(entry.kind == "title" and "honorific" in entry.marks for entry in match.entries)


def apposed(scan: Scan, index: int, end: int) -> tuple[int, int]:
    """A name set off by commas after a title: "مستشار الأمن القومي، جيم جونز، ..."."""
    after = after_honorifics(scan, index, end)
    last = name_end(scan, after, end, titled=True)
    if last - after >= 2 and (
        scan.reading.folded[after] in scan.words.given or (last < end and scan.reading.words[last] in COMMAS)
    ):
        return after, last
    return index, index


def apposition(scan: Scan, index: int, end: int) -> tuple[int, Title | None]:
    """A title after a name: "عادل الجبير وزير الخارجية السعودي", "بوتين، الرئيس الروسي،"."""
    at = index
    comma = at < end and scan.reading.words[at] in COMMAS
    if comma:
        at += 1
    found = scan.match(at, end)
    if found is None or found.proclitics or "title" not in found.kinds or scan.words.is_verb(scan.reading.folded[at]):
        return index, None
    phrase = title(scan, found, end)
    after = after_honorifics(scan, phrase.last, end)
    named = name_end(scan, after, end, titled=True)
    if named > after and _SPEAKING in phrase.office.split():
        return named, phrase  # "إبراهيم كالين المتحدث باسم الرئيس التركي أردوغان": the name behind is his for whom the first speaks
    if phrase.bare or named > after:
        return index, None
    if comma and not (phrase.last < end and scan.reading.words[phrase.last] in COMMAS):
        return index, None
    return more_titles(scan, phrase.last, end), phrase


def more_titles(scan: Scan, index: int, end: int) -> int:
    """Further titles that stand right after a title: "ولي ولي العهد النائب الثاني لرئيس مجلس الوزراء وزير الدفاع"."""
    while True:
        found = scan.match(index, end)
        if found is None or found.proclitics or "title" not in found.kinds:
            return index
        index = title(scan, found, end).last
