"""What a statement does by what it says.

"قال إن بلاده تدعم …" supports, "أكد أنها لن تقبل …" rejects, "قال إن على إيران أن …" asks.
"""

from collections.abc import Sequence

from timeline.events.clauses import Clause
from timeline.events.draft import Draft
from timeline.events.sheet import Sheet
from timeline.model import ActionType, rules, step
from timeline.names.found import Party

_TELLING = frozenset({"قال", "أكّد", "أعلن", "أوضح", "أضاف", "صرّح", "شدّد", "أبلغ", "كرّر", "ذكر"})
_ACTS: frozenset[ActionType] = frozenset({"SUPPORT", "REJECT", "ACCUSE", "REQUEST"})
_GIVING: frozenset[ActionType] = frozenset({"AGREE", "CONCEDE", "SUPPORT", "COOPERATE", "RETREAT"})
_DUTY = frozenset({"يجب", "ينبغي", "يتعين", "يتوجب", "لابد"})
_PARTICLES = frozenset({"لن", "لا", "لم", "قد", "سوف", '"', "«", "“", "ليست", "ليس"})
_GOING_ON = frozenset({"أضاف", "تابع", "أردف", "استطرد"})
_ON = "علي"
_NEAR = 3  # words from the beginning of what is said to the one who must
#: Rules of a trace by which a statement has the type of what it says.
_BY_CONTENT = frozenset(
    {"type: it says what another must do", "type: it says what the speaker will not do", "type: of what it says"}
)


def type_by_content(sheet: Sheet, clauses: tuple[Clause, ...], drafts: Sequence[Draft]) -> list[Draft]:
    """Give plain statements the type and targets of what they say in the speaker's own name."""
    said: dict[int, Draft] = {}
    for draft in drafts:
        if not draft.candidate.is_noun and draft.candidate.clause.kind == "content":
            said.setdefault(draft.candidate.clause.parent, draft)
    content: dict[int, Clause] = {}
    for clause in clauses:
        if clause.kind == "content" and clause.parent >= 0:
            content.setdefault(clause.parent, clause)
    typed: list[Draft] = []
    last: Draft | None = None
    told: set[int] = set()  # the verbs of what is said that gave a statement its type: they tell nothing besides
    for draft in drafts:
        if draft.candidate.verb in told and draft.time.when is None:
            continue
        new = _typed(sheet, draft, said, content)
        if new.type != draft.type and (what := said.get(draft.candidate.clause.index)) is not None:
            told.add(what.candidate.verb)
        if new.candidate.trigger.kind == "speech" and not new.candidate.is_noun:
            if last is not None and _goes_on(last, new):
                new = new.but(candidate=new.candidate.of_type(last.candidate.type), trace=(*new.trace, last.trace[-1]))
            last = new
        typed.append(new)
    return typed


def _goes_on(last: Draft, draft: Draft) -> bool:
    """Whether "وأضاف" goes on with a statement that has its type from what it says."""
    plain = draft.type == "STATEMENT" and draft.candidate.form.trigger.lemma in _GOING_ON
    same = _codes(last.roles.actors) == _codes(draft.roles.actors)
    return plain and same and not _BY_CONTENT.isdisjoint(rules(last.trace[-1:]))


def _typed(sheet: Sheet, draft: Draft, said: dict[int, Draft], content: dict[int, Clause]) -> Draft:
    candidate = draft.candidate
    plain = draft.type == "STATEMENT" and candidate.trigger.kind == "speech" and not candidate.is_noun
    if not plain or candidate.form.trigger.lemma not in _TELLING or candidate.clause.index not in content:
        return draft
    asked = _asked(sheet, content[candidate.clause.index])
    if asked is not None:
        return _retyped(draft, "REQUEST", (asked,), step("type: it says what another must do"))
    what = said.get(candidate.clause.index)
    if what is None or what.candidate.clause != content[candidate.clause.index] or not _own(sheet, draft, what):
        return draft
    if what.modality == "negated" and what.type in _GIVING:
        return _retyped(draft, "REJECT", what.roles.targets, step("type: it says what the speaker will not do"))
    if what.type in _ACTS and what.modality == "asserted" and what.candidate.form.aspect == "present":
        return _retyped(draft, what.candidate.type, what.roles.targets, step("type: of what it says"))
    return draft


def _asked(sheet: Sheet, clause: Clause) -> Party | None:
    """The party that must do something, by what is said: "إن على إيران أن …", "إنه يجب على إيران …"."""
    for token in range(clause.body, min(clause.last, clause.body + _NEAR)):
        word = sheet.folded[token]
        if word == _ON and token + 1 < clause.last:
            party = sheet.party_at(token + 1)
            return party if party is not None and party.first == token + 1 else None
        if word not in _DUTY and not (token == clause.body and not word.isalpha()):
            return None
    return None


def _own(sheet: Sheet, draft: Draft, what: Draft) -> bool:
    """Whether what is said is said of the speaker or his side."""
    clause = what.candidate.clause
    if not what.roles.doers or what.roles.inherited:
        if any(sheet.folded[token] not in _PARTICLES for token in range(clause.body, what.candidate.start)):
            return False  # "أن المنطقة تتطلع": something else is its subject
        several = sheet.folded[what.candidate.clause.first].endswith(("هم", "هما"))
        return not several or len(_codes(draft.roles.actors)) > 1  # "قال إنهما …": of others
    return bool(_codes(draft.roles.actors) & _codes(what.roles.doers))


def _codes(parties: tuple[Party, ...]) -> set[str]:
    return {actor.code or actor.name for party in parties for actor in party.actors}


def _retyped(draft: Draft, type_: ActionType, targets: tuple[Party, ...], why: str) -> Draft:
    speakers = _codes(draft.roles.actors)
    added = tuple(party for party in targets if not _codes((party,)) & speakers)
    roles = draft.roles.but(targets=draft.roles.targets or added)
    return draft.but(candidate=draft.candidate.of_type(type_), roles=roles, trace=(*draft.trace, why))
