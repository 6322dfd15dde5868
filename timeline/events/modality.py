"""Whether an event happened, will happen, did not, or is only thought of."""

from timeline.events.candidates import Candidate
from timeline.events.clauses import Clause
from timeline.events.grammar import ADJUNCTS, DOUBT, FUTURE, NEGATORS, PERFECT, PLANNED, PREPOSITIONS, WITHOUT
from timeline.events.sheet import Sheet
from timeline.model import Modality

_SOURCES = frozenset({"وفق", "وفقا", "حسب", "بحسب", "كل", "هذا", "ذلك", "هو", "وهو", "ضوء", "اطار", "رغم", "كما"})  # "وفق ما أعلن"
_LACK = frozenset({"عدم", "بعدم", "لعدم", "دون", "بدون"})
_BEFORE = 3  # tokens before a trigger in which a particle still governs it


def modality_of(sheet: Sheet, candidate: Candidate, clauses: tuple[Clause, ...]) -> Modality:
    """The modality that the candidate's own clause gives it; its date may still turn asserted into planned."""
    clause = candidate.clause
    token = candidate.verb if candidate.verb >= 0 else candidate.noun
    before = sheet.folded[max(clause.first, token - _BEFORE) : token]
    if _conditional(clause, clauses):
        return "hypothetical"
    if candidate.is_noun:
        if (before and before[-1] in WITHOUT) or not _LACK.isdisjoint(before[-2:]):
            return "negated"
        if not DOUBT.isdisjoint(before):
            return "hypothetical"
        return "planned" if clause.planned or not PLANNED.isdisjoint(before) else "asserted"
    if not NEGATORS.isdisjoint(before) and any(
        sheet.folded[near] in NEGATORS and not _relative_ma(sheet, near) for near in range(max(clause.first, token - 2), token)
    ):
        return "negated"
    form = candidate.form
    if clause.doubtful:
        return "hypothetical"
    if form.future or clause.planned or not FUTURE.isdisjoint(before[-2:]) or not PLANNED.isdisjoint(before):
        return "planned"
    if form.aspect == "present" and not (PERFECT.isdisjoint(before[-2:]) and DOUBT.isdisjoint(before[-2:])):
        return "hypothetical"
    return "asserted"


def _relative_ma(sheet: Sheet, token: int) -> bool:
    """Whether a ما means "what" and negates nothing: "وفق ما أعلن", "على ما قال"."""
    before = sheet.folded[token - 1] if token else ""
    return sheet.folded[token] == "ما" and (before in _SOURCES or before in PREPOSITIONS or before in ADJUNCTS)


def _conditional(clause: Clause, clauses: tuple[Clause, ...]) -> bool:
    while True:
        if clause.kind == "condition":
            return True
        if clause.parent < 0:
            return False
        clause = clauses[clause.parent]
