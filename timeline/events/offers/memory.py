"""What an article has told so far, as its reader remembers it."""

from datetime import date

import attrs

from timeline.events.draft import Draft
from timeline.events.when import Time
from timeline.names.found import Setting


@attrs.define
class Memory:
    """What was told, by clause, by speaker, by plan and by kind of event; each telling is added once, in the order of telling.

    `clauses` has the first verb or adjunct of each clause, `verbs` the first verb; `previous` is the last verb of a main clause.
    `occasions` are the times and places of the last statements by speaker, `whereabouts` those of encounters by party, `plans`
    those of encounters still to come.
    """

    today: date | None
    clauses: dict[int, Draft] = attrs.Factory(dict)
    verbs: dict[int, Draft] = attrs.Factory(dict)
    previous: Draft | None = None
    occasions: dict[str, tuple[Time, Setting | None]] = attrs.Factory(dict)
    whereabouts: dict[str, tuple[Time, Setting]] = attrs.Factory(dict)
    plans: dict[str, tuple[Time, Setting | None]] = attrs.Factory(dict)
    tellings: dict[tuple[str, str], Time] = attrs.Factory(dict)
    kinds: dict[str, Time] = attrs.Factory(dict)
    last: Time | None = None

    def add(self, draft: Draft) -> None:
        """Remember a draft, dated or not."""
        clause = draft.candidate.clause
        if not draft.candidate.is_noun:
            self.verbs.setdefault(clause.index, draft)
            if clause.kind == "main":
                self.previous = draft
        if not draft.candidate.is_noun or clause.kind == "adjunct":
            self.clauses.setdefault(clause.index, draft)
        if draft.speaks and draft.modality == "asserted":
            self._spoken(draft)
        if draft.time.when is not None:
            self._dated(draft)

    def _spoken(self, draft: Draft) -> None:
        clause = draft.candidate.clause
        plainly = clause.kind in ("main", "participle") and not clause.reported and draft.candidate.form.aspect == "past"
        if draft.time.when is not None or plainly:
            self.occasions.update(dict.fromkeys(draft.actor_keys, (draft.time, draft.setting)))

    def _dated(self, draft: Draft) -> None:
        self.last = self.kinds[draft.family] = draft.time
        for key in draft.actor_keys:
            self.tellings[draft.family, key] = draft.time
        if draft.family not in ("meeting", "visit"):
            return
        if draft.setting is not None:
            keys = draft.party_keys if draft.family == "meeting" else draft.actor_keys
            self.whereabouts.update(dict.fromkeys(keys, (draft.time, draft.setting)))
        if draft.modality in ("planned", "asserted"):
            self._planned(draft)

    def _planned(self, draft: Draft) -> None:
        when = draft.time.when
        if when is None or (self.today is not None and when.end < self.today):
            return
        in_a_country = draft.setting is not None and draft.setting.place.country is not None
        for key in draft.party_keys:
            known = self.plans.get(key)
            if known is None or known[0].when != when or in_a_country:
                self.plans[key] = (draft.time, draft.setting)
