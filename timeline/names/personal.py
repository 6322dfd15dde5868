"""Where a person's name begins and ends, and its canonical form."""

from timeline.names.drafts import Scan
from timeline.names.name_signs import Word, belongs
from timeline.names.words import is_name_like
from timeline.reading import bare, remembered

_LONGEST = 8
_CHAIN = ("بن", "ابن", "إبن", "بنت")
_JOINED = ("عبد", "أبو", "أبا", "أبي", "ابو", "آل", "ال")


def name_end(scan: Scan, first: int, end: int, *, titled: bool, proclitics: str = "") -> int:
    """The end of the name that begins at token `first`, or `first` where none does.

    A name ends before verbs, particles, common nouns, states, titles, digits and punctuation; بن, عبد, آل, أبو and the like carry
    it on. Without a title it needs a known given name first, and a second word.
    """
    reading, links = scan.reading, scan.words.links
    index, linked = _known_end(scan, first, end, proclitics), False
    while index < end and index - first < _LONGEST:
        if _hyphened(scan, index, first, end):
            index += 2  # جونج-إيل
            continue
        cut = len(proclitics) if index == first else 0
        folded, plain = reading.folded[index][cut:], bare(reading.words[index])[cut:]
        glued = index > first and reading.words[index - 1] != "-" and reading.starts[index] == reading.ends[index - 1]
        if len(plain) < 2 or glued or not is_name_like(reading.words[index]):
            break
        if folded not in links and not linked and not belongs(Word(scan, index, first, end, folded, plain, titled)):
            break
        linked = folded in links
        index += 1
    while index - 1 > first and reading.folded[index - 1] in links:
        index -= 1  # a name does not end in بن
    if index - first < 2 and not (titled and index > first and _alone(scan, first, proclitics)):
        return first
    return index


def _known_end(scan: Scan, first: int, end: int, proclitics: str) -> int:
    """The end of the known person's name of two words or more that begins at a token, or the token."""
    known = scan.match(first, end)
    if known is None or known.last - first < 2 or known.proclitics != proclitics or "person" not in known.kinds:
        return first
    return known.last


def _hyphened(scan: Scan, index: int, first: int, end: int) -> bool:
    """Whether a token is a hyphen between two parts of a name."""
    reading = scan.reading
    if reading.words[index] != "-" or not first < index < end - 1:
        return False
    tight = reading.ends[index - 1] == reading.starts[index] and reading.ends[index] == reading.starts[index + 1]
    return tight and is_name_like(reading.words[index + 1])


def _alone(scan: Scan, index: int, proclitics: str) -> bool:
    """Whether a single word after a title is a name: a given name, a known one, or long and foreign to Arabic word forms."""
    word = scan.reading.folded[index][len(proclitics) :]
    match = scan.matches.get(index)
    if word in scan.words.given or (match is not None and "person" in match.kinds):
        return True
    return (
        len(word) >= 7
        and not word.endswith(("ات", "ين", "ون", "يا", "ها", "هم", "ه"))
        and not word.startswith(("ال", "است", "مست", "مت", "لل", "با", "ان"))
    )


def canonical(tokens: list[str]) -> str:
    """A name as news uses it: chains of بن shortened, the form of the text else.

    >>> canonical("عادل بن أحمد الجبير".split()), canonical("تميم بن حمد آل ثاني".split())
    ('عادل الجبير', 'تميم بن حمد آل ثاني')
    >>> canonical("محمد بن سلمان بن عبدالعزيز آل سعود".split())
    'محمد بن سلمان'
    """
    groups = _groups(tokens)
    chains = [position for position, group in enumerate(groups) if group[0] in _CHAIN]
    if not chains or chains[0] == 0:
        return " ".join(tokens)
    head = groups[: chains[0]]
    tail = groups[chains[-1] + 1 :]
    clan = bool(tail) and tail[0][0] in ("آل", "ال")
    kept = [*head, groups[chains[0]]]
    if tail and not clan:
        kept = [*head, *tail]
    elif clan and len(chains) == 1 and tail[0][1:] != ["سعود"]:
        kept = [*kept, *tail]
    return " ".join(word for group in kept for word in group)


def _groups(tokens: list[str]) -> list[list[str]]:
    """Tokens with what they carry on: بن سلمان, عبد العزيز, آل ثاني."""
    groups: list[list[str]] = []
    open_group = False
    for token in tokens:
        if open_group:
            groups[-1].append(token)
            open_group = token in _JOINED
        elif token in _CHAIN or token in _JOINED:
            groups.append([token])
            open_group = True
        else:
            groups.append([token])
    return groups


@remembered(1 << 14)
def surname(name: str) -> str:
    """The last word of a name with what belongs to it, by which later mentions call its bearer.

    >>> surname("عادل الجبير"), surname("رجب طيب أردوغان"), surname("أحمد أبو الغيط"), surname("سلمان بن عبد العزيز")
    ('الجبير', 'أردوغان', 'أبو الغيط', '')
    """
    groups = _groups(name.split())
    last = groups[-1]
    if len(groups) < 2 and len(last) == 1:
        return last[0]
    if last[0] in _CHAIN or last[0] in ("آل", "ال") or len(groups) < 2:
        return ""
    return " ".join(last)
