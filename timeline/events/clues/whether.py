"""Does it tell an event? Clues about the trigger, its clause and its parties."""

from collections.abc import Callable

from timeline.events.clues.case import Case
from timeline.events.clues.clue import Clue
from timeline.events.grammar import PREPOSITIONS
from timeline.events.offers.telling import may_be_background, says_when, tells_now, visits_now
from timeline.events.roles import is_unnamed
from timeline.events.worth import BARE, is_wished

_LEAD = 3  # sentences of a story's lead
_NEWS = 6  # sentences behind which a story tells its background
_LATE = 12  # sentences behind which hardly anything is news
_POINTING = frozenset({"هذا", "هذه", "تلك", "ذلك", "بهذا", "بهذه", "لهذا", "لهذه"})
_OBSERVERS = frozenset(
    {"الكاتب", "الكاتبه", "مراسلنا", "مراسلتنا", "مراسل", "مراقبون", "محللون", "المراقبون", "المحللون", "خبراء", "الخبراء"}
    | {"تقارير", "وسائل", "صحيفه", "الصحيفه", "صحف", "وكاله", "الوكاله", "قناه", "مصادر", "المصادر", "مصدر", "المصدر", "شهود"}
)
_CASE = frozenset({"حال", "حاله", "مالم", "ولو", "لو", "اذا", "بدل", "بدلا", "ريثما"})


def _type(*types: str) -> Callable[[Case], bool]:
    return lambda case: case.draft.type in types


def _kind(kind: str) -> Callable[[Case], bool]:
    return lambda case: case.candidate.trigger.kind == kind


def _clause(kind: str, time: str = "") -> Callable[[Case], bool]:
    return lambda case: case.clause.kind == kind and (not time or case.clause.time == time)


def _preposition(case: Case) -> str:
    noun = case.candidate.noun
    return PREPOSITIONS.get(case.sheet.folded[noun - 1], "") if case.noun and noun else ""


def _glued(case: Case) -> str:
    return case.candidate.form.proclitics.lstrip("وف") if case.noun else ""


def _behind_trigger(case: Case) -> bool:
    noun = case.candidate.noun
    return case.noun and noun > 0 and case.sheet.triggers[noun - 1] is not None


def _points(case: Case) -> bool:
    noun = case.candidate.noun
    return case.noun and noun > 0 and case.sheet.folded[noun - 1] in _POINTING


def _observed(case: Case) -> bool:
    verb = case.candidate.verb
    return verb >= 0 and not _OBSERVERS.isdisjoint(case.sheet.folded[verb + 1 : verb + 3])


def _nobody(case: Case) -> bool:
    return not case.draft.roles.actors and not case.draft.roles.targets


WHETHER: tuple[Clue[Case], ...] = (
    # What it is.
    Clue("a verb of speech", lambda case: case.speech and not case.noun),
    Clue("another verb", lambda case: not case.speech and not case.noun),
    Clue("a noun that names an event", lambda case: case.noun and case.candidate.trigger.event_noun and not case.speech),
    Clue(
        "a noun that names an event at times",
        lambda case: case.noun and not (case.candidate.trigger.event_noun and not case.speech),
    ),
    Clue("a verb with the noun that tells its event", lambda case: not case.noun and case.candidate.noun >= 0),
    Clue("a meeting", _kind("meeting")),
    Clue("a visit", _kind("visit")),
    Clue("a journey", _kind("motion")),
    Clue("a cancellation", lambda case: case.candidate.cancels),
    Clue("an attack", _type("ASSAULT")),
    Clue("an accusation", _type("ACCUSE")),
    Clue("a request", _type("REQUEST")),
    Clue("a refusal", _type("REJECT")),
    Clue("support", _type("SUPPORT")),
    Clue("an agreement", _type("AGREE")),
    Clue("a sanction", _type("SANCTION", "COERCE")),
    Clue("a threat", _type("THREATEN")),
    Clue("help", _type("AID", "COOPERATE", "CONCEDE")),
    Clue("a protest", _type("PROTEST")),
    Clue("troops", _type("MOBILIZE", "RETREAT")),
    Clue("another type", _type("OTHER")),
    Clue("a statement by noun", lambda case: case.noun and case.draft.type == "STATEMENT"),
    Clue("a meeting by noun", lambda case: case.noun and case.draft.type == "CONSULT"),
    # How the word stands.
    Clue("the present", lambda case: case.aspect == "present"),
    Clue("the future", lambda case: case.aspect == "future"),
    Clue("a participle", lambda case: case.aspect == "participle"),
    Clue("an attribute", lambda case: case.aspect == "participle" and case.candidate.form.definite),
    Clue("a passive", lambda case: not case.noun and case.candidate.form.voice == "passive"),
    Clue("a spelling of other words", lambda case: case.candidate.form.ambiguous),
    Clue("a definite noun", lambda case: case.noun and case.candidate.form.definite),
    Clue("a noun with a pronoun", lambda case: case.noun and bool(case.candidate.form.pronoun)),
    Clue("a noun behind glued ب", lambda case: _glued(case).startswith("ب")),
    Clue("a noun behind glued ل", lambda case: _glued(case).startswith("ل")),
    Clue("a noun behind من or عن", lambda case: _preposition(case) in ("من", "عن")),
    Clue("a noun behind في", lambda case: _preposition(case) == "في"),
    Clue("a noun behind على or إلى", lambda case: _preposition(case) in ("علي", "الي")),
    Clue("a noun behind another preposition", lambda case: _preposition(case) not in ("", "من", "عن", "في", "علي", "الي")),
    Clue("a noun behind another trigger", _behind_trigger),
    Clue("a noun that is pointed at", _points),
    Clue(
        "a noun in a clause with a verb", lambda case: case.noun and bool(case.sheet.verbs_in(case.clause.first, case.clause.last))
    ),
    # Where it stands.
    Clue("the headline", lambda case: case.in_headline),
    Clue("the present in a headline", lambda case: case.in_headline and case.aspect == "present"),
    Clue("a noun in a headline", lambda case: case.in_headline and case.noun),
    Clue("the lead", lambda case: case.clause.sentence < _LEAD),
    Clue("late in the story", lambda case: case.clause.sentence >= _NEWS),
    Clue("very late in the story", lambda case: case.clause.sentence >= _LATE),
    Clue("a late deed", lambda case: may_be_background(case.draft)),
    Clue("a main clause", _clause("main")),
    Clue("what is said or wanted", _clause("content")),
    Clue("a relative clause", _clause("relative")),
    Clue("a clause beside", _clause("circumstance")),
    Clue("a condition", _clause("condition")),
    Clue("what it comes with", _clause("adjunct", "same")),
    Clue("what it comes after", _clause("adjunct", "after")),
    Clue("what it comes before", _clause("adjunct", "before")),
    Clue("what it lasts from", _clause("adjunct", "since")),
    Clue("reported", lambda case: case.clause.reported),
    Clue("quoted", lambda case: case.sheet.page.quoted[case.candidate.start]),
    Clue("the verb of a paper", lambda case: case.clause.kind == "relative" and case.clause.index in case.view.papers),
    Clue(
        "a purpose", lambda case: _glued(case).startswith("ل") and bool(case.sheet.verbs_in(case.clause.first, case.candidate.noun))
    ),
    Clue("a quoted deed", lambda case: case.sheet.page.quoted[case.candidate.start] and not case.speech),
    Clue("a deed in what is said", lambda case: case.clause.kind == "content" and not case.speech and not case.noun),
    Clue("a present deed in what is said", lambda case: case.clause.kind == "content" and case.aspect == "present"),
    Clue("a relative clause of a speaker", lambda case: case.clause.kind == "relative" and case.speech),
    Clue("scheduled", lambda case: case.clause.planned),
    Clue("in doubt", lambda case: case.clause.doubtful),
    Clue("in case", lambda case: not _CASE.isdisjoint(case.near(3))),
    # How it is told.
    Clue("negated", lambda case: case.draft.modality == "negated"),
    Clue("only thought of", lambda case: case.draft.modality == "hypothetical"),
    Clue("planned", lambda case: case.draft.modality == "planned"),
    Clue("of an earlier time", lambda case: case.draft.background),
    Clue("the story's own news", lambda case: tells_now(case.draft)),
    Clue("a visit that goes on", lambda case: visits_now(case.draft)),
    Clue("at some other time", lambda case: says_when(case.sheet, case.draft)),
    Clue("wished for", lambda case: case.noun and is_wished(case.sheet, case.candidate)),
    Clue("on the occasion before", lambda case: case.draft.on_occasion),
    # Whose it is.
    Clue("somebody's", lambda case: bool(case.draft.roles.actors)),
    Clue("a verb of nobody", lambda case: not case.noun and _nobody(case)),
    Clue("a noun of nobody", lambda case: case.noun and _nobody(case)),
    Clue("done to somebody", lambda case: bool(case.draft.roles.targets)),
    Clue("several parties'", lambda case: len(case.draft.actor_keys) > 1),
    Clue("with a subject from before", lambda case: case.draft.roles.inherited),
    Clue("a person's", lambda case: any(actor.kind == "person" for actor in case.actors)),
    Clue("a group's", lambda case: any(actor.kind == "group" for actor in case.actors)),
    Clue("of one without a code", lambda case: any(actor.code is None for actor in case.actors)),
    Clue("of people without a name", lambda case: any(is_unnamed(party) for party in case.draft.roles.doers)),
    Clue("of an agency or newspaper", lambda case: case.draft.by_medium),
    Clue("of observers", _observed),
    Clue("somewhere", lambda case: case.draft.setting is not None),
    Clue("of nobody, but somewhere", lambda case: _nobody(case) and (case.draft.setting is not None or case.draft.type in BARE)),
)
