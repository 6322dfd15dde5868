"""Who does it and to whom: parties get their part by position, preposition and the trigger's frame."""

from functools import cached_property

import attrs

from timeline.events.attachment import PUNCTUATION, follows_bare, governor, joined_run, runs_of, stands_bare
from timeline.events.blocs import bloc_of
from timeline.events.candidates import Candidate
from timeline.events.clauses import Clause, rest_of
from timeline.events.complements import complements
from timeline.events.grammar import (
    COUNTS,
    OCCASIONAL,
    OPENERS,
    PEOPLE,
    PLANNED,
    PREPOSITIONS,
    PRONOMINAL,
)
from timeline.events.harm import attack_as_subject, attack_of, is_suffered
from timeline.events.sheet import Sheet
from timeline.model import Actor, ActorMention, rules, step
from timeline.names.found import Party

_PAPERS = frozenset({"البيان", "التصريح", "المصدر"})  # what speaks for the speaker named before
_PASSED = frozenset({"هذا", "هذه", "هؤلاء", "،", ",", "-"}) | PRONOMINAL  # what may stand between a verb and its subject
_GOING = frozenset({"visit", "motion"})
_MEDIA = frozenset({"وسائل", "صحيفه", "صحف", "وكاله", "وكالات", "قناه", "اذاعه", "مجله", "موقع"})
_UNNAMED = "group: people without a name"  # a rule of a trace
_NAMELESS = 4  # words of a group without a name
_NEAR_BEYOND = 28  # tokens of a clause in which the verb above it finds its object
_PLANNING = 8  # tokens before a noun in which a verb of planning governs it
_PARTICLES = frozenset({"قد", "لم", "لن", "لا", "سوف", "كان", "كانت"})
_PRONOUNS = ("ه", "ها", "هم", "هما")
_WHICH = frozenset({"الذي", "التي", "الذين", "اللذان", "اللذين", "اللتان", "اللتين"})
_TIMES = frozenset({"الوقت", "وقت", "اليوم", "اللحظه", "الحين", "الساعه", "المكان", "الاسبوع", "الشهر", "العام"})
_POINTING = PRONOMINAL | OCCASIONAL
_REACH = 24  # words in which a trigger looks for its parties


@attrs.frozen
class Roles:
    """The parties of one candidate: those who do it, those to whom it is done, those who are quoted for it.

    `doers` are those actors that are the subject, partners and objects left out; `inherited` tells whether another clause lent
    them.
    """

    actors: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    reporters: tuple[Party, ...] = ()
    doers: tuple[Party, ...] = ()
    inherited: bool = False
    trace: tuple[str, ...] = ()

    def but(
        self,
        *,
        actors: tuple[Party, ...] | None = None,
        targets: tuple[Party, ...] | None = None,
        reporters: tuple[Party, ...] | None = None,
        doers: tuple[Party, ...] | None = None,
        inherited: bool | None = None,
        trace: tuple[str, ...] | None = None,
    ) -> "Roles":
        """The roles with other values, None for what they keep."""
        return Roles(
            self.actors if actors is None else actors,
            self.targets if targets is None else targets,
            self.reporters if reporters is None else reporters,
            self.doers if doers is None else doers,
            self.inherited if inherited is None else inherited,
            self.trace if trace is None else trace,
        )

    @cached_property
    def actor_keys(self) -> frozenset[str]:
        """The actors by name."""
        return keys(self.actors)

    @cached_property
    def party_keys(self) -> frozenset[str]:
        """Actors and targets by name."""
        return keys(self.actors + self.targets) if self.targets else self.actor_keys

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes of actors and targets."""
        return frozenset([actor.code for party in self.actors + self.targets for actor in party.actors if actor.code])


def keys(parties: tuple[Party, ...]) -> frozenset[str]:
    """The names of the actors of some parties."""
    return frozenset([actor.name for party in parties for actor in party.actors])


def mentions(parties: tuple[Party, ...], why: tuple[str, ...]) -> tuple[ActorMention, ...]:
    """One mention an actor, without repeats; `why` goes on with how each party was recognised."""
    seen: dict[tuple[str | None, str], ActorMention] = {}
    for party in parties:
        for actor in party.actors:
            seen.setdefault((actor.code, actor.name), ActorMention(actor, party.start, party.end, (*party.trace, *why)))
    return tuple(seen.values())


def verb_roles(sheet: Sheet, candidate: Candidate, clauses: tuple[Clause, ...]) -> Roles:
    """Subject and objects of a verb, and the parties of the noun that it hands over to."""
    clause, verb, trigger = candidate.clause, candidate.verb, candidate.trigger
    near = sheet.parties_in(verb + 1, sheet.ahead(verb, _REACH, clause.last))
    runs = runs_of(sheet, near) if near else []
    if (beyond := rest_of(clauses, clause)) is not None:
        further = sheet.parties_in(beyond.body, sheet.ahead(beyond.body, _REACH, beyond.last))
        runs = [*runs, *runs_of(sheet, further)]
    if (attacker := attack_as_subject(sheet, candidate)) is not None:
        runs = [run for run in runs if attacker not in run]
        _, hit, _ = complements(sheet, candidate, runs)
        return Roles((attacker,), tuple(hit), doers=(attacker,), trace=("subject: whose attack it is",))
    suffered = is_suffered(sheet, clauses, candidate)
    passive = suffered or candidate.form.voice == "passive" or candidate.form.trigger.subject == "victim"
    subject, why, rest = ([], "", runs) if suffered else _subject(sheet, candidate, clauses, runs)
    actors: list[Party] = list(subject)
    targets: list[Party] = []
    if passive and candidate.noun < 0 and not subject:
        undergoing = next((run for run in runs if follows_bare(sheet, verb, run[0])), None)
        if undergoing is not None:
            (actors if trigger.object == "actor" or candidate.type == "OTHER" else targets).extend(undergoing)
            rest = [run for run in runs if run is not undergoing]
    antecedent = _antecedent(sheet, candidate)
    if antecedent is not None and antecedent not in subject and candidate.form.pronoun:
        (actors if trigger.object == "actor" else targets).append(antecedent)
    if not subject and (doers := next((run for run in rest if _of_object(sheet, candidate, run[0])), None)) is not None:
        actors.extend(doers)
        rest = [run for run in rest if run is not doers]
    complement_actors, complement_targets, _ = complements(sheet, candidate, rest, passive=passive)
    if passive and (not actors or actors == subject) and (attack := attack_of(sheet, clauses, candidate)) >= 0:
        told = _of_attack(sheet, clauses, candidate, attack)
        complement_actors = [*complement_actors, *told.actors]
        complement_targets = complement_targets if targets else [*complement_targets, *told.targets]
    if _noun_leads(candidate):
        led = _noun_before(sheet, candidate, clauses)
        complement_actors = [*led.actors, *complement_actors]
        complement_targets = [*led.targets, *complement_targets]
    if not subject and not complement_actors and candidate.noun >= 0:
        complement_actors = bloc_of(sheet, candidate)
    if not complement_targets and not targets:
        complement_targets = _beyond(sheet, candidate, clauses, actors)
    actors += [party for party in complement_actors if party not in actors]
    targets += [party for party in complement_targets if party not in targets and party not in actors]
    roles = Roles(tuple(actors), tuple(targets), doers=tuple(subject), trace=(why,) if why else ())
    return _by_subject(candidate, roles, tuple(subject))


def _subject(
    sheet: Sheet, candidate: Candidate, clauses: tuple[Clause, ...], runs: list[list[Party]]
) -> tuple[list[Party], str, list[list[Party]]]:
    """The subject of a verb, the rule that found it, and the runs of parties that are left."""
    clause, verb = candidate.clause, candidate.verb
    if candidate.form.aspect == "participle":
        return [], "", runs  # "مخاطبا السفير": it goes on with its speaker
    passive = candidate.form.voice == "passive"
    stop = candidate.noun if candidate.noun > verb else clause.last
    after = next((run for run in runs if run[0].first < stop and follows_bare(sheet, verb, run[0])), None)
    if after is not None and (_goes_on(sheet, candidate, clauses, after[0]) or _is_destination(candidate, after[0])):
        after = None
    if after is not None and (_is_his_counterpart(sheet, candidate, after[0]) or _has_subject_before(sheet, candidate)):
        after = None
    lead = _subject_before(sheet, clause, sheet.parties_in(clause.body, verb), verb)
    if after is not None and verb + 1 < clause.last and sheet.folded[verb + 1] in PRONOMINAL:
        lead = []  # "صهاريج استولى عليها مقاتلو طالبان": a clause about the noun before it
    if lead and after is not None and sheet.verbs_in(clause.body, verb):
        lead = []  # "قال الناطق سأشير إلى ما قاله الرئيس": the party before is the first verb's
    antecedent = _antecedent(sheet, candidate)
    if antecedent is not None and not lead and not candidate.form.pronoun:
        return [antecedent], step("subject: the noun that the relative clause describes"), runs
    if lead:
        return lead, step("subject: before its verb"), runs
    if passive:
        return [], "", runs
    unnamed = _unnamed_subject(sheet, candidate)
    if unnamed is not None and (after is None or unnamed.first < after[0].first):
        return [unnamed], step("subject: people without a name"), [run for run in runs if run[0].first >= unnamed.last]
    if after is not None:
        return after, step("subject: after its verb"), [run for run in runs if run is not after]
    return [], "", runs


def _of_object(sheet: Sheet, candidate: Candidate, party: Party) -> bool:
    """Whether an adjective tells who does what a verb without a subject has as object: "فرضت عقوبات أميركية على …"."""
    token = party.first - 1
    noun = sheet.noun(token) if candidate.noun < 0 else None
    bare = noun is not None and not noun.definite and not noun.proclitics
    return party.form == "adjective" and bare and token - candidate.verb <= 2 and candidate.form.trigger.object != "target"


def _of_attack(sheet: Sheet, clauses: tuple[Clause, ...], candidate: Candidate, attack: int) -> Roles:
    """The parties of the attack in which someone suffered: "قتل ثلاثة جنود في قصف إسرائيلي"."""
    form = sheet.noun(attack)
    assert form is not None
    clause = candidate.clause if attack < candidate.clause.last else clauses[candidate.clause.index + 1]
    return noun_roles(sheet, Candidate(clause, -1, attack, form.trigger, form, form.trigger.type))


def _has_subject_before(sheet: Sheet, candidate: Candidate) -> bool:
    """Whether the opener or what it is about is the subject, and a party behind the verb its object.

    "أعلنت أنها استدعت السفير", "الهجمات التي استهدفت بغداد"; in "التي أجرتها واشنطن" and "في الوقت الذي أعلنت فيه …" it is not.
    """
    clause, verb = candidate.clause, candidate.verb
    if candidate.form.voice == "passive" or not _PARTICLES.issuperset(sheet.folded[clause.body : verb]):
        return False
    opener = sheet.folded[clause.first]
    if clause.kind == "content":
        return opener.endswith(_PRONOUNS) and opener.lstrip("وفب").startswith("ان")
    if clause.kind != "relative" or opener.lstrip("و") not in _WHICH or not clause.first:
        return False
    points_back = bool(candidate.form.pronoun) or (verb + 1 < clause.last and sheet.folded[verb + 1] in _POINTING)
    before = sheet.folded[clause.first - 1]
    named = sheet.party_of[clause.first - 1] >= 0 or sheet.date_of[clause.first - 1] >= 0
    return not points_back and not named and before.isalpha() and before not in _TIMES


def _is_his_counterpart(sheet: Sheet, candidate: Candidate, party: Party) -> bool:
    """ "والتقى نظيره الأسترالي": whose counterpart he is, does it; "واستقبله نظيره" tells of the counterpart."""
    if candidate.trigger.kind != "meeting" or candidate.form.pronoun:
        return False
    return sheet.folded[party.first].startswith(("نظيره", "نظيرته", "نظيرها", "نظراءه"))


def _beyond(sheet: Sheet, candidate: Candidate, clauses: tuple[Clause, ...], actors: list[Party]) -> list[Party]:
    """The one judged or spoken to behind a clause that parts him from his verb.

    "أعرب عن تقديره للدور الذي تضطلع به دول الخليج", "حثت الوزيرة، خلال زيارتها، إيران على القبول".
    """
    index = candidate.clause.index + 1
    if index >= len(clauses) or clauses[index].parent != candidate.clause.index:
        return []
    below = clauses[index]
    judges = below.kind == "relative" and candidate.type in ("SUPPORT", "ACCUSE")
    asks = below.kind == "adjunct" and candidate.type == "REQUEST" and candidate.form.trigger.object == "target"
    if not judges and not asks:
        return []
    runs = runs_of(sheet, sheet.parties_in(below.body, min(below.last, below.body + _NEAR_BEYOND)))
    codes = {actor.code for party in actors for actor in party.actors}
    foreign = [run for run in runs if not codes & {actor.code for party in run for actor in party.actors}]
    if asks:
        foreign = [run for run in foreign if run[-1].last < below.last and sheet.folded[run[-1].last] in ("علي", "الي")]
    return next((run for run in foreign if stands_bare(sheet, run[0])), [])


def _noun_leads(candidate: Candidate) -> bool:
    """Whether the noun stands before its empty verb: "المحادثات التي جرت", "القمة ستعقد"."""
    return 0 <= candidate.noun < candidate.verb


def _noun_before(sheet: Sheet, candidate: Candidate, clauses: tuple[Clause, ...]) -> Roles:
    """The parties that a noun has before its empty verb: "الغزو الروسي لأوكرانيا الذي بدأ …"."""
    clause = candidate.clause
    if candidate.noun < clause.first and clause.parent >= 0:
        clause = clauses[clause.parent]
    return noun_roles(sheet, candidate.as_noun(clause.but(last=min(clause.last, candidate.verb))))


def _is_destination(candidate: Candidate, party: Party) -> bool:
    """ "يزور موسكو": a state or capital right behind a verb of going is where one goes, not who goes."""
    return candidate.form.trigger.kind in _GOING and party.form in ("name", "capital") and party.actors[0].kind == "state"


def _by_subject(candidate: Candidate, roles: Roles, subject: tuple[Party, ...]) -> Roles:
    """The roles, where the verb's frame gives its subject another part: who receives is a target, where it is seen a place."""
    if candidate.form.trigger.subject == "actor" or (candidate.form.trigger.subject == "target" and _takes_office(candidate)):
        return roles
    others = tuple(party for party in roles.actors if party not in subject)
    match candidate.form.trigger.subject:
        case "target" if candidate.trigger.kind == "meeting":
            partners = tuple(party for party in (*others, *roles.targets) if party not in subject)
            return roles.but(actors=(*subject, *partners), targets=())
        case "target":
            return roles.but(actors=others, targets=(*subject, *(p for p in roles.targets if p not in subject)))
        case "place":
            return roles.but(actors=others)
        case "victim":
            harmed = candidate.type == "ASSAULT"
            return roles.but(actors=others, targets=(*subject, *roles.targets), doers=others) if harmed else roles
    return roles.but(actors=others, doers=others, reporters=subject)  # a reporter


def _takes_office(candidate: Candidate) -> bool:
    """ "تسلّم رئاسة الحكومة" does something, "تسلّم رسالة" receives."""
    return candidate.form.trigger.kind == "empty" and candidate.noun < 0


def _goes_on(sheet: Sheet, candidate: Candidate, clauses: tuple[Clause, ...], party: Party) -> bool:
    """Whether the only party after "وطالب" is the one spoken to: the sentence's subject speaks on, and what he wants follows."""
    clause, trigger = candidate.clause, candidate.trigger
    if clause.resumes < 0 or clauses[clause.resumes].sentence != clause.sentence or trigger.object != "target":
        return False
    if candidate.form.proclitics[:1] != "و" or party.first - candidate.verb > 1 or party.last >= clause.last:
        return False
    return sheet.folded[party.last] in PREPOSITIONS or sheet.folded[party.last][:1] == "ب"


def has_open_subject(sheet: Sheet, candidate: Candidate) -> bool:
    """Whether the verb leaves its subject to a pronoun: what follows is no noun that could be it."""
    if candidate.form.aspect == "participle":
        return True
    token = candidate.verb + 1
    while token < candidate.clause.last and sheet.date_of[token] >= 0:
        token += 1
    if token >= candidate.clause.last:
        return True
    word = sheet.folded[token]
    if word in _PAPERS:
        return True
    if candidate.trigger.kind != "speech":
        definite = word.startswith("ال") and word not in PREPOSITIONS and word not in OPENERS and sheet.party_of[token] < 0
        return word not in PEOPLE and not (definite and not candidate.form.trigger.transitive)  # "توقفت المحادثات"
    return not word.startswith("ال") or sheet.noun(token) is not None


def is_unnamed(party: Party) -> bool:
    """Whether the party is people whom no vocabulary names."""
    return _UNNAMED in rules(party.trace)


def _unnamed_subject(sheet: Sheet, candidate: Candidate) -> Party | None:
    """ "معارضون للرئيس", "عدة أحزاب سياسية": people whom no vocabulary names, right behind their verb or its date."""
    token = candidate.verb + 1
    last = candidate.clause.last
    while token < last and (sheet.date_of[token] >= 0 or sheet.folded[token] in _PASSED):
        token += 1
    if token >= last or not _are_people(sheet, token) or sheet.party_of[token] >= 0:
        return None
    end = token
    while end < min(last, token + _NAMELESS):
        word = sheet.folded[end]
        stops = (
            word in PUNCTUATION
            or word in PREPOSITIONS
            or word in OPENERS
            or word == "ما"
            or (end > token and (word in COUNTS or word.isdigit() or not _agrees(sheet.folded[token], word)))
            or sheet.date_of[end] >= 0
            or (end > token and sheet.triggers[end] is not None)
        )
        if stops or (end > token and word[:1] in ("ل", "ب", "و") and sheet.party_of[end] >= 0):
            break
        end += 1
    reading = sheet.reading
    start, stop = reading.starts[token], reading.ends[end - 1]
    body = sheet.party_at(end + 1) if end + 1 < last and PREPOSITIONS.get(sheet.folded[end]) in ("في", "من") else None
    if body is not None and body.first == end + 1 and len(body.actors) == 1:  # "دبلوماسي في الخارجية الأمريكية"
        spoken = Actor(reading.text[start : body.end], body.actors[0].code, body.actors[0].sector, kind="group")
        return Party((spoken,), "group", start, body.end, token, body.last, trace=(step("people of a party"),))
    owner = sheet.party_at(end - 1) if end - 1 > token else None
    if owner is not None and owner.form in ("name", "institution") and len(owner.actors) == 1:  # "وفد المملكة"
        spoken = Actor(reading.text[start:stop], owner.actors[0].code, owner.actors[0].sector, kind="group")
        return Party((spoken,), "group", start, stop, token, end, trace=(step("people of a party"),))
    medium = sheet.folded[token] in _MEDIA
    actor = Actor(reading.text[start:stop], None, "MED" if medium else None, kind="group")
    return Party((actor,), "group", start, stop, token, end, trace=(step(_UNNAMED),))


def _are_people(sheet: Sheet, token: int) -> bool:
    """Whether a word names people: one of a list, or a sound plural in the nominative ("نقابيون")."""
    word = sheet.folded[token]
    return word in PEOPLE or (word.endswith("ون") and len(word) > 4 and word[0] not in "يت" and sheet.triggers[token] is None)


def _agrees(head: str, word: str) -> bool:
    """Whether a word may go on with people: behind an indefinite sound plural one of its ending ("مسلحون مجهولون ثكنة")."""
    sound = head.endswith(("ون", "ين", "ان")) and not head.startswith("ال")
    return not sound or word.endswith(head[-2:]) or word.startswith("من")


def _subject_before(sheet: Sheet, clause: Clause, before: list[Party], verb: int) -> list[Party]:
    """The subject of a nominal sentence ("الجبير يزور موسكو"): the first bare party, if no other noun competes with it."""
    for index, party in enumerate(before):
        if not stands_bare(sheet, party):
            if party.form == "adjective" and party.first - clause.body <= 2 and not governor(sheet, party, clause.body - 1):
                return joined_run(sheet, before, index)
            continue
        if party.first - clause.body > 4 and sheet.folded[party.first - 1] not in PUNCTUATION:
            continue
        if sheet.folded[party.last] == ":" and party.last + 1 < verb:
            continue  # "بوتين: الغرب تجاهل مطالبنا": whoever speaks is not what he speaks of
        return joined_run(sheet, before, index)
    return []


def _antecedent(sheet: Sheet, candidate: Candidate) -> Party | None:
    """The party that stands right before a relative clause; none where the clause is about the noun that the verb hands over to."""
    clause = candidate.clause
    if clause.kind != "relative" or _noun_leads(candidate):
        return None
    for back in (1, 2):
        token = clause.first - back
        if token >= 0 and (party := sheet.party_at(token)) is not None:
            return party
        if token >= 0 and sheet.folded[token] not in PUNCTUATION:
            return None
    return None


def _planner(sheet: Sheet, candidate: Candidate) -> list[Party]:
    """Who stands bare right before a noun that no verb of ours governs: "يعتزم المستشار النمساوي زيارة بلغراد"."""
    clause, noun = candidate.clause, candidate.noun
    if sheet.verbs_in(clause.first, noun):
        return []
    planned = not PLANNED.isdisjoint(sheet.folded[max(clause.first, noun - _PLANNING) : noun])
    if candidate.trigger.kind not in ("visit", "meeting") and not planned:
        return []
    party = sheet.party_at(noun - 1) if noun > clause.first else None
    return [party] if party is not None and party.form != "adjective" and stands_bare(sheet, party) else []


def noun_roles(sheet: Sheet, candidate: Candidate) -> Roles:
    """Parties of an event noun: its genitive, its nationality adjectives, and its prepositions."""
    clause, noun = candidate.clause, candidate.noun
    parties = sheet.parties_in(noun + 1, sheet.ahead(noun, _REACH, clause.last))
    if parties:
        end = sheet.first_verb(noun + 1, clause.last)
        parties = [party for party in parties if party.first < end]
    actors, targets, partners = complements(sheet, candidate, runs_of(sheet, parties))
    if not actors:
        actors = _planner(sheet, candidate) or bloc_of(sheet, candidate)
    doers = tuple(party for party in actors if party not in partners)
    return Roles(tuple(actors), tuple(targets), doers=doers, trace=(step("parties: of the noun"),) if actors or targets else ())
