"""Where a person's name begins and ends, and its canonical form."""

from timeline.names.drafts import Scan
from timeline.names.words import is_name_like
from timeline.reading import bare, fold, remembered

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
#: Of rulers: عبد الله الثاني.
ORDINALS = frozenset(
    map(
        fold,
        ("الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "الثانية", "الأولى", "السادس عشر", "عشر"),
    )
)
_DIVINE = frozenset(("الله",))
_GLUED = ("لل", "بال", "كال", "وال", "فال", "ولل", "وبال")
_CHAIN = ("بن", "ابن", "إبن", "بنت")
_JOINED = ("عبد", "أبو", "أبا", "أبي", "ابو", "آل", "ال")


def name_end(scan: Scan, first: int, end: int, *, titled: bool, proclitics: str = "") -> int:
    """The end of the name that begins at token `first`, or `first` where none does.

    A name ends before verbs, particles, common nouns, states, titles, digits and punctuation; بن, عبد, آل, أبو and the like carry
    it on. Without a title it needs a known given name first, and a second word.
    """
    reading, words = scan.reading, scan.words
    folded, raw = reading.folded, reading.words
    index = first
    linked = False
    known = scan.match(first, end)
    if known is not None and known.last - first > 1 and known.proclitics == proclitics and "person" in known.kinds:
        index = known.last
    while index < end and index - first < _LONGEST:
        word = folded[index]
        plain = bare(raw[index])
        if index == first and proclitics:
            word = word[len(proclitics) :]
            plain = plain[len(proclitics) :]
        if (
            raw[index] == "-"
            and first < index < end - 1
            and reading.ends[index - 1] == reading.starts[index]
            and reading.ends[index] == reading.starts[index + 1]
            and is_name_like(raw[index + 1])
        ):
            index += 2  # جونج-إيل
            continue
        if (
            len(plain) < 2
            or not is_name_like(raw[index])
            or (index > first and raw[index - 1] != "-" and reading.starts[index] == reading.ends[index - 1])
        ):
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
    if index - first == 1 and not _alone(scan, first, proclitics):
        return first
    return index


def _alone(scan: Scan, index: int, proclitics: str) -> bool:
    """Whether a single word after a title is a name: a given name, a known one, or long and foreign to Arabic word forms."""
    word = scan.reading.folded[index][len(proclitics) :]
    if word in scan.words.given:
        return True
    match = scan.matches.get(index)
    if match is not None and "person" in match.kinds:
        return True
    return (
        len(word) >= 7
        and not word.endswith(("ات", "ين", "ون", "يا", "ها", "هم", "ه"))
        and not word.startswith(("ال", "است", "مست", "مت", "لل", "با", "ان"))
    )


def _imperfect(word: str) -> bool:
    """Whether an unknown word looks like a verb in the imperfect ("يبشر"): short, and begun by ي."""
    return (word[0] == "ي" and 4 <= len(word) <= 5) or (word[:2] in ("سي", "ست") and 5 <= len(word) <= 6)


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
    if match is not None and match.proclitics == "ك" and match.entries[0].kind == "place":
        match = None  # "كالين" is no "like Allen"
    if match is not None and any(entry.kind in _BREAKERS for entry in match.entries) and not (known and _middle(scan, index, end)):
        return False
    if (
        match is not None
        and "adjective" in match.kinds
        and not (index == first + 1 and _surname_adjective(scan, index, first, word))
    ):
        return False
    if known:
        return not (word.startswith("و") and word[1:] in words.given)
    if word in ORDINALS and index > first and scan.reading.folded[index - 1] in words.given | words.links | _DIVINE:
        return titled  # عبد الله الثاني
    if word[0] in "بلوفك" and word[1:] in words.given and len(word) > 4:
        return False
    if word.startswith(_GLUED) and len(word) > (5 if index == first + 1 and scan.reading.folded[first] in words.given else 4):
        return False
    if (
        index == first + 1
        and word.startswith("ال")
        and word in scan.vocabulary.portfolios
        and scan.reading.folded[first] in words.given
        and word not in words.nouns
    ):
        return True  # الحبيب الصيد
    if index == first + 1 and word in words.nouns and word not in words.function and _closed(scan, index, first, end):
        return True  # "فرحان حق،"
    if plain.endswith("ة") and index == first + 1 and word not in words.nouns and scan.reading.folded[first] in words.given:
        return True  # "رياض سلامة", which is no "سلامه"
    if words.is_everyday(word) or word.removeprefix("ال") in words.nouns or word in scan.vocabulary.title_words:
        return False
    if word.startswith("و"):
        return _may_be_waw_name(scan, index, first, word)
    if word[0] in "فبلك" and match is not None and match.proclitics and match.entries[0].kind not in ("place", "person", "body"):
        return False
    if index - first < 2:
        return True
    before = scan.reading.folded[index - 1]
    if word.startswith("ال"):  # a further surname follows a given name or another surname, not the foreign name of a minister
        return before in words.given or before.startswith("ال") or before in _DIVINE
    return not plain.endswith(("ة", "ات", "ين", "ها", "هم"))


def _may_begin(scan: Scan, index: int, end: int, word: str, plain: str, known: bool, titled: bool) -> bool:
    words = scan.words
    if word == "علي" and not plain.endswith("ي"):
        return False
    if known and titled and word in words.function:
        return index + 1 < end and not words.is_everyday(scan.reading.folded[index + 1])
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
    if word.startswith(("ال", *_GLUED)) and len(word) > 4:
        return False
    if word[0] == "و" and (word[1:] in words.given or word.startswith("وال") or scan.matches.get(index) is not None):
        return False
    return not plain.endswith(("ة", "ات")) and not _imperfect(word)


def _middle(scan: Scan, index: int, end: int) -> bool:
    """Whether a word that is a title and a given name is the name: more of it follows ("حسين أمير عبد اللهيان")."""
    following = scan.reading.folded[index + 1] if index + 1 < end else ""
    return following in scan.words.given or following in scan.words.links


def _closed(scan: Scan, index: int, first: int, end: int) -> bool:
    """Whether a given name, one word and a comma follow each other."""
    return (
        scan.reading.folded[first] in scan.words.given and index + 1 < len(scan.reading) and scan.reading.words[index + 1] in "،,"
    )


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
