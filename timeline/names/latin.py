"""A person's name in Latin letters, where no English one is known: word by word as known persons write it, else by rule."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

import attrs

from timeline.model import Actor
from timeline.names.vocabulary import Vocabulary
from timeline.reading import bare, fold

_LETTERS = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ء": "", "ؤ": "u", "ئ": "i", "ى": "a", "ة": "a", "ع": "a",
    "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh",
    "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h",
    "پ": "p", "چ": "ch", "ژ": "zh", "ڤ": "v", "گ": "g",
}  # fmt: skip
#: The two letters that are a vowel between consonants and at the end, and a consonant at the beginning and beside a vowel.
_BOTH = {"و": ("u", "w"), "ي": ("i", "y")}
_VOWELS = frozenset("aiu")
_SAME_TWICE = re.compile(r"([aiu])\1+")


def with_latin_name(actor: Actor, vocabulary: Vocabulary) -> Actor:
    """The person with an English name, its own or one made for it; any other actor as it is."""
    if actor.kind != "person" or actor.english:
        return actor
    return attrs.evolve(actor, english=latin(actor.name, vocabulary.made(_known_words)))


def latin(name: str, known: Mapping[str, str] | None = None) -> str:
    """A name in Latin letters; `known` spells words as people do ("محمد": "Mohammed").

    >>> latin("دوستوبار"), latin("الزيات"), latin("محمد ياسين", {"محمد": "Mohammed"})
    ('Dustubar', 'al-Ziyat', 'Mohammed Yasin')
    """
    return " ".join((known or {}).get(fold(word)) or _word(bare(word)) for word in name.split())


def _word(word: str) -> str:
    if word.startswith("ال") and len(word) > 4:
        return f"al-{_word(word[2:])}"
    sounds = [_sound(word, at) for at in range(len(word))]
    if not any(sound in _VOWELS for sound in sounds):  # محمد: a vowel between any two, for none is written
        return "a".join(filter(None, sounds)).capitalize()
    return _SAME_TWICE.sub(r"\1", "".join(sounds)).capitalize()


def _sound(word: str, at: int) -> str:
    letter = word[at]
    if letter not in _BOTH:
        return _LETTERS.get(letter, letter if letter.isascii() else "")
    vowel, consonant = _BOTH[letter]
    before, after = word[at - 1 : at], word[at + 1 : at + 2]
    if at == 0 or _LETTERS.get(before) in _VOWELS:
        return consonant
    return vowel + consonant if _LETTERS.get(after) in _VOWELS else vowel


def _known_words(vocabulary: Vocabulary) -> dict[str, str]:
    """Words of Arabic names as the English names of known persons have them, where both have as many words."""
    counts: dict[str, Counter[str]] = {}
    persons: Mapping[str, Any] = vocabulary.tables["persons"]
    for name, line in persons.items():
        words, english = name.split(), (line.get("english") or "").split()
        if len(words) == len(english):
            for word, spelt in zip(words, english, strict=True):
                counts.setdefault(fold(word), Counter())[spelt] += 1
    return {word: min(spelt, key=lambda one: (-spelt[one], one)) for word, spelt in counts.items()}
