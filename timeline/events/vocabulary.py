"""What the known words tell, as data: triggers from the lines of verbs and nouns, and cautions about spellings."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, cast

import attrs

from timeline.model import ActionType
from timeline.names import Vocabulary
from timeline.words.conjugation import Slot
from timeline.words.declension import decline, sound_plural
from timeline.words.inventory import Inventory, Line, folded
from timeline.words.inventory import packaged as packaged_words

TriggerKind = Literal["speech", "meeting", "visit", "act", "empty", "phase", "cancel", "motion"]
Role = Literal["target", "actor", "theme", "place"]
Subject = Literal["actor", "target", "place", "reporter", "victim"]

_ROLES: tuple[Role, ...] = ("actor", "target", "theme", "place")


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


@attrs.frozen(eq=False)
class Triggers:
    """The words that tell events: `triggers` run along the lines of the inventory `words`, whose further words tell none."""

    words: Inventory
    triggers: tuple[Trigger, ...]
    cautions: Mapping[str, Caution]


@lru_cache(maxsize=1)
def packaged() -> Triggers:
    """The packaged triggers."""
    return _triggers(packaged_words())


def triggers_of(vocabulary: Vocabulary) -> Triggers:
    """The triggers of a vocabulary, a caller's verbs and nouns among them."""
    return packaged() if vocabulary.inventory is packaged_words() else _triggers(vocabulary.inventory)


def _triggers(words: Inventory) -> Triggers:
    plurals = _plurals(words.lines)
    verbs: dict[str, str] = {}
    for line in words.lines:
        if line.verb:
            verbs.setdefault(line.fields["noun"], line.word)
    return Triggers(words, tuple([_trigger(line, verbs, plurals) for line in words.lines]), _cautions())


def _trigger(line: Line, verbs: Mapping[str, str], plurals: Mapping[str, tuple[str, ...]]) -> Trigger:
    fields = line.fields
    prepositions = {folded(word): role for role in _ROLES for word in fields.get(role, "").split()}
    complements = {
        folded(form): cast(ActionType, changed)
        for changed, nouns in fields.get("complements", {}).items()
        for word in nouns.split()
        for form, _ in decline(word, plurals.get(word))
    }
    return Trigger(
        line.word if line.verb else verbs.get(line.word) or verbs.get(fields.get("singular", ""), line.word),
        fields["noun"] if line.verb else line.word,
        cast(ActionType, line.type),
        cast(TriggerKind, line.kind),
        fields.get("object", ""),
        MappingProxyType(prepositions),
        not line.verb and fields.get("event", True),
        fields.get("subject", "actor"),
        MappingProxyType(complements),
        fields.get("needs", False),
        fields.get("transitive", True),
    )


def _plurals(lines: tuple[Line, ...]) -> dict[str, tuple[str, ...]]:
    """Plurals of listed nouns, singular to plurals."""
    found: dict[str, tuple[str, ...]] = {}
    for line in lines:
        if not line.verb:
            fields = line.fields
            found[fields.get("singular", line.word)] = (
                (line.word,) if "singular" in fields else tuple(fields.get("plural", sound_plural(line.word)).split())
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
        for word, fields in tomllib.loads(files(__package__).joinpath("cautions.toml").read_text(encoding="utf-8")).items()
    }
