"""Which drafts are events that an analyst would write down, and which are only talk of events."""

from timeline.events.candidates import Candidate
from timeline.events.clauses import Clause
from timeline.events.draft import Draft
from timeline.events.grammar import WISH
from timeline.events.sheet import Sheet
from timeline.model import rules

BARE = frozenset({"ASSAULT", "AGREE"})
_WISHED = 3  # words between a wish and what is wished for
_OF_JOURNEY = "subject: of the journey that it is the purpose of"  # a rule of a trace


def worth_telling(sheet: Sheet, clauses: tuple[Clause, ...], draft: Draft) -> bool:
    """Whether the draft tells an event: something done by someone, or an encounter of its own date or parties."""
    candidate = draft.candidate
    if candidate.is_noun:
        return _noun_tells(sheet, draft)
    if candidate.trigger.kind == "empty" or draft.by_medium:
        return False
    if candidate.form.aspect == "participle" and candidate.form.definite:
        return draft.time.own
    if (
        sheet.page.quoted[candidate.start]
        and not draft.time.own
        and not (draft.modality == "planned" and draft.time.when is not None)
    ):
        return False
    if (
        candidate.form.aspect == "present"
        and not candidate.form.future
        and draft.modality == "asserted"
        and draft.time.when is None
    ):
        return candidate.clause.sentence < sheet.page.headline and bool(draft.roles.actors)
    if candidate.clause.reported and not draft.time.own and draft.time.when is None:
        return False
    return bool(draft.roles.actors or draft.roles.targets) or (draft.time.own and (draft.setting is not None or draft.type in BARE))


def is_topic(candidate: Candidate) -> bool:
    """Whether the candidate is a noun that is only talked of, unless it has a date of its own."""
    return candidate.is_noun and (candidate.trigger.kind == "speech" or not candidate.trigger.event_noun)


def _noun_tells(sheet: Sheet, draft: Draft) -> bool:
    candidate = draft.candidate
    trigger = candidate.trigger
    if sheet.page.quoted[candidate.noun] and not draft.time.own:
        return False
    if not draft.time.own and _is_wished(sheet, candidate):
        return False
    if trigger.kind == "speech":
        return draft.time.own and bool(draft.roles.actors)
    if not trigger.event_noun:
        return draft.time.own and bool(draft.roles.actors or draft.roles.targets)
    if draft.time.own:
        return bool(draft.roles.actors or draft.roles.targets or draft.setting) or draft.type in BARE
    if _OF_JOURNEY in rules(draft.roles.trace):
        return draft.time.when is not None
    if trigger.type == "CONSULT" and candidate.clause.sentence < sheet.page.headline:
        return bool(draft.roles.actors)
    if candidate.clause.kind == "adjunct" and candidate.clause.time != "before":
        return bool(draft.roles.actors) and draft.time.when is not None
    return trigger.type == "CONSULT" and candidate.form.definite and not draft.roles.actors


def _is_wished(sheet: Sheet, candidate: Candidate) -> bool:
    """Whether the noun is only wanted or meant: "استعداده للمشاركة", "سعيا إلى عقد اجتماع"."""
    before = sheet.folded[max(candidate.clause.first, candidate.noun - _WISHED) : candidate.noun]
    return any(word in WISH or word[1:] in WISH for word in before)
