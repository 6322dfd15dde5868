"""The words that tell events: verbs and verbal nouns of diplomacy, conflict and institutions, in all their forms.

They are those of the words room that have a line in its `verbs.toml` or `nouns.toml`; `cautions.toml` beside this file names
spellings that usually are some other word. `look_up` reads one word of a text; what its neighbours must be like is told by `fits`
and `complement`.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import attrs

from timeline.events.vocabulary import Caution, Trigger, Triggers, packaged, triggers_of
from timeline.model import ActionType
from timeline.names import Vocabulary
from timeline.reading import bare, remembered
from timeline.words.analysis import Analysis, analyses
from timeline.words.clitics import cores
from timeline.words.conjugation import Aspect, Gender, Number, Person, Voice
from timeline.words.spelling import CONTRADICTION, agrees, bears_signs, voice_of

__all__ = ["FOLLOWING", "Form", "LookUp", "Trigger", "complement", "fits", "look_up", "look_up_in"]

#: All readings of a word as trigger, from the word as written and folded.
LookUp = Callable[[str, str], tuple["Form", ...]]

_JUSSIVE = frozenset({"لم", "ولم", "فلم", "الم", "لما", "ولما", "لا", "ولا", "فلا"})
_NOTHING: frozenset[str] = frozenset()
_END = frozenset({".", "؟", "?", "!", "؛"})
FOLLOWING = 20  #: how many of the words behind a word `fits` looks at


@attrs.frozen
class Form:
    """One reading of one word of a text.

    `aspect` "participle" is an active participle that goes on with a speaker (مؤكدا) or an attribute (الموقعة). `voice` is "either"
    where spelling alone cannot tell. `proclitics` are the letters cut in front ("و", "ف", "ل", "ب", "وس" …), the article left out;
    `future` is the glued سـ, `definite` the article, `pronoun` the attached pronoun ("ه", "ها", "هم", "هما" …) or "".

    `ambiguous` marks a spelling that usually is another word: be strict. Where `after` is not empty, the word before must be one of
    it, and never one of `not_after` (folded words both): ask `fits`. Where `followed_by` is not empty, one of it must follow in the
    same sentence (عبّر عن, as against عبر "through"); none of `not_followed_by` may be the very next word. A word that ends in "*"
    stands for all that begin like it.
    """

    trigger: Trigger
    aspect: Aspect
    voice: Voice = "active"
    gender: Gender = ""
    number: Number = "s"
    person: Person = ""
    future: bool = False
    proclitics: str = ""
    definite: bool = False
    pronoun: str = ""
    ambiguous: bool = False
    after: frozenset[str] = _NOTHING
    not_after: frozenset[str] = _NOTHING
    followed_by: frozenset[str] = _NOTHING
    not_followed_by: frozenset[str] = _NOTHING


@remembered(1 << 16)
def look_up(word: str, folded: str) -> tuple[Form, ...]:
    """All readings of a word as trigger, the likeliest first; () for most words.

    `folded` is `timeline.reading.fold(word)`; the word as written decides what folding loses: نفى and نفي, إدانة and أدانه, عُقد
    and عَقد.

    >>> [(form.trigger.lemma, form.aspect, form.proclitics) for form in look_up("وسيلتقي", "وسيلتقي")]
    [('التقى', 'present', 'وس')]
    >>> [(form.trigger.noun, form.pronoun) for form in look_up("لقائه", "لقائه")]
    [('لقاء', 'ه')]
    """
    return _look_up(packaged(), word, folded)


def look_up_in(vocabulary: Vocabulary) -> LookUp:
    """`look_up` in the packaged triggers and those of a caller's vocabulary."""
    return vocabulary.made(_look_up_in)


def _look_up_in(vocabulary: Vocabulary) -> LookUp:
    triggers = triggers_of(vocabulary)
    return look_up if triggers is packaged() else remembered(1 << 16)(partial(_look_up, triggers))


def _look_up(words: Triggers, word: str, folded: str) -> tuple[Form, ...]:
    for found in analyses(words.words, folded):
        telling = [one for one in found if one.word < len(words.triggers)]
        if telling and (forms := _settle(words, word, folded, telling)):
            return forms
    return ()


def fits(form: Form, before: str, following: Sequence[str] | None = None) -> bool:
    """Whether the reading may stand behind the folded word `before` ("" at the beginning of a sentence).

    `following` are the folded words behind it, `FOLLOWING` of them at least where the text has as many; None where the caller does
    not know them, and then they do not count.

    >>> [fits(form, "لم") and not fits(form, "ان") for form in look_up("يلتق", "يلتق")]
    [True]
    >>> [fits(form, "", "باريس عن قلقها".split()) and not fits(form, "", "الهاتف".split()) for form in look_up("عبر", "عبر")]
    [True]
    """
    if before in form.not_after or (form.after and before not in form.after):
        return False
    if following is None:
        return True
    if form.not_followed_by and following and _among(following[0], form.not_followed_by):
        return False
    return not form.followed_by or any(_among(word, form.followed_by) for word in _to_the_end(following))


def _to_the_end(following: Sequence[str]) -> Iterator[str]:
    """The words up to the end of the sentence, `FOLLOWING` at most."""
    for word in following[:FOLLOWING]:
        if word in _END:
            return
        yield word


def _among(word: str, words: frozenset[str]) -> bool:
    return word in words or any(other[-1] == "*" and word.startswith(other[:-1]) for other in words)


def complement(trigger: Trigger, folded: str) -> ActionType | None:
    """The type that a verb takes on from a noun after it (رفع + العقوبات: CONCEDE), or None where the noun says nothing.

    >>> [complement(form.trigger, "العقوبات") for form in look_up("رفعت", "رفعت")]
    ['CONCEDE']
    """
    if trigger.complements:
        for stem in cores(folded):
            if stem in trigger.complements:
                return trigger.complements[stem]
    return None


def _settle(words: Triggers, word: str, folded: str, found: list[Analysis]) -> tuple[Form, ...]:
    """Forms from entries, the closest spelling first, without those that the written word contradicts."""
    written = bare(word)
    signs = bears_signs(word)
    closest: dict[tuple[object, ...], tuple[int, int, Analysis, Voice]] = {}
    for order, reading in enumerate(found):
        slot, trigger = reading.slot, words.triggers[reading.word]
        cost = agrees(reading.spelling + reading.pronoun, written[reading.cut :])
        voice = voice_of(word, reading.cut, slot, trigger.lemma, words.words.measures[reading.word]) if signs else slot.voice
        if cost is None or voice is None:
            continue
        # The two voices of التقى and of يجرى are one spelling once folded: the dots of the last ي decide, but in the present, where
        # some outlets never write them.
        key = (reading.word, slot.aspect, slot.gender, slot.number, slot.person, slot.short, reading.pronoun)
        rival = closest.get(key)
        if rival is not None and voice != rival[3] and slot.aspect == "present" and written[-1:] == "ى":
            closest[key] = (min(cost, rival[0]), rival[1], rival[2], "either")
        elif rival is None or cost < rival[0]:
            closest[key] = (cost, order, reading, voice)
    ranked = sorted(closest.values(), key=lambda item: (item[0], item[3] == "passive" and not signs, item[1]))
    worst = CONTRADICTION if ranked and ranked[0][0] < CONTRADICTION else CONTRADICTION * len(written)
    forms = [
        _form(words, reading, voice, _caution(words, folded, reading), signs, cost == 0)
        for cost, _, reading, voice in ranked
        if cost < worst
    ]
    # A reading that what follows has to bear out comes first: where that follows, it is the right one (وقع … على, as against وقع).
    return tuple(sorted((form for form in forms if form is not None), key=lambda form: not form.followed_by))


def _caution(words: Triggers, folded: str, reading: Analysis) -> Caution | None:
    """The caution about the word: as it is, without the conjunction, or without the pronoun if it says so."""
    cautions = words.cautions
    core = folded[1:] if reading.proclitics[:1] in ("و", "ف") else folded
    found = cautions.get(folded) or cautions.get(core)
    if found is None and reading.pronoun:
        found = cautions.get(core[: -len(reading.pronoun)])
        return found if found is not None and found.pronouns else None
    return found


def _form(words: Triggers, reading: Analysis, voice: Voice, caution: Caution | None, signs: bool, exact: bool) -> Form | None:
    slot, trigger = reading.slot, words.triggers[reading.word]
    after = _JUSSIVE if slot.short and not reading.proclitics.endswith("ل") else _NOTHING
    not_after = followed_by = not_followed_by = _NOTHING
    cautioned = caution is not None and caution.concerns(slot, trigger.lemma)
    if caution is not None and cautioned:
        unsigned = caution.signs and not signs and not caution.followed_by
        if caution.never or unsigned or (caution.exact and not exact):
            return None
        after, not_after = caution.after or after, caution.not_after
        followed_by, not_followed_by = caution.followed_by, caution.not_followed_by
        if caution.signs and signs:
            followed_by = not_followed_by = _NOTHING
    return Form(
        trigger,
        slot.aspect,
        voice,
        slot.gender,
        slot.number,
        slot.person,
        reading.proclitics.endswith("س"),
        reading.proclitics,
        reading.definite,
        reading.pronoun,
        cautioned,
        after,
        not_after,
        followed_by,
        not_followed_by,
    )
