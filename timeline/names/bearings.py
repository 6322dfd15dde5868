"""How a sentence puts a title and the name of its bearer together; each way is a record with an example and a counter-example."""

from collections.abc import Callable

import attrs

from timeline.names.appositions import COMMAS, after_honorifics, more_titles
from timeline.names.bodies import skip_gloss
from timeline.names.drafts import Scan
from timeline.names.lexicon import Match
from timeline.names.personal import name_end
from timeline.names.titles import Title, title
from timeline.reading import fold

_HELD_IN = frozenset(map(fold, ("في", "لدى")))
_BODY_WORDS = 2  # words of a body's own name that no list has
_STACKED = 3  # titles that may follow each other
_DEPUTY = fold("نائب")
#: What closes a name that a mark sets off from its title.
_CLOSING = {"(": ")", "[": "]", '"': '"', "«": "»", "“": "”", "-": "-", "–": "–", "—": "—", "'": "'"}


@attrs.frozen
class Sight:
    """A title phrase in its sentence, the half-open range of tokens `first` to `end`; `floor` is the first token not taken yet."""

    scan: Scan
    match: Match
    phrase: Title
    first: int
    end: int
    floor: int

    def name(self, index: int) -> tuple[int, int]:
        """The name that begins at a token, honorifics before it left out; an empty range where none does."""
        after = after_honorifics(self.scan, index, self.end)
        return after, name_end(self.scan, after, self.end, titled=True)

    def known(self, range_: tuple[int, int]) -> bool:
        """Whether a known given name begins a name."""
        return self.scan.reading.folded[range_[0]] in self.scan.words.given


@attrs.frozen
class Bearing:
    """A name and a title as one person: the title, where the words of the title end, the name's tokens, and all tokens.

    `before` says that the name stands before the title.
    """

    phrase: Title
    titled: int
    name: tuple[int, int]
    first: int
    last: int
    before: bool = False


@attrs.frozen(eq=False)
class Frame:
    """A way to put a title and a name together: in `example` the brackets hold title and name, in `counter` the title alone."""

    name: str
    find: Callable[[Sight], Bearing | None]
    example: str
    counter: str


def _bearing(sight: Sight, name: tuple[int, int], last: int | None = None, phrase: Title | None = None) -> Bearing:
    phrase = phrase or sight.phrase
    return Bearing(phrase, phrase.last, name, sight.match.first, name[1] if last is None else last)


def _called(sight: Sight) -> Bearing | None:
    scan, after = sight.scan, after_honorifics(sight.scan, sight.phrase.last, sight.end)
    if (known := _known(sight, after)) is not None:
        return known
    for last in range(min(sight.end, after + 2), after, -1):
        if scan.vocabulary.called(" ".join(scan.reading.folded[after - 1 : last])):
            full = max(last, name_end(scan, after, sight.end, titled=True))
            return _bearing(sight, (after, full if full == last or _goes_on(sight, last) else last))
    return None


def _known(sight: Sight, after: int) -> Bearing | None:
    """A bare surname that the list knows, behind a title that may be its bearer's: "الرئيس السيسي"."""
    match, head = sight.scan.match(after, sight.end), sight.phrase.head
    entry = match.entries[0] if match is not None and not match.proclitics else None
    if match is None or entry is None or entry.kind != "person" or "short" not in entry.marks or head.number > 1:
        return None
    codes = [code for code, _ in sight.phrase.codes]
    agrees = entry.code in codes if codes else head.definite and not sight.phrase.owned
    return _bearing(sight, (after, match.last)) if agrees else None


def _goes_on(sight: Sight, index: int) -> bool:
    """Whether a first name goes on with بن or a surname behind it."""
    word = sight.scan.reading.folded[index]
    return word in sight.scan.words.links or word.startswith("ال") or word in sight.scan.words.given


def _straight(sight: Sight) -> Bearing | None:
    name = sight.name(sight.phrase.last)
    if name[0] == name[1] or not _may_bear_name(sight, name[0]) or _is_another(sight, name):
        return None
    return _bearing(sight, name)


def _may_bear_name(sight: Sight, after: int) -> bool:
    """Plural and indefinite titles take a name only if a given name begins it, adjectives none after a noun."""
    scan, phrase = sight.scan, sight.phrase
    head, folded = phrase.head, scan.reading.folded
    if "nocode" in head.marks and phrase.owned:
        return False  # "معارضون للرئيس قيس سعيد": the name is the president's
    before = folded[sight.match.first - 1] if sight.match.first > sight.first else ""
    if "adjective" in head.marks and not head.definite and not phrase.owned and before in scan.words.nouns:
        return False
    if after > phrase.last or folded[after] in scan.words.given:
        return True
    return not (head.number == 3 or "construct" in head.marks or ("group" in head.marks and not head.definite))


def _is_another(sight: Sight, name: tuple[int, int]) -> bool:
    """Whether the single word behind a title is someone of another state: "سيزور الرئيس المكسيكي ترامب"."""
    phrase, match = sight.phrase, sight.scan.match(name[0], sight.end)
    known = match.entry("person") if match is not None and match.last == name[1] and not match.proclitics else None
    if known is None or name[1] - name[0] > 1 or "adjective" in phrase.head.marks:
        return False
    return bool(phrase.codes) and known.code is not None and known.code not in [code for code, _ in phrase.codes]


def _between_marks(sight: Sight) -> Bearing | None:
    words, at = sight.scan.reading.words, sight.phrase.last
    at += at < sight.end and words[at] in ("،", ",")
    closing = _CLOSING.get(words[at]) if at < sight.end else None
    if closing is None:
        return None
    name = sight.name(at + 1)
    whole = name[1] > name[0] and name[1] < sight.end and words[name[1]] == closing
    return _bearing(sight, name, name[1] + 1) if whole else None


def _behind_a_comma(sight: Sight) -> Bearing | None:
    words, at = sight.scan.reading.words, sight.phrase.last
    if sight.phrase.bare or at >= sight.end or words[at] not in ("،", ","):
        return None
    name = sight.name(at + 1)
    closed = name[1] < sight.end and words[name[1]] in COMMAS
    many = sight.phrase.head.number > 1
    return _bearing(sight, name) if name[1] - name[0] >= 2 and (sight.known(name) or closed or many) else None


def _stacked(sight: Sight) -> Bearing | None:
    scan, phrase = sight.scan, sight.phrase
    index, codes, owned = phrase.last, phrase.codes, phrase.owned
    for _ in range(_STACKED):
        found = scan.match(index, sight.end)
        if found is None or "title" not in found.kinds or found.proclitics not in _joined(phrase):
            return None
        following = title(scan, found, sight.end)
        codes, owned = codes or following.codes, owned or following.owned
        name = sight.name(following.last)
        if name[1] > name[0]:
            whole = attrs.evolve(phrase, last=following.last, codes=codes, owned=owned)
            return _bearing(sight, name, phrase=whole)
        index = following.last
    return None


def _joined(phrase: Title) -> tuple[str, ...]:
    """How a further title may be joined: a deputy may be a minister too ("نائب رئيس الوزراء ووزير الخارجية")."""
    return ("", "و") if phrase.office.startswith(_DEPUTY) else ("",)


def _beyond(sight: Sight) -> Bearing | None:
    scan, phrase = sight.scan, sight.phrase
    folded = scan.reading.folded
    if phrase.head.number > 1 or phrase.bare or phrase.last >= sight.end:
        return None
    first = phrase.last
    if folded[first] in _HELD_IN:
        body = scan.match(first + 1, sight.end)
        if body is None or body.proclitics or body.entry("organisation", "group") is None:
            return None
        first = skip_gloss(scan, body.last, sight.end)
    else:
        limit = min(sight.end, phrase.last + _BODY_WORDS)
        while first < limit and folded[first].startswith("ال") and scan.match(first, sight.end) is None:
            first += 1
        if first == phrase.last or first >= sight.end or folded[first] not in scan.words.given:
            return None
    name = sight.name(first)
    return _bearing(sight, name) if name[1] - name[0] >= 2 else None


def _before(sight: Sight) -> Bearing | None:
    first = None if sight.match.proclitics else _name_before(sight)
    if first is None:
        return None
    scan, start = sight.scan, sight.match.first
    last = start - 1 if scan.reading.words[start - 1] in ("،", ",") else start
    return Bearing(sight.phrase, sight.phrase.last, (first, last), first, more_titles(scan, sight.phrase.last, sight.end), True)


def _name_before(sight: Sight) -> int | None:
    """Where a name of two to five words that runs up to a title begins."""
    scan, index = sight.scan, sight.match.first
    folded = scan.reading.folded
    if index - 1 > sight.floor and scan.reading.words[index - 1] in ("،", ","):
        index -= 1
    for first in range(max(sight.floor, index - 5), index - 1):
        bound = first == sight.first or scan.words.is_verb(folded[first - 1]) or folded[first - 1] in scan.words.function
        linked = first > sight.first and folded[first - 1] in scan.words.links
        begins = not linked and (folded[first] in scan.words.given or bound) and index - first >= 2
        if begins and name_end(scan, first, index, titled=True) == index:
            return first
    return None


#: All frames, in the order in which they are tried.
FRAMES = (
    Frame("a title and the name it goes with", _called, "التقى [الرئيس الأسد] الوفد", "التقى [الرئيس] الكاتب في القفص"),
    Frame("a title and a name", _straight, "قال [وزير الخارجية الروسي سيرغي لافروف]", "يزور [الرئيس المكسيكي] ترامب"),
    Frame(
        "a name between marks",
        _between_marks,
        "زار [وزير الدفاع الأوكراني (أوليكسي ريزنيكوف)] روما",
        "زار [وزير الدفاع الأوكراني] (الأربعاء) روما",
    ),
    Frame(
        "a name behind a comma",
        _behind_a_comma,
        "دعا [رئيس الوزراء البريطاني، جوردون براون]، إلى مؤتمر",
        "دعا [رئيس الوزراء البريطاني]، اليوم، إلى مؤتمر",
    ),
    Frame(
        "titles and a name",
        _stacked,
        "قال [نائب رئيس الوزراء ووزير الخارجية أيمن الصفدي]",
        "قال [رئيس الوزراء] ووزير الخارجية أيمن الصفدي",
    ),
    Frame(
        "a name behind the title's body",
        _beyond,
        "قال [رئيس كتلة المستقبل النيابية سعد الحريري]",
        "قال [رئيس الكتلة] النيابية سعيدا",
    ),
    Frame("a name and a title", _before, "قال [توماتسو مانديني الرئيس التنفيذي]", "وصل صباحا [الرئيس التنفيذي]"),
)


def bearing(sight: Sight) -> Bearing | None:
    """The bearer of a title, by the first frame that finds one."""
    return next((found for frame in FRAMES if (found := frame.find(sight)) is not None), None)
