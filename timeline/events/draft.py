"""An event on its way from a trigger to a mention."""

from functools import cache

import attrs

from timeline.events.candidates import Candidate
from timeline.events.roles import Roles
from timeline.events.when import Time
from timeline.model import Modality
from timeline.names.found import Party, Setting

#: Families of triggers that can tell one and the same event.
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

    @property
    def type(self) -> str:
        """The action type."""
        return self.candidate.type

    @property
    def family(self) -> str:
        """What kind of event it is, for telling whether two drafts may be one event."""
        candidate = self.candidate
        return "cancel" if candidate.cancels else _family(candidate.trigger.kind, candidate.type)

    @property
    def by_medium(self) -> bool:
        """Whether an agency or a newspaper tells it: it reports what others do, and does nothing itself."""
        actors = [actor for party in self.roles.actors for actor in party.actors]
        plain = self.type in ("STATEMENT", "CONSULT") and not self.roles.targets and not self.candidate.is_noun
        return plain and bool(actors) and all(actor.sector == "MED" for actor in actors)

    @property
    def actor_keys(self) -> frozenset[str]:
        """The actors by name."""
        return keys(self.roles.actors)

    @property
    def party_keys(self) -> frozenset[str]:
        """Actors and targets by name."""
        return keys(self.roles.actors + self.roles.targets)

    @property
    def persons(self) -> frozenset[str]:
        """The persons among the actors, by name."""
        return frozenset(actor.name for party in self.roles.actors for actor in party.actors if actor.kind == "person")

    @property
    def codes(self) -> frozenset[str]:
        """The codes of actors and targets."""
        return frozenset(actor.code for party in self.roles.actors + self.roles.targets for actor in party.actors if actor.code)


@cache
def _family(kind: str, type_: str) -> str:
    return FAMILIES.get(kind) or ("meeting" if type_ == "CONSULT" else f"act:{type_}")


def keys(parties: tuple[Party, ...]) -> frozenset[str]:
    """The names of the actors of some parties."""
    return frozenset(actor.name for party in parties for actor in party.actors)
