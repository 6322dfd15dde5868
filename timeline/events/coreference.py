"""One event, one record: drafts of one article that tell the same event get the same number."""

from collections.abc import Sequence, Set

import attrs

from timeline.events.draft import Draft
from timeline.model import DateSpan


@attrs.define
class _Event:
    """What the drafts of one event have told so far, gathered as they come: a long text tells one event thousands of times."""

    number: int
    first: Draft
    when: DateSpan | None = None
    actors: set[str] = attrs.Factory(set)
    codes: set[str] = attrs.Factory(set)
    nouns: set[str] = attrs.Factory(set)
    countries: set[str] = attrs.Factory(set)
    persons: set[str] = attrs.Factory(set)
    verbs: bool = False
    head: int = -1

    def add(self, draft: Draft) -> None:
        self.when = self.when or draft.time.when
        self.actors |= draft.actor_keys
        self.codes |= draft.codes
        self.nouns.add(draft.candidate.trigger.noun)
        self.countries |= _countries(draft)
        self.persons |= draft.persons
        self.verbs |= not draft.candidate.is_noun
        self.head = draft.candidate.head


def number_events(drafts: Sequence[Draft]) -> list[Draft]:
    """Give each draft the number of its event, in the order in which the text tells them."""
    events: list[_Event] = []
    numbered: list[Draft] = []
    by_family: dict[str, list[_Event]] = {}
    for draft in drafts:
        family = draft.family
        known = by_family.setdefault(family, [])
        event = next((event for event in reversed(known[-_MEMORY:]) if _same(event, draft, family)), None)
        if event is None:
            event = _Event(len(events), draft)
            events.append(event)
            known.append(event)
        event.add(draft)
        numbered.append(draft.but(event=event.number))
    return numbered


_DISCUSSING = frozenset({"بحث", "ناقش", "تناول", "استعرض", "تطرّق", "تباحث", "تدارس"})
_MEMORY = 24  # events of one family that a later telling may come back to; bounds the work on a very long text


def _same(event: _Event, draft: Draft, family: str) -> bool:
    first = event.first
    agree = dates_agree(event.when, draft.time.when)
    if event.head == draft.candidate.head and (agree or first.candidate is not draft.candidate):
        return True  # two verbs of one noun: "المكالمة التي جرت أمس … استمرت ساعة"
    if not agree:
        return False
    if family == "speech":
        told = first.background == draft.background and first.type == draft.type and draft.modality == first.modality
        return told and (first.actor_keys == draft.actor_keys or _one_state(first, draft))
    if (first.modality == "negated") != (draft.modality == "negated"):
        return False
    if family in ("meeting", "visit"):
        return _same_encounter(event, draft)
    return draft.candidate.trigger.noun in event.nouns and (
        _share(event.actors, draft.actor_keys) or _share(event.codes, draft.codes)
    )


def _one_state(one: Draft, other: Draft) -> bool:
    """Whether both are told of one state: "قالت وزارة الخارجية الروسية … وقالت موسكو …"."""
    actors = [actor for draft in (one, other) for party in draft.roles.actors for actor in party.actors]
    return len(actors) == 2 and all(actor.kind == "state" for actor in actors) and len({actor.code for actor in actors}) == 1


def _same_encounter(event: _Event, draft: Draft) -> bool:
    if draft.on_occasion and draft.candidate.form.trigger.lemma in _DISCUSSING and draft.family == "meeting":
        return True  # "… اجتماعا بحثوا خلاله": what they talked of at the meeting told last
    if event.countries - _countries(draft) and _countries(draft):
        return False  # the two are placed in different countries
    if draft.actor_keys and event.actors:
        shared = event.actors & draft.actor_keys
        smaller = min(len(event.actors), len(draft.actor_keys))
        if smaller == 1 and len(event.actors) != len(draft.actor_keys) and not _may_be_vague(event, draft):
            return False
        if len(shared) * 2 >= smaller + (draft.family == "meeting" and smaller > 1):
            return True
        differ = event.persons and draft.persons and event.persons != draft.persons
        return bool(draft.codes) and draft.codes == event.codes and not differ
    # A definite noun without parties ("الاجتماع", "الزيارة") points back to the last one told.
    return draft.candidate.is_noun and draft.candidate.form.definite


def _may_be_vague(event: _Event, draft: Draft) -> bool:
    """Whether one telling may leave partners out: a headline, a noun, or the same word for the encounter."""
    headline = event.first.candidate.clause.sentence == 0
    return headline or draft.candidate.trigger.noun in event.nouns or draft.candidate.is_noun or not event.verbs


def _countries(draft: Draft) -> set[str]:
    """The country that the draft is placed in, if any."""
    country = draft.setting.place.country if draft.setting is not None else None
    return {country} if country is not None else set()


def _share(some: Set[str], others: Set[str]) -> bool:
    return not some or not others or bool(some & others)


def dates_agree(one: DateSpan | None, other: DateSpan | None) -> bool:
    """Whether two dates may be one event's: one is missing, or one lies within the other."""
    if one is None or other is None:
        return True
    return one.contains(other) or other.contains(one)
