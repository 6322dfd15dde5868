"""Which place a name means: several cities bear one name, and the words around it tell which."""

from timeline.model import Place
from timeline.names.drafts import Scan
from timeline.names.lexicon import Match
from timeline.reading import fold

_OPENING = frozenset("(-–—[")
_SIDES = frozenset(map(fold, ("شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "وسط", "أقصى")))
_DEFINITE = frozenset(
    map(fold, ("المدينة", "البلدة", "القرية", "المحافظة", "الولاية", "المقاطعة", "العاصمة", "المنطقة", "الضاحية"))
)
_LONGEST = 4  # words of a place's name
#: Whose the ground is stays as the list has it, whatever the nationality that a text gives it.
_DISPUTED = frozenset(
    {("UKR", "RUS"), ("PSE", "ISR"), ("SYR", "ISR"), ("ESH", "MAR"), ("AZE", "ARM"), ("XKX", "SRB"), ("CYP", "TUR"), ("TWN", "CHN")}
)


def site(scan: Scan, match: Match, first: int, end: int, name: str) -> Place | None:
    """The place that a name means in its sentence, the tokens `first` to `end`; None where no list has it.

    A nationality decides ("طرابلس اللبنانية"), then the state named beside it ("طرابلس شمال لبنان"), then the state of whom the
    text tells, where the list says that a city of the name is there.
    """
    places = scan.vocabulary.sites.get(fold(name), {})
    usual = scan.vocabulary.places.get(fold(name))
    said = _nationality(scan, match, first, end) or _state_beside(scan, match, end)
    if said is not None and (usual is None or usual.country != said):
        if usual is not None and (usual.country, said) in _DISPUTED:
            return usual
        return places.get(said) or Place(name, said)
    if usual is None:
        return None
    other = [code for code in scan.vocabulary.namesakes(fold(name)) if code in scan.codes]
    if usual.country in scan.codes or len(other) != 1:
        return usual
    return places.get(other[0]) or Place(name, other[0])


def _nationality(scan: Scan, match: Match, first: int, end: int) -> str | None:
    """The state of the nationality behind a place, or before it behind a word for a place ("العاصمة الأردنية عمان")."""
    behind = scan.match(match.last, end)
    before = scan.matches.get(match.first - 1) if match.first - 1 > first else None
    if before is not None and not is_word_for_a_place(scan, match.first - 2):
        before = None
    for found in (behind, before):
        entry = found.kinds.get("adjective") if found is not None and not found.proclitics else None
        if entry is not None and entry.definite and entry.number == 1 and entry.code in scan.vocabulary.states:
            return entry.code
    return None


def _state_beside(scan: Scan, match: Match, end: int) -> str | None:
    """The state behind a bracket, a dash or a side of the compass: "طرابلس (لبنان)", "طرابلس شمال لبنان"."""
    at = match.last
    if at + 1 >= end or not (scan.reading.words[at] in _OPENING or scan.reading.folded[at] in _SIDES):
        return None
    found = scan.match(at + 1, end)
    entry = found.kinds.get("state") if found is not None and not found.proclitics else None
    return entry.code if entry is not None else None


def is_word_for_a_place(scan: Scan, index: int) -> bool:
    """Whether a token is "مدينة", "إقليم" and the like, with or without the article and what is glued to it."""
    word = scan.reading.folded[index]
    nouns = scan.words.place_nouns
    return any(form in nouns or form in _DEFINITE or form.removeprefix("ال") in nouns for form in (word, word[1:]) if len(form) > 2)


def qualifies_a_place(scan: Scan, index: int, first: int, *, feminine: bool) -> bool:
    """Whether the nationality at a token tells where a place is, and is nobody's: "حلب السورية", "إقليم دارفور السوداني"."""
    if index > first and is_word_for_a_place(scan, index - 1):
        return scan.reading.folded[index - 1].endswith(tuple(_DEFINITE))
    for start in range(index - 1, max(first, index - _LONGEST) - 1, -1):
        match = scan.matches.get(start)
        noun = start > first and is_word_for_a_place(scan, start - 1)
        if match is None:
            if start == index - 1 and noun:
                return True  # a place that no list has: "بلدة مامند الباكستانية"
            continue
        if match.last == index and match.entry("place", "capital") is not None:
            return noun or (feminine and match.entries[0].kind in ("place", "capital"))
    return False
