"""States that an event has by its place alone: the host of a visit, the country that votes, the owner of what is attacked."""

from collections.abc import Sequence

import attrs

from timeline.events.draft import Draft
from timeline.model import Actor, step
from timeline.names import Vocabulary
from timeline.names.found import Party, Setting
from timeline.reading import fold

_GOING = frozenset({"visit", "motion"})
_NATIONAL = frozenset({"انتخابات", "انتخاب", "استفتاء", "اقتراع", "تصويت"})


def add_hosts(vocabulary: Vocabulary, drafts: Sequence[Draft]) -> list[Draft]:
    """Give visits the state that they lead to as target, and votes the state that holds them as actor, where no party is named."""
    return [_with_host(vocabulary, draft) for draft in drafts]


def _with_host(vocabulary: Vocabulary, draft: Draft) -> Draft:
    setting = draft.setting
    roles = draft.roles
    if setting is None and draft.family == "visit" and draft.type == "CONSULT":
        return _at_host(vocabulary, draft)
    if setting is None or setting.place.country not in vocabulary.states:
        return draft
    host = vocabulary.state_actor(setting.place.country)
    if _is_spoken_of(draft, setting) and setting.place.name == host.name and not roles.targets:
        spoken_of = _state(host, setting, step("target: the state that it is about"))
        return attrs.evolve(draft, setting=None, roles=roles.but(targets=(spoken_of,)))
    going = draft.candidate.trigger.kind in _GOING and draft.type == "CONSULT"
    if (going or _sent(draft, setting) or _opens_embassy(draft, setting)) and not roles.targets:
        codes = {actor.code for party in roles.actors for actor in party.actors}
        if host.code in codes:
            return draft
        return draft.but(roles=roles.but(targets=(_state(host, setting, step("target: the host of the visit")),)))
    if draft.type in ("ASSAULT", "COERCE") and not roles.targets and setting.first == draft.candidate.head + 1:
        taken = _state(host, setting, step("target: the state of the place that is attacked or taken"))
        return draft.but(roles=roles.but(targets=(taken,)))
    if draft.candidate.trigger.noun in _NATIONAL and not roles.actors:
        return draft.but(roles=roles.but(actors=(_state(host, setting, step("actor: the country of the place")),)))
    return draft


def _is_spoken_of(draft: Draft, setting: Setting) -> bool:
    """Whether words are about the state whose name looks like a place: "الاعتراف بدولة فلسطين"."""
    trigger = draft.candidate.trigger
    return trigger.kind == "speech" and trigger.prepositions.get(setting.preposition or "") == "target"


def _opens_embassy(draft: Draft, setting: Setting) -> bool:
    """Whether a mission opens there: "افتتح سفارة بلاده في أسونسيون"."""
    return draft.type == "COOPERATE" and setting.preposition == "في" and draft.candidate.form.trigger.lemma in ("فتح", "افتتح")


def _sent(draft: Draft, setting: Setting) -> bool:
    """Whether someone or something was sent to the place: "أوفد مبعوثا إلى بورتسودان"."""
    frame = draft.candidate.form.trigger
    return frame.kind == "act" and setting.preposition == "الي" and frame.prepositions.get("الي") == "target"


def _at_host(vocabulary: Vocabulary, draft: Draft) -> Draft:
    """A visit to a state, named as nothing but that, is there: "سيزور المملكة"."""
    hosts = [party for party in draft.roles.targets if party.form in ("name", "capital") and party.actors[0].kind == "state"]
    if len(hosts) != 1 or len(hosts[0].actors) != 1:
        return draft
    host = hosts[0]
    place = vocabulary.places.get(fold(host.actors[0].name))
    if place is None or place.country != host.actors[0].code:
        return draft
    setting = Setting(place, host.start, host.end, host.first, host.last, trace=(step("the state that is visited"),))
    return draft.but(setting=setting, trace=(*draft.trace, step("place: the state that is visited")))


def _state(state: Actor, setting: Setting, why: str) -> Party:
    return Party((state,), "name", setting.start, setting.end, setting.first, setting.last, trace=(why,))
