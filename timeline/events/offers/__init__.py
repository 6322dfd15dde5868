"""What the grammar offers a trigger: the dates that the text around it may lend it, each with the ways that lead to it."""

from timeline.events.offers.around import Outlook, dates_for, outlook
from timeline.events.offers.memory import Memory
from timeline.events.offers.offer import WAYS, Offer, Way

__all__ = ["WAYS", "Memory", "Offer", "Outlook", "Way", "dates_for", "outlook"]
