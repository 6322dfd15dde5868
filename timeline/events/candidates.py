"""Triggers in their clauses: the words that may tell an event, before anyone asks who, when and whether."""

from collections.abc import Iterator

import attrs

from timeline.events.clauses import HURT, Clause, rest_of
from timeline.events.lexicon import Form, Trigger, complement
from timeline.events.sheet import Sheet
from timeline.events.unreal import is_accident, is_silence, untold
from timeline.model import ActionType

_HANDED_OVER = frozenset({"empty", "phase", "cancel"})
_REACH = 16  # words from an empty verb to the noun that it hands over to
_REACH_BACK = 8  # tokens from a relative verb back to the noun that it is about
_ABOUT = frozenset({"حول", "بشان", "بخصوص", "من", "عن", "ضد", "بسبب"})  # no empty verb hands over to a noun behind them
_COMPLEMENT_REACH = 12  # words from a verb to the noun that changes its type ("أعرب … عن رفضه")


@attrs.frozen
class Candidate:
    """A trigger: a verb, a verbal noun, or an empty verb with its noun ("أجرى … محادثات").

    `verb` and `noun` are tokens, -1 where there is none; `trigger` gives type and frame, `form` how it is inflected;
    `cancels` is set where the verb undoes the noun's event.
    """

    clause: Clause
    verb: int
    noun: int
    trigger: Trigger
    form: Form
    type: ActionType
    cancels: bool = False

    def of_type(self, type_: ActionType) -> "Candidate":
        """The candidate with another type."""
        return Candidate(self.clause, self.verb, self.noun, self.trigger, self.form, type_, self.cancels)

    def by(self, trigger: Trigger) -> "Candidate":
        """The candidate with another trigger."""
        return Candidate(self.clause, self.verb, self.noun, trigger, self.form, self.type, self.cancels)

    def as_noun(self, clause: Clause) -> "Candidate":
        """The candidate's noun by itself, in another clause."""
        return Candidate(clause, -1, self.noun, self.trigger, self.form, self.type, self.cancels)

    @property
    def head(self) -> int:
        """The token that names the event."""
        return self.noun if self.noun >= 0 and not self.cancels else self.verb

    @property
    def start(self) -> int:
        """The first token of the trigger in the text."""
        if self.verb < 0 or self.noun < 0:
            return max(self.verb, self.noun)
        return min(self.verb, self.noun)

    @property
    def is_noun(self) -> bool:
        """Whether a noun alone names the event."""
        return self.verb < 0


def candidates_of(sheet: Sheet, clauses: tuple[Clause, ...]) -> list[Candidate]:
    """All candidates of the text, in the order of their clauses."""
    found: list[Candidate] = []
    consumed: set[int] = set()
    silent = untold(sheet, clauses)
    telling = [clause for clause in clauses if clause.index not in silent]
    for clause in telling:
        for candidate in _verbs(sheet, clause, clauses, consumed):
            found.append(candidate)
            typed = _complement_of(sheet, clause, candidate.verb, candidate.form.trigger) if candidate.noun < 0 else -1
            consumed.update(token for token in (candidate.verb, candidate.noun, typed) if token >= 0)
    # Nouns come last: a relative clause may claim the noun that it follows.
    nouns = [candidate for clause in telling for candidate in _nouns(sheet, clause, consumed)]
    return sorted(found + nouns, key=lambda candidate: (candidate.clause.index, candidate.start))


def _verbs(sheet: Sheet, clause: Clause, clauses: tuple[Clause, ...], consumed: set[int]) -> Iterator[Candidate]:
    if clause.kind == "participle" and (form := sheet.participle(clause.first)) is not None:
        noun = _described_noun(sheet, clause, clauses, form, consumed)
        yield Candidate(clause, clause.first, noun, form.trigger, form, _type(sheet, clause, clause.first, form.trigger)[0])
        return
    for token in sheet.verbs_in(clause.body, clause.last):
        form = sheet.triggers[token]
        hurt = clause.goes_on and form is not None and form.trigger.lemma in HURT
        if form is None or hurt or token in consumed or _tells_more(sheet, clause, clauses, token, form):
            continue
        if is_accident(sheet, clause, token, form):
            continue
        if form.trigger.kind not in _HANDED_OVER:
            yield from _plain(sheet, clause, token, form)
            continue
        noun = -1 if gathers(form) else _noun_after(sheet, clause, clauses, token, consumed)
        if noun < 0 and (clause.kind == "relative" or form.pronoun or gathers(form)):
            noun = _noun_before(sheet, clause, clauses, token)
        if noun < 0:
            noun = _noun_as_subject(sheet, clause, token, consumed)
        if noun >= 0:
            noun_reading = sheet.noun(noun)
            assert noun_reading is not None
            cancels = form.trigger.kind == "cancel"
            consumed.add(noun)
            if is_silence(sheet, clause, token, form, noun_reading.trigger.event_noun):
                continue
            trigger = form.trigger if cancels else noun_reading.trigger
            type_, complemented = _type(sheet, clause, token if cancels else noun, trigger)
            if not complemented and not cancels:
                type_, complemented = _type(sheet, clause, token, form.trigger)
                type_ = type_ if complemented else trigger.type
            if complemented or cancels or not trigger.needs_complement:
                yield Candidate(clause, token, noun, trigger, form, type_, cancels and not complemented)
        elif form.trigger.kind == "empty" and _type(sheet, clause, token, form.trigger)[1]:
            yield from _by_complement(sheet, clause, token, form)
        elif form.trigger.kind != "empty":
            yield from _plain(sheet, clause, token, form)


def _tells_more(sheet: Sheet, clause: Clause, clauses: tuple[Clause, ...], verb: int, form: Form) -> bool:
    """Whether the verb says more of the attack in which the harm of the clause above was done: "قتل … في غارة استهدفت قاعدة"."""
    if form.trigger.type != "ASSAULT" or clause.kind != "relative" or clause.parent < 0:
        return False
    above = clauses[clause.parent]
    harm = sheet.verbs_in(above.body, clause.first)
    nouns = sheet.nouns_in(harm[-1], clause.first) if harm else []
    noun = sheet.noun(nouns[-1]) if nouns else None
    done = sheet.verb(harm[-1]) if harm else None
    return done is not None and noun is not None and done.trigger.type == "ASSAULT" == noun.trigger.type


def gathers(form: Form) -> bool:
    """Whether the verb tells whom the meeting before it brings together: "لقاء جمعهما", "اجتماع جمع الوزيرين"."""
    return form.trigger.kind == "empty" and form.trigger.object == "actor"


def _by_complement(sheet: Sheet, clause: Clause, verb: int, form: Form) -> Iterator[Candidate]:
    """An empty verb with a noun that tells no event by itself and gives it its type: "تسلّم رئاسة الحكومة"."""
    for candidate in _plain(sheet, clause, verb, form):
        yield candidate.by(attrs.evolve(form.trigger, kind="act"))


def _plain(sheet: Sheet, clause: Clause, verb: int, form: Form) -> Iterator[Candidate]:
    """A verb that tells its event by itself, or with the noun that gives it its type."""
    type_, complemented = _type(sheet, clause, verb, form.trigger)
    if is_silence(sheet, clause, verb, form, event_noun=False):
        return
    if complemented or not form.trigger.needs_complement:
        yield Candidate(clause, verb, -1, form.trigger, form, type_)


def _complement_of(sheet: Sheet, clause: Clause, verb: int, trigger: Trigger) -> int:
    """The noun that gives a verb its type, which tells no event of its own ("أعلن اعترافه"); -1 for none."""
    if trigger.complements:
        for token in sheet.nouns_in(verb + 1, sheet.ahead(verb, _COMPLEMENT_REACH, clause.last)):
            if complement(trigger, sheet.folded[token]) is not None:
                return token
    return -1


def _type(sheet: Sheet, clause: Clause, verb: int, trigger: Trigger) -> tuple[ActionType, bool]:
    """The type of a verb's event, and whether a complement gave it."""
    if trigger.complements:
        for word in sheet.folded[verb + 1 : sheet.ahead(verb, _COMPLEMENT_REACH, clause.last)]:
            if (type_ := complement(trigger, word)) is not None:
                return type_, True
    return trigger.type, False


def _nouns(sheet: Sheet, clause: Clause, consumed: set[int]) -> Iterator[Candidate]:
    for token in sheet.nouns_in(clause.first, clause.last):
        form = sheet.triggers[token]
        counts = form is not None and form.trigger.kind not in ("empty", "phase") and token not in consumed
        hurt = clause.goes_on and form is not None and form.trigger.type == "ASSAULT" and bool(sheet.verbs_in(clause.body, token))
        if form is not None and counts and not hurt and not is_accident(sheet, clause, token, form):
            type_, complemented = _type(sheet, clause, token, form.trigger)
            if complemented or not form.trigger.needs_complement:
                yield Candidate(clause, -1, token, form.trigger, form, type_)


def _noun_after(sheet: Sheet, clause: Clause, clauses: tuple[Clause, ...], verb: int, consumed: set[int]) -> int:
    rest = rest_of(clauses, clause)
    further = sheet.nouns_in(rest.body, sheet.ahead(rest.body, _REACH, rest.last)) if rest is not None else []
    for token in (*sheet.nouns_in(verb + 1, sheet.ahead(verb, _REACH, clause.last)), *further):
        form = sheet.noun(token)
        if form is None or form.trigger.kind in ("empty", "phase") or token in consumed:
            continue
        if _aside(sheet, verb, token):
            continue
        return token
    return -1


def _aside(sheet: Sheet, verb: int, noun: int) -> bool:
    """Whether the noun hangs on "حول" or "من", and is what the object is about: "ألقت بظلال من الشك على استئناف المفاوضات"."""
    near = range(max(verb + 1, noun - 2), noun)
    plain = all(sheet.party_of[token] < 0 and sheet.date_of[token] < 0 and sheet.setting_of[token] < 0 for token in near)
    return plain and any(sheet.folded[token] in _ABOUT for token in near) and not any(sheet.folded[token] == "،" for token in near)


def _noun_as_subject(sheet: Sheet, clause: Clause, verb: int, consumed: set[int]) -> int:
    """The first event noun of a nominal sentence: "القمة العربية ستعقد في الجزائر"."""
    for token in sheet.nouns_in(clause.body, min(verb, clause.body + _REACH_BACK)):
        form = sheet.noun(token)
        if form is not None and token not in consumed and form.trigger.event_noun and not form.proclitics.lstrip("وف"):
            return token
    return -1


def _described_noun(sheet: Sheet, clause: Clause, clauses: tuple[Clause, ...], form: Form, consumed: set[int]) -> int:
    """The noun that an attribute describes: "معاهدة خفض الأسلحة الموقعة عام 1991"."""
    above = clauses[clause.resumes] if clause.resumes >= 0 else clause
    if not form.definite or above.sentence != clause.sentence:
        return -1
    for token in range(clause.first - 1, max(above.first, clause.first - _REACH_BACK) - 1, -1):
        noun = sheet.noun(token)
        if noun is not None and noun.trigger.type == form.trigger.type and token not in consumed:
            return token
    return -1


def _noun_before(sheet: Sheet, clause: Clause, clauses: tuple[Clause, ...], verb: int) -> int:
    above = clauses[clause.parent] if clause.parent >= 0 else clause
    for token in range(verb - 1, max(above.first, verb - _REACH_BACK) - 1, -1):
        form = sheet.noun(token)
        if form is not None and form.trigger.kind not in _HANDED_OVER:
            return token
    return -1
