"""What is told without a date, and what is only talked of."""

from timeline.events.candidates import Candidate
from timeline.events.draft import Draft
from timeline.events.grammar import WISH
from timeline.events.sheet import Sheet
from timeline.model import rules

BARE = frozenset({"ASSAULT", "AGREE"})
_WISHED = 3  # words between a wish and what is wished for
_OF_JOURNEY = "subject: of the journey that it is the purpose of"  # a rule of a trace


def told_undated(sheet: Sheet, draft: Draft) -> bool:
    """Whether the draft, which nothing dates, tells an event all the same: something done by someone, or an encounter."""
    candidate = draft.candidate
    if candidate.is_noun:
        return _noun_tells(sheet, draft)
    if candidate.trigger.kind == "empty" or draft.by_medium or sheet.page.quoted[candidate.start] or candidate.clause.reported:
        return False
    if candidate.form.aspect == "participle" and candidate.form.definite:
        return False
    if candidate.form.aspect == "present" and not candidate.form.future and draft.modality == "asserted":
        return candidate.clause.sentence < sheet.page.headline and bool(draft.roles.actors)
    return bool(draft.roles.actors or draft.roles.targets)


def is_topic(candidate: Candidate) -> bool:
    """Whether the candidate is a noun that is only talked of, unless it has a date of its own."""
    return candidate.is_noun and (candidate.trigger.kind == "speech" or not candidate.trigger.event_noun)


def of_journey(draft: Draft) -> bool:
    """Whether a noun tells what a journey is for: "يتوجه الرئيس غدا إلى القاهرة لإجراء مباحثات"."""
    return _OF_JOURNEY in rules(draft.roles.trace)


def _noun_tells(sheet: Sheet, draft: Draft) -> bool:
    candidate = draft.candidate
    if is_topic(candidate) or sheet.page.quoted[candidate.noun] or is_wished(sheet, candidate) or candidate.type != "CONSULT":
        return False
    if of_journey(draft):
        return False
    if candidate.clause.sentence < sheet.page.headline:
        return bool(draft.roles.actors)
    aside = candidate.clause.kind == "adjunct" and candidate.clause.time != "before"
    return not aside and candidate.form.definite and not draft.roles.actors


def is_wished(sheet: Sheet, candidate: Candidate) -> bool:
    """Whether the noun is only wanted or meant: "استعداده للمشاركة", "سعيا إلى عقد اجتماع"."""
    before = sheet.folded[max(candidate.clause.first, candidate.noun - _WISHED) : candidate.noun]
    return any(word in WISH or word[1:] in WISH for word in before)
