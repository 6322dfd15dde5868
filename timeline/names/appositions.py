"""What stands between and after a title and a name: honorifics, commas, further titles."""

from typing import Literal

from timeline.names.drafts import Scan
from timeline.names.lexicon import Match
from timeline.names.personal import name_end
from timeline.names.titles import Title, title
from timeline.reading import fold

#: What stands before a name.
Own = Literal["", "honorific", "title"]

_SPEAKING = fold("باسم")
COMMAS = frozenset("،,-–—")
_BRACKETS = {"(": ")", "[": "]"}
_INITIALS = ("د", "أ", "ا", "م")


def after_honorifics(scan: Scan, index: int, end: int) -> int:
    """The token after the honorifics that begin at one: "الأستاذ", "صاحب السمو الملكي الأمير", "أ.د."."""
    words = scan.reading.words
    while index < end:
        found = scan.match(index, end)
        if (
            found is not None
            and not found.proclitics
            and ("honorific" in found.kinds or ("title" in found.kinds and _is_honorific(found)))
        ):
            index = found.last
        elif index + 1 < end and words[index] in _INITIALS and words[index + 1] in (".", "/"):
            index += 2
        else:
            break
    return index


def _is_honorific(match: Match) -> bool:
    return any(entry.kind == "title" and "honorific" in entry.marks for entry in match.entries)


def apposition(scan: Scan, index: int, end: int, code: str | None = None, own: Own = "") -> tuple[int, Title | None]:
    """A title after a name: "عادل الجبير وزير الخارجية السعودي", "بوتين، الرئيس الروسي،", "(وزير الدفاع)".

    It is another's where it is of another state than `code`. `own` is what stands before the name: behind a title, a further one
    that nothing parts from the name is another's too ("استقبل الرئيس عبد الفتاح السيسي رئيس الوزراء"), and behind an honorific,
    one that begins with the article ("استقبل الشيخ ناصر السفير التركي").
    """
    words, at = scan.reading.words, index
    comma = at < end and words[at] in COMMAS
    closing = _BRACKETS.get(words[at]) if at < end else None
    at += comma or closing is not None
    found = scan.match(at, end)
    if found is None or found.proclitics or "title" not in found.kinds or scan.words.is_verb(scan.reading.folded[at]):
        return index, None
    if at == index and (own == "title" or (own == "honorific" and scan.reading.folded[at].startswith("ال"))):
        return index, None
    phrase = title(scan, found, end)
    if code is not None and phrase.codes and code not in [each for each, _ in phrase.codes]:
        return index, None
    if closing is not None:
        closed = phrase.last < end and words[phrase.last] == closing
        return (phrase.last + 1, phrase) if closed else (index, None)
    after = after_honorifics(scan, phrase.last, end)
    named = name_end(scan, after, end, titled=True)
    if named > after and _SPEAKING in phrase.office.split():
        return named, phrase  # "إبراهيم كالين المتحدث باسم الرئيس التركي أردوغان": the name behind is his for whom the first speaks
    if (
        (phrase.bare and found.last - found.first < 2)
        or named > after
        or (comma and not (phrase.last < end and words[phrase.last] in COMMAS))
    ):
        return index, None
    return more_titles(scan, phrase.last, end), phrase


def more_titles(scan: Scan, index: int, end: int) -> int:
    """Further titles that stand right after a title: "ولي ولي العهد النائب الثاني لرئيس مجلس الوزراء وزير الدفاع"."""
    while True:
        found = scan.match(index, end)
        if found is None or found.proclitics or "title" not in found.kinds:
            return index
        index = title(scan, found, end).last
