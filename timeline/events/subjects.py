"""Subjects that a clause leaves to the one before it: "وأضاف", "ثم غادر", "لقائه"."""

from collections.abc import Sequence

from timeline.events.attachment import joined_run, stands_bare
from timeline.events.candidates import Candidate, gathers
from timeline.events.clauses import Clause
from timeline.events.draft import Draft
from timeline.events.grammar import OCCASIONAL
from timeline.events.roles import has_open_subject
from timeline.events.sheet import Sheet
from timeline.model import step
from timeline.names.found import Party
from timeline.reading import fold

#: Prepositions with a pronoun, by the key of the preposition.
_POINTING = {
    preposition + pronoun: key
    for preposition, key in (("من", "من"), ("علي", "علي"), ("الي", "الي"), ("ل", "ل"), ("ب", "ب"), ("عن", "عن"))
    for pronoun in ("ه", "ها", "هم", "هما")
}


def carry_subjects(sheet: Sheet, clauses: tuple[Clause, ...], drafts: Sequence[Draft]) -> list[Draft]:
    """Give verbs without a subject of their own the one that they continue, and nouns their pronoun's."""
    carried: list[Draft] = []
    encounter: tuple[Party, ...] = ()
    speaker: tuple[Party, ...] = ()
    subject: tuple[Party, ...] = ()
    by_clause: dict[int, Draft] = {}
    for draft in drafts:
        candidate = draft.candidate
        draft = _resolve_sides(draft, encounter)
        if candidate.is_noun:
            draft = _noun_subject(sheet, clauses, draft, subject, by_clause)
            if draft.family == "meeting" and len(draft.actor_keys) > 1:
                encounter = draft.roles.actors
            carried.append(draft)
            continue
        speech = candidate.trigger.kind == "speech"
        if candidate.form.trigger.subject == "reporter" and not draft.roles.actors:
            carried.append(draft)
            continue  # "نقلت الوكالة أن …": whoever is quoted speaks in the clause below
        open_ = has_open_subject(sheet, candidate) or _speaks_to(draft)
        if not draft.roles.doers and candidate.form.voice != "passive" and open_:
            resumed = by_clause.get(candidate.clause.resumes) if candidate.clause.resumes >= 0 else None
            source = resumed.roles.doers if resumed is not None else _topic(sheet, clauses, candidate.clause.resumes)
            own = _noun_is_subject(sheet, draft)
            if candidate.form.aspect == "participle" and speech and (beside := _last_speaker(carried, candidate.clause)):
                source = beside
            if candidate.form.number == "d" and not own and (pair := _pair(resumed, encounter)):
                source = pair
            if not source and not own and (speech or candidate.clause.kind in ("main", "participle")):
                source = (speaker or subject) if speech else subject
            if not source and not own and candidate.clause.kind == "circumstance":
                above = by_clause.get(candidate.clause.parent)
                source = above.roles.doers if above is not None else ()
            if not source and candidate.clause.kind == "content":
                above = by_clause.get(candidate.clause.parent)
                source = _said_of(above) if above is not None else _described(sheet, clauses, candidate.clause.parent)
                if not source and above is None and candidate.clause.planned:
                    source = subject  # "ومن المقرر أن يشارك …"
            if not source and candidate.clause.kind == "relative" and candidate.form.pronoun:
                source = _doers_above(clauses, candidate.clause, by_clause)
            source = source if _agrees(draft, source) else ()
            if source:
                others = tuple(party for party in draft.roles.actors if party not in source)
                draft = _with(draft, (*source, *others), step("subject: goes on from the clause before"))
        draft = _with_occasion(draft, carried)
        if draft.family == "meeting" and candidate.noun < 0 and candidate.form.pronoun and draft.roles.doers and subject:
            draft = _with_object(draft, subject)
        if candidate.form.pronoun and candidate.form.trigger.object == "target":
            above = by_clause.get(candidate.clause.parent)
            if candidate.clause.kind == "content":
                draft = _done_to_speaker(draft, above)
            elif candidate.clause.kind != "relative":
                draft = _done_to_him(draft, by_clause.get(candidate.clause.resumes) or above)
        if candidate.trigger.kind == "act" and not draft.roles.targets and candidate.verb + 1 < candidate.clause.last:
            part = candidate.form.trigger.prepositions.get(_POINTING.get(sheet.folded[candidate.verb + 1], ""))
            before = by_clause.get(candidate.clause.resumes)
            draft = _done_to_him(draft, before) if part == "target" else draft
        if candidate.noun >= 0 and draft.family == "meeting" and not draft.roles.actors and _is_definite(sheet, candidate.noun):
            draft = _with(draft, encounter, step("subject: the parties of the encounter told last")) if encounter else draft
        brought = gathers(candidate.form) and bool(candidate.form.pronoun)
        if (brought or not draft.roles.actors) and candidate.noun >= 0 and draft.family == "meeting":
            draft = _parties_above(sheet, clauses, draft, by_clause)
        if draft.roles.doers and candidate.clause.kind in ("main", "participle"):
            subject = draft.roles.doers
            if speech:
                speaker = draft.roles.doers
        met = draft.family == "meeting" or (draft.family == "visit" and candidate.clause.kind == "main")
        if met and len(draft.party_keys) > 1:
            encounter = (*draft.roles.actors, *draft.roles.targets)
        by_clause.setdefault(candidate.clause.index, draft)
        carried.append(draft)
    return [_looking_ahead(draft, by_clause) for draft in carried]


def _looking_ahead(draft: Draft, by_clause: dict[int, Draft]) -> Draft:
    """The subject of a noun before the verb that tells it: "خلال زيارته لألمانيا … بحث أمير قطر", "وعقب لقاء مع نظيره، قال …"."""
    clause = draft.candidate.clause
    left_open = draft.candidate.form.pronoun or (draft.family == "meeting" and not draft.candidate.form.definite)
    if not draft.candidate.is_noun or not left_open or clause.parent <= clause.index:
        return draft
    below = by_clause.get(clause.parent)
    if below is None or not below.roles.doers or draft.roles.doers:
        return draft
    return _with(draft, (*below.roles.doers, *draft.roles.actors), step("subject: of its pronoun, named behind"))


def _said_of(above: Draft) -> tuple[Party, ...]:
    """Of whom a speaker speaks who names nobody: of himself; an agency never does."""
    return () if above.by_medium else above.roles.doers


def _doers_above(clauses: tuple[Clause, ...], clause: Clause, by_clause: dict[int, Draft]) -> tuple[Party, ...]:
    """The subject of the nearest clause above that has one: "… جولة يستكملها في الدوحة التي وصلها مساء"."""
    while clause.parent >= 0:
        above = by_clause.get(clause.parent)
        if above is not None and above.roles.doers:
            return above.roles.doers
        clause = clauses[clause.parent]
    return ()


def _last_speaker(drafts: Sequence[Draft], clause: Clause) -> tuple[Party, ...]:
    """Who spoke last in the sentence, what is said left out: "… وفق ما أعلن البيت الأبيض، مضيفا أن …"."""
    for draft in reversed(drafts):
        above = draft.candidate.clause
        if above.sentence != clause.sentence:
            break
        spoken = draft.candidate.trigger.kind == "speech" and not draft.candidate.is_noun
        if spoken and above.kind != "content" and not above.reported and draft.roles.doers:
            return draft.roles.doers
    return ()


def _pair(resumed: Draft | None, encounter: tuple[Party, ...]) -> tuple[Party, ...]:
    """The two of whom a verb in the dual tells: "بحث مع نظيره … واتفقا على …"."""
    parties = resumed.roles.actors if resumed is not None and resumed.family == "meeting" else encounter
    return parties if len({actor.name for party in parties for actor in party.actors}) == 2 else ()


def _agrees(draft: Draft, subject: tuple[Party, ...]) -> bool:
    """Whether a verb's gender and number let it go on with the subject: "وأضافوا" is no single minister's."""
    form = draft.candidate.form
    actors = [actor for party in subject for actor in party.actors]
    if form.aspect == "participle" or len(actors) != 1 or actors[0].kind != "person" or form.person == "1":
        return True
    if form.number != "s":
        return False
    title = fold(actors[0].title or "").split()
    feminine = bool(title) and title[0].endswith("ه")
    return form.gender != "f" or feminine or not title


def _noun_is_subject(sheet: Sheet, draft: Draft) -> bool:
    """Whether an empty verb's noun is its subject: "عقدت المحادثات", "القمة ستعقد"; "عقدوا اجتماعا" has a pronoun's."""
    candidate = draft.candidate
    if candidate.noun < 0 or candidate.form.pronoun or candidate.form.number != "s" or candidate.form.person == "1":
        return False
    noun = sheet.noun(candidate.noun)
    accusative = sheet.folded[candidate.noun].endswith("ا") and noun is not None and not noun.definite
    return candidate.noun - candidate.verb <= 2 and not accusative


def on_occasion(sheet: Sheet, candidate: Candidate) -> bool:
    """Whether a verb tells what happened on the visit or meeting before it: "… التقى خلالها الرئيس"."""
    if candidate.is_noun or candidate.verb + 1 >= candidate.clause.last:
        return False
    return sheet.folded[candidate.verb + 1] in OCCASIONAL


def _on_the_one_before(draft: Draft) -> bool:
    return draft.on_occasion and draft.candidate.clause.kind == "relative"


def _with_occasion(draft: Draft, told: Sequence[Draft]) -> Draft:
    """Give a meeting with one party the other: whoever was on the visit during which it was held."""
    if draft.family != "meeting" or len(draft.roles.actors) != 1 or not _on_the_one_before(draft):
        return draft
    above = [each for each in reversed(told) if each.candidate.clause.index == draft.candidate.clause.parent]
    named = (each.roles.doers or each.roles.actors for each in above if each.family in ("visit", "meeting"))
    hosts = next((parties for parties in named if parties), ())
    if not hosts or _has(hosts, draft.roles.actors):
        return draft
    return _with(draft, (*hosts, *draft.roles.actors), step("subject: of the occasion on which they met"))


def _done_to_speaker(draft: Draft, above: Draft | None) -> Draft:
    """ "قال مورا إن الشرطة احتجزته": the speaker is whom the pronoun means, where another does it."""
    if above is None or above.by_medium or not draft.roles.doers or draft.roles.inherited or draft.roles.targets:
        return draft
    if _has(draft.roles.actors, above.roles.doers):
        return draft
    roles = draft.roles.but(targets=above.roles.doers, trace=(*draft.roles.trace, step("target: of its pronoun")))
    return draft.but(roles=roles)


def _speaks_to(draft: Draft) -> bool:
    """Whether the one right behind the verb is spoken to, and its subject goes on: "ودعت السلطات إلى …"."""
    return any(party.first == draft.candidate.verb + 1 for party in draft.roles.targets)


def _done_to_him(draft: Draft, before: Draft | None) -> Draft:
    """Whom the pronoun of a verb means: in "استدعت السفير وسلمته مذكرة" the one to whom the deed before was done, in "غادر السفير
    بعد أن أبلغته السلطات …" the one who did it."""
    if before is None or not draft.roles.doers or draft.roles.targets or draft.type == "CONSULT":
        return draft
    meant = before.roles.targets if _has(draft.roles.doers, before.roles.doers) else before.roles.doers
    if not meant or _has(meant, draft.roles.doers):
        return draft
    return draft.but(roles=draft.roles.but(targets=meant, trace=(*draft.roles.trace, step("target: of its pronoun"))))


def _is_definite(sheet: Sheet, token: int) -> bool:
    noun = sheet.noun(token)
    return noun is not None and noun.definite


def _with_object(draft: Draft, subject: tuple[Party, ...]) -> Draft:
    """The one met, by an object pronoun: "وصل الرئيس …، واستقبله نظيره"."""
    if draft.candidate.clause.kind != "main" or _has(draft.roles.actors, subject):
        return draft
    roles = draft.roles.but(actors=(*draft.roles.actors, *subject), trace=(*draft.roles.trace, step("object: of its pronoun")))
    return draft.but(roles=roles)


def _parties_above(sheet: Sheet, clauses: tuple[Clause, ...], draft: Draft, by_clause: dict[int, Draft]) -> Draft:
    """The parties of talks that a clause above goes with: "أبلغت تركيا السويد … خلال محادثات جرت في أنقرة", "… لقاء جمعهما"."""
    clause = draft.candidate.clause
    if clause.parent < 0 or clauses[clause.parent].kind != "adjunct" or clauses[clause.parent].time != "same":
        return draft
    above = by_clause.get(clauses[clause.parent].parent)
    if above is None:
        parties = _bare_above(sheet, clauses, clauses[clause.parent])
    elif draft.candidate.form.pronoun in ("ه", "ها"):
        parties = (*above.roles.doers, *draft.roles.actors)
    else:
        parties = (*above.roles.doers, *above.roles.actors, *above.roles.targets, *draft.roles.actors)
    if not parties:
        return draft
    return _with(draft, tuple(dict.fromkeys(parties)), step("subject: of the verb that it goes with"))


def _described(sheet: Sheet, clauses: tuple[Clause, ...], index: int) -> tuple[Party, ...]:
    """The party that a relative clause without a verb of its own describes: "البشير الذي من المقرر أن يحضر"."""
    if index < 0 or clauses[index].kind != "relative":
        return ()
    party = sheet.party_at(clauses[index].first - 1) if clauses[index].first else None
    return (party,) if party is not None else ()


def _topic(sheet: Sheet, clauses: tuple[Clause, ...], index: int) -> tuple[Party, ...]:
    """The party that a clause without a verb sets as topic: "أما المجر، فقالت …"."""
    if index < 0:
        return ()
    clause = clauses[index]
    parties = sheet.parties_in(clause.body, clause.last)
    if parties and parties[0].first <= clause.body + 1 and stands_bare(sheet, parties[0]):
        return tuple(joined_run(sheet, parties, 0))
    return ()


def _resolve_sides(draft: Draft, encounter: tuple[Party, ...]) -> Draft:
    """ "الجانبان" are the parties of the encounter told last."""
    sides = [party for party in draft.roles.actors if party.form == "sides"]
    if not sides or not encounter:
        return draft
    others = tuple(party for party in draft.roles.actors if party.form != "sides" and party not in encounter)
    return _with(draft, (*encounter, *others), step("subject: the sides of the encounter told last"))


def _noun_subject(
    sheet: Sheet, clauses: tuple[Clause, ...], draft: Draft, subject: tuple[Party, ...], by_clause: dict[int, Draft]
) -> Draft:
    """The subject of a noun: its pronoun's ("لقائه"), or that of the verb that it goes with ("… خلال زيارة لقطر")."""
    clause = draft.candidate.clause
    above = by_clause.get(clause.parent) if clause.kind == "adjunct" else None
    doers = above.roles.doers if above is not None else subject
    if draft.candidate.form.pronoun and doers and not _has(draft.roles.actors, doers):
        return _with(draft, (*doers, *draft.roles.actors), step("subject: of its pronoun"))
    if draft.type != "CONSULT":
        return draft
    if above is not None and clause.time == "same" and not draft.roles.actors:
        return _with(draft, doers, step("subject: of the verb that it goes with"))
    if above is None and clause.kind == "adjunct" and clause.time == "same" and not draft.roles.actors:
        beside_it = _bare_above(sheet, clauses, clause)
        return _with(draft, beside_it, step("subject: of the clause that it goes with")) if beside_it else draft
    if draft.roles.actors and not draft.roles.doers and (met := _who_met(clauses, clause, draft, by_clause)):
        return _with(draft, (*met, *draft.roles.actors), step("subject: of the verb that it goes with"))
    beside = by_clause.get(clause.index)
    if beside is not None and is_purpose(draft, beside):
        return _with(draft, (*beside.roles.doers, *draft.roles.actors), step("subject: of the journey that it is the purpose of"))
    if beside is not None and not draft.roles.actors and draft.time.own and not draft.candidate.form.definite:
        return _with(draft, beside.roles.doers, step("subject: of the verb before it"))
    return draft


def _who_met(clauses: tuple[Clause, ...], clause: Clause, draft: Draft, by_clause: dict[int, Draft]) -> tuple[Party, ...]:
    """Who met the partner that a noun names alone: "صرح الوزير بعد لقاء مع نظيره", "قال إن اللقاء مع نظيره كان مثمرا"."""
    beside = clause.kind == "content" or (clause.kind == "adjunct" and clause.time in ("same", "after"))
    if not beside or draft.family != "meeting":
        return ()
    doers = _doers_above(clauses, clause, by_clause)
    return () if _has(draft.roles.actors, doers) else doers


def _bare_above(sheet: Sheet, clauses: tuple[Clause, ...], clause: Clause) -> tuple[Party, ...]:
    """Subject and object of a clause above without a verb of ours: "أوباما يفاجئ الرئيس العراقي أثناء اجتماع …"."""
    if clause.parent < 0:
        return ()
    above = clauses[clause.parent]
    return tuple(party for party in sheet.parties_in(above.body, above.last) if stands_bare(sheet, party))


def is_purpose(draft: Draft, journey: Draft) -> bool:
    """Whether a meeting is what a journey is for: "يتوجه الرئيس غدا إلى القاهرة لإجراء مباحثات مع نظيره"."""
    meets = draft.candidate.is_noun and draft.family == "meeting" and bool(draft.roles.actors)
    return meets and journey.family == "visit" and not draft.candidate.form.definite


def name_reporters(clauses: tuple[Clause, ...], drafts: Sequence[Draft]) -> list[Draft]:
    """Keep with each reported event the speaker who tells it."""
    speakers = {
        draft.candidate.clause.index: draft.roles.actors
        for draft in drafts
        if draft.candidate.trigger.kind == "speech" and not draft.candidate.is_noun and draft.roles.actors
    }
    named = []
    for draft in drafts:
        clause = draft.candidate.clause
        while clause.parent >= 0 and clause.reported and clause.parent not in speakers:
            clause = clauses[clause.parent]
        told = speakers.get(clause.parent, ()) if clause.reported and clause.parent >= 0 else ()
        if told and not draft.roles.reporters and told != draft.roles.actors:
            draft = draft.but(roles=draft.roles.but(reporters=told))
        named.append(draft)
    return named


def _has(parties: tuple[Party, ...], others: tuple[Party, ...]) -> bool:
    return any(party.actors == other.actors for party in parties for other in others)


def _with(draft: Draft, actors: tuple[Party, ...], why: str) -> Draft:
    named = {actor.name for party in actors for actor in party.actors}
    targets = tuple(party for party in draft.roles.targets if not any(actor.name in named for actor in party.actors))
    roles = draft.roles.but(actors=actors, targets=targets, doers=actors, inherited=True, trace=(*draft.roles.trace, why))
    return draft.but(roles=roles)
