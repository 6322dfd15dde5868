"""One choice for each trigger: no event, or an event of one of the dates that it is offered."""

from collections.abc import Callable, Sequence
from math import exp

import attrs

from timeline.events.clues import Case
from timeline.events.clues.case import Dated
from timeline.events.clues.when import STORY
from timeline.events.offers import Offer, Way
from timeline.events.weights import Weights
from timeline.events.worth import is_topic, is_wished, of_journey

_ISSUING = frozenset({"صدر", "أصدر", "نشر", "كشف", "وزّع", "ألقى", "وقّع"})
#: Ways on which grammar leads from a date to a trigger, and then those on which the story does: where one leads somewhere, no other
#: date is meant.
BINDING: tuple[frozenset[Way], ...] = (
    frozenset({"own", "with", "goes on", "himself", "occasion", "purpose", "gathered"}),
    frozenset({"paper", "speaker", "told before"}),
    frozenset({"story", "now"}),
)
_AS_NOUN, _AS_STATEMENT, _AS_DEED = range(3)


@attrs.frozen
class Choice:
    """The likeliest date of a trigger, how likely it is that it tells a dated event at all, and what was next."""

    offer: Offer | None = None
    confidence: float = 0.0
    runner_up: Offer | None = None


def choose(case: Case, offers: Sequence[Offer], weights: Weights) -> Choice:
    """Weigh the dates that a trigger is offered against each other and against its telling no event."""
    allowed = allowed_of(case, offers)
    if not allowed:
        return Choice()
    own, lent = whether(case, weights)
    scores = [(own if dated.offer.own else lent) + when(dated, weights) for dated in allowed]
    ranked = sorted(range(len(allowed)), key=lambda index: -scores[index])
    odds = sum(exp(min(score / weights.scale, 50)) for score in scores)
    confidence = weights.calibrated(odds / (1 + odds))
    return Choice(allowed[ranked[0]].offer, confidence, allowed[ranked[1]].offer if len(ranked) > 1 else None)


def allowed_of(case: Case, offers: Sequence[Offer]) -> list[Dated]:
    """The dates that nothing rules out; where the sentence itself binds the trigger to some of them, these alone."""
    allowed = [dated for dated in (Dated(case, offer) for offer in offers) if not vetoed(dated)]
    for binding in BINDING:
        bound = [dated for dated in allowed if not binding.isdisjoint(dated.offer.ways)]
        if bound:
            return bound
    return allowed


def whether(case: Case, weights: Weights) -> tuple[int, int]:
    """The points of a trigger for telling an event of its own date, and of a lent one."""
    own = lent = 0
    for test, for_own, for_lent in weights.asked_whether:
        if test(case):
            own += for_own
            lent += for_lent
    return own, lent


def when(dated: Dated, weights: Weights) -> int:
    """The points of a date: of the ways that lead to it, and of how it lies."""
    kind = _AS_NOUN if dated.case.noun else _AS_STATEMENT if dated.case.speech else _AS_DEED
    points = sum([weights.ways[way][kind] for way in dated.offer.ways if way in weights.ways])
    for test, worth in weights.asked_when:
        if test(dated):
            points += worth
    return points


def vetoed(dated: Dated) -> bool:
    """Whether a trigger cannot be of a date, whatever else speaks for it."""
    for veto in VETOES:  # noqa: SIM110  # of every date of every trigger: a generator would cost as much as the answers
        if veto(dated):
            return True
    return False


def _contradicts_tense(dated: Dated) -> bool:
    """The past is not ahead, the future not over, and the present not long over; what is said now is not said later."""
    case = dated.case
    match case.aspect:
        case "past":
            return dated.lies == "ahead"
        case "future":
            return dated.lies == "past"
        case "present" if case.candidate.noun < 0:
            return dated.ago > STORY or (case.speech and dated.lies == "ahead")
    return False


def _untold(dated: Dated) -> bool:
    """That a text was published today says not that something happened today."""
    return dated.offer.ways <= {"today"}


def _idle(dated: Dated) -> bool:
    """An empty verb tells nothing, an agency only what others do, and an attribute only with a date of its own."""
    case = dated.case
    if not case.noun and (case.candidate.trigger.kind == "empty" or case.draft.by_medium):
        return True
    return case.aspect == "participle" and case.candidate.form.definite and not dated.offer.own


def _talked_of(dated: Dated) -> bool:
    """A noun without a date of its own is only talked of, but what comes with a verb, and what a journey is for."""
    case = dated.case
    if dated.offer.own or not case.noun:
        return False
    if is_topic(case.candidate) or case.sheet.page.quoted[case.candidate.noun] or is_wished(case.sheet, case.candidate):
        return True
    if of_journey(case.draft):
        return False
    return case.clause.kind != "adjunct" or case.clause.time == "before" or not case.draft.roles.actors


def _is_what_is_said(dated: Dated) -> bool:
    """A stance in what somebody says is his statement, and no event beside it: "قال إن بلاده تدعم …", "أكد أنها لن تقبل"."""
    case, above = dated.case, dated.case.above
    if dated.offer.own or case.noun or case.clause.kind != "content" or above is None or not above.speaks:
        return False
    stance = case.aspect == "present" and case.draft.modality in ("asserted", "negated")
    return stance or (case.draft.modality == "negated" and case.aspect != "past")


def _nobodys(dated: Dated) -> bool:
    """What nobody does or says is nothing that anyone would write down for a day that is not its own."""
    case = dated.case
    if dated.offer.own or case.actors or case.noun:
        return False
    return case.speech or case.draft.family == "visit" or not case.draft.roles.targets


def _issues(dated: Dated) -> bool:
    """That a paper was issued is no event beside what it says: "أقال الرئيس، في قرار صدر أمس، الوزير"."""
    case = dated.case
    issued = case.clause.kind == "relative" and case.candidate.form.trigger.lemma in _ISSUING
    return issued and case.above is not None and not case.above.candidate.is_noun


#: What rules a date out.
VETOES: tuple[Callable[[Dated], bool], ...] = (
    _contradicts_tense,
    _untold,
    _idle,
    _talked_of,
    _is_what_is_said,
    _nobodys,
    _issues,
)
