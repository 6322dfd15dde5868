"""Whether an event happened, will happen, did not, or is only thought of."""

from timeline.events.candidates import Candidate
from timeline.events.clauses import Clause
from timeline.events.grammar import DOUBT, FUTURE, PERFECT, PLANNED, WITHOUT
from timeline.events.sheet import Sheet
from timeline.events.unreal import is_denied
from timeline.model import Modality

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
    if is_denied(sheet, clause.first, token):
        return "negated"
    form = candidate.form
    if clause.doubtful:
        return "hypothetical"
    if form.future or clause.planned or not FUTURE.isdisjoint(before[-2:]) or not PLANNED.isdisjoint(before):
        return "planned"
    if form.aspect == "present" and not (PERFECT.isdisjoint(before[-2:]) and DOUBT.isdisjoint(before[-2:])):
        return "hypothetical"
    return "asserted"


def _conditional(clause: Clause, clauses: tuple[Clause, ...]) -> bool:
    while True:
        if clause.kind == "condition":
            return True
        if clause.parent < 0:
            return False
        clause = clauses[clause.parent]
