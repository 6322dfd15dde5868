"""What the written word says beyond its folded letters: hamzas, the dots of ة and ي, and vowel signs."""

from timeline.reading import bare
from timeline.words.conjugation import Slot, Voice

_FATHA, _DAMMA, _KASRA, _SHADDA = "\u064e", "\u064f", "\u0650", "\u0651"
_SIGNS = frozenset("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652")
_PREFIX_IN_U = (2, 3, 4, 11)  # the measures whose active present begins with a damma

#: What `agrees` gives a spelling that the written word contradicts outright.
CONTRADICTION = 10


def bears_signs(word: str) -> bool:
    """Whether the word is written with vowel signs or a shadda, a last tanween apart.

    >>> bears_signs("عُقد"), bears_signs("اجتماعاً")
    (True, False)
    """
    return any(char in "\u064e\u064f\u0650\u0651" for char in word)


def agrees(spelling: str, written: str) -> int | None:
    """How far the written letters are from a correct spelling with equal folded letters: 0 as written, 1 and more for dots and
    hamzas left out, 10 and more for a hamza that contradicts it; None for a ة where a pronoun would stand.

    >>> agrees("إدانة", "إدانة"), agrees("إدانة", "ادانه"), agrees("أدان", "إدان"), agrees("أدانه", "أدانة")
    (0, 2, 10, None)
    """
    cost = 0
    for meant, found in zip(spelling, written, strict=False):
        if meant == found:
            continue
        if found == "ة":
            return None
        if found in "أإآ" and meant in "أإآ":
            cost += CONTRADICTION
        else:
            cost += 1
    return cost


def voice_of(word: str, cut: int, slot: Slot, lemma: str, measure: int) -> Voice | None:
    """The voice that the vowel signs of the word leave to a reading; None where they speak against the reading itself.

    `cut` is how many letters precede the reading in the word.
    """
    if slot.aspect in ("noun", "participle"):
        return slot.voice
    letters = _signed_letters(word)[cut:]
    if not letters:
        return slot.voice
    doubled = any(_SHADDA in signs for _, signs in letters[1:])
    signed = sum(bool(signs) for _, signs in letters)
    if doubled and _SHADDA not in lemma and not letters[-1][1].count(_SHADDA):
        return None
    if not doubled and _SHADDA in lemma and signed * 2 > len(letters):
        return None
    told = _past_voice(letters) if slot.aspect == "past" else _present_voice(letters, measure)
    if told is None or slot.voice == told:
        return slot.voice
    return told if slot.voice == "either" else None


def _signed_letters(word: str) -> list[tuple[str, str]]:
    """Each bare letter with the signs that follow it."""
    letters: list[tuple[str, str]] = []
    for char in word:
        if char in _SIGNS:
            if letters:
                letters[-1] = (letters[-1][0], letters[-1][1] + char)
        else:
            letters.extend((letter, "") for letter in bare(char))
    return letters


def _past_voice(letters: list[tuple[str, str]]) -> Voice | None:
    first = letters[0][1]
    if _DAMMA in first:
        return "passive"
    if letters[0][0] == "ا":
        early = letters[1 : min(3, len(letters) - 1)]
        return "passive" if any(_DAMMA in signs for _, signs in early) else "active" if any(_FATHA in s for _, s in early) else None
    return "active" if _FATHA in first else None


def _present_voice(letters: list[tuple[str, str]], measure: int) -> Voice | None:
    first = letters[0][1]
    if _FATHA in first:
        return "active"
    if _DAMMA not in first:
        return None
    if measure not in _PREFIX_IN_U:
        return "passive"
    inner = "".join(signs for _, signs in letters[1:-1])
    return "active" if _KASRA in inner else "passive" if _FATHA in inner[-2:] else None
