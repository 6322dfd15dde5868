"""Who does it and to whom: parties get their part by position, preposition and the trigger's frame."""

import attrs

from timeline.events.candidates import Candidate
from timeline.events.clauses import Clause
from timeline.events.grammar import OPENERS, PEOPLE, PREPOSITIONS, VOICES
from timeline.events.sheet import Sheet
from timeline.model import Actor, ActorMention
from timeline.names.found import Party

_JOINERS = frozenset({"،", ",", "و"})
_PUNCTUATION = frozenset("،,-–—\"'«»“”():.؛…ـ")
_PAPERS = frozenset({"البيان", "بيان", "التصريح", "المصدر"})  # what speaks for the speaker named before
_ALSO = frozenset({"كذلك", "وكذلك", "ايضا"})
_ALL_OF = frozenset({"كل", "كلا"})  # "كل من روسيا و…"
_JUDGING = frozenset({"ACCUSE", "SUPPORT", "REJECT", "THREATEN", "SANCTION"})  # what they judge is someone's: he is the target
_REACH = 24  # tokens in which a trigger looks for its parties


@attrs.frozen
class Roles:
    """The parties of one candidate: those who do it, those to whom it is done; `inherited` if the subject is a pronoun's."""

    actors: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    reporters: tuple[Party, ...] = ()
    inherited: bool = False
    trace: tuple[str, ...] = ()


def mentions(parties: tuple[Party, ...], why: str) -> tuple[ActorMention, ...]:
    """One mention an actor, without repeats."""
    seen: dict[tuple[str | None, str], ActorMention] = {}
    for party in parties:
        for actor in party.actors:
            seen.setdefault((actor.code, actor.name), ActorMention(actor, party.start, party.end, (*party.trace, why)))
    return tuple(seen.values())


def governor(sheet: Sheet, party: Party, after: int) -> str:
    """The preposition that governs the party, through the nouns of a genitive chain; looked for behind the token `after`."""
    direct = sheet.governor(party)
    if direct and not (direct == "من" and party.first > 1 and sheet.folded[party.first - 2].lstrip("ول") in _ALL_OF):
        return direct
    token = party.first - 1
    for _ in range(4):
        if token <= after or sheet.folded[token] in _PUNCTUATION:
            return ""
        if sheet.party_of[token] >= 0 or sheet.setting_of[token] >= 0 or sheet.date_of[token] >= 0:
            return ""
        word = sheet.folded[token]
        if word == "من" and token and sheet.folded[token - 1].lstrip("ول") in _ALL_OF:
            all_of = sheet.folded[token - 1]
            if all_of.lstrip("و").startswith("ل"):
                return "ل"
            token -= 2
            continue
        if (key := PREPOSITIONS.get(word) or PREPOSITIONS.get(word[1:] if word[:1] == "و" else "")) is not None:
            return key
        if sheet.verb(token) is not None or sheet.date_of[token] >= 0 or word in OPENERS:
            return ""
        if word[:1] in ("ب", "ل", "ك") and (form := sheet.noun(token)) is not None and form.proclitics.lstrip("وف"):
            return form.proclitics.lstrip("وف")[:1]
        token -= 1
    return ""


def _stands_bare(sheet: Sheet, party: Party) -> bool:
    """Whether nothing governs the party: no preposition, and no noun whose genitive it is (but a noun that speaks for it)."""
    if sheet.governor(party):
        return party.first > 1 and sheet.folded[party.first - 2] in _ALL_OF
    token = party.first - 1
    if token < 0:
        return True
    word = sheet.folded[token]
    if party.form == "adjective":
        return False
    if word in _PUNCTUATION or sheet.date_of[token] >= 0 or sheet.setting_of[token] >= 0 or sheet.party_of[token] >= 0:
        return True
    if sheet.verb(token) is not None or word in OPENERS or word in VOICES or word[1:] in OPENERS:
        return True
    if party.proclitics in ("و", "ف"):
        return True
    return _is_small(word)


_SMALL = frozenset(
    ["قد", "وقد", "لقد", "كان", "كانت", "وكان", "وكانت", "ان", "كل", "ايضا", "كذلك", "بدوره", "بدورها", "هنا", "امس", "اليوم", "غدا", "الان", "سوف", "لم", "لن", "لا", "ثم", "او", "ام", "لكن", "بل", "كما", "اما", "فيما", "بينما", "حيث", "اذ", "هذا", "هذه", "هو", "هي", "وهو", "وهي"]
)


def _is_small(word: str) -> bool:
    return word in _SMALL or (word.endswith("ا") and len(word) > 4 and word[:2] != "ال")  # adverbs in the accusative: "رسميا"


def joined_run(sheet: Sheet, parties: list[Party], start: int) -> list[Party]:
    """The party at `start` and those coordinated with it: "روسيا والولايات المتحدة وحلف الناتو"."""
    run = [parties[start]]
    for party in parties[start + 1 :]:
        between = range(run[-1].last, party.first)
        words = [sheet.folded[token] for token in between]
        plain = [word for word in words if word not in _JOINERS and word not in _PUNCTUATION and word not in _ALSO]
        linked = party.proclitics == "و" or "و" in words or "وكذلك" in words or bool(words and words[-1] in ("،", ","))
        apposed = run[-1].form == "adjective" and party.form == "adjective" and not words
        if not (apposed or (linked and not plain) or (party.form == "adjective" == run[-1].form and not plain)):
            voiced = [word for word in plain if word.lstrip("و") not in VOICES]
            if not (words and words[0][:1] == "و" and not voiced and len(plain) <= 2):
                break
        run.append(party)
    return run


def verb_roles(sheet: Sheet, candidate: Candidate, clauses: tuple[Clause, ...]) -> Roles:
    """Subject and objects of a verb, and the parties of the noun that it hands over to."""
    clause, verb, trigger = candidate.clause, candidate.verb, candidate.trigger
    after = sheet.parties_in(verb + 1, min(clause.last, verb + _REACH))
    before = sheet.parties_in(clause.body, verb)
    subject: list[Party] = []
    rest = after
    trace = ""
    stop = candidate.noun if candidate.noun > verb else clause.last

    lead = _subject_before(sheet, clause, before, verb)
    antecedent = _antecedent(sheet, clause) if clause.kind == "relative" else None
    passive = candidate.form.voice == "passive"
    position = next((i for i, party in enumerate(after) if party.first < stop and _follows_bare(sheet, verb, party)), None)
    if clause.kind == "relative" and antecedent is not None and (position is None or not candidate.form.pronoun) and not lead:
        subject, trace = [antecedent], "subject: the noun that the relative clause describes"
    elif lead:
        subject, trace = lead, "subject: before its verb"
    elif position is not None and not passive and not _goes_on(sheet, candidate, clauses, after[position]):
        subject = joined_run(sheet, after, position)
        rest = after[position + len(subject) :]
        trace = "subject: after its verb"
    if not subject and not passive and (unnamed := _unnamed_subject(sheet, candidate)) is not None:
        subject, trace = [unnamed], "subject: people without a name"
    actors, targets = list(subject), []
    if passive and candidate.noun < 0 and position is not None:
        run = joined_run(sheet, after, position)
        (actors if trigger.object == "actor" or candidate.type == "OTHER" else targets).extend(run)
        rest = after[position + len(run) :]
    if antecedent is not None and antecedent not in subject and candidate.form.pronoun and trigger.object == "target":
        targets.append(antecedent)
    complement_actors, complement_targets = _complements(sheet, candidate, rest)
    actors += [party for party in complement_actors if party not in actors]
    targets += [party for party in complement_targets if party not in targets and party not in actors]
    reporters: list[Party] = []
    match subject_part(sheet, candidate):
        case "target" if trigger.kind == "meeting":
            actors = [*subject, *(party for party in actors + targets if party not in subject)]
            targets = []
        case "target":
            targets = [party for party in subject if party not in targets] + targets
            actors = [party for party in actors if party not in subject]
        case "place":
            actors = [party for party in actors if party not in subject]
        case "reporter":
            reporters, actors = subject, [party for party in actors if party not in subject]
    return Roles(tuple(actors), tuple(targets), tuple(reporters), trace=(trace,) if trace else ())


def subject_part(sheet: Sheet, candidate: Candidate) -> str:
    """The part that the subject of the candidate's verb has: who receives is a target, where something is seen a place."""
    return candidate.form.trigger.subject


def _goes_on(sheet: Sheet, candidate: Candidate, clauses: tuple[Clause, ...], party: Party) -> bool:
    """Whether the only party after "وطالب", "وحذرت" is the one spoken to: the sentence's subject speaks on, and what he wants follows."""
    clause, trigger = candidate.clause, candidate.trigger
    if clause.resumes < 0 or clauses[clause.resumes].sentence != clause.sentence or trigger.object != "target":
        return False
    if candidate.form.proclitics[:1] != "و" or party.first - candidate.verb > 1 or party.last >= clause.last:
        return False
    return sheet.folded[party.last] in PREPOSITIONS or sheet.folded[party.last][:1] == "ب"


def has_open_subject(sheet: Sheet, candidate: Candidate) -> bool:
    """Whether the verb leaves its subject to a pronoun: what follows is no noun that could be it."""
    token = candidate.verb + 1
    if token >= candidate.clause.last:
        return True
    word = sheet.folded[token]
    if word in _PAPERS:
        return True
    if candidate.trigger.kind != "speech":
        return word not in PEOPLE
    return not word.startswith("ال") or sheet.noun(token) is not None


def _unnamed_subject(sheet: Sheet, candidate: Candidate) -> Party | None:
    """"معارضون للرئيس", "عدة أحزاب سياسية": people whom no vocabulary names, right behind their verb."""
    token = candidate.verb + 1
    end = token
    limit = min(candidate.clause.last, token + 4)
    if token >= limit or sheet.folded[token] not in PEOPLE or sheet.party_of[token] >= 0:
        return None
    while end < limit:
        word = sheet.folded[end]
        stops = word in _PUNCTUATION or word in PREPOSITIONS or word in OPENERS or sheet.date_of[end] >= 0 or sheet.verb(end) is not None
        if stops or (end > token and word[:1] in ("ل", "ب", "و") and sheet.party_of[end] >= 0):
            break
        end += 1
    reading = sheet.reading
    start, stop = reading.starts[token], reading.ends[end - 1]
    actor = Actor(reading.text[start:stop], kind="group")
    return Party((actor,), "group", start, stop, token, end, trace=("group: people without a name",))


def _subject_before(sheet: Sheet, clause: Clause, before: list[Party], verb: int) -> list[Party]:
    """The subject of a nominal sentence ("الجبير يزور موسكو"): the first bare party, if no other noun competes with it."""
    for index, party in enumerate(before):
        if not _stands_bare(sheet, party):
            if party.form == "adjective" and party.first - clause.body <= 2 and not sheet.governor(party):
                return joined_run(sheet, before, index)
            continue
        if party.first - clause.body > 4 and sheet.folded[party.first - 1] not in _PUNCTUATION:
            continue
        return joined_run(sheet, before, index)
    return []


def _follows_bare(sheet: Sheet, verb: int, party: Party) -> bool:
    """Whether the party stands after the verb as its subject or object may: bare, with no event noun in between."""
    if party.form == "adjective":
        between = range(verb + 1, party.first)
        return 0 < len(between) <= 3 and not any(
            sheet.folded[token] in PREPOSITIONS or sheet.noun(token) for token in between
        )
    if not _stands_bare(sheet, party):
        return False
    return not any(
        sheet.noun(token) is not None for token in range(verb + 1, party.first) if sheet.folded[token] not in VOICES
    )


def _antecedent(sheet: Sheet, clause: Clause) -> Party | None:
    """The party that stands right before a relative clause."""
    for back in (1, 2):
        token = clause.first - back
        if token >= 0 and (party := sheet.party_at(token)) is not None:
            return party
        if token >= 0 and sheet.folded[token] not in _PUNCTUATION:
            return None
    return None


def _complements(sheet: Sheet, candidate: Candidate, parties: list[Party]) -> tuple[list[Party], list[Party]]:
    """Parties after the subject, by preposition and frame; bare ones by the frame's object."""
    actors: list[Party] = []
    targets: list[Party] = []
    trigger = candidate.trigger
    noun = candidate.noun
    index = 0
    while index < len(parties):
        party = parties[index]
        run = joined_run(sheet, parties, index)
        index += len(run)
        key = governor(sheet, party, max(candidate.verb, candidate.noun if candidate.noun < party.first else -1))
        if not key and noun >= 0 and party.first > noun:
            role = _genitive_role(sheet, candidate, party)
        elif not key:
            role = trigger.object if _stands_bare(sheet, party) else ""
        else:
            role = trigger.prepositions.get(key) or _usual_role(candidate, key)
        if candidate.type in _JUDGING and not candidate.is_noun and role in ("", "theme") and not targets:
            role = "target"
        if role == "actor":
            actors.extend(run)
        elif role in ("target", "place"):
            targets.extend(run)
    return actors, targets


def _usual_role(candidate: Candidate, preposition: str) -> str:
    """The part that a preposition gives where the frame is silent: "اجتماع لمجلس الأمن", "مفاوضات بين …", "… ضد روسيا"."""
    if preposition == "ضد":
        return "target"
    if preposition == "بين" and candidate.type in ("CONSULT", "AGREE", "COOPERATE"):
        return "actor"
    return "actor" if preposition == "ل" and candidate.trigger.kind == "meeting" and candidate.noun >= 0 else ""


def _genitive_role(sheet: Sheet, candidate: Candidate, party: Party) -> str:
    """The part of a party right behind a verbal noun: "زيارة الرئيس" does it, "غزو العراق" suffers it."""
    between = range(candidate.noun + 1, party.first)
    if any(sheet.noun(token) is not None for token in between):
        return ""
    if party.form == "adjective":
        return "actor" if len(between) <= 3 else ""
    plain = [token for token in between if sheet.folded[token] not in VOICES and sheet.folded[token] not in _PUNCTUATION]
    if len(plain) > 1:
        return ""
    return candidate.trigger.object or "actor"


def noun_roles(sheet: Sheet, candidate: Candidate) -> Roles:
    """Parties of an event noun: its genitive, its nationality adjectives, and its prepositions."""
    clause, noun = candidate.clause, candidate.noun
    parties = sheet.parties_in(noun + 1, min(clause.last, noun + _REACH))
    end = next((token for token in range(noun + 1, clause.last) if sheet.verb(token) is not None), clause.last)
    parties = [party for party in parties if party.first < end]
    actors, targets = _complements(sheet, candidate, parties)
    return Roles(tuple(actors), tuple(targets), trace=("parties: of the noun",) if actors or targets else ())
