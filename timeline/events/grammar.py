"""Closed classes of the language that clauses and parts hang on, as sets of folded words."""

import tomllib
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal

ClauseKind = Literal["main", "content", "relative", "circumstance", "condition", "adjunct", "participle"]
AdjunctTime = Literal["same", "after", "before", "since"]

_DATA: dict[str, Any] = tomllib.loads(files(__package__).joinpath("grammar.toml").read_text(encoding="utf-8"))


def _by_word(table: dict[str, list[str]]) -> MappingProxyType[str, Any]:
    return MappingProxyType({word: key for key, words in table.items() for word in words})


#: Clause openers by word.
OPENERS: MappingProxyType[str, ClauseKind] = _by_word(_DATA["openers"])
#: What a word before أن makes of the clause that أن opens.
BEFORE_AN: MappingProxyType[str, str] = _by_word(_DATA["before_an"])
#: Openers of adjuncts, and how their time lies to the main event's.
ADJUNCTS: MappingProxyType[str, AdjunctTime] = _by_word(_DATA["adjuncts"])
#: Prepositions by word, to the key that frames use.
PREPOSITIONS: MappingProxyType[str, str] = _by_word(_DATA["prepositions"])
#: Nouns that speak for the party in their genitive.
VOICES = frozenset(_DATA["voices"]["words"])

#: Words behind which a meeting's topic follows.
TOPICS = frozenset(_DATA["topics"]["words"])
#: Nouns for people without a name, as subjects.
PEOPLE = frozenset(_DATA["people"]["words"])

#: Prepositions with a pronoun.
PRONOMINAL = frozenset(_DATA["pronominal"]["words"])

#: Adverbs that point back to an occasion.
OCCASIONAL = frozenset(_DATA["occasional"]["words"])

#: Organisations by the adjective of their meetings.
BLOCS: MappingProxyType[str, str] = _by_word(_DATA["blocs"])

_PARTICLES: dict[str, list[str]] = _DATA["particles"]
NEGATORS = frozenset(_PARTICLES["negators"])
PERFECT = frozenset(_PARTICLES["perfect"])
FUTURE = frozenset(_PARTICLES["future"])
PAST = frozenset(_PARTICLES["past"])
DOUBT = frozenset(_PARTICLES["doubt"])
PLANNED = frozenset(_PARTICLES["planned"])
WITHOUT = frozenset(_PARTICLES["without"])
WISH = frozenset(_PARTICLES["wish"])
HABIT = frozenset(_PARTICLES["habit"])

#: Verbs that deny what follows, folded.
DENYING = frozenset(_DATA["denying"]["words"])

#: Words that open a question.
QUESTIONS = frozenset(_DATA["questions"]["words"])

#: What nature or chance does.
ACCIDENTS = frozenset(_DATA["accidents"]["words"])

#: Number words and other quantities.
COUNTS = frozenset(_DATA["counts"]["words"])

#: Those who act by force.
FORCES = frozenset(_DATA["forces"]["words"])

#: What harm is done with.
WEAPONS = frozenset(_DATA["weapons"]["words"])

#: How nouns for envoys and missions begin.
ENVOYS = frozenset(_DATA["envoys"]["words"])

#: States that have another city of a name.
TWINS: MappingProxyType[str, tuple[str, ...]] = MappingProxyType({name: tuple(codes) for name, codes in _DATA["twins"].items()})

#: Words behind which it is told why something is done.
REASONS = frozenset(_DATA["reasons"]["words"])
