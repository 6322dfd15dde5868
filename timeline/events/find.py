"""From a text with its dates and names to the mentions of its events."""

from collections.abc import Iterator, Sequence

import attrs

from timeline.dates.dating import Dating
from timeline.events.candidates import Candidate, candidates_of
from timeline.events.clauses import Clause, clauses_of
from timeline.events.coreference import number_events
from timeline.events.days import on_each_day
from timeline.events.draft import Draft
from timeline.events.grammar import PAST
from timeline.events.hosts import add_hosts
from timeline.events.modality import modality_of
from timeline.events.phrase import action_phrase
from timeline.events.roles import Roles, mentions, noun_roles, verb_roles
from timeline.events.sheet import Sheet, lay_out
from timeline.events.speech import type_by_content
from timeline.events.subjects import carry_subjects, name_reporters, on_occasion
from timeline.events.tell import tell
from timeline.events.visits import by_visits
from timeline.events.when import Time, modality_on, own_dates, value_for
from timeline.events.where import setting_of
from timeline.events.worth import is_topic
from timeline.model import Action, ActorMention, Mention, PlaceMention, Span, step
from timeline.names.found import Names
from timeline.reading import Reading

_BEFORE = 14  # tokens between "كان" and its verb


def find(article: str, reading: Reading, dating: Dating, names: Names, caution: float | None = None) -> tuple[Mention, ...]:
    """The mentions of all events that the text tells, in text order; `article` is the id that they carry.

    Mentions that tell one event share its number. What is less likely an event than `caution` is left out.
    """
    sheet = lay_out(reading, dating, names)
    clauses = clauses_of(sheet)
    drafts = list(on_each_day(sheet, tell(sheet, clauses, drafts_of(sheet, clauses), caution)))
    drafts = add_hosts(names.vocabulary, name_reporters(clauses, drafts))
    drafts = _somebodys(_complete(number_events(by_visits(drafts))))
    return tuple(sorted((_mention(article, sheet, draft) for draft in drafts), key=_in_text))


def _in_text(mention: Mention) -> tuple[int, int, int]:
    return (mention.trigger.start, mention.trigger.end, mention.event)


def drafts_of(sheet: Sheet, clauses: tuple[Clause, ...]) -> list[Draft]:
    """A draft for each candidate of the text, with its parties, its modality, and the date that its own clause gives it."""
    candidates = [
        candidate
        for candidate in candidates_of(sheet, clauses)
        if candidate.clause.sentence not in sheet.page.furniture and sheet.page.dateline_at(candidate.start) is None
    ]
    drafts = carry_subjects(sheet, clauses, list(_draft(sheet, clauses, candidates)))
    return type_by_content(sheet, clauses, drafts)


def _draft(sheet: Sheet, clauses: tuple[Clause, ...], candidates: Sequence[Candidate]) -> Iterator[Draft]:
    owner = own_dates(sheet, clauses, candidates)
    for index, candidate in enumerate(candidates):
        if index not in owner and is_topic(candidate):
            continue  # a noun that names no event by itself needs a date of its own
        roles = noun_roles(sheet, candidate) if candidate.is_noun else verb_roles(sheet, candidate, clauses)
        modality = modality_of(sheet, candidate, clauses)
        time = Time()
        if index in owner:
            value, why = value_for(sheet, owner[index], modality)
            time = Time.told(value, sheet.dating.expressions[owner[index]], why)
            modality = modality_on(sheet, candidate, modality, time)
        setting = setting_of(sheet, clauses, candidate, roles)
        yield Draft(candidate, roles, modality, time, setting, _background(sheet, candidate), on_occasion(sheet, candidate))


def _background(sheet: Sheet, candidate: Candidate) -> bool:
    """Whether "كان … قد" puts the clause before the story's own time; the verb right behind it, that is, and no later one."""
    start = candidate.start
    first = max(candidate.clause.first - 1, 0, start - _BEFORE)
    before = sheet.folded[first:start]
    if PAST.isdisjoint(before):
        return False
    verbs = sheet.verbs_in(first, start)
    return not verbs or not PAST.isdisjoint(before[verbs[-1] - first :])


@attrs.define
class _Told:
    """What the tellings of one event in the article tell between them: each thing by the first that has it."""

    planned: bool = False
    done: bool = False
    dated: Draft | None = None
    named: Draft | None = None
    placed: Draft | None = None

    def add(self, draft: Draft) -> None:
        self.planned = self.planned or draft.modality == "planned"
        verb = not draft.candidate.is_noun
        self.done = self.done or (verb and draft.modality == "asserted" and draft.candidate.form.aspect == "past")
        if self.dated is None and draft.time.when is not None:
            self.dated = draft
        if self.named is None and draft.roles.actors:
            self.named = draft
        if self.placed is None and draft.setting is not None:
            self.placed = draft

    @property
    def only_planned(self) -> bool:
        """Whether it is planned and no verb says that it was done: nouns and headlines in the present then tell a plan too."""
        return self.planned and not self.done


def _complete(drafts: Sequence[Draft]) -> list[Draft]:
    """Let each telling of an event have what another telling of it in the article says of time, parties and place."""
    by_event: dict[int, _Told] = {}
    for draft in drafts:
        by_event.setdefault(draft.event, _Told()).add(draft)
    completed = [_completed(draft, by_event[draft.event]) for draft in drafts]
    by_clause = {draft.candidate.clause.index: draft for draft in reversed(completed) if draft.time.when is not None}
    occasions = {
        draft.candidate.clause.parent: draft
        for draft in completed
        if draft.candidate.clause.time == "same" and draft.candidate.form.definite and draft.setting is not None
    }
    return [_on_occasion(_with_its_verb(draft, by_clause), occasions) for draft in completed]


def _on_occasion(draft: Draft, occasions: dict[int, Draft]) -> Draft:
    """What happened "خلال هذه الزيارة" happened where the visit told before went."""
    occasion = occasions.get(draft.candidate.clause.index)
    if draft.setting is not None or occasion is None or draft.candidate.is_noun:
        return draft
    trace = (*draft.trace, step("place: of what it happened with"))
    time = draft.time if draft.time.when else occasion.time.lent(step("date: of what it happened with"))
    return draft.but(setting=occasion.setting, time=time, trace=trace)


def _with_its_verb(draft: Draft, by_clause: dict[int, Draft]) -> Draft:
    """A headline's visit is of the day of what was done on it: "خلال زيارته لألمانيا.. الأمير يبحث …"."""
    clause = draft.candidate.clause
    host = by_clause.get(clause.parent) if clause.kind == "adjunct" and clause.time == "same" else None
    if draft.time.when is not None or host is None:
        return draft
    return draft.but(time=host.time.lent(step("date: of what it happened with")), modality=host.modality)


def _completed(draft: Draft, told: _Told) -> Draft:
    if draft.modality == "asserted" and told.only_planned:
        draft = draft.but(modality="planned")
    if draft.time.when is None and told.dated is not None:
        draft = draft.but(time=told.dated.time.lent(step("date: of another telling of the same event")))
    if not draft.roles.actors and told.named is not None:
        others = told.named.roles
        roles = draft.roles.but(actors=others.actors, targets=draft.roles.targets or others.targets)
        draft = draft.but(roles=roles)
    if draft.setting is None and told.placed is not None:
        trace = (*draft.trace, step("place: of another telling of the same event"))
        draft = draft.but(setting=told.placed.setting, trace=trace)
    return draft


def _somebodys(drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out what nobody does and no choice dated: a noun that pointed back to nothing, a journey without a traveller."""
    known = {
        draft.event for draft in drafts if draft.roles.actors or draft.confidence or (not _goes(draft) and draft.roles.targets)
    }
    return [draft for draft in drafts if draft.event in known]


def _goes(draft: Draft) -> bool:
    """Whether it is a visit or journey, which nobody makes unless someone is named."""
    return draft.family == "visit" and draft.type == "CONSULT"


def _mention(article: str, sheet: Sheet, draft: Draft) -> Mention:
    reading, candidate = sheet.reading, draft.candidate
    first, last = reading.sentences[candidate.clause.sentence]
    start, end = reading.starts[first], reading.ends[last - 1]
    trigger = candidate.trigger
    action = Action(action_phrase(sheet, candidate, draft.modality), candidate.type, draft.modality, trigger.noun)
    actors = _merged(draft.roles, "actors")
    targets = _targets(draft, actors)
    place = None
    if draft.setting is not None:
        place = PlaceMention(draft.setting.place, draft.setting.start, draft.setting.end, draft.setting.trace)
    return Mention(
        article,
        start,
        end,
        reading.text[start:end],
        Span(reading.starts[candidate.head], reading.ends[candidate.head]),
        action,
        draft.time.expression,
        draft.time.when,
        actors,
        targets,
        place,
        next(iter(mentions(draft.roles.reporters, (step("reporter: quoted for it"),))), None),
        draft.event,
        (*draft.time.trace, *draft.trace, *draft.roles.trace),
        draft.time.dated,
        draft.time.at,
        confidence=round(draft.confidence, 2) or None,
    )


def _targets(draft: Draft, actors: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """The targets that are no actors; a speaker's own state is none beside another ("أكدت الوزيرة دعم باريس لفنلندا")."""
    if not draft.roles.targets:
        return ()
    doing = {actor.actor for actor in actors}
    targets = tuple(target for target in _merged(draft.roles, "targets") if target.actor not in doing)
    codes = {actor.actor.code for actor in actors}
    foreign = tuple(target for target in targets if target.actor.kind != "state" or target.actor.code not in codes)
    return foreign if draft.family == "visit" else foreign or targets


def _merged(roles: Roles, which: str) -> tuple[ActorMention, ...]:
    return mentions(getattr(roles, which), roles.trace)
