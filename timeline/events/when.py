"""When an event happens: the date in its clause, else the one that governs it, by rules that the trace names."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Protocol

import attrs

from timeline.dates.dating import Anchor
from timeline.events.candidates import Candidate
from timeline.events.clauses import Clause
from timeline.events.grammar import ADJUNCTS, PREPOSITIONS
from timeline.events.sheet import Sheet
from timeline.model import Dated, DateExpression, DateSpan, Modality, Span, rules, step

_DEADLINES = frozenset({"بحلول", "قبل", "حتي", "لحين", "غايه", "قبيل", "موعد", "موعدا"})
_SINCE = frozenset({"منذ", "مذ"})
_FIRST = frozenset({"اول", "الاول", "الاولي", "اولي", "الاكبر", "اكبر", "اعلي"})
_SUPERLATIVE = 12  # tokens between "the first" and "since"
_STORY_REACH = timedelta(days=3)  # a news story tells of its day of publication or the few days before it
_LEAD = 4  # sentences in which a clause beside the telling may say which day the story tells of


@attrs.frozen
class Time:
    """A candidate's date: the expression in its own clause if there is one, the value, and the rule that found it.

    `dated` says how the day is known, `at` where the text tells it (None where no expression does).
    """

    when: DateSpan | None = None
    expression: DateExpression | None = None
    trace: tuple[str, ...] = ()
    dated: Dated | None = None
    at: Span | None = None

    @classmethod
    def told(cls, when: DateSpan, expression: DateExpression, step: str) -> "Time":
        """Told by an expression of the candidate's own clause."""
        return cls(when, expression, (step,), "inferred" if when.inferred else "told", Span(*expression.span))

    @classmethod
    def of_story(cls, when: DateSpan, step: str, at: Span | None = None) -> "Time":
        """The day of which the whole story tells."""
        return cls(when, None, (step,), "inferred" if when.inferred else "story", at)

    def lent(self, step: str) -> "Time":
        """The same day for another candidate, whose own clause does not tell it."""
        return Time(self.when, None, (step, *self.trace), "elsewhere" if self.dated == "told" else self.dated, self.at)

    @property
    def own(self) -> bool:
        """Whether an expression of its own clause dates it."""
        return self.expression is not None

    @property
    def is_deadline(self) -> bool:
        """Whether the value runs from the story's day to a deadline."""
        return "deadline" in rules(self.trace)


class Draftlike(Protocol):
    """A candidate with its time, as the story's day needs it."""

    @property
    def candidate(self) -> Candidate:
        """The trigger."""

    @property
    def time(self) -> Time:
        """Its date."""

    @property
    def background(self) -> bool:
        """Whether it is told of an earlier time."""


def usable(sheet: Sheet, index: int) -> bool:
    """Whether a date expression can date an event.

    It has a value, tells no day of issue, stands in no furniture, is no mere attribute of a noun ("ميزانية 2022") and no beginning
    ("منذ 2014").
    """
    expression = sheet.dating.expressions[index]
    if expression.value is None:
        return False
    first = sheet.date_tokens[index][0]
    if sheet.page.tells_issue(first) or sheet.reading.sentence_of(first) in sheet.page.furniture:
        return False
    if preposition_before(sheet, index) in _SINCE or (
        first > 1 and sheet.folded[first - 1] in ("قبل", "بعد") and sheet.folded[first - 2] == "ما"
    ):
        return False
    if sheet.folded[first] in _SINCE and any(word in _FIRST for word in sheet.folded[max(0, first - _SUPERLATIVE) : first]):
        return False  # "أول زيارة … منذ ثلاثة عقود"
    glued = expression.start - sheet.reading.starts[first]
    coarse = expression.value.precision in ("year", "decade", "century")
    return not coarse or not (sheet.folded[first][:1] == "ل" if glued else _is_attribute(sheet, first))


def _is_attribute(sheet: Sheet, first: int) -> bool:
    """Whether a year hangs on the noun before it: "أزمة 2008", "ميزانية العام 2022"."""
    if not first or not (sheet.folded[first].isdigit() or sheet.folded[first].startswith("ال")):
        return False
    before = sheet.folded[first - 1]
    named = sheet.party_of[first - 1] >= 0 or sheet.setting_of[first - 1] >= 0 or sheet.date_of[first - 1] >= 0
    small = before in PREPOSITIONS or before in ADJUNCTS or len(before) < 4 or before.startswith("ال")
    return before.isalpha() and not named and not small and sheet.triggers[first - 1] is None


def preposition_before(sheet: Sheet, index: int) -> str:
    """The folded word before a date expression."""
    first = sheet.date_tokens[index][0]
    return sheet.folded[first - 1] if first else ""


def value_for(sheet: Sheet, index: int, modality: Modality) -> tuple[DateSpan, str]:
    """The date that an expression gives an event: a deadline runs from the story's day to it."""
    expression = sheet.dating.expressions[index]
    assert expression.value is not None
    return date_of(expression.value, expression.text, preposition_before(sheet, index), sheet.dating.anchor, modality)


def date_of(value: DateSpan, quote: str, before: str, anchor: Anchor, modality: Modality) -> tuple[DateSpan, str]:
    """The date that a value gives an event whose quoted words stand behind the folded word `before`, and the step that tells it."""
    today = anchor.today
    if today is not None and value.begin > today and (value.open == "before" or before in _DEADLINES) and modality != "negated":
        until = DateSpan(today, value.end, "range", approximate=True, inferred=anchor.inferred)
        return until, step("deadline", quote=quote, today=today)
    return attrs.evolve(value, open=None) if value.open else value, step("date in its clause", quote=quote)


def modality_on(sheet: Sheet, candidate: Candidate, modality: Modality, time: Time) -> Modality:
    """The modality of a candidate that has this date: a noun or the present tense of a day ahead tells a plan."""
    today = sheet.dating.anchor.today
    tentative = candidate.is_noun or candidate.form.aspect == "present"
    if modality != "asserted" or not tentative or today is None or time.when is None:
        return modality
    return "planned" if time.when.begin > today or time.is_deadline else modality


def own_dates(sheet: Sheet, clauses: tuple[Clause, ...], candidates: Sequence[Candidate]) -> dict[int, int]:
    """For each candidate (by index) that a date expression belongs to, that expression's index.

    A date belongs to the verb of its clause, unless the verb has one already or its tense cannot go with it: then to the noun
    before it.
    """
    by_clause: dict[int, list[int]] = {}
    for index, candidate in enumerate(candidates):
        by_clause.setdefault(candidate.clause.index, []).append(index)
    owner: dict[int, int] = {}
    for clause in clauses:
        members = by_clause.get(clause.index, [])
        for date_index in sheet.dates_in(clause.first, clause.last):
            if not usable(sheet, date_index):
                continue
            chosen = _owner(sheet, candidates, members, owner, date_index)
            if chosen is None and not members:
                chosen = _owner_above(sheet, clause, clauses, by_clause, owner, candidates, date_index)
            if chosen is not None:
                owner[chosen] = date_index
    return owner


def _owner(sheet: Sheet, candidates: Sequence[Candidate], members: list[int], owner: dict[int, int], date_index: int) -> int | None:
    at = sheet.date_tokens[date_index][0]
    free = [index for index in members if index not in owner]
    verbs = [index for index in free if not candidates[index].is_noun and fits(sheet, candidates[index], date_index)]
    nouns = [index for index in free if candidates[index].is_noun and candidates[index].noun < at]
    if candidates and members and candidates[members[0]].clause.kind == "adjunct" and nouns:
        return nouns[0]
    if verbs:
        return min(verbs, key=lambda index: abs(candidates[index].start - at))
    return max(nouns, key=lambda index: candidates[index].noun) if nouns else None


def _owner_above(
    sheet: Sheet,
    clause: Clause,
    clauses: tuple[Clause, ...],
    by_clause: dict[int, list[int]],
    owner: dict[int, int],
    candidates: Sequence[Candidate],
    date_index: int,
) -> int | None:
    """A date in a clause without triggers: it belongs to the verb of the clause above, or of the next one in its sentence."""
    around = [clause.parent, clause.resumes, clause.index + 1]
    if sheet.folded[clause.first] in "؛;":
        around = [clause.index - 1, *around]  # "وقّعه الرئيس؛ في مايو؛": a date set off by semicolons
    for near in around:
        if 0 <= near < len(clauses) and clauses[near].sentence == clause.sentence:
            verbs = [
                index
                for index in by_clause.get(near, [])
                if not candidates[index].is_noun and index not in owner and fits(sheet, candidates[index], date_index)
            ]
            if verbs:
                return verbs[0]
    return None


def fits(sheet: Sheet, candidate: Candidate, date_index: int) -> bool:
    """Whether the verb's tense can go with the date: no past after today, no future before it."""
    value = sheet.dating.expressions[date_index].value
    today = sheet.dating.anchor.today
    if value is None or today is None:
        return value is not None
    form = candidate.form
    if form.aspect == "past":
        return value.begin <= today
    if form.future:
        return value.end >= today
    if form.aspect == "present" and candidate.noun < 0:
        return today - value.end <= _STORY_REACH and not (candidate.trigger.kind == "speech" and value.begin > today)
    return True


def story_day(sheet: Sheet, clauses: tuple[Clause, ...], drafts: Sequence["Draftlike"]) -> Time | None:
    """The day that the story tells of, today or a few days before: that of the first dated deed or statement that it tells itself.

    Where it tells none, that of its lead's own date, of a clause beside its first sentences ("… حسبما أعلن الناطق أمس") or of its
    dateline.
    """
    today = sheet.dating.anchor.today
    if today is None:
        return None
    told = [draft for draft in drafts if _may_set_day(draft, today)]
    main = next((draft for draft in told if _is_main(draft)), None)
    if main is not None:
        return _of_story(main.time.when, main.time.at)
    beside = next((draft for draft in told if draft.candidate.clause.sentence < _LEAD), None)
    lead = _lead_day(sheet, clauses, today) or (None if beside is not None else dateline_day(sheet))
    if lead is not None:
        return _of_story(lead.value, Span(*lead.span))
    return _of_story(beside.time.when, beside.time.at) if beside is not None else None


def _of_story(day: DateSpan | None, at: Span | None) -> Time | None:
    return Time.of_story(day, step("date: the day of the story", day=day.edtf), at) if day is not None else None


def _lead_day(sheet: Sheet, clauses: tuple[Clause, ...], today: date) -> DateExpression | None:
    """The day in a main clause of the first sentences that no trigger of ours owns: "سعى الوزير أمس من القاهرة إلى …"."""
    for clause in clauses:
        if clause.sentence >= _LEAD:
            break
        if clause.kind != "main" or clause.reported:
            continue
        for index in sheet.dates_in(clause.first, clause.last):
            expression = sheet.dating.expressions[index]
            if expression.value is not None and usable(sheet, index) and _is_recent(expression.value, today):
                return expression
    return None


def _is_recent(value: DateSpan, today: date) -> bool:
    return value.days <= 2 and value.begin <= today and today - value.begin <= _STORY_REACH


def _may_set_day(draft: "Draftlike", today: date) -> bool:
    value = draft.time.when
    if value is None or draft.background or draft.candidate.is_noun or draft.candidate.form.future:
        return False
    return _is_recent(value, today)


def _is_main(draft: "Draftlike") -> bool:
    clause = draft.candidate.clause
    return not clause.reported and clause.kind in ("main", "participle")


def dateline_day(sheet: Sheet) -> DateExpression | None:
    """The day of a full dateline ("موسكو 26 شوال 1436 هـ … واس")."""
    today = sheet.dating.anchor.today
    for expression, (first, _) in zip(sheet.dating.expressions, sheet.date_tokens, strict=True):
        value = expression.value
        if value is not None and value.precision == "day" and value.begin == today and sheet.page.tells_issue(first):
            return expression
    return None
