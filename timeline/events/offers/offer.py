"""One date that a trigger may be of, and the ways on which the text leads there."""

from types import MappingProxyType
from typing import Literal, get_args

import attrs

from timeline.events.when import Time
from timeline.model import DateSpan

#: How a date may come to a trigger. Several ways may lead to one date; the weights say what each is worth.
Way = Literal[
    "own",
    "clause before",
    "clause behind",
    "with",
    "paper",
    "behind it",
    "goes on",
    "resumed",
    "himself",
    "teller",
    "beside",
    "above",
    "purpose",
    "gathered",
    "occasion",
    "speaker",
    "actor",
    "told before",
    "sentence before",
    "story",
    "story loosely",
    "recent",
    "only recent",
    "now",
    "today",
    "dateline",
    "plan",
    "telling",
    "last of kind",
    "last told",
    "in sentence",
    "in last sentence",
    "aside",
]

#: What each way is, for a reader.
WAYS: MappingProxyType[Way, str] = MappingProxyType(
    {
        "own": "a date of its own",
        "clause before": "another's date before it in its clause",
        "clause behind": "another's date behind it in its clause",
        "with": "the date of what it happened with",
        "paper": "the date of the paper that says it",
        "behind it": "the date of what it came after",
        "goes on": "the date of the clause that it goes on with",
        "resumed": "a date in the clause before",
        "himself": "the day on which the speaker tells of himself",
        "teller": "the day on which it is told",
        "beside": "the date of the verb beside it",
        "above": "the date of the clause above it",
        "purpose": "the date of the journey that it is the purpose of",
        "gathered": "the date of what its noun goes with",
        "occasion": "the date of the occasion before it",
        "speaker": "the occasion on which the speaker spoke",
        "actor": "the date of what the same party said",
        "told before": "the date of the sentence before, of the same people",
        "sentence before": "the date of the sentence before",
        "story": "the day of the story",
        "story loosely": "the day of the story, of what is told aside",
        "recent": "the first recent day of the text",
        "only recent": "the only recent day of the text",
        "now": "it goes on while the story is told",
        "today": "the day on which the story is told",
        "dateline": "the day of the dateline",
        "plan": "the plan told before for the same people",
        "telling": "another telling of the same event",
        "last of kind": "the last event of its kind",
        "last told": "the last event told",
        "in sentence": "a date elsewhere in its sentence",
        "in last sentence": "a date in the sentence before",
        "aside": "the date of what was before or after it",
    }
)
assert set(WAYS) == set(get_args(Way))


@attrs.define
class Offer:
    """A date and the ways to it; `at` is the token where its nearest expression begins (None where none is near)."""

    time: Time
    when: DateSpan
    ways: set[Way] = attrs.Factory(set)
    at: int | None = None

    @property
    def own(self) -> bool:
        """Whether it is the trigger's own."""
        return "own" in self.ways
