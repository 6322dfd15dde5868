"""What is spoken of and did not happen: denied, asked, or passed over in silence; and what nature does."""

from timeline.events.clauses import Clause
from timeline.events.grammar import ACCIDENTS, ADJUNCTS, DENYING, NEGATORS, PREPOSITIONS, QUESTIONS
from timeline.events.lexicon import Form
from timeline.events.sheet import Sheet
from timeline.reading import fold

_SOURCES = frozenset({"وفق", "وفقا", "حسب", "بحسب", "كل", "هذا", "ذلك", "هو", "وهو", "ضوء", "اطار", "رغم", "كما"})  # "وفق ما أعلن"
_COMMAS = frozenset("،,")  # "…، ما أدى إلى …"
_NEAR = 2  # tokens before a verb in which a particle denies it
_CAUSE = 12  # words behind a deed in which its cause is named
_MARKS = frozenset(':"«“')
_HARM = frozenset({"ASSAULT"})
_DEATHS = frozenset({"مصرع", "مقتل", "قتل"})
_SHADDA = "\u0651"


def is_denied(sheet: Sheet, first: int, token: int) -> bool:
    """Whether a particle right before the token, behind `first`, denies it: "لم يشارك"; in "وفق ما أعلن" ما means "what"."""
    return any(sheet.folded[near] in NEGATORS and not _relative(sheet, near) for near in range(max(first, token - _NEAR), token))


def _relative(sheet: Sheet, token: int) -> bool:
    before = sheet.folded[token - 1] if token else ""
    return sheet.folded[token] == "ما" and (before in _COMMAS or before in _SOURCES or before in PREPOSITIONS or before in ADJUNCTS)


def untold(sheet: Sheet, clauses: tuple[Clause, ...]) -> frozenset[int]:
    """The clauses in which nothing is told: what a speaker denies or does not confirm, and what is asked.

    "نفت موسكو أن تكون قصفت …" tells a denial alone, "هل تغزو …؟" nothing; "نفى الوزير الذي زار باريس" tells of a visit.
    """
    found: set[int] = set()
    asked = _questions(sheet)
    for clause in clauses:
        parent = clauses[clause.parent] if clause.parent >= 0 else None
        denied = parent is not None and clause.kind == "content" and parent.index < clause.index and _denies(sheet, parent, clause)
        inside = parent is not None and parent.index in found and clause.kind not in ("main", "condition")
        goes_on = clause.resumes in found and clause.kind == "content"
        if clause.kind == "condition" and clause.resumes < 0 and not sheet.dates_in(clause.first, clause.last):
            denied = True  # "ما لم تستأنف كييف الضخ": only what would follow is told, as hypothetical
        if denied or inside or goes_on or asked.get(clause.sentence, clause.last) <= clause.first:
            found.add(clause.index)
    return frozenset(found)


def _denies(sheet: Sheet, above: Clause, below: Clause) -> bool:
    verbs = sheet.verbs_in(above.first, min(above.last, below.first))
    form = sheet.verb(verbs[-1]) if verbs else None
    if form is None or form.trigger.kind != "speech":
        return False
    return fold(form.trigger.lemma.replace(_SHADDA, "")) in DENYING or is_denied(sheet, above.first, verbs[-1])


def _questions(sheet: Sheet) -> dict[int, int]:
    """For each sentence that asks, the token where its question begins: at its first word, or behind a colon or a quote."""
    found: dict[int, int] = {}
    for index, (first, last) in enumerate(sheet.reading.sentences):
        if "؟" not in sheet.folded[last - 2 : last] and "?" not in sheet.folded[last - 2 : last]:
            continue
        for token in range(first, last):
            if sheet.folded[token] in QUESTIONS and (token == first or sheet.folded[token - 1] in _MARKS):
                found[index] = token
                break
    return found


def is_silence(sheet: Sheet, clause: Clause, verb: int, form: Form, event_noun: bool) -> bool:
    """Whether nothing was said: "لم يوضح المكتب الأسباب"; a deed that did not happen is told ("لم يعقد الاجتماع")."""
    words = form.trigger.kind == "speech" and form.trigger.type == "STATEMENT"
    papers = form.trigger.kind == "empty" and not event_noun
    return (words or papers) and is_denied(sheet, clause.first, verb)


def is_accident(sheet: Sheet, clause: Clause, token: int, form: Form) -> bool:
    """Whether nature or chance did the harm: "قتل عشرة في زلزال"; in "قتل عشرة في غارة أعقبها حريق" an attack did."""
    if form.trigger.type not in _HARM:
        return False
    end = sheet.reading.sentences[clause.sentence][1]
    if token and _bare(sheet.folded[token - 1]) in ACCIDENTS:
        return True  # "زلزال ضرب تركيا"
    for near in range(token + 1, sheet.ahead(token, _CAUSE, end)):
        word = sheet.folded[near]
        attack = sheet.triggers[near]
        if _bare(word) in ACCIDENTS:
            return True
        if attack is not None and attack.aspect == "noun" and attack.trigger.type == "ASSAULT" and not _is_death(attack):
            return False
    return False


def _is_death(form: Form) -> bool:
    """ "لقوا مصرعهم", "حادث سير": how someone died is still to come."""
    return form.trigger.noun in _DEATHS or form.trigger.needs_complement


def _bare(word: str) -> str:
    """The word without the article and a preposition glued to it ("بالزلزال")."""
    for glued in ("ال", "بال", "لل"):
        if word.startswith(glued):
            return word[len(glued) :]
    return word[1:] if word[:1] == "ب" and word[1:] in ACCIDENTS else word
