"""Where a person's name begins and ends, and its canonical form."""

from timeline.names.drafts import Scan
from timeline.names.words import is_name_like
from timeline.reading import bare

_LONGEST = 8
_BREAKERS = (
    "state",
    "capital",
    "seat",
    "organisation",
    "group",
    "institution",
    "ministry",
    "title",
    "honorific",
    "counterpart",
    "sides",
    "own",
)
_CHAIN = ("بن", "ابن", "إبن", "بنت")
_JOINED = ("عبد", "أبو", "أبا", "أبي", "ابو", "آل", "ال")


def name_end(scan: Scan, first: int, end: int, *, titled: bool, proclitics: str = "") -> int:
    """The end of the name that begins at token `first`, or `first` where none does.

    A name ends before verbs, particles, common nouns, states, titles, digits and punctuation; بن, عبد, آل, أبو and the like carry it
    on. Without a title it needs a known given name first, and a second word.
    """
    reading, words = scan.reading, scan.words
    folded, raw = reading.folded, reading.words
    index = first
    linked = False
    while index < end and index - first < _LONGEST:
        word = folded[index]
        plain = bare(raw[index])
        if index == first and proclitics:
            word = word[len(proclitics) :]
            plain = plain[len(proclitics) :]
        if not is_name_like(raw[index]) or (index > first and reading.starts[index] == reading.ends[index - 1]):
            break
        if word in words.links:
            linked = True
            index += 1
            continue
        if not linked and not _fits(scan, index, first, end, word, plain, titled):
            break
        linked = False
        index += 1
    if linked:  # a name does not end in بن
        index -= 1
    while index - 1 > first and folded[index - 1] in words.links:
        index -= 1
    if not titled and index - first < 2:
        return first
    return index


def _imperfect(word: str) -> bool:
    """Whether an unknown word looks like a verb in the imperfect ("يبشر"): short, and begun by ي."""
    return word[0] == "ي" and 4 <= len(word) <= 5 or word[:2] in ("سي", "ست") and 5 <= len(word) <= 6


def _fits(scan: Scan, index: int, first: int, end: int, word: str, plain: str, titled: bool) -> bool:
    words = scan.words
    known = word in words.given
    if index == first:
        return _may_begin(scan, index, end, word, plain, known, titled)
    if word == "علي":  # the preposition and the name fold alike
        return plain.endswith("ي") and not (
            index + 1 < end and scan.words.is_everyday(scan.reading.folded[index + 1]) and index - first > 1
        )
    match = scan.match(index, end)
    if match is not None and any(entry.kind in _BREAKERS for entry in match.entries):
        return False
    if (
        match is not None
        and match.entry("adjective") is not None
        and not (index == first + 1 and _surname_adjective(scan, index, first, word))
    ):
        return False
    if known:
        return not (word.startswith("و") and word[1:] in words.given)
    if index == first + 1 and word in words.nouns and word not in words.function and _closed(scan, index, first, end):
        return True  # "فرحان حق،"
    if words.is_everyday(word) or word.removeprefix("ال") in words.nouns or word in scan.vocabulary.title_words:
        return False
    if word.startswith("و"):
        return _may_be_waw_name(scan, index, first, word)
    if word[0] in "فبلك" and (scan.matches.get(index) is not None and scan.matches[index].proclitics):
        return False
    return not (plain.endswith("ة") and not word.startswith("ال") and index - first > 1)


def _may_begin(scan: Scan, index: int, end: int, word: str, plain: str, known: bool, titled: bool) -> bool:
    words = scan.words
    if word == "علي" and not plain.endswith("ي"):
        return False
    if known:
        following = scan.reading.folded[index + 1] if index + 1 < end else ""
        return titled or not words.is_everyday(following)
    if not titled or len(word) < 3:
        return False
    match = scan.match(index, end)
    if match is not None and any(entry.kind in (*_BREAKERS, "adjective") for entry in match.entries):
        return False
    if words.is_everyday(word) or word.removeprefix("ال") in words.nouns or word in scan.vocabulary.title_words:
        return False
    if word.startswith(("ال", "بال", "لل", "كال", "وال", "فال", "ولل", "وبال")) and len(word) > 4:
        return False
    if word[0] == "و" and (word[1:] in words.given or word.startswith("وال") or scan.matches.get(index) is not None):
        return False
    return not plain.endswith(("ة", "ات")) and not _imperfect(word)


def _closed(scan: Scan, index: int, first: int, end: int) -> bool:
    """Whether a given name, one word and a comma follow each other."""
    return scan.reading.folded[first] in scan.words.given and index + 1 < end and scan.reading.words[index + 1] in "،,"


def _surname_adjective(scan: Scan, index: int, first: int, word: str) -> bool:
    """Whether a nationality after a lone given name is a surname ("منير المصري")."""
    return word.startswith("ال") and not word.endswith("ه") and scan.reading.folded[first] in scan.words.given


def _may_be_waw_name(scan: Scan, index: int, first: int, word: str) -> bool:
    """Whether و begins a surname ("جيريمي وير") and is no conjunction ("بوتين ولافروف")."""
    rest = word[1:]
    if rest.startswith("ال") or rest in scan.words.given or scan.words.is_everyday(rest):
        return False
    found = scan.matches.get(index)
    if found is not None and found.entries[0].kind != "place":
        return False
    return index == first + 1 and scan.reading.folded[first] in scan.words.given and len(word) <= 8


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
