"""The dates that the text around a trigger offers it: in its clause, in what it hangs on, in what was told before."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property

import attrs

from timeline.events.clauses import Clause
from timeline.events.draft import Draft
from timeline.events.offers.memory import Memory
from timeline.events.offers.offer import Offer, Way
from timeline.events.offers.telling import (
    happened,
    is_present,
    may_be_background,
    of_himself,
    says_when,
    tells_now,
    tells_on,
    visits_now,
)
from timeline.events.sheet import Sheet
from timeline.events.subjects import is_purpose
from timeline.events.when import Time, dateline_day, story_day, usable, value_for
from timeline.model import DateSpan, Span, step

_RECENT = timedelta(days=7)  # how long ago a day may be of which a story tells
_SOON = timedelta(days=7)  # what happens "after" something of longer ago may be of any later day
_LENT = 31  # days that a date may have which a clause lends to another verb
_NEAR = 60  # tokens to a date that its clause or sentence offers
_BELOW = 8  # clauses that go with one, as far as they are asked for a date
_LEAD = 3  # sentences, behind the headline, whose present tense is that of the day of publication


@attrs.frozen
class Outlook:
    """What a whole text offers before anything is chosen: who owns which date, what hangs on what, the story's day."""

    sheet: Sheet
    clauses: tuple[Clause, ...]
    own: dict[int, Draft]
    placed: dict[int, Draft]
    with_it: dict[int, list[int]]
    papers: frozenset[int]
    story: Time | None
    recent: Time | None
    only_recent: bool
    dateline: Time | None

    @property
    def today(self) -> date | None:
        """The day that the story calls today."""
        return self.sheet.dating.anchor.today

    @cached_property
    def published(self) -> Time | None:
        """The day of publication, for what tells of no other."""
        return self.on_today("date: the day of publication")

    def on_today(self, why: str) -> Time | None:
        """The day that the story calls today, by a rule of a trace."""
        if self.today is None:
            return None
        today = DateSpan(self.today, self.today, inferred=self.sheet.dating.anchor.inferred)
        return Time.of_story(today, step(why, today=self.today))

    def told_in(self, draft: Draft, first: int, last: int) -> Iterator[tuple[Time, int]]:
        """The dates that a range of tokens tells, as they would date the draft, with the token where each begins."""
        for index in self.sheet.dates_in(first, last):
            if usable(self.sheet, index):
                value, why = value_for(self.sheet, index, draft.modality)
                yield Time.told(value, self.sheet.dating.expressions[index], why), self.sheet.date_tokens[index][0]


def outlook(sheet: Sheet, clauses: tuple[Clause, ...], drafts: Sequence[Draft]) -> Outlook:
    """What a text offers all its drafts, whose times are their own as yet."""
    own: dict[int, Draft] = {}
    placed: dict[int, Draft] = {}
    for draft in drafts:
        if draft.time.when is not None:
            own.setdefault(draft.candidate.clause.index, draft)
        if draft.setting is not None:
            placed.setdefault(draft.candidate.clause.index, draft)
    # "ذكرت … في بيان أصدرته الأربعاء": what is written down dates what it says.
    papers = frozenset(
        draft.candidate.clause.index for draft in drafts if draft.candidate.noun >= 0 and draft.candidate.trigger.kind == "speech"
    )
    with_it: dict[int, list[int]] = {}
    for clause in clauses:
        hangs = clause.kind == "relative" and (clauses[clause.parent].kind == "adjunct" or clause.index in papers)
        if clause.parent >= 0 and (clause.time in ("same", "after") or hangs):
            with_it.setdefault(clause.parent, []).append(clause.index)
    recent = list(_recent(sheet))
    line = dateline_day(sheet)
    return Outlook(
        sheet,
        clauses,
        own,
        placed,
        with_it,
        papers,
        story_day(sheet, clauses, drafts),
        recent[0] if recent else None,
        len({time.when for time in recent}) == 1,
        Time.of_story(line.value, step("date: the day of the dateline"), Span(*line.span)) if line and line.value else None,
    )


def _recent(sheet: Sheet) -> Iterator[Time]:
    today = sheet.dating.anchor.today
    for index, expression in enumerate(sheet.dating.expressions):
        value = expression.value
        if value is None or today is None or value.days > 2 or not usable(sheet, index):
            continue
        if timedelta(0) <= today - value.end <= _RECENT:
            yield Time.of_story(value, step("date: the day of the story", day=value.edtf), Span(*expression.span))


@attrs.define
class _Gathered:
    """The offers of one draft by their days, while they are gathered."""

    draft: Draft
    offers: dict[tuple[date, date], Offer] = attrs.Factory(dict)

    def add(self, time: Time | None, way: Way, token: int | None = None) -> None:
        if time is None or time.when is None:
            return
        key = (time.when.begin, time.when.end)
        offer = self.offers.get(key)
        if offer is None:
            offer = self.offers[key] = Offer(time, time.when)
        offer.ways.add(way)
        head = self.draft.candidate.head
        if token is not None and (offer.at is None or abs(token - head) < abs(offer.at - head)):
            offer.at = token


def dates_for(draft: Draft, view: Outlook, memory: Memory) -> list[Offer]:
    """All dates that the draft may be of, the likeliest ways first."""
    found = _Gathered(draft)
    _in_its_clause(draft, view, found)
    _from_what_comes_with_it(draft, view, found)
    _from_what_it_hangs_on(draft, view, memory, found)
    _from_what_was_told(draft, view, memory, found)
    _from_the_story(draft, view, found)
    _in_its_sentence(draft, view, found)
    return list(found.offers.values())


def _in_its_clause(draft: Draft, view: Outlook, found: _Gathered) -> None:
    clause, start = draft.candidate.clause, draft.candidate.start
    if draft.time.expression is not None:
        found.add(draft.time, "own", view.sheet.reading.token_at(draft.time.expression.start))
    for time, token in view.told_in(draft, max(clause.first, start - _NEAR), min(clause.last, start + _NEAR)):
        found.add(time.lent(step("date: in its clause")), "clause before" if token < start else "clause behind", token)


def _from_what_comes_with_it(draft: Draft, view: Outlook, found: _Gathered) -> None:
    """ "خلال زيارة … يومي 2 و3" dates the verb that it goes with."""
    index = draft.candidate.clause.index
    for child in view.with_it.get(index, ())[:_BELOW]:
        for below in (child, *view.with_it.get(child, ())[:_BELOW]):
            source = view.own.get(below)
            if source is not None and _possible(draft, source, view.today):
                time = view.clauses[below].time
                way: Way = "paper" if below in view.papers else "behind it" if time == "after" else "with"
                found.add(source.time.lent(step("date: of what it happened with")), way)


def _possible(draft: Draft, source: Draft, today: date | None) -> bool:
    """Whether a draft may be of the day of what it goes with: what is planned is not of a day that is over."""
    when = source.time.when
    if when is None or today is None:
        return when is not None
    if source.candidate.clause.time == "after" and today - when.end > _SOON:
        return False  # "أول زيارة له بعد الاتفاق في يوليو"
    return draft.modality != "planned" or when.end >= today


def _from_what_it_hangs_on(draft: Draft, view: Outlook, memory: Memory, found: _Gathered) -> None:
    clause, noun = draft.candidate.clause, draft.candidate.is_noun
    resumed = memory.clauses.get(clause.resumes) if clause.resumes >= 0 and not noun else None
    if resumed is not None:
        found.add(_lent(resumed), "goes on" if _goes_on(resumed, draft) else "resumed")
    beside = memory.clauses.get(clause.index)
    if beside is not None and beside is not draft:
        found.add(_lent(beside), "purpose" if is_purpose(draft, beside) else "beside")
    if clause.parent < 0:
        return
    above = memory.clauses.get(clause.parent) or view.own.get(clause.parent)
    if above is not None:
        found.add(_lent(above), _way_down(draft, above))
    higher = view.clauses[clause.parent].parent
    if higher >= 0 and 0 <= draft.candidate.noun < clause.first:  # "… خلال لقاء جمعه بنظيره"
        source = memory.clauses.get(higher) or view.own.get(higher)
        found.add(_lent(source) if source is not None else None, "gathered")


def _way_down(draft: Draft, above: Draft) -> Way:
    """How a draft hangs on the one in the clause above."""
    candidate, clause = draft.candidate, draft.candidate.clause
    if clause.kind == "content" and not candidate.is_noun:
        himself = of_himself(draft) or (above.by_medium and happened(draft))
        return "himself" if himself and _goes_on(above, draft) else "teller"
    if clause.kind == "relative" and draft.on_occasion:
        return "occasion"
    new = not candidate.form.definite or bool(candidate.form.pronoun)  # "بعد لقاء مع …", as against "بعد المحادثات"
    beside = clause.time == "same" or (clause.time == "after" and candidate.type == "CONSULT" and new)
    return "beside" if candidate.is_noun and clause.kind == "adjunct" and beside else "above"


def _goes_on(source: Draft, draft: Draft) -> bool:
    planned_with_it = source.modality == "planned" and draft.modality == "asserted" and is_present(draft)  # "… غدا ثم يتوجه إلى …"
    alike = source.modality == draft.modality or draft.candidate.is_noun or draft.modality == "negated"
    if not (alike or planned_with_it):
        return False
    return source.time.when is not None and (source.time.when.days <= _LENT or not draft.candidate.is_noun)


def _lent(draft: Draft) -> Time:
    return draft.time.lent(step("date: of the clause that it goes with")) if draft.time.when is not None else draft.time


def _from_what_was_told(draft: Draft, view: Outlook, memory: Memory, found: _Gathered) -> None:
    actors = sorted(draft.actor_keys)
    spoken = next((memory.occasions[key] for key in actors if key in memory.occasions), None)
    if spoken is not None and spoken[0].when is not None:
        found.add(spoken[0].lent(step("date: the occasion on which the speaker spoke")), "speaker" if draft.speaks else "actor")
    previous = memory.previous
    if previous is not None and previous.time.when is not None:
        time = previous.time.lent(step("date: of the sentence before"))
        if draft.candidate.clause.sentence - previous.candidate.clause.sentence <= 1:
            found.add(time, "sentence before")
        if previous.time.own and not previous.background and tells_on(view.sheet, previous, draft):
            found.add(time, "told before")
    plan = next((memory.plans[key] for key in sorted(draft.party_keys) if key in memory.plans), None)
    if plan is not None and draft.family in ("meeting", "visit"):
        found.add(plan[0].lent(step("date: of the plan told before for the same people")), "plan")
    told = next((memory.tellings[draft.family, key] for key in actors if (draft.family, key) in memory.tellings), None)
    if told is not None:
        found.add(told.lent(step("date: of another telling of the same event")), "telling")
    kind = memory.kinds.get(draft.family)
    if kind is not None:
        found.add(kind.lent(step("date: of another telling of the same event")), "last of kind")
    if memory.last is not None:
        found.add(memory.last.lent(step("date: of what was told before")), "last told")


def _from_the_story(draft: Draft, view: Outlook, found: _Gathered) -> None:
    visits = visits_now(draft)
    strictly = tells_now(draft) and not says_when(view.sheet, draft) and (visits or not may_be_background(draft))
    found.add(view.story, "story" if strictly else "story loosely")
    if view.story is None:
        found.add(view.recent, "only recent" if view.only_recent else "recent")
    found.add(view.dateline, "dateline")
    if visits and view.story is None and 0 < draft.candidate.clause.sentence < _LEAD:
        found.add(view.on_today("date: it goes on"), "now")
    else:
        found.add(view.published, "today")


def _aside(clause: Clause, view: Outlook) -> range:
    """The tokens of the clause behind that tells what was before or after this one."""
    behind = view.clauses[clause.index + 1] if clause.index + 1 < len(view.clauses) else clause
    other = behind.kind == "adjunct" and behind.parent == clause.index and behind.time != "same"
    return range(behind.first, behind.last) if other else range(0)


def _in_its_sentence(draft: Draft, view: Outlook, found: _Gathered) -> None:
    clause = draft.candidate.clause
    sentences = view.sheet.reading.sentences
    (first, last), start = sentences[clause.sentence], draft.candidate.start
    aside = _aside(clause, view)
    for time, token in view.told_in(draft, max(first, start - _NEAR), min(last, start + _NEAR)):
        if not clause.first <= token < clause.last:
            found.add(time.lent(step("date: in its sentence")), "aside" if token in aside else "in sentence", token)
    if clause.sentence:
        first, last = sentences[clause.sentence - 1]
        for time, _ in view.told_in(draft, max(first, last - _NEAR), last):
            found.add(time.lent(step("date: of the sentence before")), "in last sentence")
