"""One event, one record: drafts of one article that tell the same event get the same number."""

from collections.abc import Sequence

import attrs

from timeline.events.draft import Draft
from timeline.model import DateSpan

_GENERAL = frozenset(
    {"لقاء", "اجتماع", "محادثات", "مباحثات", "مشاورات", "مفاوضات", "جولة", "جلسة", "حوار", "مناقشة", "بحث", "استقبال", "قمة"}
)


@attrs.define
class _Event:
    """What the drafts of one event have told so far."""

    number: int
    drafts: list[Draft] = attrs.Factory(list)

    @property
    def family(self) -> str:
        return self.drafts[0].family

    @property
    def when(self) -> DateSpan | None:
        return next((draft.time.when for draft in self.drafts if draft.time.when is not None), None)

    @property
    def actors(self) -> frozenset[str]:
        return frozenset().union(*(draft.actor_keys for draft in self.drafts))

    @property
    def codes(self) -> frozenset[str]:
        return frozenset().union(*(draft.codes for draft in self.drafts))


def number_events(drafts: Sequence[Draft]) -> list[Draft]:
    """Give each draft the number of its event, in the order in which the text tells them."""
    events: list[_Event] = []
    numbered: list[Draft] = []
    by_family: dict[str, list[_Event]] = {}
    for draft in drafts:
        known = by_family.setdefault(draft.family, [])
        event = next((event for event in reversed(known[-_MEMORY:]) if _same(event, draft)), None)
        if event is None:
            event = _Event(len(events))
            events.append(event)
            known.append(event)
        numbered.append(attrs.evolve(draft, event=event.number))
        event.drafts.append(numbered[-1])
    return numbered


_MEMORY = 24  # events of one family that a later telling may come back to; bounds the work on a very long text


def _same(event: _Event, draft: Draft) -> bool:
    first = event.drafts[0]
    if not dates_agree(event.when, draft.time.when):
        return False
    if draft.family == "speech":
        return first.type == draft.type and first.actor_keys == draft.actor_keys and draft.modality == first.modality
    if (first.modality == "negated") != (draft.modality == "negated"):
        return False
    if draft.family in ("meeting", "visit"):
        return _same_encounter(event, draft)
    same_head = any(other.candidate.trigger.noun == draft.candidate.trigger.noun for other in event.drafts)
    return same_head and (_share(event.actors, draft.actor_keys) or _share(event.codes, draft.codes))


def _same_encounter(event: _Event, draft: Draft) -> bool:
    if any(_elsewhere(other, draft) for other in event.drafts):
        return False
    if draft.actor_keys and event.actors:
        shared = event.actors & draft.actor_keys
        smaller = min(len(event.actors), len(draft.actor_keys))
        if len(shared) * 2 >= smaller + (draft.family == "meeting" and smaller > 1):
            return True
        return bool(draft.codes) and draft.codes == event.codes
    # A definite noun without parties ("الاجتماع", "الزيارة") points back to the last one told.
    return draft.candidate.is_noun and draft.candidate.form.definite


def _elsewhere(one: Draft, other: Draft) -> bool:
    """Whether the two are placed in different countries."""
    if one.setting is None or other.setting is None:
        return False
    here, there = one.setting.place.country, other.setting.place.country
    return here is not None and there is not None and here != there


def _share(some: frozenset[str], others: frozenset[str]) -> bool:
    return not some or not others or bool(some & others)


def dates_agree(one: DateSpan | None, other: DateSpan | None) -> bool:
    """Whether two dates may be one event's: one is missing, or one lies within the other."""
    if one is None or other is None:
        return True
    return one.contains(other) or other.contains(one)
