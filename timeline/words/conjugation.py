"""Arabic verbs inflected by rule, as news spells them: without vowel signs, with every hamza in its place.

A verb is given by its past ("زار", "ردّ", "أكّد": the shadda stands where the dictionary has it, for it tells the measures apart)
and, in measure I alone, by its present ("يزور"). The weak ones follow from the letters: a last ى, ا or ي is defective, a last but
one ا hollow, a last shadda doubled, a last hamza changes its seat. Forms that meet a pronoun are spelled apart ("دعا" but "دعاه"):
they are `joined`, and the pronoun itself is left to whoever looks them up.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

Aspect = Literal["past", "present", "noun", "participle"]
Voice = Literal["active", "passive", "either"]
Gender = Literal["m", "f", ""]
Number = Literal["s", "d", "p"]
Person = Literal["1", "3", ""]

_SHADDA = "\u0651"
_REFLEXIVE = 7  # the measure that has no passive


class Slot(NamedTuple):
    """A place in a paradigm, shared by all words that fill it.

    `free` forms stand alone, `joined` ones before a pronoun suffix, most are both; `short` is the jussive where it is spelled
    shorter than the indicative (لم يزر), which only لم and its like bring forth; `plain` is False for a participle that needs
    the article, `article` False for one that cannot have it.
    """

    aspect: Aspect
    voice: Voice
    gender: Gender
    number: Number
    person: Person
    free: bool = True
    joined: bool = True
    short: bool = False
    plain: bool = True
    article: bool = True


Inflected = tuple[str, Slot]


class Verb(NamedTuple):
    """What the rules need to know: past letters without marks, measure 1–10 (11 quadriliteral, 12 its reflexive), weakness, and the
    present without its prefix."""

    letters: str
    measure: int
    doubled: bool
    hollow: bool
    defective: bool
    present: str


def analyse(lemma: str, present: str = "") -> Verb:
    """Measure and weakness of a verb from its dictionary form.

    Raises ValueError if the present of a measure I verb is missing or does not begin with ي.

    >>> analyse("التقى").present, analyse("أدان").present, analyse("زار", "يزور").hollow
    ('لتقي', 'دين', True)
    """
    letters = lemma.replace(_SHADDA, "")
    doubled_at = lemma.find(_SHADDA) - 1 if _SHADDA in lemma else -1
    size = len(letters)
    doubled = doubled_at == size - 1
    measure = _measure(letters, doubled_at)
    hollow = size >= 3 and letters[-2] == "ا" and not doubled
    defective = letters[-1] in "ىاي" and size > 2
    if present:
        stem = present.replace(_SHADDA, "")
        if stem[0] != "ي":
            raise ValueError(f"the present of {lemma} is to be given in the third person, not as {present}")
        stem = stem[1:]
    elif measure == 1:
        raise ValueError(f"{lemma} is of measure I: its present has to be given")
    else:
        stem = _present_stem(letters, measure, hollow)
    return Verb(letters, measure, doubled, hollow, defective, stem)


def _measure(letters: str, doubled_at: int) -> int:
    size = len(letters)
    first, second = letters[0], letters[1]
    if first == "ا":
        if letters.startswith("است") and (size >= 6 or (size == 5 and doubled_at == 4)):
            return 10
        return 7 if second == "ن" and letters[2] != "ت" else 8
    if second == "ا" and size == 4:
        return 3
    if doubled_at == 1 and size == 3:
        return 2
    if (first == "أ" and (size == 4 or (size == 3 and doubled_at == 2))) or first == "آ":
        return 4
    if first == "ت" and doubled_at == 2 and size == 4:
        return 5
    if first == "ت" and size == 5:
        return 6 if letters[2] == "ا" else 12
    return 11 if size == 4 else 1


def _present_stem(letters: str, measure: int, hollow: bool) -> str:
    if measure in (2, 3, 11):
        stem = {"أ": "ؤ", "آ": "ؤا"}.get(letters[0], letters[0]) + letters[1:]
    elif measure in (5, 6, 12):
        return letters
    else:
        stem = "ؤ" + letters[1:] if letters[0] == "آ" else letters[1:]
        if hollow and measure in (4, 10):
            stem = stem[:-2] + "ي" + stem[-1]
    return stem[:-1] + {"ى": "ي", "أ": "ئ"}.get(stem[-1], stem[-1])


def conjugate(
    verb: Verb, *, transitive: bool = True, active: bool = False, passive: bool = False, attribute: bool = False
) -> Iterator[Inflected]:
    """Every finite form of the verb, and on request its active and its passive participle.

    A verb that is not `transitive` has no passive. An active participle that is an `attribute` (بيان صادر) stands in every case,
    any other in the accusative alone (مؤكدا, for مؤكد is "certain").

    >>> forms = {spelling for spelling, _ in conjugate(analyse("دعا", "يدعو"))}
    >>> {"دعت", "دعوا", "دعي", "يدعون", "يدع", "تدعى"} <= forms
    True
    """
    has_passive = transitive and verb.measure != _REFLEXIVE
    past = verb.letters
    passive_past = _passive_past(verb) if has_passive else past
    yield from _past(verb, past, "either" if passive_past == past and has_passive else "active")
    if has_passive and passive_past != past:
        yield from _past(verb, passive_past, "passive")
    stem = verb.present
    passive_stem = _passive_present(verb) if has_passive else stem
    yield from _present(verb, stem, "either" if passive_stem == stem and has_passive else "active")
    if has_passive and passive_stem != stem:
        yield from _present(verb, passive_stem, "passive")
    if active:
        yield from _participles(_active_participle(verb), "active", attribute)
    if passive:
        yield from _participles(_passive_participle(verb, passive_stem), "passive", True)


def _passive_past(verb: Verb) -> str:
    letters = verb.letters
    if letters[0] == "آ":
        letters = "أو" + letters[1:]
    elif verb.measure == 3:
        letters = letters[0] + "و" + letters[2:]
    elif verb.measure == 6:
        letters = letters[:2] + "و" + letters[3:]
    if verb.hollow:
        return letters[:-2] + "ي" + letters[-1]
    if verb.defective:
        letters = letters[:-1] + "ي"
    if letters[-1] == "أ":
        return letters[:-1] + "ئ"
    if len(letters) > 2 and letters[-2] == "أ":
        return letters[:-2] + "ئ" + letters[-1]
    return letters


def _passive_present(verb: Verb) -> str:
    stem = verb.present
    if verb.measure == 1:
        if verb.letters[0] == "و" and stem[0] != "و":
            stem = "و" + stem
        elif stem[0] == "أ":
            stem = "ؤ" + stem[1:]
    if verb.hollow and len(stem) > 1:
        return stem[:-2] + "ا" + stem[-1]
    if verb.defective:
        return stem[:-1] + "ى"
    return stem[:-1] + "أ" if stem[-1] == "ئ" else stem


def _slots(aspect: Aspect, features: str, *, free: bool = True, joined: bool = True, short: bool = False) -> dict[str, Slot]:
    """One slot a voice for a place such as "3ms"."""
    person, gender, number = features[0], features[1].strip("-"), features[2]
    return {voice: Slot(aspect, voice, gender, number, person, free, joined, short) for voice in ("active", "passive", "either")}  # type: ignore[arg-type]


_PAST = {name: _slots("past", name) for name in ("3ms", "3fs", "3md", "3fd", "3mp", "3fp", "1-p")}
_PAST_FREE = {name: _slots("past", name, joined=False) for name in ("3ms", "3mp")}
_PAST_JOINED = {name: _slots("past", name, free=False) for name in ("3ms", "3mp")}
_PRESENT = {name: _slots("present", name) for name in ("3ms", "3fs", "1-p", "3md", "3fd", "3mp", "3fp")}
_PRESENT_FREE = {name: _slots("present", name, joined=False) for name in ("3ms", "3fs", "1-p", "3mp")}
_PRESENT_JOINED = {name: _slots("present", name, free=False) for name in ("3ms", "3fs", "1-p", "3mp")}
_PRESENT_SHORT = {name: _slots("present", name, short=True) for name in ("3ms", "3fs", "1-p", "3fp", "3md", "3fd", "3mp")}


def _past(verb: Verb, stem: str, voice: Voice) -> Iterator[Inflected]:
    """The past of a stem: the lemma itself or its passive."""
    last = stem[-1]
    if last in "ىا" and verb.defective:
        core = stem[:-1]
        weak = "و" if last == "ا" else "ي"
        yield stem, _PAST_FREE["3ms"][voice]
        yield _with_alef(core), _PAST_JOINED["3ms"][voice]
        yield core + "ت", _PAST["3fs"][voice]
        yield core + "تا", _PAST["3fd"][voice]
        yield core + weak + "ا", _PAST["3md"][voice]
        masculine, long = core, core + weak
    elif last == "ي" and verb.defective:
        core = stem[:-1]
        yield stem, _PAST["3ms"][voice]
        yield stem + "ت", _PAST["3fs"][voice]
        yield stem + "تا", _PAST["3fd"][voice]
        yield stem + "ا", _PAST["3md"][voice]
        masculine, long = core, stem
    else:
        yield stem, _PAST["3ms"][voice]
        yield stem + "ت", _PAST["3fs"][voice]
        yield stem + "تا", _PAST["3fd"][voice]
        yield _with_alef(stem), _PAST["3md"][voice]
        masculine, long = stem, _before_consonant(verb, stem)
    for written in _hamza_before_waw(masculine):
        yield written + "وا", _PAST_FREE["3mp"][voice]
        yield written + "و", _PAST_JOINED["3mp"][voice]
    if voice != "passive":
        assimilated = long[:-1] if long[-1] == "ن" else long
        if long == assimilated:  # of أعلن it is spelled like the masculine singular
            yield long + "ن", _PAST["3fp"][voice]
        yield assimilated + "نا", _PAST["1-p"][voice]
    if last in "ئء" and not stem.endswith("اء"):
        yield stem[:-1] + "يء", _PAST["3ms"][voice]


def _before_consonant(verb: Verb, stem: str) -> str:
    """How the stem is spelled before an ending that begins with a consonant: the doubled parts, the hollow loses its long vowel."""
    if verb.doubled:
        return stem + stem[-1]
    if verb.hollow:
        return stem[:-2] + ("ئ" if stem[-1] == "ء" else stem[-1])
    return stem


def _present(verb: Verb, stem: str, voice: Voice) -> Iterator[Inflected]:
    """The present of a stem (without prefix): indicative, and subjunctive and jussive where they are spelled otherwise."""
    last = stem[-1]
    if verb.defective and last in "ويى":
        core = stem[:-1]
        dual = core + ("ي" if last == "ى" else last)
        for name, prefix in (("3ms", "ي"), ("3fs", "ت"), ("1-p", "ن")):
            if last == "ى":
                yield prefix + stem, _PRESENT_FREE[name][voice]
                yield prefix + core + "ا", _PRESENT_JOINED[name][voice]
            else:
                yield prefix + stem, _PRESENT[name][voice]
            if prefix != "ن" and len(core) > 1:
                yield prefix + core, _PRESENT_SHORT[name][voice]
        masculine, long = core, dual
    else:
        for name, prefix in (("3ms", "ي"), ("3fs", "ت"), ("1-p", "ن")):
            yield prefix + stem, _PRESENT[name][voice]
            if last == "ئ":
                yield prefix + stem[:-1] + "ىء", _PRESENT_FREE[name][voice]
            elif last == "أ":
                yield prefix + stem[:-1] + "ؤ", _PRESENT_JOINED[name][voice]
            if verb.hollow and prefix != "ن":
                yield prefix + _before_consonant(verb, stem), _PRESENT_SHORT[name][voice]
        dual = masculine = stem[:-1] + "ئ" if last == "ء" and not stem.endswith("اء") else stem
        long = _before_consonant(verb, stem)
    yield "ي" + _with_alef(dual) + "ن", _PRESENT["3md"][voice]
    yield "ت" + _with_alef(dual) + "ن", _PRESENT["3fd"][voice]
    yield "ي" + _with_alef(dual), _PRESENT_SHORT["3md"][voice]
    yield "ت" + _with_alef(dual), _PRESENT_SHORT["3fd"][voice]
    for written in _hamza_before_waw(masculine):
        yield "ي" + written + "ون", _PRESENT["3mp"][voice]
        yield "ي" + written + "وا", _PRESENT_FREE["3mp"][voice]
        yield "ي" + written + "و", _PRESENT_JOINED["3mp"][voice]
    if voice != "passive" and long[-1] != "ن":
        yield "ي" + long + "ن", _PRESENT["3fp"][voice]


def _with_alef(stem: str) -> str:
    """The stem with the ا of the dual, which merges with the seat of a hamza (بدأ, بدآ)."""
    return stem[:-1] + "آ" if stem[-1] == "أ" else stem + "ا"


def _hamza_before_waw(stem: str) -> tuple[str, ...]:
    """The seats that writers give a last hamza before و: بدؤوا, بدأوا, بدءوا; جاؤوا, جاءوا."""
    if stem[-1] == "أ":
        return (stem[:-1] + "ؤ", stem, stem[:-1] + "ء")
    if stem.endswith("اء"):
        return (stem[:-1] + "ؤ", stem)
    return (stem,)


def _active_participle(verb: Verb) -> str:
    if verb.measure != 1:
        stem = verb.present
        return "م" + stem[:-1] + {"ى": "ي", "أ": "ئ"}.get(stem[-1], stem[-1])
    letters = verb.letters
    if verb.doubled:
        return letters[0] + "ا" + letters[1]
    if verb.hollow:
        return letters[0] + "ائ" + letters[2]
    first = "آ" if letters[0] == "أ" else letters[0] + "ا"
    middle = "ئ" if letters[1] == "أ" else letters[1]
    return first + middle + {"ى": "ي", "ا": "ي", "أ": "ئ"}.get(letters[2], letters[2])


def _passive_participle(verb: Verb, passive_stem: str) -> str:
    if verb.measure != 1:
        return "م" + passive_stem
    letters = verb.letters
    if verb.doubled:
        return "م" + letters + "و" + letters[-1]
    if verb.hollow:
        return "م" + verb.present
    if verb.defective:
        return "م" + letters[:-1] + ("و" if verb.present[-1] == "و" else "ي")
    return "م" + letters[:-1] + "و" + letters[-1]


def _participles(base: str, voice: Voice, attribute: bool) -> Iterator[Inflected]:
    """A participle as a circumstance (مؤكدا، مؤكدة، مؤكدين) or as an attribute (الموقع، الموقعة، صادر)."""
    plain, article = voice == "active", attribute
    last = base[-1]
    core = base[:-1] if last in "يى" else base
    long = core + "ي" if last in "يى" else base

    def slot(gender: Gender, number: Number) -> Slot:
        return Slot("participle", voice, gender, number, "", joined=False, plain=plain, article=article)

    yield long + "ا", slot("m", "s")
    yield (core + "اة" if last == "ى" else base + "ة"), slot("f", "s")
    yield core + "ين", slot("m", "p")
    if attribute:
        yield base, slot("m", "s")
        yield long + "ات", slot("f", "p")
        yield long + "ان", slot("m", "d")
