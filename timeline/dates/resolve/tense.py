"""Whether a clause tells of what was or of what will be: by the nearest verb (or word that announces) to the date."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from timeline.dates.resolve.context import Tense
from timeline.reading import Reading, fold, remembered

#: How far to look back and ahead, in words.
_BACK, _AHEAD = 40, 12
_FUTURE_FORM = re.compile("[وف]?س[يتن]\\w{2,}$").match
_MARKS = frozenset('،,؛;:()[]"«»-–—')


def tense_at(reading: Reading, first: int, last: int) -> Tense:
    """The tense of the clause around the tokens `first` to `last` (half open), None where nothing tells it.

    The nearest telling word before it in the sentence decides, else the nearest after it. A present-tense verb of news announces
    ("يزور موسكو الثلاثاء"), unless كان stands before it.
    """
    if first and reading.folded[first - 1] in _until():
        return "future" if reading.folded[first - 1] == fold("بحلول") else None
    begin, end = reading.sentences[reading.sentence_of(first)] if len(reading) else (0, 0)
    folded = reading.folded
    since = -1
    for index in range(first - 1, max(begin, first - _BACK) - 1, -1):
        if since >= 0 and first - index > 10:
            return "past"
        told = _tells(folded[index])
        if first - index <= 5 and index + 1 < first and folded[index] in _ahead():
            return "future"
        if first - index <= 12 and folded[index] in _since():
            since = index
        if told == "past" and index > begin and folded[index - 1] in _prepositions() and folded[index] in _nouns():
            continue
        if told == "present":
            return "past" if index > begin and folded[index - 1] in _was() else "future"
        if told is not None:
            return told  # type: ignore[return-value]
    if since >= 0:
        return "past"
    for index in range(last, min(end, last + _AHEAD)):
        if since >= 0 and first - index > 10:
            return "past"
        told = _tells(folded[index])
        if told is not None:
            return "future" if told == "present" else told  # type: ignore[return-value]
    return None


@remembered(1 << 15)
def _tells(word: str) -> str | None:
    words = _words()
    for form in (word, word[1:]) if word[:1] in ("و", "ف") else (word,):
        if form in words:
            return words[form]
    if len(word) >= 4 and _FUTURE_FORM(word) and word not in _not_future() and word[1:] not in _not_future():
        return "future"
    return None


@cache
def _data() -> dict[str, dict[str, str]]:
    return tomllib.loads((files("timeline.dates.resolve") / "tense.toml").read_text("utf-8"))


@cache
def _words() -> dict[str, str]:
    data = _data()
    found: dict[str, str] = {}
    for section in ("past", "passive"):
        for verb in data[section]["verbs"].split():
            stem = fold(verb)
            weak = stem[:-1] if stem[-1] in "اي" else stem
            for form in (stem, weak + "ت", weak + "وا", stem + "ا", weak + "تا", stem + "ه", stem + "ها"):
                found[form] = "past"
    for verb in data["present"]["verbs"].split():
        stem = fold(verb)
        found[stem] = found["ت" + stem[1:]] = "present"
        found[stem + "ان"] = "present"
    found |= {fold(word): "future" for word in data["future"]["words"].split()}
    for word in (
        "مثلا",
        "امرا",
        "حملا",
        "وقتا",
        "مره",
        "مرا",
        "عرضا",
        "بحثا",
        "نصا",
        "علقا",
        "وردا",
        "ذكرا",
        "وقته",
        "وقتها",
        "وعدا",
        "تما",
        "وقعه",
        "طلبا",
        "مثله",
        "نقل",
    ):
        found.pop(word, None)
    return found


@cache
def _not_future() -> frozenset[str]:
    return frozenset(map(fold, _data()["not_future"]["words"].split()))


@cache
def _since() -> frozenset[str]:
    """After what has been: "بعد صدور المذكرة في مارس", unless the clause has a verb of its own."""
    return frozenset(map(fold, ("بعد", "عقب", "منذ", "اثر", "اعقاب", "صدور", "بموجب", "خلفيه")))


@cache
def _until() -> frozenset[str]:
    """Words that lead to an end, told or still to come."""
    return frozenset(map(fold, ("حتى", "بحلول", "لغاية")))


@cache
def _ahead() -> frozenset[str]:
    """Before what is still to come: "قبل اجتماع الرباعية الخميس"."""
    return frozenset(map(fold, ("قبل", "قبيل", "عشية")))


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(
        map(
            fold,
            (
                "على",
                "الى",
                "في",
                "بعد",
                "قبل",
                "عن",
                "من",
                "خلال",
                "مع",
                "حول",
                "اثر",
                "عقب",
                "منذ",
                "بين",
                "الي",
                "يتم",
                "تم",
                "جرى",
                "حتى",
                "عدم",
                "نحو",
            ),
        )
    )


@cache
def _nouns() -> frozenset[str]:
    """Past verbs whose letters are a noun's too: after a preposition they are the noun."""
    return frozenset(map(fold, _data()["past"]["nouns"].split()))


@cache
def _was() -> frozenset[str]:
    return frozenset(map(fold, ("كان", "كانت", "وكان", "وكانت", "كانا", "كانوا", "قد")))


_ = _MARKS
