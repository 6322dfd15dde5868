"""One pass over an article, from left to right: each draft gets its date and place from what it offers and what was told before."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import attrs

from timeline.events.choose import Choice, choose
from timeline.events.clauses import Clause
from timeline.events.clues import Case
from timeline.events.draft import Draft
from timeline.events.offers import Memory, Offer, Outlook, dates_for, outlook
from timeline.events.sheet import Sheet
from timeline.events.subjects import is_purpose
from timeline.events.weights import Weights
from timeline.events.when import Time, modality_on
from timeline.events.where import dateline_settings
from timeline.events.worth import told_undated
from timeline.model import step
from timeline.names.found import Setting

Pick = Callable[[Case, Sequence[Offer]], Choice]  #: how a date is chosen for a case


def tell(
    sheet: Sheet, clauses: tuple[Clause, ...], drafts: Sequence[Draft], caution: float | None = None, pick: Pick | None = None
) -> list[Draft]:
    """The drafts that tell events, in text order; what tells a dated event with less confidence than `caution` is left out."""
    weights = Weights.packaged()
    teller = Teller(
        outlook(sheet, clauses, drafts),
        Memory(sheet.dating.anchor.today),
        pick or partial(choose, weights=weights),
        weights.default if caution is None else caution,
        dateline_settings(sheet),
    )
    told = {index: teller.tell(drafts[index]) for index in in_order(drafts)}
    return [draft for index in range(len(drafts)) if (draft := told[index]) is not None]


def in_order(drafts: Sequence[Draft]) -> list[int]:
    """The order of telling: that of the text, but what comes with a clause behind it waits for that clause."""

    def key(index: int) -> tuple[int, int, int]:
        clause = drafts[index].candidate.clause
        return (max(clause.index, clause.parent), clause.parent > clause.index, index)

    return sorted(range(len(drafts)), key=key)


@attrs.frozen
class Teller:
    """Who tells an article: what it offers, what was told so far, how to pick, how cautious to be, cities of datelines."""

    view: Outlook
    memory: Memory
    pick: Pick
    caution: float
    cities: Mapping[int, Setting]

    def tell(self, draft: Draft) -> Draft | None:
        """Choose the draft's date, find its place, remember it; None where it tells no event."""
        draft = self._placed(draft)
        case = Case(draft, self.view, self.memory.clauses.get(draft.candidate.clause.parent))
        choice = self.pick(case, dates_for(draft, self.view, self.memory))
        dated = choice.offer is not None and choice.confidence >= self.caution
        new = self._dated(draft, choice) if dated else draft.but(time=Time())
        self.memory.add(new if dated else draft)
        if dated or told_undated(self.view.sheet, new):
            return new
        return None

    def _dated(self, draft: Draft, choice: Choice) -> Draft:
        offer = choice.offer
        assert offer is not None
        modality = modality_on(self.view.sheet, draft.candidate, draft.modality, offer.time)
        draft = draft.but(time=offer.time, modality=modality, confidence=choice.confidence)
        return draft if draft.setting is not None else self._there(draft)

    def _placed(self, draft: Draft) -> Draft:
        """A draft where what comes with it, what it is the purpose or occasion of, or the dateline says that it happens."""
        if draft.setting is not None:
            return draft
        clause = draft.candidate.clause
        for child in self.view.with_it.get(clause.index, ()):
            below = self.view.placed.get(child)
            if below is not None and self.view.clauses[child].time == "same" and below.setting is not None:
                return draft.at(below.setting, step("place: of what it happened with"))
        beside = self.memory.clauses.get(clause.index)
        if beside is not None and beside.setting is not None and is_purpose(draft, beside):
            return draft.at(beside.setting, step("place: of the journey that it is the purpose of"))
        above = self.memory.clauses.get(clause.parent) if clause.kind == "relative" and draft.on_occasion else None
        if above is not None and above.setting is not None:
            return draft.at(above.setting, step("place: of the occasion"))
        city = self.cities.get(clause.sentence)
        if city is not None and _is_introduced(draft):
            return draft.at(city, step("place: the city of the dateline"))
        return draft

    def _there(self, draft: Draft) -> Draft:
        """A draft where its speaker or its parties were on its day."""
        memory, when = self.memory, draft.time.when
        if draft.speaks:
            source = memory.clauses.get(draft.candidate.clause.resumes)
            if source is not None and source.speaks and source.setting is not None and source.time.when == when:
                return draft.at(source.setting, step("place: where the speaker spoke"))
            for known in (memory.occasions, memory.whereabouts):
                for key in sorted(draft.actor_keys):
                    time, setting = known.get(key, (None, None))
                    if time is not None and setting is not None and time.when == when and draft.modality == "asserted":
                        return draft.at(setting, step("place: where the speaker was that day"))
        if draft.modality == "planned" and draft.family in ("meeting", "visit") and not draft.candidate.is_noun:
            for key in sorted(draft.party_keys):
                time, setting = memory.plans.get(key, (None, None))
                if time is not None and setting is not None and time.when == when:
                    return draft.at(setting, step("place: of the plan told before for the same people"))
        return draft


def _is_introduced(draft: Draft) -> bool:
    """Whether the draft is a statement or a meeting, which a dateline's city is the place of."""
    clause = draft.candidate.clause
    return (
        clause.kind == "main"
        and not clause.reported
        and (draft.family in ("speech", "meeting") or draft.type == "AGREE")
        and not draft.candidate.is_noun
    )
