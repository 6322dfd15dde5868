"""What parties besides the subject are to an event: the trigger's frame gives each its part, a few readings correct it."""

from collections.abc import Callable, Sequence

import attrs

from timeline.events.attachment import PUNCTUATION, governor, of_place, stands_bare
from timeline.events.candidates import Candidate
from timeline.events.grammar import ENVOYS, REASONS, TOPICS, VOICES, WEAPONS
from timeline.events.lexicon import Trigger
from timeline.events.parts import usual_part
from timeline.events.sheet import Sheet
from timeline.names.found import Party

_JUDGING = frozenset({"ACCUSE", "SUPPORT", "REJECT", "THREATEN", "SANCTION"})  # what they judge is someone's: he is the target
_JUDGED = frozenset({"", "ب", "علي", "ل", "الي", "في"})  # how what is judged is attached
_WITH = frozenset({"مع", "ب"})  # behind them stands a partner, not who meets him
_TOLD = frozenset({"ل", "مع", "الي"})  # behind them stands the medium to which one speaks
_BETWEEN = frozenset({"SUPPORT", "THREATEN", "REJECT"})
_DONE_TO = frozenset({"AID", "SANCTION", "CONCEDE", "COOPERATE", "RETREAT"})
_UNDERGONE = frozenset({"الي", "ل", "مع", "عن", "علي"})
_ACCREDITED = frozenset({"لدي", "في", "من", "الي"})  # "استدعت سفيرها لدى …"
_PRONOUNS = ("ه", "ها", "هم", "هما")


@attrs.frozen
class Complement:
    """A party behind its trigger: `key` is the preposition that governs it, `role` what the frame makes of it, "" for nothing;
    `judged` tells whether a target is told already, `passive` whether the verb is."""

    sheet: Sheet
    candidate: Candidate
    trigger: Trigger
    party: Party
    key: str
    role: str
    judged: bool
    passive: bool

    @property
    def type(self) -> str:
        """The type of the event."""
        return self.candidate.type


@attrs.frozen
class Correction:
    """A reading that gives a party another part than its frame does; in `example` the party of `code` has it."""

    part: str
    holds: Callable[[Complement], bool]
    example: str
    code: str


def _is_envoys(it: Complement) -> bool:
    return not it.role and it.key in _ACCREDITED and sent_to(it.sheet, it.party.first)


def _is_givers(it: Complement) -> bool:
    arrives = it.type == "AID" and it.candidate.form.trigger.kind == "motion"
    return not it.key and arrives and it.party.form == "adjective"


def _is_judged_besides(it: Complement) -> bool:
    return it.key == "ضد" and it.judged and it.type in _JUDGING


def _is_undergone(it: Complement) -> bool:
    retyped = it.type in _DONE_TO and it.type != it.candidate.trigger.type
    return it.key in _UNDERGONE and not it.role and not it.judged and retyped


def _is_weapons(it: Complement) -> bool:
    return it.key == "ب" and it.passive and it.type == "ASSAULT" and _by_weapon(it.sheet, it.party)


def _is_judged(it: Complement) -> bool:
    if it.type not in _JUDGING or it.candidate.is_noun or it.judged or it.role not in ("", "theme"):
        return False
    about = it.type in _BETWEEN and it.key in ("بين", "مع")  # "تدعم الحوار بين موسكو وواشنطن"
    return it.key in _JUDGED or it.key in it.trigger.prepositions or about


#: In this order, each upon what the one before it left.
CORRECTIONS = (
    Correction("target", _is_envoys, "استدعت فرنسا أمس سفيرها لدى الجزائر.", "DZA"),
    Correction("actor", _is_givers, "وصلت إلى العريش أمس طائرة مساعدات كويتية.", "KWT"),
    Correction("", _is_judged_besides, "نددت مصر أمس باستخدام واشنطن القوة ضد إيران.", "IRN"),
    Correction("target", _is_undergone, "أعلنت كندا أمس رفع العقوبات عن سوريا.", "SYR"),
    Correction("actor", _is_weapons, "قُصفت المدينة أمس بصواريخ روسية.", "RUS"),
    Correction("target", _is_judged, "أدانت مصر أمس الهجوم الإسرائيلي.", "ISR"),
)


def complements(
    sheet: Sheet, candidate: Candidate, runs: list[list[Party]], *, passive: bool = False
) -> tuple[list[Party], list[Party], list[Party]]:
    """Parties besides the subject: actors, targets, and those actors that are partners only ("لقاء مع …")."""
    actors: list[Party] = []
    targets: list[Party] = []
    partners: list[Party] = []
    if not runs:
        return actors, targets, partners
    noun = candidate.noun
    named = sheet.noun(noun) if noun >= 0 else None
    end = min(_next_encounter(sheet, candidate), _reason(sheet, candidate))
    topic = _topic(sheet, candidate, end)
    for run in runs:
        party = run[0]
        if end <= party.first < candidate.clause.last or of_place(sheet, party):
            continue
        # "ألغت زيارة لليونان": behind the noun, the noun's own frame gives the parts
        trigger = named.trigger if named is not None and party.first > noun else candidate.trigger
        key = governor(sheet, party, max(candidate.verb, noun if noun < party.first else -1))
        if key in _TOLD and candidate.trigger.kind == "speech" and are_media(run):
            continue  # "قال لوكالة رويترز": who passes on what is said
        role = _framed(sheet, candidate, trigger, run, key, topic)
        read = Complement(sheet, candidate, trigger, party, key, role, bool(targets), passive)
        for correction in CORRECTIONS:
            if correction.holds(read):
                read = attrs.evolve(read, role=correction.part)
        if read.role == "actor":
            actors.extend(run)
            partners.extend(run if key in _WITH else ())
        elif read.role in ("target", "place"):
            targets.extend(run)
    return actors, targets, partners


def _framed(sheet: Sheet, candidate: Candidate, trigger: Trigger, run: list[Party], key: str, topic: int) -> str:
    """The part that the trigger's frame gives: by preposition, as genitive of its noun, or as object."""
    party, noun = run[0], candidate.noun
    if key == "مع" and party.first > topic and not _parted(sheet, topic, party):
        return ""  # "… لبحث الاتفاق مع إيران": a party to what is talked about
    if key:
        return trigger.prepositions.get(key) or usual_part(candidate, key)
    if 0 <= noun < party.first:
        alone = len(run) == 1 and _names_place(party) and party.first == noun + 1 and candidate.trigger.kind == "meeting"
        return "" if alone else _genitive_role(sheet, candidate, party)  # "محادثات جنيف" are held there
    if stands_bare(sheet, party):
        return trigger.object
    before = sheet.noun(party.first - 1)  # "يحضر قمة منظمة التعاون": whose summit it is, takes part in it
    return "actor" if trigger.kind == "meeting" and before is not None and before.trigger.kind == "meeting" else ""


def _by_weapon(sheet: Sheet, party: Party) -> bool:
    word = sheet.folded[party.first - 1]
    return word[:1] == "ب" and (party.form == "adjective" or word[1:] in WEAPONS)


def _names_place(party: Party) -> bool:
    """Whether a party is a capital or a state by its name: "محادثات جنيف", "قمة سويسرا"."""
    return party.form == "capital" or (party.form == "name" and party.actors[0].kind == "state")


def sent_to(sheet: Sheet, token: int) -> bool:
    """Whether an envoy or a mission with a pronoun stands two words before: "سفيرها لدى", "تمثيلها في"."""
    word = sheet.folded[token - 2] if token > 1 else ""
    return word.endswith(_PRONOUNS) and any(word.startswith(envoy) for envoy in ENVOYS)


def are_media(parties: Sequence[Party]) -> bool:
    """Whether some parties are all agencies, newspapers or channels; False for none."""
    actors = [actor for party in parties for actor in party.actors]
    return bool(actors) and all(actor.sector == "MED" for actor in actors)


def _next_encounter(sheet: Sheet, candidate: Candidate) -> int:
    """Where another meeting or visit begins in the same clause ("… اجتماعا للتحضير لاجتماع مع كيري"): its parties are its own."""
    if candidate.noun < 0:
        return candidate.clause.last
    for token in sheet.nouns_in(candidate.noun + 2, candidate.clause.last):
        form = sheet.noun(token)
        if form is None or not form.trigger.event_noun or form.trigger.kind not in ("meeting", "visit"):
            continue
        told = form.proclitics[:1] == "و" and bool(sheet.parties_in(candidate.noun, token))
        partitive = "من" in sheet.folded[candidate.noun + 1 : min(token, candidate.noun + 4)]  # "جولة أولى من المحادثات"
        if told or (form.proclitics[:1] != "و" and not partitive):
            return token
    return candidate.clause.last


def _reason(sheet: Sheet, candidate: Candidate) -> int:
    """Where the clause begins to tell why; a protest tells by that against whom it is."""
    last = candidate.clause.last
    if candidate.type == "PROTEST" or candidate.is_noun or REASONS.isdisjoint(sheet.folded[candidate.start : last]):
        return last
    return next(token for token in range(candidate.start, last) if sheet.folded[token] in REASONS)


def _parted(sheet: Sheet, topic: int, party: Party) -> bool:
    """Whether a comma ends the topic before "مع": "اتفاق حول برنامجها، مع مجموعة 5+1"."""
    before = party.first - (1 if party.proclitics else 2)
    return before > topic and sheet.folded[before] in "،,"


def _topic(sheet: Sheet, candidate: Candidate, end: int) -> int:
    """The token from which a clause tells what is talked about ("لبحث", "حول"), or `end`."""
    start = max(candidate.verb, candidate.noun) + 1
    if TOPICS.isdisjoint(sheet.folded[start:end]):
        return end
    return next(token for token in range(start, end) if sheet.folded[token] in TOPICS)


def _genitive_role(sheet: Sheet, candidate: Candidate, party: Party) -> str:
    """The part of a party right behind a verbal noun: "زيارة الرئيس" does it, "غزو العراق" suffers it."""
    between = range(candidate.noun + 1, party.first)
    if sheet.nouns_in(candidate.noun + 1, party.first):
        return ""
    if party.form == "adjective":
        return "actor" if len(between) <= 3 else ""
    if candidate.trigger.kind == "visit" and party.form in ("name", "capital") and party.actors[0].kind == "state":
        return "target"  # "زيارة بلغراد": states are visited, persons visit
    plain = [token for token in between if sheet.folded[token] not in VOICES and sheet.folded[token] not in PUNCTUATION]
    if len(plain) > 1:
        return ""
    if candidate.type == "OTHER" and candidate.trigger.object == "theme":
        return "actor"  # "تأسيس الجامعة العربية": what is founded or chosen is whom the event is about
    return candidate.trigger.object or "actor"
