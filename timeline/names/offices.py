"""Offices by their words: when two titles are one office, and how an office is written."""

from timeline.names.drafts import Draft, Scan
from timeline.reading import remembered
from timeline.words.clitics import without_article

_PRESIDENT = "رئيس"
_SPOKESMAN = {"ناطق": "متحدث", "ناطقه": "متحدثه"}
#: Offices of more than one name: how the words begin (folded, without articles), and by which they are kept.
_SAME: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    ((_PRESIDENT, "جمهوريه"), (_PRESIDENT,)),
    ((_PRESIDENT, "دوله"), (_PRESIDENT,)),
    ((_PRESIDENT, "مجلس", "وزراء"), (_PRESIDENT, "وزراء")),
    ((_PRESIDENT, "حكومه"), (_PRESIDENT, "وزراء")),
    (("وزير", "اول"), (_PRESIDENT, "وزراء")),
    (("وزير", "شؤون", "خارجيه"), ("وزير", "خارجيه")),
    ((_PRESIDENT, "دبلوماسيه"), ("وزير", "خارجيه")),
)


@remembered(1 << 14)
def office_key(office: str) -> tuple[str, ...]:
    """The words of an office without articles, by whichever of its names: "رئيس الدبلوماسية" is the foreign minister.

    >>> office_key("وزير الخارجيه") == office_key("وزير خارجيه"), office_key("رئيس الجمهوريه")
    (True, ('رئيس',))
    >>> office_key("رئيس الحكومه") == office_key("رئيس مجلس الوزراء") == office_key("رئيس الوزراء")
    True
    """
    bare = (without_article(word) for word in office.split())
    words = tuple(_SPOKESMAN.get(word, word) for word in bare if word != "رسمي")
    for name, usual in _SAME:
        if words[: len(name)] == name:
            return (*usual, *words[len(name) :])
    return words


def same_office(ours: str, theirs: str, *, alone: bool = True) -> bool:
    """Whether the first title may mean the second's office: equal, or a lone head word for it ("الوزير" for "وزير الخارجية").

    "الرئيس" is a president, not whoever presides.

    >>> same_office("وزير", "وزير الخارجيه"), same_office("رئيس", "رئيس الوزراء")
    (True, False)
    """
    our, their = office_key(ours), office_key(theirs)
    if our == their:
        return bool(our)
    return bool(our and their) and alone and len(our) == 1 and our[0] == their[0] != _PRESIDENT


def label(scan: Scan, draft: Draft) -> str:
    """An office as its mention writes it, without honorifics and nationality, definite: "وزير الخارجية"."""
    title = draft.actors[0].title if draft.actors else None
    if not title:
        return ""
    words: list[str] = []
    for word in title.split():
        kinds = {entry.kind for entry in scan.vocabulary.lexicon.get(word)}
        if not words and "title" not in kinds:
            continue
        if words and kinds & {"adjective", "state"}:
            break
        words.append(word)
    if len(words) > 1 and not words[1].startswith("ال"):
        words[1] = "ال" + words[1]
    return " ".join(words)
