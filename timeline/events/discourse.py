"""Dates that a clause leaves to the text around it, each by a rule that the trace names."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from timeline.events.clauses import Clause
from timeline.events.draft import Draft
from timeline.events.grammar import HABIT
from timeline.events.roles import is_unnamed, keys
from timeline.events.sheet import Sheet
from timeline.events.subjects import is_purpose
from timeline.events.when import Time, story_day
from timeline.events.where import CALLS, dateline_setting
from timeline.model import DateSpan, step
from timeline.names.found import Setting

_LEAD = 3  # sentences, behind the headline, whose present tense is that of the day of publication
_NEWS = 6  # sentences in which a meeting without a date is the story's own
_EARLIER = frozenset(
    {"سابق", "سابقا", "مؤخرا", "موخرا", "اخيرا", "انذاك", "حينها", "حينذاك", "وقتها", "يومها", "قبل", "منذ", "الحين"}
    | {"الماضي", "الماضيه", "الماضيين", "الاخيره", "الاخير", "الماضيات"}
)
_SOON = timedelta(days=7)  # what happens "after" something of longer ago may be of any later day
_LONG_VISIT = 4  # days; "next month" says nothing about where the visitor is on one day of it
_DONE_THAT_DAY = frozenset({"CONSULT", "AGREE", "SANCTION", "PROTEST", "COERCE"})


def inherit_times(sheet: Sheet, clauses: tuple[Clause, ...], drafts: Sequence[Draft]) -> list[Draft]:
    """Date what its own clause leaves undated: by what comes with it, by its speaker's occasion, by the story's day."""
    timed = _from_adjuncts(clauses, list(drafts), sheet.dating.anchor.today)
    timed = _along_sentences(clauses, timed)
    timed = _by_story(sheet, clauses, timed)
    timed = _along_sentences(clauses, timed)
    return _by_visits(_by_plan(timed, sheet.dating.anchor.today))


def _possible(draft: Draft, source: Draft, today: date | None) -> bool:
    """Whether a draft may be of the day of what it goes with: what is planned is not of a day that is over."""
    when = source.time.when
    if when is None or today is None:
        return when is not None
    if source.candidate.clause.time == "after" and today - when.end > _SOON:
        return False  # "أول زيارة له بعد الاتفاق في يوليو"
    return draft.modality != "planned" or when.end >= today


def _from_adjuncts(clauses: tuple[Clause, ...], drafts: list[Draft], today: date | None) -> list[Draft]:
    """ "خلال زيارة … يومي 2 و3" dates the verb that it goes with, and places it."""
    dated: dict[int, Draft] = {}
    for draft in drafts:
        if draft.time.when is not None or draft.setting is not None:
            dated.setdefault(draft.candidate.clause.index, draft)
    # "ذكرت … في بيان أصدرته الأربعاء": what is written down dates what it says.
    papers = {
        draft.candidate.clause.index for draft in drafts if draft.candidate.noun >= 0 and draft.candidate.trigger.kind == "speech"
    }
    children: dict[int, list[int]] = {}
    for clause in clauses:
        hangs = clause.kind == "relative" and (clauses[clause.parent].kind == "adjunct" or clause.index in papers)
        if clause.parent >= 0 and (clause.time in ("same", "after") or hangs):
            children.setdefault(clause.parent, []).append(clause.index)
    result = []
    for draft in drafts:
        clause = draft.candidate.clause
        for child in children.get(clause.index, []):
            below = [dated[index] for index in (child, *children.get(child, [])) if index in dated]
            for source in below:
                if draft.time.when is None and source.time.when is not None and _possible(draft, source, today):
                    draft = draft.but(time=source.time.lent(step("date: of what it happened with")))
                if draft.setting is None and source.setting is not None and clauses[child].time == "same":
                    draft = draft.but(setting=source.setting, trace=(*draft.trace, step("place: of what it happened with")))
        result.append(draft)
    return result


def _along_sentences(clauses: tuple[Clause, ...], drafts: list[Draft]) -> list[Draft]:
    """A clause that goes on with another, and a noun beside a dated verb, share its date within the sentence."""
    by_clause: dict[int, Draft] = {}
    ahead = {draft.candidate.clause.index: draft for draft in reversed(drafts) if not draft.candidate.is_noun}
    result = []
    for draft in drafts:
        candidate, clause = draft.candidate, draft.candidate.clause
        if draft.time.when is None:
            source = by_clause.get(clause.resumes) if clause.resumes >= 0 and not candidate.is_noun else None
            if clause.index in by_clause and is_purpose(draft, by_clause[clause.index]):
                source = by_clause[clause.index]
                draft = draft.but(modality=source.modality, setting=draft.setting or source.setting)
            teller = by_clause.get(clause.parent) if clause.kind == "content" and not candidate.is_noun else None
            if teller is not None and (_of_himself(draft) or (teller.by_medium and _happened(draft))):
                source = teller
            new = not candidate.form.definite or bool(candidate.form.pronoun)  # "بعد لقاء مع …", as against "بعد المحادثات"
            beside = clause.time == "same" or (clause.time == "after" and candidate.type == "CONSULT" and new)
            if candidate.is_noun and clause.kind == "adjunct" and beside and clause.parent >= 0:
                source = by_clause.get(clause.parent) or ahead.get(clause.parent)
            if 0 <= candidate.noun < clause.first and clause.parent >= 0 and clauses[clause.parent].time in ("same", "after"):
                above = clauses[clause.parent].parent  # "… خلال لقاء جمعه بنظيره"
                source = by_clause.get(above) or ahead.get(above)
            if clause.kind == "relative" and clause.parent >= 0 and draft.on_occasion:
                source = by_clause.get(clause.parent)
                draft = draft if draft.setting or source is None else draft.but(setting=source.setting)
            if source is not None and source.modality == "planned" and _is_plain_present(draft):
                draft = draft.but(modality="planned")  # "يلتقي غدا نتنياهو ثم يتوجه إلى رام الله"
            if source is not None and source.time.when is not None and _goes_on(source, draft):
                draft = draft.but(time=source.time.lent(step("date: of the clause that it goes with")))
                if draft.setting is None and candidate.trigger.kind == "speech" and source.candidate.trigger.kind == "speech":
                    draft = draft.but(setting=source.setting)
        if not candidate.is_noun or clause.kind == "adjunct":
            by_clause.setdefault(clause.index, draft)
        result.append(draft)
    return result


def _is_plain_present(draft: Draft) -> bool:
    candidate = draft.candidate
    return not candidate.is_noun and candidate.form.aspect == "present" and draft.modality == "asserted"


def _of_himself(draft: Draft) -> bool:
    """ "قال إنه بحث مع نظيره …": what a speaker tells of his own talks and agreements, he tells of the same day."""
    did = draft.type in _DONE_THAT_DAY or (draft.candidate.trigger.kind == "act" and draft.type == "ACCUSE")  # "استدعت السفير"
    return draft.roles.inherited and _happened(draft) and draft.candidate.clause.reported and did


def _happened(draft: Draft) -> bool:
    return draft.candidate.form.aspect == "past" and draft.modality == "asserted" and not draft.background


def _goes_on(source: Draft, draft: Draft) -> bool:
    if source.modality != draft.modality and not draft.candidate.is_noun and draft.modality != "negated":
        return False
    return source.time.when is not None and (source.time.when.days <= 31 or not draft.candidate.is_noun)


def _by_story(sheet: Sheet, clauses: tuple[Clause, ...], drafts: list[Draft]) -> list[Draft]:
    """The occasion on which someone speaks, the day of the sentence before, the day of the story: in this order."""
    day = story_day(sheet, clauses, drafts)
    occasions: dict[str, tuple[Time, Setting | None]] = {}
    whereabouts: dict[str, tuple[DateSpan, Setting]] = {}
    previous: Draft | None = None
    hosts: dict[int, Draft] = {}
    city = dateline_setting(sheet)
    introduced = -1 if city is None else sheet.reading.sentence_of(city.first)
    result = []
    for draft in drafts:
        if city is not None and draft.setting is None and _introduced(draft, introduced):
            draft = draft.but(setting=city, trace=(*draft.trace, step("place: the city of the dateline")))
        speaks = draft.candidate.trigger.kind == "speech" and not draft.candidate.is_noun
        host = hosts.get(draft.candidate.clause.resumes)
        going_on = draft.candidate.form.trigger.lemma == "قال"  # "ومضت الوزيرة قائلة"
        aside = draft.candidate.form.aspect == "participle" and (host is None or host.time.when is None) and not going_on
        if draft.time.when is None and not aside and _reports_now(draft):
            draft = _dated(sheet, draft, occasions if speaks else {}, previous, day)
        if speaks and draft.modality == "asserted":
            draft = _placed(draft, whereabouts)
            told = draft.candidate.clause.kind in ("main", "participle") and not draft.candidate.clause.reported
            for key in draft.actor_keys:
                if draft.time.when is not None or (told and draft.candidate.form.aspect == "past"):
                    occasions[key] = (draft.time, draft.setting)
        if draft.family in ("meeting", "visit") and draft.time.when is not None and draft.setting is not None:
            for key in draft.party_keys if draft.family == "meeting" else draft.actor_keys:
                whereabouts[key] = (draft.time.when, draft.setting)
        if draft.candidate.clause.kind == "main" and not draft.candidate.is_noun:
            previous = draft
        if not draft.candidate.is_noun:
            hosts.setdefault(draft.candidate.clause.index, draft)
        result.append(draft)
    return result


def _introduced(draft: Draft, sentence: int) -> bool:
    """Whether the draft is the statement or meeting that the dateline introduces: in its sentence or the next."""
    clause = draft.candidate.clause
    near = sentence <= clause.sentence <= sentence + 1
    return (
        near
        and clause.kind == "main"
        and not clause.reported
        and (draft.family in ("speech", "meeting") or draft.type == "AGREE")
        and not draft.candidate.is_noun
    )


def _dated(
    sheet: Sheet,
    draft: Draft,
    occasions: dict[str, tuple[Time, Setting | None]],
    previous: Draft | None,
    day: Time | None,
) -> Draft:
    spoken = next((occasions[key] for key in sorted(draft.actor_keys) if key in occasions), None)
    if spoken is not None:
        if spoken[0].when is None:
            return draft
        time = spoken[0].lent(step("date: the occasion on which the speaker spoke"))
        return draft.but(time=time, setting=draft.setting or spoken[1])
    if _vague_date(sheet, draft):
        return draft
    if previous is not None and previous.time.own and _tells_on(sheet, previous, draft):
        when = previous.time.when
        if when is not None and when.days <= 31 and not previous.background:
            return draft.but(time=previous.time.lent(step("date: of the sentence before")))
    if day is None and _visits_now(draft) and sheet.dating.anchor.today is not None and 0 < draft.candidate.clause.sentence < _LEAD:
        today = sheet.dating.anchor.today
        why = step("date: it goes on", today=today)
        return draft.but(time=Time.of_story(DateSpan(today, today, inferred=sheet.dating.anchor.inferred), why))
    if day is None or (_may_be_background(draft) and not _visits_now(draft)):
        return draft
    return draft.but(time=day)


def _may_be_background(draft: Draft) -> bool:
    """Whether a deed is told so late that it may be of any earlier day: what is said is news to the end, deeds are not."""
    candidate = draft.candidate
    if candidate.trigger.kind == "speech":
        return False
    return candidate.clause.sentence >= (_NEWS if draft.type == "CONSULT" else _LEAD)


def _by_plan(drafts: list[Draft], today: date | None) -> list[Draft]:
    """A further meeting or visit that is planned without a date of its own goes with the last one planned for the same people."""
    plans: dict[str, tuple[Time, Setting | None]] = {}
    result = []
    for draft in drafts:
        encounter = draft.family in ("meeting", "visit") and draft.modality in ("planned", "asserted")
        if encounter and draft.modality == "planned" and draft.time.when is None and not draft.candidate.is_noun:
            plan = next((plans[key] for key in sorted(draft.party_keys) if key in plans), None)
            if plan is not None:
                time = plan[0].lent(step("date: of the plan told before for the same people"))
                draft = draft.but(time=time, setting=draft.setting or plan[1])
        if encounter and draft.time.when is not None and (today is None or draft.time.when.end >= today):
            for key in draft.party_keys:
                known = plans.get(key)
                finer = known is not None and known[0].when == draft.time.when and not _in_a_country(draft.setting)
                plans[key] = known if known is not None and finer else (draft.time, draft.setting)
        result.append(draft)
    return result


def _in_a_country(setting: Setting | None) -> bool:
    return setting is not None and setting.place.country is not None


def _by_visits(drafts: list[Draft]) -> list[Draft]:
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


def _tells_on(sheet: Sheet, previous: Draft, draft: Draft) -> bool:
    """Whether a draft goes on with the last dated deed: the same people, or the same state, one sentence later in one paragraph."""
    if draft.roles.inherited and keys(previous.roles.doers) == keys(draft.roles.doers):
        return True
    first = sheet.reading.sentences[draft.candidate.clause.sentence][0]
    apart = draft.candidate.clause.sentence - previous.candidate.clause.sentence
    gap = sheet.reading.text[sheet.reading.ends[first - 1] : sheet.reading.starts[first]] if first else ""
    own = frozenset(actor.code for party in draft.roles.doers for actor in party.actors if actor.code)
    before = frozenset(actor.code for party in previous.roles.doers for actor in party.actors if actor.code)
    return apart == 1 and "\n" not in gap and len(gap) < 4 and bool(own) and own == before


def _vague_date(sheet: Sheet, draft: Draft) -> bool:
    """Whether the clause says that it was at some other time ("في وقت سابق")."""
    clause = draft.candidate.clause
    if draft.candidate.form.aspect == "present":
        return False
    if any(word in HABIT for word in sheet.folded[draft.candidate.start : draft.candidate.start + 5]):
        return True
    return any(_bygone(sheet, index) for index in sheet.dates_in(clause.first, clause.last))


def _bygone(sheet: Sheet, index: int) -> bool:
    """Whether a vague expression of the writer's own means some earlier time ("في وقت سابق", "مؤخرا")."""
    first, last = sheet.date_tokens[index]
    if sheet.dating.expressions[index].value is not None or sheet.page.quoted[first]:
        return False
    return not _EARLIER.isdisjoint(sheet.folded[first:last])


def _placed(draft: Draft, whereabouts: dict[str, tuple[DateSpan, Setting]]) -> Draft:
    """A statement is made where its speaker met or visited someone on that day."""
    if draft.setting is None and draft.time.when is not None:
        for key in sorted(draft.actor_keys):
            if key in whereabouts and whereabouts[key][0] == draft.time.when:
                return draft.but(setting=whereabouts[key][1], trace=(*draft.trace, step("place: where the speaker was that day")))
    return draft


def _reports_now(draft: Draft) -> bool:
    """Whether a draft without a date tells of the story's own day: past, of the writer's own telling, no background."""
    candidate = draft.candidate
    if candidate.is_noun or draft.background or draft.modality != "asserted":
        return False
    if candidate.trigger.kind == "speech" and any(is_unnamed(party) for party in draft.roles.doers):
        return False  # "قال مراقبون": nobody that an analyst would write down
    if _visits_now(draft):
        return True
    if candidate.clause.reported or candidate.clause.kind not in ("main", "participle"):
        return False
    return candidate.form.aspect == "participle" or candidate.form.aspect == "past"


def _visits_now(draft: Draft) -> bool:
    """ "… كيري الذي يزور الدوحة": a visit in the present tense goes on while the story is told."""
    candidate = draft.candidate
    present = candidate.form.aspect == "present" and not candidate.form.future
    going_on = candidate.form.trigger.kind in ("visit", "phase", "empty") and candidate.trigger.kind in ("visit", "meeting")
    beside = candidate.clause.kind in ("relative", "circumstance")
    takes_part = beside and candidate.form.trigger.lemma in ("شارك", "حضر", "ترأّس")
    return present and (going_on or takes_part) and (beside or candidate.clause.kind == "main") and not candidate.clause.reported
