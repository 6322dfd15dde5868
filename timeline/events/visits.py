"""Where visitors and those who meet are on the days of their visits and meetings."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from timeline.events.draft import Draft
from timeline.events.where import CALLS
from timeline.model import DateSpan, step
from timeline.names.found import Setting

_LONG_VISIT = 4  # days; "next month" says nothing about where the visitor is on one day of it


def by_visits(drafts: Sequence[Draft]) -> list[Draft]:
    """What a visitor does on a day of his visit, no place named, he does where he visits; so with further meetings of a day."""
    visits: dict[tuple[str, date, date], Setting] = {}  # one for each day, and each two days, of a visit: a text may tell thousands
    meetings: dict[tuple[str, DateSpan], tuple[Setting, set[str | None]]] = {}
    for draft in drafts:
        when, setting = draft.time.when, draft.setting
        if when is None or setting is None or draft.modality == "negated":
            continue
        for key in draft.actor_keys if draft.family in ("visit", "meeting") else ():
            if draft.family == "meeting":
                meetings.setdefault((key, when), (setting, set()))[1].add(setting.place.country)
            elif when.days <= _LONG_VISIT:
                days = [when.begin + timedelta(days=number) for number in range(when.days)]
                for pair in (*zip(days, days, strict=True), *pairwise(days)):
                    visits.setdefault((key, *pair), setting)
    return [_at_meetings(_at_visit(draft, visits), meetings) for draft in drafts]


def _at_visit(draft: Draft, visits: dict[tuple[str, date, date], Setting]) -> Draft:
    if not _may_be_there(draft) or draft.time.when is None:
        return draft
    for key in sorted(draft.actor_keys):
        setting = visits.get((key, draft.time.when.begin, draft.time.when.end))
        if setting is not None:
            return draft.but(setting=setting, trace=(*draft.trace, step("place: where the visitor was that day")))
    return draft


def _at_meetings(draft: Draft, meetings: dict[tuple[str, DateSpan], tuple[Setting, set[str | None]]]) -> Draft:
    """A meeting with no place named is where its parties met that day, where all their meetings were in one country."""
    if not _may_be_there(draft) or draft.family != "meeting" or draft.time.when is None:
        return draft
    held = [meetings[key, draft.time.when] for key in sorted(draft.actor_keys) if (key, draft.time.when) in meetings]
    if not held or len(set().union(*(countries for _, countries in held))) > 1:
        return draft
    return draft.but(setting=held[0][0], trace=(*draft.trace, step("place: where they met that day")))


def _may_be_there(draft: Draft) -> bool:
    placeless = draft.setting is None and draft.family in ("meeting", "speech") and draft.candidate.trigger.noun not in CALLS
    return placeless and draft.time.when is not None and draft.time.when.days <= 2
