"""An event on its way from a trigger to a mention."""

import attrs

from timeline.events.candidates import Candidate
from timeline.events.complements import are_media
from timeline.events.roles import Roles
from timeline.events.when import Time
from timeline.model import Modality
from timeline.names.found import Setting

#: Families of triggers that can tell one and the same event; others are told apart by their type.
FAMILIES = {"visit": "visit", "motion": "visit", "meeting": "meeting", "speech": "speech", "cancel": "cancel"}


@attrs.frozen
class Draft:
    """A candidate with what has been found out about it so far; `background` marks what a story tells of an earlier time, and
    `on_occasion` what happened on the occasion told before ("… خلاله")."""

    candidate: Candidate
    roles: Roles
    modality: Modality
    time: Time
    setting: Setting | None = None
    background: bool = False
    on_occasion: bool = False
    event: int = -1
    trace: tuple[str, ...] = ()
    confidence: float = 0.0

    def but(
        self,
        *,
        candidate: Candidate | None = None,
        roles: Roles | None = None,
        modality: Modality | None = None,
        time: Time | None = None,
        setting: Setting | None = None,
        event: int | None = None,
        trace: tuple[str, ...] | None = None,
        confidence: float | None = None,
    ) -> "Draft":
        """The draft with other values, None for what it keeps; every pass makes such drafts, and `attrs.evolve` is slow."""
        return Draft(
            self.candidate if candidate is None else candidate,
            self.roles if roles is None else roles,
            self.modality if modality is None else modality,
            self.time if time is None else time,
            self.setting if setting is None else setting,
            self.background,
            self.on_occasion,
            self.event if event is None else event,
            self.trace if trace is None else trace,
            self.confidence if confidence is None else confidence,
        )

    def at(self, setting: Setting, why: str) -> "Draft":
        """The draft in a place that the text around its clause tells."""
        return self.but(setting=setting, trace=(*self.trace, why))

    @property
    def type(self) -> str:
        """The action type."""
        return self.candidate.type

    @property
    def speaks(self) -> bool:
        """Whether a verb of speech tells it."""
        return self.candidate.trigger.kind == "speech" and not self.candidate.is_noun

    @property
    def family(self) -> str:
        """What kind of event it is, for telling whether two drafts may be one event."""
        candidate = self.candidate
        if candidate.cancels:
            return "cancel"
        return FAMILIES.get(candidate.trigger.kind) or ("meeting" if candidate.type == "CONSULT" else candidate.type)

    @property
    def by_medium(self) -> bool:
        """Whether an agency or a newspaper tells it: it reports what others do, and does nothing itself."""
        if self.type not in ("STATEMENT", "CONSULT") or self.roles.targets or self.candidate.is_noun:
            return False
        return are_media(self.roles.actors)

    @property
    def actor_keys(self) -> frozenset[str]:
        """The actors by name."""
        return self.roles.actor_keys

    @property
    def party_keys(self) -> frozenset[str]:
        """Actors and targets by name."""
        return self.roles.party_keys

    @property
    def persons(self) -> frozenset[str]:
        """The persons among the actors, by name."""
        return frozenset(actor.name for party in self.roles.actors for actor in party.actors if actor.kind == "person")

    @property
    def codes(self) -> frozenset[str]:
        """The codes of actors and targets."""
        return self.roles.codes
