"""What a reader proposes: claims about events, each in words of the article, none believed before it is checked."""

from typing import Any, Literal, Protocol, cast, get_args

import attrs

from timeline.articles import Article
from timeline.model import ActionType, Modality

#: How a proposal says that its day is known: by an expression that it quotes, as the day that the story tells of, or not at all.
Day = Literal["quoted", "story", "none"]

_TYPES, _MODALITIES, _DAYS = frozenset(get_args(ActionType)), frozenset(get_args(Modality)), frozenset(get_args(Day))
_LONGEST = 2_000  # characters of a quote; a longer one is no quote but the article
_MOST_PARTIES = 40


@attrs.frozen
class Proposal:
    """One event as a reader proposes it.

    `quote` is the sentence or part of one that tells it and `trigger` the word or few in it that name it. `date`, `actors`,
    `targets` and `place` are quotes too, of the words that name them; codes and days of the reader's own are never asked for.
    """

    quote: str
    trigger: str
    type: ActionType
    modality: Modality = "asserted"
    day: Day = "none"
    date: str = ""
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    place: str = ""


@attrs.frozen
class Answer:
    """What a reader says of one article: its proposals, how many of its claims were not even of the right form, and what it cost.

    `failure` tells why there is no answer, where there is none; `calls` counts requests sent and `tokens` those that were billed,
    both 0 for an answer that was remembered.
    """

    proposals: tuple[Proposal, ...] = ()
    malformed: int = 0
    calls: int = 0
    tokens: int = 0
    failure: str | None = None


class Reader(Protocol):
    """Reads events by other means than the rules: one method, called once an article, and a name to be a witness by."""

    @property
    def name(self) -> str:
        """The name that mentions carry among their witnesses, never "rules"."""
        ...

    def propose(self, article: Article) -> Answer:
        """The events of the article as proposals.

        What goes wrong on the way is told in the answer's `failure`; whatever is raised counts as one.
        """
        ...


def proposal_of(record: Any) -> Proposal | None:
    """The proposal that a record of the answer's form makes, None for one of another form.

    >>> proposal_of({"quote": "زار الوزير كييف أمس", "trigger": "زار", "type": "CONSULT", "day": "quoted", "date": "أمس"}).date
    'أمس'
    >>> proposal_of({"quote": "زار الوزير كييف أمس", "trigger": "زار", "type": "VISIT"}) is None
    True
    """
    if not isinstance(record, dict):
        return None
    texts = {key: record.get(key) or "" for key in ("quote", "trigger", "date", "place")}
    lists = {key: record.get(key) or [] for key in ("actors", "targets")}
    words = {"type": record.get("type"), "modality": record.get("modality") or "asserted", "day": record.get("day") or "none"}
    if not all(isinstance(value, str) and len(value) <= _LONGEST for value in texts.values()):
        return None
    if not all(
        isinstance(value, list)
        and len(value) <= _MOST_PARTIES
        and all(isinstance(one, str) and len(one) <= _LONGEST for one in value)
        for value in lists.values()
    ):
        return None
    allowed = {"type": _TYPES, "modality": _MODALITIES, "day": _DAYS}
    if not all(isinstance(value, str) and value in allowed[key] for key, value in words.items()):
        return None
    if not texts["quote"].strip() or not texts["trigger"].strip():
        return None
    return Proposal(
        texts["quote"],
        texts["trigger"],
        cast(ActionType, words["type"]),
        cast(Modality, words["modality"]),
        cast(Day, words["day"]),
        texts["date"],
        tuple(lists["actors"]),
        tuple(lists["targets"]),
        texts["place"],
    )


def sound(answer: Any) -> Answer:
    """The answer with those of its proposals alone that are of the right form, the others counted as malformed.

    Raises TypeError where it is no answer at all.
    """
    if not isinstance(answer, Answer):
        raise TypeError(f"propose gave a {type(answer).__name__}, not an Answer")
    if answer.failure is not None:
        return answer
    found = [proposal_of(_record(proposal)) for proposal in answer.proposals]
    good = tuple(proposal for proposal in found if proposal is not None)
    return attrs.evolve(answer, proposals=good, malformed=answer.malformed + len(found) - len(good))


def _record(proposal: Any) -> Any:
    if not isinstance(proposal, Proposal):
        return None
    record = attrs.asdict(proposal, recurse=False)
    return record | {key: list(value) for key in ("actors", "targets") if isinstance(value := record[key], tuple)}
