"""Whether a clause tells of what was or of what will be: by the nearest verb (or word that announces) to the date."""

import tomllib
from importlib.resources import files

from timeline.dates.resolve.context import Tense
from timeline.reading import Reading, fold
from timeline.words import Inventory, verbal
from timeline.words.clitics import without_conjunction
from timeline.words.common import NOUNS

#: How far to look back and ahead, in words.
_BACK, _AHEAD = 40, 12
_NEAR = 5  # words between "قبل" and what is still to come
_SINCE = 12  # words between "بعد" and what has been, and fewer to a verb before it
_VERB_BEFORE = 10
_SUBJECT = 3  # words between "كان" and its present: "وكان المبعوث يتحدث"

_DATA: dict[str, dict[str, str]] = tomllib.loads(files(__package__).joinpath("tense.toml").read_text("utf-8"))
_SETS = {name: frozenset(map(fold, table["words"].split())) for name, table in _DATA.items()}
_BY = fold("بحلول")
_BEFORE_THAT = (fold("قبل"), fold("أن"))
_ARTICLES = ("ال", "وال", "بال", "لل")


def tense_at(reading: Reading, first: int, last: int, words: Inventory) -> Tense:
    """The tense of the clause around the tokens `first` to `last` (half open), None where no word shows it.

    The nearest telling word before it in the sentence decides, else the nearest after it. A present-tense verb of news announces
    ("يزور موسكو الثلاثاء"), unless كان stands before it.
    """
    if first and reading.folded[first - 1] in _SETS["until"]:
        return "future" if reading.folded[first - 1] == _BY else None
    begin, end = reading.sentences[reading.sentence_of(first)] if len(reading) else (0, 0)
    folded = reading.folded
    since = -1
    for index in range(first - 1, max(begin, first - _BACK) - 1, -1):
        if since >= 0 and first - index > _VERB_BEFORE:
            return "past"
        if index + 1 < first <= index + _NEAR and folded[index] in _SETS["ahead"] and folded[index : index + 2] != _BEFORE_THAT:
            return "future"
        if first - index <= _SINCE and folded[index] in _SETS["since"]:
            since = index
        if _is(folded[index], "arranging"):
            return None
        if folded[max(begin, index - 2) : index] == _BEFORE_THAT:
            continue  # "اندلعت اشتباكات … قبل أن يتوصل الطرفان …": of the time of the verb before
        told = _tells(words, reading, index, begin)
        if told is not None:
            return told
    if since >= 0:
        return "past"
    return next((told for index in range(last, min(end, last + _AHEAD)) if (told := _tells(words, reading, index, begin))), None)


def _tells(words: Inventory, reading: Reading, index: int, begin: int) -> Tense:
    """The tense that a word shows in its place, None where it shows none or its letters may be a noun's."""
    folded = reading.folded[index]
    if _is(folded, "announcing"):
        return "future"
    if folded in _SETS["undone"]:
        return "past"
    may = verbal(words, reading.words[index], folded)
    before = reading.folded[index - 1] if index > begin else ""
    if not may or (not may.certain and index > begin and _governs(words, reading.words[index - 1], before)):
        return None
    if may.past:
        return "past"
    if may.future:
        return "future"
    since = reading.folded[max(begin, index - _SUBJECT) : index]
    return "past" if any(word in _SETS["was"] for word in since) else "future"


def _is(folded: str, what: str) -> bool:
    """Whether a word is one of a set, with a conjunction in front or without."""
    return folded in _SETS[what] or without_conjunction(folded) in _SETS[what]


def _governs(words: Inventory, word: str, folded: str) -> bool:
    """Whether a noun follows the word: a preposition, a noun without article whose genitive it is ("زيارة عمل"), or a verb whose
    object it is ("سنبدأ سحب القوات")."""
    construct = (word.endswith("ة") and not folded.startswith(_ARTICLES)) or folded in NOUNS
    if construct or folded in _SETS["prepositions"]:
        return True
    before = verbal(words, word, folded)
    return bool(before) and before.certain
