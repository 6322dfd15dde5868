"""Dates that a clause leaves to the text around it, each by a rule that the trace names."""

from collections.abc import Sequence

import attrs

from timeline.events.clauses import Clause
from timeline.events.draft import Draft
from timeline.events.sheet import Sheet
from timeline.events.when import Time, story_day
from timeline.model import DateSpan
from timeline.names.found import Setting

_INHERITING = frozenset({"same", "after"})


def inherit_times(sheet: Sheet, clauses: tuple[Clause, ...], drafts: Sequence[Draft]) -> list[Draft]:
    """Date what its own clause leaves undated: by what comes with it, by its speaker's occasion, by the story's day."""
    timed = _from_adjuncts(clauses, list(drafts))
    timed = _along_sentences(clauses, timed)
    return _by_story(sheet, timed)


def _from_adjuncts(clauses: tuple[Clause, ...], drafts: list[Draft]) -> list[Draft]:
    """ "خلال زيارة … يومي 2 و3" dates the verb that it goes with, and places it."""
    dated: dict[int, Draft] = {}
    for draft in drafts:
        if draft.time.when is not None or draft.setting is not None:
            dated.setdefault(draft.candidate.clause.index, draft)
    # "ذكرت … في بيان أصدرته الأربعاء": what is written down dates what it says.
    papers = {draft.candidate.clause.index for draft in drafts if draft.candidate.noun >= 0 and draft.candidate.trigger.kind == "speech"}
    children: dict[int, list[int]] = {}
    for clause in clauses:
        hangs = clause.kind == "relative" and (clauses[clause.parent].kind == "adjunct" or clause.index in papers)
        if clause.parent >= 0 and (clause.time in ("same", "after") or hangs):
            children.setdefault(clause.parent, []).append(clause.index)
    result = []
    for draft in drafts:
        clause = draft.candidate.clause
        for child in children.get(clause.index, []):
            below = [dated[index] for index in (child, *children.get(child, [])) if index in dated]
            for source in below:
                if draft.time.when is None and source.time.when is not None:
                    draft = attrs.evolve(
                        draft, time=Time(source.time.when, None, ("date: of what it happened with", *source.time.trace))
                    )
                if draft.setting is None and source.setting is not None:
                    draft = attrs.evolve(draft, setting=source.setting, trace=(*draft.trace, "place: of what it happened with"))
        result.append(draft)
    return result


def _along_sentences(clauses: tuple[Clause, ...], drafts: list[Draft]) -> list[Draft]:
    """A clause that goes on with another, and a noun beside a dated verb, share its date within the sentence."""
    by_clause: dict[int, Draft] = {}
    result = []
    for draft in drafts:
        candidate, clause = draft.candidate, draft.candidate.clause
        if draft.time.when is None:
            source = by_clause.get(clause.resumes) if clause.resumes >= 0 and not candidate.is_noun else None
            if candidate.is_noun and clause.kind == "adjunct" and clause.time in _INHERITING and clause.parent >= 0:
                source = by_clause.get(clause.parent)
            if source is not None and source.time.when is not None and _goes_on(source, draft):
                draft = attrs.evolve(
                    draft, time=Time(source.time.when, None, ("date: of the clause that it goes with", *source.time.trace))
                )
                if draft.setting is None and candidate.trigger.kind == "speech" and source.candidate.trigger.kind == "speech":
                    draft = attrs.evolve(draft, setting=source.setting)
        if not candidate.is_noun or clause.kind == "adjunct":
            by_clause.setdefault(clause.index, draft)
        result.append(draft)
    return result


def _goes_on(source: Draft, draft: Draft) -> bool:
    if source.modality != draft.modality and not draft.candidate.is_noun:
        return False
    return source.time.when is not None and (source.time.when.days <= 31 or not draft.candidate.is_noun)


def _by_story(sheet: Sheet, drafts: list[Draft]) -> list[Draft]:
    candidates = [draft.candidate for draft in drafts]
    owner = {
        index: sheet.dating.expressions.index(draft.time.expression)
        for index, draft in enumerate(drafts)
        if draft.time.expression is not None
    }
    day = story_day(sheet, candidates, owner, [draft.background for draft in drafts])
    occasions: dict[str, tuple[DateSpan, Setting | None]] = {}
    result = []
    for draft in drafts:
        if draft.time.when is None and _reports_now(draft):
            spoken = next((occasions[key] for key in sorted(draft.actor_keys) if key in occasions), None)
            if draft.candidate.trigger.kind == "speech" and spoken is not None:
                draft = attrs.evolve(
                    draft,
                    time=Time(spoken[0], None, ("date: the occasion on which the speaker spoke",)),
                    setting=draft.setting or spoken[1],
                )
            elif day is not None:
                draft = attrs.evolve(draft, time=Time(day, None, (f"date: the day of the story, {day.edtf}",)))
        if (
            draft.candidate.trigger.kind == "speech"
            and draft.time.when is not None
            and not draft.candidate.is_noun
            and draft.modality == "asserted"
        ):
            for key in draft.actor_keys:
                occasions[key] = (draft.time.when, draft.setting)
        result.append(draft)
    return result


def _reports_now(draft: Draft) -> bool:
    """Whether a draft without a date tells of the story's own day: past, of the writer's own telling, no background."""
    candidate = draft.candidate
    if candidate.is_noun or draft.background or draft.modality != "asserted":
        return False
    if candidate.clause.reported or candidate.clause.kind not in ("main", "participle"):
        return False
    return candidate.form.aspect == "participle" or candidate.form.aspect == "past"
