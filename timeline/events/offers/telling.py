"""How a draft is told: as the story's own news, of an earlier time, as going on, of the teller himself."""

from timeline.events.draft import Draft
from timeline.events.grammar import HABIT
from timeline.events.roles import is_unnamed, keys
from timeline.events.sheet import Sheet

_LEAD = 3  # sentences in which deeds are those of the story
_NEWS = 6  # sentences in which a meeting without a date is the story's own
_HABIT = 5  # words in which a verb is said to be a habit
_PARAGRAPH = 4  # characters between sentences of one paragraph
_EARLIER = frozenset(
    {"سابق", "سابقا", "مؤخرا", "موخرا", "اخيرا", "انذاك", "حينها", "حينذاك", "وقتها", "يومها", "قبل", "منذ", "الحين"}
    | {"الماضي", "الماضيه", "الماضيين", "الاخيره", "الاخير", "الماضيات"}
)
_DONE_THAT_DAY = frozenset({"CONSULT", "AGREE", "SANCTION", "PROTEST", "COERCE"})
_TAKES_PART = frozenset({"شارك", "حضر", "ترأّس"})


def happened(draft: Draft) -> bool:
    """Whether it is told in the past as a fact, and of no earlier time."""
    return draft.candidate.form.aspect == "past" and draft.modality == "asserted" and not draft.background


def is_present(draft: Draft) -> bool:
    """Whether a verb tells it in the present."""
    return not draft.candidate.is_noun and draft.candidate.form.aspect == "present"


def of_himself(draft: Draft) -> bool:
    """ "قال إنه بحث مع نظيره …": what a speaker tells of his own talks and agreements, he tells of the same day."""
    did = draft.type in _DONE_THAT_DAY or (draft.candidate.trigger.kind == "act" and draft.type == "ACCUSE")  # "استدعت السفير"
    return draft.roles.inherited and happened(draft) and draft.candidate.clause.reported and did


def may_be_background(draft: Draft) -> bool:
    """Whether a deed is told so late that it may be of any earlier day: what is said is news to the end, deeds are not."""
    candidate = draft.candidate
    if candidate.trigger.kind == "speech":
        return False
    return candidate.clause.sentence >= (_NEWS if draft.type == "CONSULT" else _LEAD)


def tells_now(draft: Draft) -> bool:
    """Whether a draft without a date tells of the story's own day: past, of the writer's own telling, no background."""
    candidate = draft.candidate
    if candidate.is_noun or draft.background or draft.modality != "asserted":
        return False
    if candidate.trigger.kind == "speech" and any(is_unnamed(party) for party in draft.roles.doers):
        return False  # "قال مراقبون": nobody that an analyst would write down
    if visits_now(draft):
        return True
    if candidate.clause.reported or candidate.clause.kind not in ("main", "participle"):
        return False
    return candidate.form.aspect == "participle" or candidate.form.aspect == "past"


def visits_now(draft: Draft) -> bool:
    """ "… كيري الذي يزور الدوحة": a visit in the present tense goes on while the story is told."""
    candidate = draft.candidate
    present = candidate.form.aspect == "present" and not candidate.form.future
    going_on = candidate.form.trigger.kind in ("visit", "phase", "empty") and candidate.trigger.kind in ("visit", "meeting")
    beside = candidate.clause.kind in ("relative", "circumstance")
    takes_part = beside and candidate.form.trigger.lemma in _TAKES_PART
    return present and (going_on or takes_part) and (beside or candidate.clause.kind == "main") and not candidate.clause.reported


def tells_on(sheet: Sheet, previous: Draft, draft: Draft) -> bool:
    """Whether a draft goes on with the last dated deed: the same people, or the same state, one sentence later in one paragraph."""
    if draft.roles.inherited and keys(previous.roles.doers) == keys(draft.roles.doers):
        return True
    first = sheet.reading.sentences[draft.candidate.clause.sentence][0]
    apart = draft.candidate.clause.sentence - previous.candidate.clause.sentence
    gap = sheet.reading.text[sheet.reading.ends[first - 1] : sheet.reading.starts[first]] if first else ""
    own = frozenset(actor.code for party in draft.roles.doers for actor in party.actors if actor.code)
    before = frozenset(actor.code for party in previous.roles.doers for actor in party.actors if actor.code)
    return apart == 1 and "\n" not in gap and len(gap) < _PARAGRAPH and bool(own) and own == before


def says_when(sheet: Sheet, draft: Draft) -> bool:
    """Whether the clause says that it was at some other time, and not which ("في وقت سابق"), or that it is a habit."""
    clause = draft.candidate.clause
    if draft.candidate.form.aspect == "present":
        return False
    if any(word in HABIT for word in sheet.folded[draft.candidate.start : draft.candidate.start + _HABIT]):
        return True
    return any(_bygone(sheet, index) for index in sheet.dates_in(clause.first, clause.last))


def _bygone(sheet: Sheet, index: int) -> bool:
    """Whether a vague expression of the writer's own means some earlier time ("في وقت سابق", "مؤخرا")."""
    first, last = sheet.date_tokens[index]
    if sheet.dating.expressions[index].value is not None or sheet.page.quoted[first]:
        return False
    return not _EARLIER.isdisjoint(sheet.folded[first:last])
