"""Passives that spelling does not show, and who did it: "قتل ثلاثة جنود في غارة" tells who suffered, the attack tells the rest."""

from timeline.events.candidates import Candidate
from timeline.events.clauses import Clause
from timeline.events.grammar import ADJUNCTS, COUNTS, FORCES, OPENERS, PREPOSITIONS, WEAPONS
from timeline.events.sheet import Sheet
from timeline.names.found import Party

_TYPES = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_CAUSES = frozenset({"في", "اثر", "جراء", "نتيجه", "خلال", "بسبب", "بعد", "عقب", "من"})
_AT_LEAST = (("ما", "لا", "يقل", "عن"), ("اكثر", "من"), ("ما", "يزيد", "علي"), ("عدد", "من"))  # before a number
_STOPS = frozenset('،,.؛;:!?؟()[]«»"“”-–—/')
_LEADING = frozenset({"قد", "كما", "كان", "كانت", "و", "فيما", "بينما", "ثم", "حيث", "عندما", "لقد"})
_LONGEST = 8  # words of a phrase for those who suffer
_ENDINGS = ("ون", "ين", "ان", "ات")


def is_suffered(sheet: Sheet, clauses: tuple[Clause, ...], candidate: Candidate) -> bool:
    """Whether an unvocalised verb of harm is passive: nobody but those right behind it is there to suffer.

    "اعتقل خمسة صيادين في الميناء" and "قتل جندي تركي في هجوم" are; "اعتقلت الشرطة ناشطين" and "قصفت إسرائيل المطار" are not.
    """
    form = candidate.form
    if form.voice != "either" or form.aspect != "past" or form.trigger.object != "target" or candidate.type not in _TYPES:
        return False
    if candidate.clause.kind == "relative" or candidate.noun >= 0 or form.pronoun or form.number != "s":
        return False
    if any(not _may_lead(sheet, token) for token in range(candidate.clause.body, candidate.verb)):
        return False  # "القوات قصفت المدينة"
    last = candidate.clause.last
    head = _behind_dates(sheet, candidate.verb + 1, last)
    if head >= last or _ends(sheet, head):
        return False
    end = _phrase_end(sheet, head, last)
    if end < last and not _ends(sheet, _behind_dates(sheet, end, last) if sheet.date_of[end] >= 0 else end, last):
        return False
    return attack_of(sheet, clauses, candidate) >= 0 or not _is_force(sheet, head)


def _may_lead(sheet: Sheet, token: int) -> bool:
    """Whether a word before a verb is none that could do what it tells: a date, a particle, a mark."""
    word = sheet.folded[token]
    return sheet.date_of[token] >= 0 or word in _LEADING or not word.isalpha() or word in PREPOSITIONS


def attack_as_subject(sheet: Sheet, candidate: Candidate) -> Party | None:
    """Whose attack is the subject of a verb of harm: "استهدفت غارة أميركية مقرا"; in "استهدفت الغارة مقرا" nobody's."""
    token = _behind_dates(sheet, candidate.verb + 1, candidate.clause.last)
    if candidate.is_noun or candidate.type != "ASSAULT" or token + 1 >= candidate.clause.last or candidate.noun >= 0:
        return None
    noun = sheet.noun(token)
    attack = (noun is not None and noun.trigger.type == "ASSAULT") or sheet.folded[token] in WEAPONS
    party = sheet.party_at(token + 1)
    return party if attack and party is not None and party.form == "adjective" and not party.proclitics else None


def attack_of(sheet: Sheet, clauses: tuple[Clause, ...], candidate: Candidate) -> int:
    """The noun of the attack in which harm was done ("في غارة", "بانفجار", "إثر قصف"), in its clause or one beside it; or -1."""
    clause = candidate.clause
    spans = [(candidate.verb + 1, clause.last)]
    below = clauses[clause.index + 1] if clause.index + 1 < len(clauses) else None
    beside = below is not None and (below.resumes if below.goes_on else below.parent) == clause.index
    if below is not None and beside and (below.goes_on or below.kind == "adjunct"):
        spans.append((below.first, below.last))
    for first, last in spans:
        for token in sheet.nouns_in(first, last):
            form = sheet.noun(token)
            caused = sheet.folded[token - 1] in _CAUSES or (form is not None and form.proclitics[-1:] == "ب")
            if form is not None and form.trigger.type == "ASSAULT" and caused:
                return token
    return -1


def _behind_dates(sheet: Sheet, token: int, last: int) -> int:
    """The first token behind dates and their commas."""
    while token < last and (sheet.date_of[token] >= 0 or sheet.folded[token] in "،,"):
        token += 1
    return token


def _ends(sheet: Sheet, token: int, last: int | None = None) -> bool:
    """Whether a phrase is over at the token: a preposition, a mark, a new clause, or what is joined to it."""
    if last is not None and token >= last:
        return True
    word = sheet.folded[token]
    form = sheet.triggers[token]
    glued = word[:1] in ("ب", "ل") and form is not None and form.aspect == "noun" and form.proclitics[-1:] in ("ب", "ل")
    verbal = form is not None and form.aspect in ("past", "present")
    weapon = word[:1] == "ب" and len(word) > 3 and sheet.party_of[token] < 0
    opens = word in OPENERS or word in ADJUNCTS or word[1:] in OPENERS
    return word in PREPOSITIONS or word in _STOPS or opens or glued or verbal or weapon


def _phrase_end(sheet: Sheet, head: int, last: int) -> int:
    """The end of the noun phrase that begins at the token: its number, head, adjectives and genitive, and what و joins to it."""
    token = head
    for words in _AT_LEAST:
        if tuple(sheet.folded[token : token + len(words)]) == words:
            token += len(words)
    while token < last and (sheet.folded[token] in COUNTS or sheet.folded[token].isdigit()):
        token += 1
    first = token
    definite = token < last and sheet.folded[token].startswith("ال")
    token = max(sheet.skip_name(token), token + 1) if token < last else token
    for _ in range(_LONGEST):
        if token >= last or _ends(sheet, token) or sheet.date_of[token] >= 0:
            break
        if not _belongs(sheet, first, token, definite=definite):
            break
        token = max(sheet.skip_name(token), token + 1)
    return token


def _belongs(sheet: Sheet, first: int, token: int, *, definite: bool) -> bool:
    """Whether a word goes on with the phrase: an adjective that agrees, the genitive of an indefinite head, one joined by و."""
    word = sheet.folded[token]
    party = sheet.party_at(token)
    if party is not None:
        return party.form == "adjective" or party.proclitics == "و" or (token == first + 1 and not definite)
    if word[:1] == "و" and len(word) > 3:
        return True
    if definite:
        return word.startswith("ال") and not _is_force(sheet, first)
    if sheet.party_of[first] >= 0:
        return word.startswith(("اخر", "سابق"))
    ending = next((letters for letters in _ENDINGS if sheet.folded[first].endswith(letters)), "")
    if ending and not word.startswith("ال"):
        return word.endswith(ending)
    return not (word.endswith("ا") and len(word) > 3 and token > first + 1)


def _is_force(sheet: Sheet, head: int) -> bool:
    """Whether those named there act by force: troops, a state, one of its bodies."""
    party = sheet.party_at(head)
    if party is not None:
        return party.form in ("name", "capital", "institution") or sheet.folded[party.first] in FORCES
    return sheet.folded[head] in FORCES
