"""How sure a row is, for a reader to begin with what is firm and to check what is not."""

from typing import Literal

from timeline.model import Event

Sureness = Literal["firm", "fair", "weak"]
#: From the firmest.
SURENESS: tuple[Sureness, ...] = ("firm", "fair", "weak")


def sureness(event: Event) -> Sureness:
    """How sure an event is.

    Firm: a reader confirmed it, or two articles tell it with a day of their own and do not contradict each other. Weak: its day
    hangs on an inferred one, nothing names its parties, or its sources contradict each other. Else fair. Where the reading of texts
    gives a confidence of its own (`Event.confidence`, from 0 to 1), that counts for what one article tells.
    """
    if event.review.confirmed:
        return "firm"
    if event.dated == "inferred" or not (event.actors or event.targets):
        return "weak"
    if any(conflict.relation == "contradicts" for conflict in event.conflicts):
        return "weak"
    if len(event.articles) > 1 and event.dated in ("told", "elsewhere"):
        return "firm"
    confidence = getattr(event, "confidence", None)
    if confidence is None:
        return "fair"
    return "firm" if confidence >= 0.8 else "weak" if confidence < 0.5 else "fair"
