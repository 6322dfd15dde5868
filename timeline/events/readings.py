"""Verb, noun or participle: the one reading that a trigger's neighbours leave it ("عقد" held, a holding)."""

from collections.abc import Mapping, Sequence, Set

from timeline.events.grammar import ADJUNCTS, BEFORE_AN, OPENERS, PREPOSITIONS
from timeline.events.lexicon import Form
from timeline.words.clitics import without_conjunction

_PARTING = frozenset('،,.:؛;!?؟…"«“-–—()»”')
_RESETTING = _PARTING | frozenset(OPENERS) | {letter + word for word in OPENERS for letter in "وفبلا"}  # a new clause begins
_DEMONSTRATIVES = frozenset({"هذا", "هذه", "ذلك", "تلك", "اي", "كل", "بعض", "اول", "ثاني", "ثالث", "اخر", "عده", "غير", "مثل"})
_BEFORE_PRESENT = frozenset({"سوف", "لم", "لن", "ولم", "ولن", "ان", "وسوف", "لا", "ولا", "كي", "لكي"})
_BEFORE_PAST = frozenset({"قد", "وقد", "لقد", "فقد"})
_BEFORE_VERBS = frozenset({"كما", "مثلما", "بعدما", "قبلما"})  # prepositions by their looks, conjunctions before a verb
_MARKS = frozenset('"«“')
_AFTER_THAT = "بعد ان"  # "بعد أن فرض": a past verb may follow
_GOVERNING = frozenset({"في", "من", "الي", "علي", "عن", "بعد", "قبل", "خلال", "بين", "تحت"})  # no verb stands right behind them
_VERBAL = ("past", "present")


def settle(
    forms: Mapping[int, tuple[Form, ...]], folded: Sequence[str], named: Sequence[bool], openings: Set[int] = frozenset()
) -> list[Form | None]:
    """One form a token, or None.

    `forms` are the readings of the tokens that have any, `named` marks tokens inside a name, `openings` are the first tokens of
    sentences. A word that may be both is a noun behind a preposition, a noun or a demonstrative, and where its clause has its verb
    already with no conjunction or comma between; else a verb.
    """
    settled: list[Form | None] = [None] * len(folded)
    has_verb = False
    resetting = [token for token, word in enumerate(folded) if word in _RESETTING]
    for token in sorted({*forms, *resetting, *openings}):
        options = forms.get(token, ())
        opens = token in openings
        if opens or folded[token] in _RESETTING:
            has_verb = False
        if not options or (token + 1 < len(folded) and folded[token + 1] == "الله"):  # "أيده الله", "حفظه الله"
            continue
        if len(options) == 1:
            chosen: Form | None = options[0]
        elif opens or not token:
            chosen = _choose(options, "", None, has_verb=False, after_name=False)
        else:
            quoted = folded[token - 1] in _MARKS and token > 1 and token - 1 not in openings
            before = folded[token - 2] if quoted else folded[token - 1]
            if before == "ان" and not quoted and token > 1 and folded[token - 2] in BEFORE_AN:
                before = _AFTER_THAT
            chosen = _choose(options, before, settled[token - 1], has_verb, named[token - 1])
        if chosen is not None and chosen.aspect == "past" and not opens and token and folded[token - 1] in _GOVERNING:
            chosen = next((form for form in options if form.aspect not in _VERBAL), None)  # "في وضع صعب"
        if chosen is not None and chosen.aspect in _VERBAL:
            has_verb = True
        settled[token] = chosen
    return settled


def _choose(options: tuple[Form, ...], before: str, previous: Form | None, has_verb: bool, after_name: bool) -> Form | None:
    verbs = [form for form in options if form.aspect in _VERBAL]
    wanted = "present" if before in _BEFORE_PRESENT else "past" if before in _BEFORE_PAST else ""
    verb = next((form for form in verbs if form.aspect == wanted), verbs[0] if verbs else None)
    noun = next((form for form in options if form.aspect == "noun"), None)
    other = next((form for form in options if form.aspect == "participle"), None)
    if verb is None or noun is None:
        if verb is not None and other is not None and (before in PREPOSITIONS or other.definite):
            return other
        return verb or noun or other
    if noun.definite or noun.proclitics.lstrip("وف"):
        return noun
    if before == "ان" and verb.aspect == "past":
        return noun  # "إن فرض العقوبات …": a noun or the present follows it
    if verb.future or before in ("قد", "وقد", "لم", "لن", "سوف", "لا", "ان", _AFTER_THAT, "الذي", "التي", "الذين"):
        return verb
    bare_before = without_conjunction(before)
    if before in _BEFORE_VERBS:
        return verb
    if before in PREPOSITIONS or bare_before in ADJUNCTS or before in ADJUNCTS or before in _DEMONSTRATIVES:
        return noun
    if previous is not None and previous.aspect in ("noun", *_VERBAL) and previous.trigger.kind != "speech":
        return noun
    if previous is not None and previous.aspect == "noun":
        return noun
    if has_verb and verb.proclitics[:1] not in ("و", "ف") and verb.aspect == "past":
        return noun
    if noun.pronoun and not verb.pronoun:
        return noun
    if verb.number == "d" and verb.aspect == "past" and noun.number == "s" and verb.proclitics[:1] != "و":  # "تعاونا"
        return noun
    return verb
