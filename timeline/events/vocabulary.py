"""The trigger vocabulary as data: entries read from TOML, and every surface that they have, built once at first use."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal, cast

import attrs

from timeline.model import ActionType
from timeline.names import Vocabulary
from timeline.words.conjugation import Slot, analyse, conjugate
from timeline.words.declension import decline, sound_plural

TriggerKind = Literal["speech", "meeting", "visit", "act", "empty", "phase", "cancel", "motion"]
Role = Literal["target", "actor", "theme", "place"]
Subject = Literal["actor", "target", "place", "reporter"]

_ROLES: tuple[Role, ...] = ("actor", "target", "theme", "place")
_REFLEXIVE = (5, 6, 7)  # measures whose intransitive verbs bear no object pronoun: توجهها is her directing, no going
_FOLDED = str.maketrans("أإآىة", "ااايه")
_PRONOMINAL = "هن"  # the letters with which attached pronouns begin
_SHADDA = "\u0651"


@attrs.frozen(cache_hash=True)
class Trigger:
    """A word that tells an event, and how its clause is to be read.

    `lemma` is a verb in the past, shadda written ("وقّع" signs, "وقع" happens), or the noun where there is no verb; `noun` is the
    verbal noun by which tellings of one event meet. `object` is the part of the direct object where that is a party, for a noun
    that of its genitive ("" where the genitive does it: زيارة الوزير); `prepositions` map folded prepositions to the part of their
    party. `event_noun`: the noun names an event by itself ("اجتماع") as against a topic.

    `subject` is the part of the subject: who receives is a target (تلقى دعوة), where something is seen is a place (شهدت جنيف لقاء),
    an agency that quotes is a reporter (نقلت … عن). `complements` map folded nouns, in all their forms, to the type that they give
    the verb (رفع العقوبات: CONCEDE); with `needs_complement` it tells no event without one of them. A verb that is not `transitive`
    has no object: the noun right behind it is its subject (توقفت المحادثات).
    """

    lemma: str
    noun: str
    type: ActionType
    kind: TriggerKind
    object: Literal["target", "actor", "theme", "place", ""] = ""
    prepositions: Mapping[str, Role] = attrs.field(factory=dict, hash=False)
    event_noun: bool = False
    subject: Subject = "actor"
    complements: Mapping[str, ActionType] = attrs.field(factory=dict, hash=False, repr=False)
    needs_complement: bool = False
    transitive: bool = True


@attrs.frozen
class Caution:
    """A spelling that usually is some other word (`note`): `never` ours, ours only with vowel `signs` or in its `exact`
    spelling, after certain words, or where certain words follow."""

    note: str
    never: bool = False
    signs: bool = False
    reading: Literal["verb", "noun", "participle", "any"] = "any"
    exact: bool = False
    lemma: str = ""
    pronouns: bool = False
    after: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()
    followed_by: frozenset[str] = frozenset()
    not_followed_by: frozenset[str] = frozenset()

    def concerns(self, slot: Slot, lemma: str) -> bool:
        """Whether it is about a reading of this aspect and lemma."""
        if self.lemma and self.lemma != lemma:
            return False
        return self.reading == "any" or self.reading == ("verb" if slot.aspect in ("past", "present") else slot.aspect)


@attrs.frozen
class Triggers:
    """All of them, and the surfaces that point at them: folded spelling → (slot, index of the trigger, spelling with hamzas)."""

    triggers: tuple[Trigger, ...]
    measures: tuple[int, ...]  # of the verb, 0 for a noun
    surfaces: Mapping[str, list[tuple[Slot, int, str]]]
    cautions: Mapping[str, Caution]
    heads: frozenset[
        str
    ]  # the first three letters of all surfaces, a pronoun's first behind one of two: most words begin otherwise


def folded(spelling: str) -> str:
    """`timeline.reading.fold` of a spelling without marks: what the rules bring forth needs no more."""
    return spelling.translate(_FOLDED)


@lru_cache(maxsize=4)
def data(file: str) -> dict[str, Any]:
    """The tables of one of the packaged files."""
    return tomllib.loads(files(__package__).joinpath(file).read_text(encoding="utf-8"))


Lines = list[tuple[str, TriggerKind, ActionType, dict[str, Any]]]


def entries(table: Mapping[str, Any]) -> Lines:
    """(word, kind, type, fields) of each line of a table whose parts are [kind.TYPE]."""
    return [
        (word, cast(TriggerKind, kind), cast(ActionType, action), fields)
        for kind, types in table.items()
        for action, lines in types.items()
        for word, fields in lines.items()
    ]


def _with(table: Mapping[str, Any], added: Mapping[str, Any]) -> Lines:
    """The lines of both tables; a word of the second has its readings from there alone."""
    new = entries(added)
    words = {word for word, *_ in new}
    return [line for line in entries(table) if line[0] not in words] + new


@lru_cache(maxsize=1)
def packaged() -> Triggers:
    """The packaged triggers; read and inflected at first use."""
    return _inflected(entries(data("verbs.toml")), entries(data("nouns.toml")))


def triggers_of(vocabulary: Vocabulary) -> Triggers:
    """The packaged triggers with the verbs and nouns of a caller's vocabulary."""
    verbs, nouns = vocabulary.tables["verbs"], vocabulary.tables["nouns"]
    if not verbs and not nouns:
        return packaged()
    return _inflected(_with(data("verbs.toml"), verbs), _with(data("nouns.toml"), nouns))


def _inflected(verb_lines: Lines, noun_lines: Lines) -> Triggers:
    plurals = _plurals(noun_lines)
    triggers: list[Trigger] = []
    measures: list[int] = []
    surfaces: dict[str, list[tuple[Slot, int, str]]] = {}
    verbs: dict[str, str] = {}
    nominal: dict[str, str] = {}
    for lemma, kind, action, fields in verb_lines:
        noun = fields["noun"]
        verb = analyse(lemma, fields.get("present", ""))
        participles = fields.get("participle", "active" if kind == "speech" else "")
        for spelling, slot in conjugate(
            verb,
            transitive=fields.get("transitive", True),
            active=participles in ("active", "both"),
            passive=participles in ("passive", "both"),
            attribute=kind != "speech",
        ):
            if verb.measure in _REFLEXIVE and not fields.get("transitive", True):
                slot = _without_object(slot)
            surfaces.setdefault(folded(spelling), []).append((slot, len(triggers), spelling))
        verbs.setdefault(noun, lemma)
        if fields.get("nominal", True):
            nominal.setdefault(noun, lemma)
        triggers.append(_trigger(lemma, noun, kind, action, fields, plurals, event=False))
        measures.append(verb.measure)

    # A noun with a line of its own comes before the same noun of a verb, and so does the first verb of several with one noun.
    nouns: dict[str, list[tuple[Slot, int, str]]] = {}
    for noun, kind, action, fields in noun_lines:
        for spelling, slot in _declined(noun, fields):
            nouns.setdefault(folded(spelling), []).append((slot, len(triggers), spelling))
        lemma = verbs.get(noun) or verbs.get(fields.get("singular", ""), noun)
        triggers.append(_trigger(lemma, noun, kind, action, fields, plurals, event=fields.get("event", True)))
        measures.append(0)
    for index in range(len(measures) - measures.count(0)):
        noun = triggers[index].noun
        if nominal.get(noun) == triggers[index].lemma:
            for spelling, slot in decline(noun):
                key = folded(spelling)
                if all(entry[1] <= index for entry in nouns.get(key, ())):
                    nouns.setdefault(key, []).append((slot, index, spelling))
    for key, found in nouns.items():
        surfaces.setdefault(key, []).extend(found)
    heads = {key[:3] for key in surfaces} | {key + letter for key in surfaces if len(key) < 3 for letter in _PRONOMINAL}
    return Triggers(tuple(triggers), tuple(measures), surfaces, _cautions(), frozenset(heads))


@lru_cache(maxsize=1024)
def _without_object(slot: Slot) -> Slot:
    return slot._replace(joined=False)


def _declined(noun: str, fields: dict[str, Any]) -> Iterator[tuple[str, Slot]]:
    if "singular" in fields:
        return decline(fields["singular"], (noun,))
    return decline(noun, tuple(fields["plural"].split()) if "plural" in fields else None)


def _trigger(
    lemma: str,
    noun: str,
    kind: TriggerKind,
    action: ActionType,
    fields: dict[str, Any],
    plurals: Mapping[str, tuple[str, ...]],
    *,
    event: bool,
) -> Trigger:
    prepositions = {folded(word): role for role in _ROLES for word in fields.get(role, "").split()}
    complements = {
        folded(form): cast(ActionType, changed)
        for changed, nouns in fields.get("complements", {}).items()
        for word in nouns.split()
        for form, _ in decline(word, plurals.get(word))
    }
    return Trigger(
        lemma,
        noun,
        action,
        kind,
        fields.get("object", ""),
        MappingProxyType(prepositions),
        event,
        fields.get("subject", "actor"),
        MappingProxyType(complements),
        fields.get("needs", False),
        fields.get("transitive", True),
    )


def _plurals(lines: Lines) -> dict[str, tuple[str, ...]]:
    """Plurals of listed nouns, singular to plurals."""
    found: dict[str, tuple[str, ...]] = {}
    for noun, _, _, fields in lines:
        found[fields.get("singular", noun)] = (
            (noun,) if "singular" in fields else tuple(fields.get("plural", sound_plural(noun)).split())
        )
    return found


@lru_cache(maxsize=1)
def _cautions() -> dict[str, Caution]:
    return {
        folded(word): Caution(
            note=fields["note"],
            never=fields.get("never", False),
            signs=fields.get("signs", False),
            exact=fields.get("exact", False),
            reading=fields.get("reading", "any"),
            lemma=fields.get("lemma", ""),
            pronouns=fields.get("pronouns", False),
            after=frozenset(folded(fields.get("after", "")).split()),
            not_after=frozenset(folded(fields.get("not_after", "")).split()),
            followed_by=frozenset(folded(fields.get("followed_by", "")).split()),
            not_followed_by=frozenset(folded(fields.get("not_followed_by", "")).split()),
        )
        for word, fields in data("cautions.toml").items()
    }
