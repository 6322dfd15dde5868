"""One trigger with all that is known of it when it is asked whether it tells an event, and of which day."""

import attrs

from timeline.events.candidates import Candidate
from timeline.events.clauses import Clause
from timeline.events.draft import Draft
from timeline.events.offers import Offer, Outlook
from timeline.events.sheet import Sheet
from timeline.model import Actor
from timeline.reading import kept

_PARTED = 30  # tokens in which another trigger is looked for


@attrs.frozen(slots=False)
class Case:
    """A draft in its text. `view` is what the text offers all its drafts, `above` what the clause above it told."""

    draft: Draft
    view: Outlook
    above: Draft | None = None

    @kept
    def sheet(self) -> Sheet:
        """The text."""
        return self.view.sheet

    @kept
    def candidate(self) -> Candidate:
        """The trigger."""
        return self.draft.candidate

    @kept
    def clause(self) -> Clause:
        """Its clause."""
        return self.draft.candidate.clause

    @kept
    def noun(self) -> bool:
        """Whether a noun alone names the event."""
        return self.draft.candidate.verb < 0

    @kept
    def speech(self) -> bool:
        """Whether it tells of speech."""
        return self.draft.candidate.trigger.kind == "speech"

    @kept
    def aspect(self) -> str:
        """ "past", "present", "future", "participle" or "noun"."""
        if self.noun:
            return "noun"
        form = self.draft.candidate.form
        return "future" if form.future else form.aspect

    @kept
    def actors(self) -> tuple[Actor, ...]:
        """Who does it."""
        return tuple(actor for party in self.draft.roles.actors for actor in party.actors)

    @property
    def in_headline(self) -> bool:
        """Whether it stands in the headline."""
        return self.sheet.page.headed and self.clause.sentence < self.sheet.page.headline

    def near(self, back: int, ahead: int = 0) -> frozenset[str]:
        """The folded words of its clause that stand near it."""
        first, last = max(self.clause.first, self.candidate.start - back), min(self.clause.last, self.candidate.head + 1 + ahead)
        return frozenset(self.sheet.folded[first:last])


@attrs.frozen(slots=False)
class Dated:
    """A case with one of the dates that it is offered."""

    case: Case
    offer: Offer

    @kept
    def days(self) -> int:
        """How many days the date has."""
        return self.offer.when.days

    @kept
    def lies(self) -> str:
        """How the date lies to today: "ahead", "past", "around" it, or "" where today is not known."""
        today = self.case.view.today
        if today is None:
            return ""
        return "ahead" if self.offer.when.begin > today else "past" if self.offer.when.end < today else "around"

    @kept
    def ago(self) -> int:
        """How many days ago the date ended, 0 where it did not."""
        today = self.case.view.today
        return 0 if today is None else max(0, (today - self.offer.when.end).days)

    @kept
    def distance(self) -> int | None:
        """How many tokens the nearest expression of the date is away, None where none is near."""
        at = self.offer.at
        return None if at is None else abs(at - self.case.candidate.head)

    @kept
    def parted(self) -> bool:
        """Whether another trigger stands between the trigger and the date."""
        if self.offer.at is None:
            return False
        candidate = self.case.candidate
        first, last = sorted((candidate.head, self.offer.at))
        triggers = self.case.sheet.triggers
        return any(triggers[token] is not None for token in range(first + 1, min(last, first + _PARTED)) if token != candidate.verb)
