"""Whether two names stand for one participant, wholly or partly."""

import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

import attrs

from timeline.model import Actor
from timeline.names.spelling import spelling
from timeline.reading import remembered


@remembered(1 << 15)
def name_key(name: str) -> tuple[str, ...]:
    """A name as it is compared: its words without their articles, in the one form that all their spellings share.

    >>> name_key("الأمم المتحدة")
    ('ام', 'متحد')
    >>> name_key("سيرجي لافروف") == name_key("سيرغي لافروف")
    True
    """
    return tuple(spelling(name).split())


@attrs.frozen(order=True, cache_hash=True)
class Participant:
    """Someone who takes part, as likeness compares him: code, folded name, whether a person, folded title."""

    code: str
    name: tuple[str, ...]
    person: bool
    title: tuple[str, ...] = ()


@lru_cache(maxsize=1 << 15)
def participant(actor: Actor) -> Participant:
    """The actor as likeness compares him."""
    person = actor.kind == "person"
    return Participant(actor.code or "", name_key(actor.name), person, name_key(actor.title or "") if person else ())


#: Per cent of likeness.
SAME = 100
INSTITUTION = 85  # the commission and the union, the ministry and its state
REPRESENTATIVE = 72  # a person for the state he speaks for
MEMBER = 40  # a state and a body that it belongs to
COLLEAGUES = 25  # two persons of one state


@cache
def _members() -> frozenset[tuple[str, str]]:
    """Pairs of a body and a member, each way round."""
    table = tomllib.loads(files(__package__).joinpath("members.toml").read_text("utf-8"))
    return frozenset(pair for body, members in table.items() for member in members for pair in ((body, member), (member, body)))


def _near_spelling(one: str, other: str) -> bool:
    """Whether two words differ in one letter at most, put in, left out or changed: how foreign names are spelt (سيرغي, سيرجي)."""
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < 4:
        return one == other
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    return one[start + 1 :] == other[start + 1 :] or one[start:] == other[start + 1 :] or one[start + 1 :] == other[start:]


def _same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether every word of the shorter name stands in the longer one, a letter apart at most; the last word must be among them."""
    shorter, longer = sorted((one, other), key=len)
    return bool(shorter) and all(any(_near_spelling(word, there) for there in longer) for word in shorter)


@lru_cache(maxsize=1 << 17)
def likeness(one: Participant, other: Participant) -> int:
    """How far two participants are one, in per cent.

    >>> likeness(participant(Actor("كيري", "USA", kind="person")), participant(Actor("جون كيري", "USA", kind="person")))
    100
    >>> likeness(participant(Actor("روسيا", "RUS")), participant(Actor("سيرغي لافروف", "RUS", kind="person")))
    72
    """
    if one.code and other.code and one.code != other.code:
        return MEMBER if (one.code, other.code) in _members() else 0
    if one.name == other.name:
        return SAME
    if one.person and other.person:
        if _same_name(one.name, other.name) or one.title == other.name or one.name == other.title:
            return SAME
        return COLLEAGUES if one.code and one.code == other.code else 0
    if one.code and one.code == other.code:
        return REPRESENTATIVE if one.person or other.person else INSTITUTION
    if not (one.code and other.code) and one.person == other.person and _same_name(one.name, other.name):
        return SAME
    return 0


def coverage(some: Sequence[Participant], others: Sequence[Participant]) -> int:
    """How far the others cover these, in per cent: each finds the one most like him, and the mean of that counts."""
    total = 0
    for one in some:
        best = 0
        for other in others:
            like = likeness(one, other)
            if like > best:
                best = like
        total += best
    return total // len(some) if some else SAME


def agreement(some: Sequence[Participant], others: Sequence[Participant]) -> int:
    """How far two parties agree, in per cent: both coverages, of which the better counts more where each side names two or more.

    For an article may well leave out the third party to talks; where it names one alone, that one says little.
    """
    if some == others:
        return SAME
    worse, better = sorted((coverage(some, others), coverage(others, some)))
    return (13 * better + 7 * worse) // 20 if min(len(some), len(others)) > 1 else (better + worse) // 2
