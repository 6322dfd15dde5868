"""A name for an entry that stays the same wherever and whenever it is written."""

import hashlib

from timeline.model import Event


def identity(event: Event) -> str:
    """Sixteen hexadecimal digits by which others can refer to an entry.

    They are taken from its date and from its first mention (article and trigger), so they change when a merge gives the event an
    earlier first mention or another date, and not when more sources tell it.
    """
    first = min(((m.article, m.trigger.start, m.trigger.end, m.event) for m in event.mentions), default=())
    said = (event.date.edtf if event.date else None, event.action.type, event.action.text if not first else None, first)
    return hashlib.sha256(repr(said).encode("utf-8", "backslashreplace")).hexdigest()[:16]


def identities(events: list[Event]) -> list[str]:
    """The identity of each, made unique within the list: a repeated one is numbered (-2, -3 …)."""
    seen: dict[str, int] = {}
    names = []
    for event in events:
        name = identity(event)
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return names
