"""Sentences that a page wraps around its article: menus, "read also", captions, copyright lines."""

from timeline.events.sheet import Sheet

_OPENINGS = frozenset(
    {
        ("اقرا", "ايضا"),
        ("اقرا", "المزيد"),
        ("للمزيد",),
        ("المزيد",),
        ("شاهد", "ايضا"),
        ("رابط", "الخبر"),
        ("جميع", "الحقوق"),
        ("حقوق", "النشر"),
        ("كلمات", "مفتاحيه"),
        ("سمات",),
        ("الوسوم",),
        ("تابعونا",),
        ("تابعوا",),
        ("اشترك",),
        ("شارك", "عبر"),
        ("شارك", "برايك"),
        ("شارك", "من"),
        ("مواضيع", "ذات"),
        ("اخبار", "ذات"),
        ("المصدر",),
        ("زر", "الذهاب"),
        ("اخر", "تحديث"),
        ("صوره", "ارشيفيه"),
        ("leave", "a"),
        ("copyright",),
    }
)
_BEGINNINGS = frozenset(opening[0] for opening in _OPENINGS)
_TITLES = {len(opening) for opening in _OPENINGS}


def boilerplate_sentences(sheet: Sheet) -> frozenset[int]:
    """Indices of the sentences that are no part of the article's prose."""
    return frozenset(index for index, (first, last) in enumerate(sheet.reading.sentences) if _is_boilerplate(sheet, first, last))


def _is_boilerplate(sheet: Sheet, first: int, last: int) -> bool:
    words = [word for word in sheet.folded[first : min(last, first + 4)] if word.isalnum()]
    if words[:1] == ["انتهي"] and sheet.folded[first] == "/":  # "// انتهى //"
        return True
    if not words or words[0] not in _BEGINNINGS:
        return False
    return any(tuple(words[:length]) in _OPENINGS for length in _TITLES)


def in_dateline(sheet: Sheet, token: int) -> bool:
    """Whether the token stands in the article's dateline ("عين اليوم – موسكو")."""
    line = sheet.dating.dateline
    return line is not None and line.start <= sheet.reading.starts[token] < line.end
