"""The two or three last named: "الجانبان", "البلدين", "الوزيران"."""

from timeline.model import Actor
from timeline.names.drafts import Draft, Scan

_PERSONS = ("person", "short", "counterpart", "title")
_ANY_PARTY = ("الجانب", "الطرف", "الوفد", "الخصم", "الحليف", "الاطراف", "الجوانب")


def sides(scan: Scan, draft: Draft, seen: list[Draft]) -> tuple[Actor, ...]:
    """The last `draft.number` different parties among those seen, in text order; none where there are fewer.

    Persons are told by name where the word means persons, else by the state or organisation they stand for; "البلدان" are states.
    """
    wanted = draft.number
    persons = "persons" in draft.marks
    word = scan.reading.folded[draft.first][len(draft.proclitics) :]
    states_only = not persons and not word.lstrip("ل").removeprefix("ال").startswith(
        tuple(each.removeprefix("ال") for each in _ANY_PARTY)
    )
    for strict in (True, False) if persons else (False,):
        chosen: dict[str, Actor] = {}
        for before in reversed(seen):
            if before.form in ("sides", "joint") and len(before.actors) == wanted and not chosen:
                return before.actors
            if before.form in ("sides", "joint") or (strict and before.form not in _PERSONS):
                continue
            for actor in before.actors:
                if (actor.code is None and not persons) or (states_only and actor.code not in scan.vocabulary.states):
                    continue
                chosen.setdefault(actor.code or actor.name, actor)
            if len(chosen) >= wanted:
                picked = list(chosen.values())[:wanted][::-1]
                return tuple(picked) if persons else tuple(_party(scan, actor) for actor in picked)
    return ()


def _party(scan: Scan, actor: Actor) -> Actor:
    """The state for which an actor stands; an organisation or group as it is."""
    return scan.vocabulary.state_actor(actor.code) if actor.code is not None and actor.code in scan.vocabulary.states else actor
