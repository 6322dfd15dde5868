"""Bodies that no list has, known by the common noun that heads their name: "جيش تحرير أورومو", "لجنة مبادرة السلام"."""

from timeline.model import Actor, step
from timeline.names.bodies import body, owner_after, skip_gloss
from timeline.names.drafts import Draft, Scan
from timeline.names.found import Form
from timeline.names.words import is_name_like
from timeline.reading import bare, fold

_LONGEST = 6  # words of a name behind its head
_OWN_NAMES = (
    "state",
    "capital",
    "adjective",
    "organisation",
    "group",
    "institution",
    "ministry",
    "person",
    "counterpart",
    "sides",
    "own",
)
_DEFINITE = ("ال", "وال", "لل", "بال")
_HELD_IN = frozenset(map(fold, ("في", "ب")))


def unlisted(scan: Scan, index: int, end: int) -> Draft | None:
    """The body whose head stands at a token; None where no name follows the noun."""
    found = scan.vocabulary.heads.get(scan.reading.folded[index])
    if found is None:
        return None
    proclitics, head = found
    last = name_of_body(scan, index + 1, end, construct=not head.definite)
    owner = owner_after(scan, last, end, definite=True) if last > index + 1 or not head.alone else None
    named = last > index + 1 and (head.alone or owner is not None)
    if not named or (owner is None and not _is_a_name(scan, index + 1, last)):
        return None
    if owner is None and head.definite and not head.nocode:
        return None  # "اللجنة الوزارية المكلفة": whose it is, is told elsewhere
    code = None if head.nocode or owner is None else owner.code
    stop = owner.last if owner is not None else last
    if code is None and not head.nocode:
        code, stop = _held_in(scan, stop, end)
    name = " ".join((("ال" if head.definite else "") + head.noun, *map(bare, scan.reading.words[index + 1 : stop])))
    form: Form = "group" if head.nocode or code is None else "institution"
    who = Actor(name, code, head.sector, None, "group" if code is None else "organisation")
    return Draft(form, index, skip_gloss(scan, stop, end), proclitics, (who,), fold(name), trace=(step("body by its common noun"),))


def name_of_body(scan: Scan, index: int, end: int, *, construct: bool) -> int:
    """The end of the words that name a body behind its head: definite ones, and one noun in construct before them."""
    folded, first = scan.reading.folded, index
    limit = min(end, index + _LONGEST)
    while index < limit:
        word = folded[index]
        match = scan.match(index, end)
        named = match is not None and any(entry.kind in _OWN_NAMES for entry in match.entries)
        plain = bare(scan.reading.words[index])
        another = index > first and word in scan.vocabulary.heads
        closed = index == first + 2 and not folded[first].startswith("ال") and not folded[first + 1].startswith("ال")
        if (
            named
            or another
            or closed
            or not (is_name_like(plain) or (index == first and plain.isdigit()))
            or word in scan.words.function
        ):
            break
        definite = word.startswith(_DEFINITE) and len(word) > 4
        governing = construct and index == first and index + 1 < limit and _may_follow(scan, index + 1)
        governed = construct and index == first + 1 and not folded[first].startswith("ال")
        verb = scan.words.is_verb(word) and word not in scan.words.nouns
        if not definite and (verb or not (governing or governed)):
            break
        index += 1
    return index


def _may_follow(scan: Scan, index: int) -> bool:
    """Whether a word may be the second of a name: one with the article, or one that is no everyday word."""
    word = scan.reading.folded[index]
    if not is_name_like(scan.reading.words[index]):
        return False
    return (word.startswith("ال") and len(word) > 4) or not scan.words.is_everyday(word)


def _is_a_name(scan: Scan, first: int, last: int) -> bool:
    """Whether the words say more than an ordinary noun: two at least, or one that is no everyday word."""
    return last - first >= 2 or not scan.words.is_everyday(scan.reading.folded[first])


def _held_in(scan: Scan, index: int, end: int) -> tuple[str | None, int]:
    """The state of the body in which another is ("لجنة الشؤون الدولية في مجلس الشيوخ الفرنسي"), and where it ends."""
    if index + 1 >= end or scan.reading.folded[index] not in _HELD_IN:
        return None, index
    match = scan.match(index + 1, end)
    if match is None or match.proclitics or match.entry("institution", "ministry") is None:
        return None, index
    inner = body(scan, match, end)
    if inner is None or inner.pending or not inner.codes:
        return None, index
    return inner.codes[0], inner.last
