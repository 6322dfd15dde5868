"""Sentences parted into clauses: who says what, what comes with it, and what is only spoken of."""

from typing import Any, Literal

import attrs

from timeline.events.grammar import (
    ADJUNCTS,
    BEFORE_AN,
    DOUBT,
    OCCASIONAL,
    OPENERS,
    PAST,
    PLANNED,
    PREPOSITIONS,
    PRONOMINAL,
    AdjunctTime,
    ClauseKind,
)
from timeline.events.lexicon import Form
from timeline.events.sheet import Sheet
from timeline.words.clitics import without_conjunction

_COMMAS = frozenset("،,")
_AS_TOLD = frozenset({"قال", "ذكر", "أعلن", "أفاد", "أوضح", "وعد", "تعهّد", "توقّع"})
#: Verbs of harm that go on with what an attack did.
HURT = frozenset({"أصاب", "جرح"})
_BY = frozenset({"علي", "وفق", "حسب", "بحسب"})
_AS_SAID = frozenset({"حسبما", "وفقما"})
_ENDS = frozenset('،,.؛;:!?؟»”"-–)')
_PARTICLES = frozenset({"قد", "لم", "لن", "لا", "سوف", "ما", "لقد"})  # they belong to the verb behind them
_BREAKS = frozenset("؛;")
_MAY_CUT = frozenset(
    {prefix + word for word in OPENERS for prefix in ("", "و", "ف")} | set(ADJUNCTS) | _BREAKS | PAST | {"ما"}
)  # words that may begin a clause without being triggers
_OWED = frozenset({"عن", "علي", "الي"})  # "أعرب الوزير، خلال لقائه السفير، عن …", "وصل الوفد، الذي …، إلى جوبا"
_WITHIN = frozenset({"relative", "participle", "circumstance", "adjunct"})
_LEADING = 5  # words of an aside before its clause ("، في قرار اعتمده أمس، …")
_ASIDE = 16  # words of an aside
_ASIDES = 4  # clauses in which what an aside parts goes on
_NEAR = 3  # tokens between an adjunct's opener and its noun ("بعد أول اجتماع", "في أعقاب عقد اجتماع")


@attrs.frozen
class Clause:
    """A half-open range of tokens with one verb at most, or a phrase that tells an event of its own.

    `body` is the first token after the opener. `parent` is the index of the clause that it depends on and `resumes` of the one
    that it goes on with (-1 for none). `reported` marks what someone says; `planned` what is scheduled ("من المقرر أن"),
    `doubtful` what is possible only. `time` is how an adjunct's time lies to its parent's. An `aside` stands between commas within
    another clause, and what comes behind it `goes_on` with that clause, which it resumes, without a verb of its own ("التقى لافروف،
    الذي وصل أمس، نظيره").
    """

    index: int
    sentence: int
    first: int
    last: int
    body: int
    kind: ClauseKind
    parent: int = -1
    resumes: int = -1
    reported: bool = False
    planned: bool = False
    doubtful: bool = False
    time: AdjunctTime | Literal[""] = ""
    aside: bool = False
    goes_on: bool = False

    def but(self, *, last: int | None = None, parent: int | None = None) -> "Clause":
        """The clause with another end or parent; spelled out, for `attrs.evolve` costs more than all else about a clause."""
        return Clause(
            self.index,
            self.sentence,
            self.first,
            self.last if last is None else last,
            self.body,
            self.kind,
            self.parent if parent is None else parent,
            self.resumes,
            self.reported,
            self.planned,
            self.doubtful,
            self.time,
            self.aside,
            self.goes_on,
        )


def clauses_of(sheet: Sheet) -> tuple[Clause, ...]:
    """All clauses of the text, in text order."""
    clauses: list[Clause] = []
    for sentence, (first, last) in enumerate(sheet.reading.sentences):
        if any(sheet.triggers[first:last]):
            split = _split(sheet, sentence, first, last, len(clauses))
            if clauses and sheet.folded[first - 2 : first] == (".", "."):
                clauses[-1] = _hung(clauses[-1], next((clause.index for clause in split if clause.kind == "main"), -1))
            clauses.extend(split)
    return tuple(clauses)


@attrs.define
class _Cutter:
    """The clauses of one sentence while it is read from its first token to its last; until then each is open to `end`."""

    sentence: int
    end: int
    base: int
    done: list[Clause] = attrs.Factory(list)

    @property
    def current(self) -> Clause:
        return self.done[-1]

    def open(self, first: int, body: int, kind: ClauseKind, *, parent: int = -1, resumes: int = -1, **more: Any) -> None:
        parent, resumes = self.host(parent), self.host(resumes)
        if self.done and self.done[-1].first == first:
            replaced = self.done.pop()
            parent = replaced.parent if parent == replaced.index else parent
            resumes = replaced.resumes if resumes == replaced.index else resumes
        index = self.base + len(self.done)
        self.done.append(Clause(index, self.sentence, first, self.end, body, kind, parent, resumes, **more))

    def at(self, index: int) -> Clause:
        return self.done[index - self.base]

    def host(self, index: int) -> int:
        """The clause itself, or the one that it goes on with behind an aside."""
        return self.at(index).resumes if index >= self.base and self.at(index).goes_on else index

    def above(self, clause: Clause) -> int:
        """The clause of this sentence in which another stands, or -1."""
        index = clause.parent if clause.parent >= self.base else clause.resumes
        return index if self.base <= index < clause.index else -1

    def closed(self) -> list[Clause]:
        """The clauses, each up to the next; an adjunct that begins its sentence hangs on the main clause behind it, if any."""
        clauses: list[Clause] = []
        main, last = -1, self.end
        for clause in reversed(self.done):
            clauses.append(_hung(clause.but(last=last), main))
            main = clause.index if clause.kind == "main" else main
            last = clause.first
        clauses.reverse()
        return clauses


def _split(sheet: Sheet, sentence: int, first: int, last: int, base: int) -> list[Clause]:
    cut = _Cutter(sentence, last, base)
    cut.open(first, first, "main")
    commas: dict[int, int] = {}  # that end an aside, and its clause
    behind, triggers, folded = sheet.behind_names, sheet.triggers, sheet.folded
    for token in range(first, last):
        if (triggers[token] is not None or folded[token] in _MAY_CUT) and behind[token] == token:
            opened = len(cut.done)
            _cut_at(sheet, cut, token, first, last)
            if len(cut.done) > opened and cut.current.kind in _WITHIN and (closing := _aside_closes(sheet, cut, token, last)):
                cut.done[-1] = attrs.evolve(cut.current, aside=True)
                commas[closing] = cut.current.index
        elif commas and commas.get(token) == cut.current.index:
            host = cut.at(cut.above(cut.current))
            cut.open(token, token + 1, host.kind, parent=host.parent, resumes=host.index, reported=host.reported, goes_on=True)
    return cut.closed()


def _aside_closes(sheet: Sheet, cut: _Cutter, token: int, last: int) -> int:
    """The comma that ends an aside in which the clause at the token is, where a comma begins it behind the verb; 0 for none."""
    host = cut.at(above) if (above := cut.above(cut.current)) >= 0 else None
    if host is None:
        return 0
    opening = cut.current.first - 1
    for _ in range(_LEADING):
        verbal = sheet.triggers[opening] is not None and sheet.noun(opening) is None
        if opening <= host.body or sheet.folded[opening] in _COMMAS or verbal:
            break
        opening -= 1
    if sheet.folded[opening] not in _COMMAS or not sheet.verbs_in(host.body, opening):
        return 0
    closing = token + 1
    for _ in range(_ASIDE):
        closing = sheet.ahead(closing, 1, last)
        if closing >= last - 1 or sheet.folded[closing] in _BREAKS:
            break
        if sheet.folded[closing] in _COMMAS and _takes_up(sheet, closing + 1):
            return closing
    return 0


def _takes_up(sheet: Sheet, token: int) -> bool:
    """Whether a clause goes on at the token with what it lacked: its object, or what is said ("، نظيره", "، عن أسفه", "، إن …")."""
    word = sheet.folded[token]
    if OPENERS.get(word) == "content" or word in _OWED:
        return True
    if sheet.date_of[token] >= 0 or sheet.verb(token) is not None or word in PREPOSITIONS or word in ADJUNCTS or not word.isalpha():
        return False
    party = sheet.party_at(token)
    return party is None or not party.proclitics


def rest_of(clauses: tuple[Clause, ...], clause: Clause) -> Clause | None:
    """What goes on with the clause behind an aside, or None."""
    near = clauses[clause.index + 1 : clause.index + 1 + _ASIDES]
    return next((each for each in near if each.goes_on and each.resumes == clause.index), None)


def _hung(clause: Clause, main: int) -> Clause:
    """An adjunct that nothing stands before hangs on the main clause behind it, if any: "خلال زيارته لقطر.. الأمير …"."""
    return clause.but(parent=main) if clause.kind == "adjunct" and clause.parent < 0 else clause


def _cut_at(sheet: Sheet, cut: _Cutter, token: int, first: int, last: int) -> None:
    """Open a new clause at the token if one begins there."""
    word = sheet.folded[token]
    opener = next((form for form in (word, without_conjunction(word)) if form in OPENERS), "")
    current = cut.current
    if opener:
        _open_by_word(sheet, cut, token, first, OPENERS[opener], joined=opener != word)
    elif word == "ما" and _unless(sheet, token, first):
        cut.open(token, token + 2, "condition", parent=current.index, reported=current.reported)
    elif word in ADJUNCTS and _noun_near(sheet, token + 1, token + 2 if word == "لدي" else last):
        above = cut.at(current.resumes) if sheet.folded[current.first] == "وذلك" and current.resumes >= cut.base else current
        cut.open(token, token + 1, "adjunct", parent=above.index, reported=above.reported, time=ADJUNCTS[word])
    elif word in _BREAKS and token > first:
        cut.open(token, token + 1, "main", resumes=_spine(cut, current).index)
    elif word in PAST and word[:1] in ("و", "ف") and token > current.body:
        cut.open(token, token, "main", resumes=_spine(cut, current).index)
    elif sheet.participle(token) is not None and token > first:
        cut.open(token, token, "participle", resumes=_spine(cut, current).index)
    else:
        verb = sheet.verb(token)
        if verb is not None and (token > current.body or current.goes_on):
            _open_by_verb(sheet, cut, token, verb)


def _unless(sheet: Sheet, token: int, first: int) -> bool:
    """Whether "ما لم" means "unless", and no "what … not" ("على ما لم يقله")."""
    following = sheet.folded[token + 1] if token + 1 < len(sheet) else ""
    return following == "لم" and (token == first or sheet.folded[token - 1] not in PREPOSITIONS)


def _open_by_word(sheet: Sheet, cut: _Cutter, token: int, first: int, kind: ClauseKind, *, joined: bool) -> None:
    current = cut.current
    before = sheet.folded[token - 1] if token > first else ""
    if kind == "content":
        if before in BEFORE_AN:
            made = BEFORE_AN[before]
            if made == "main":
                cut.open(token - 1, token + 1, "main", reported=current.reported and before != "كما")
            else:
                cut.open(token - 1, token + 1, "adjunct", parent=current.index, reported=current.reported, time=made)
            return
        if joined and current.kind == "content":
            cut.open(token, token + 1, "content", parent=current.parent, resumes=current.index, reported=current.reported)
            return
        window = sheet.folded[max(current.first, token - 3) : token]
        spoken = _speaks(sheet, cut, current, token)
        cut.open(
            token,
            token + 1,
            "content",
            parent=current.index,
            reported=spoken or current.reported,
            planned=any(word in PLANNED for word in window),
            doubtful=not spoken and any(word in DOUBT for word in window),
        )
    elif kind == "main":
        if before and before not in _ENDS and _as_told(sheet, token):
            cut.open(token, token + 1, "circumstance", parent=current.index, reported=current.reported)
        elif token > current.body:
            cut.open(token, token + 1, "main", resumes=_spine(cut, current).index)
    else:
        cut.open(token, token + 1, kind, parent=current.index, reported=current.reported)


def _as_told(sheet: Sheet, token: int) -> bool:
    """Whether "كما" compares: "… كما أعلن الناطق" as against "كما انتقد الاتحاد …"."""
    verb = sheet.verb(token + 1) if sheet.folded[token] == "كما" and token + 1 < len(sheet) else None
    return verb is not None and verb.trigger.lemma in _AS_TOLD


def _open_by_verb(sheet: Sheet, cut: _Cutter, token: int, verb: Form) -> None:
    """A verb begins a clause of its own where the current one has its verb already, or a conjunction or comma parts them."""
    current = cut.current
    before = sheet.folded[token - 1]
    start = token
    if before.lstrip("وف") in _PARTICLES and token - 1 > current.body:
        start = token - 1
        before = sheet.folded[start - 1]
    if (source := _attribution(sheet, token, verb)) > current.body:
        cut.open(source, token, "main")
        return
    joined = verb.proclitics[:1] in ("و", "ف") or sheet.folded[start][:1] == "و"
    parted = before in _COMMAS
    if parted and not joined and _is_dated_aside(sheet, current, token, verb):
        cut.open(start, token, "relative", parent=current.index, reported=current.reported)
        return
    if joined and verb.trigger.lemma in HURT and _harms(sheet, current, token):
        cut.open(start, token, current.kind, parent=current.parent, resumes=current.index, reported=current.reported, goes_on=True)
        return
    if joined or parted:
        if verb.trigger.kind == "speech" and verb.aspect == "past" and (joined or not current.reported):
            cut.open(start, token, "main", resumes=_spine(cut, current).index)
            return
        if current.kind in ("adjunct", "relative", "circumstance", "participle") and (parted or current.kind == "adjunct"):
            above = cut.at(current.parent) if current.parent >= cut.base else current
            kind = above.kind if above is not current else "main"
            cut.open(start, token, kind, parent=above.parent, resumes=above.index, reported=above.reported)
            return
        cut.open(start, token, current.kind, parent=current.parent, resumes=current.index, reported=current.reported)
    elif _follows_noun(sheet, start) and (has_verb(sheet, current, start) or _points_back(sheet, token, verb)):
        cut.open(start, token, "relative", parent=current.index, reported=current.reported)


def _harms(sheet: Sheet, clause: Clause, before: int) -> bool:
    """Whether the clause tells whom else the same attack killed: "قتل جندي وأصيب اثنان في تفجير"."""
    verbs = sheet.verbs_in(clause.body, before)
    form = sheet.verb(verbs[-1]) if verbs else None
    return form is not None and form.trigger.type == "ASSAULT" and form.trigger.object == "target"


def _attribution(sheet: Sheet, token: int, verb: Form) -> int:
    """Where an attribution begins whose verb stands at the token ("…، بحسب ما قال الوزير أمس"), or 0."""
    if verb.trigger.kind != "speech" or verb.aspect != "past" or token < 2:
        return 0
    before = sheet.folded[token - 1]
    if before in _AS_SAID:
        return token - 1
    return token - 2 if before == "ما" and sheet.folded[token - 2] in _BY else 0


def _is_dated_aside(sheet: Sheet, current: Clause, token: int, verb: Form) -> bool:
    """Whether a verb between commas tells of the paper before it, and what that says follows: "أفاد بيان، صدر أمس، بأن …"."""
    if verb.trigger.kind != "empty" or verb.aspect != "past" or not sheet.verbs_in(current.body, token):
        return False
    closing = token
    for _ in range(_LEADING):
        closing = sheet.ahead(closing, 1, len(sheet) - 1)
        if sheet.folded[closing] in _COMMAS:
            return closing + 1 < len(sheet) and OPENERS.get(sheet.folded[closing + 1]) == "content"
    return False


def _points_back(sheet: Sheet, token: int, verb: Form) -> bool:
    """Whether a verb's pronoun points back to the noun before it: "جولة يقوم بها المبعوث", "زيارة يجريها الوزير"."""
    following = sheet.folded[token + 1] if token + 1 < len(sheet) else ""
    return bool(verb.pronoun) or following in PRONOMINAL or following in OCCASIONAL


def has_verb(sheet: Sheet, clause: Clause, before: int) -> bool:
    """Whether the clause has a verb or an adjunct's noun before the token."""
    return clause.kind == "adjunct" or bool(sheet.verbs_in(clause.first, before))


def _follows_noun(sheet: Sheet, token: int) -> bool:
    """Whether an indefinite event noun, with an adjective or none, stands right before ("اجتماع طارئ عقده …")."""
    for back in (1, 2):
        if token - back >= 0 and (noun := sheet.noun(token - back)) is not None:
            return not noun.definite
    return False


def _noun_near(sheet: Sheet, token: int, last: int) -> bool:
    return bool(sheet.nouns_in(token, min(token + _NEAR, last)))


def _speaks(sheet: Sheet, cut: _Cutter, clause: Clause, before: int) -> bool:
    """Whether the last trigger of the clause before the token, or before the aside that parts it, is one of speech."""
    if clause.goes_on:
        clause, before = cut.at(clause.resumes), cut.at(clause.resumes + 1).first
    for token in range(before - 1, clause.first - 1, -1):
        form = sheet.triggers[token]
        if form is not None:
            return form.trigger.kind == "speech"
    return False


def _spine(cut: _Cutter, clause: Clause) -> Clause:
    """The clause that carries the given one: itself if main, else the first main one above or before it."""
    while clause.kind != "main":
        above = clause.parent if clause.parent >= cut.base else clause.resumes
        if above < cut.base or above >= clause.index:
            break
        clause = cut.at(above)
    return clause
