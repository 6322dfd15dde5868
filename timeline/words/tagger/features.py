"""What the models look at: letters, affixes, neighbours, and what is known of the words."""

from collections.abc import Callable, Sequence

from timeline.reading import bare, fold, remembered
from timeline.words.tagger.known import Known, Vocabulary

_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بلك"
_GLUED = frozenset("وفبلكس")
_PRONOUNS = ("هما", "كما", "هم", "ها", "هن", "كم", "نا", "ه", "ي", "ك")
_AFFIX = 4  # letters of the longest beginnings and endings
_LONGEST = 40  # letters of a word that is looked at: no longer one is a word
_MUCH = 2  # powers of two by which one spelling is far more frequent than another

Features = Callable[[Sequence[str]], list[list[str]]]


def of_sentences(known: Vocabulary) -> Features:
    """A function from the tokens of a sentence to the features of each, as strings."""

    @remembered(1 << 15)
    def own(word: str) -> tuple[str, ...]:
        plain, folded = bare(word)[:_LONGEST], fold(word)[:_LONGEST]
        length = len(folded)
        found = [f"w={plain}", f"n={min(length, 8)}", f"u={known(folded).use}"]
        if plain != folded:
            found.append(f"f={folded}")
        for count in range(1, min(_AFFIX + 1, length)):
            found += (f"p={folded[:count]}", f"s={plain[-count:]}")
        if not folded.isalpha():
            found.append("digit" if folded.isdigit() else "mark")
        elif folded.isascii():
            found.append("latin")
        core, article = _core(folded)
        if article:
            found.append("article")
        if core != folded:
            found.append(f"c={core}")
        found += (f"l={name}" for name in known.lists(folded))
        return tuple(found)

    @remembered(1 << 15)
    def beside(word: str, where: str) -> tuple[str, ...]:
        plain, folded = bare(word)[:_LONGEST], fold(word)[:_LONGEST]
        found = [f"{where}w={plain}", f"{where}u={known(folded).use}"]
        for count in range(2, min(_AFFIX, len(folded))):
            found += (f"{where}p={folded[:count]}", f"{where}s={plain[-count:]}")
        found += (f"{where}l={name}" for name in known.lists(folded))
        return tuple(found)

    @remembered(1 << 15)
    def far(word: str, where: str) -> tuple[str, ...]:
        return f"{where}w={bare(word)[:_LONGEST]}", f"{where}u={known(fold(word)[:_LONGEST]).use}"

    def features(words: Sequence[str]) -> list[list[str]]:
        last = len(words) - 1
        return [
            [
                *own(word),
                *(beside(words[index - 1], "-") if index else ("first",)),
                *(beside(words[index + 1], "+") if index < last else ("last",)),
                *(far(words[index - 2], "--") if index > 1 else ()),
                *(far(words[index + 2], "++") if index + 1 < last else ()),
            ]
            for index, word in enumerate(words)
        ]

    return features


def _core(folded: str) -> tuple[str, bool]:
    """The word without glued particles and article, as far as its letters tell; whether it has the article."""
    core = folded
    if core[:1] in _CONJUNCTIONS and len(core) > 3:
        core = core[1:]
    if core.startswith("لل"):
        core = "ا" + core[1:]
    elif core[:1] in _PREPOSITIONS and len(core) > 3:
        core = core[1:]
    article = core.startswith("ال") and len(core) > 4
    return (core[2:] if article else core), article


def of_particles(known: Vocabulary) -> Callable[[str, str], list[str]]:
    """A function from a word and its base to the features by which its glued particles are told."""

    def features(word: str, base: str) -> list[str]:
        plain, folded = bare(word)[:_LONGEST], fold(word)[:_LONGEST]
        length = len(folded)
        kind = "n" if base in "NATUPpGgZz" else base
        whole = known(folded)
        found = [f"b={kind}", f"w={folded}{kind}", f"n={min(length, 6)}"]
        for count in range(1, _AFFIX):
            found += (f"p={folded[:count]}{kind}", f"s={plain[-count:]}{kind}")
        if folded[:1] in _GLUED:
            found.append(f"whole={_fits(whole, base)}{folded[0]}{kind}")
            for cut in (1, 2):
                if length > cut + 1:
                    rest = known(("ا" if folded[cut - 1 :].startswith("لل") else "") + folded[cut:])
                    found.append(f"cut={folded[:cut]}{_fits(rest, base)}{kind}")
                    found.append(f"often={folded[:cut]}{_more(whole, rest)}{kind}")
        pronoun = next((ending for ending in _PRONOUNS if plain.endswith(ending) and length > len(ending) + 1), "")
        if pronoun:
            stem = folded[: -len(pronoun)]
            rest = known(stem)
            if stem.endswith("ت"):
                rest = max(rest, known(stem[:-1] + "ه"), key=lambda each: _fits(each, base))
            found.append(f"end={pronoun}{_fits(rest, base)}{kind}")
            found.append(f"less={pronoun}{_more(whole, rest)}{kind}")
            found.append(f"stem={plain[-len(pronoun) - 2 :]}{kind}")
        return found

    return features


def _fits(known: Known, base: str) -> int:
    """0: unknown; 1: used as something else; 2: used so."""
    if known.use == "?":
        return 0
    nominal = "NATUPpGgZz"
    uses = known.use.rstrip("!").split("|")
    return 2 if base in uses or (base in nominal and any(use in nominal for use in uses)) else 1


def _more(whole: Known, rest: Known) -> str:
    return "<" if rest.often >= whole.often + _MUCH else ">" if whole.often >= rest.often + _MUCH else "="
