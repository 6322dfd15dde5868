"""Bodies of a state: ministries, governments, armies, parliaments, with the state that they belong to."""

import attrs

from timeline.model import Actor, step
from timeline.names.drafts import Draft, Scan
from timeline.names.lexicon import Entry, Match
from timeline.reading import fold


@attrs.frozen
class Owner:
    """Whom a phrase belongs to: where it ends, its code and name, and the entry that said so."""

    last: int
    code: str | None
    name: str
    entry: Entry


#: What a title may be over without the article: "لشؤون الشرق الأدنى", "لشركة سيمنز"; a verbal noun ("لبحث") is another matter.
_HEADED = frozenset(
    map(
        fold,
        (
            "شؤون",
            "مؤسسة",
            "شركة",
            "مجموعة",
            "حركة",
            "حزب",
            "جبهة",
            "منظمة",
            "جمعية",
            "بنك",
            "مصرف",
            "وكالة",
            "لجنة",
            "هيئة",
            "مجلس",
            "اتحاد",
            "نقابة",
            "جامعة",
            "مركز",
            "مكتب",
            "قوات",
            "صندوق",
            "محكمة",
        ),
    )
)


def adjective_at(scan: Scan, index: int, end: int) -> Match | None:
    """A nationality adjective without proclitics at a token."""
    match = scan.match(index, end)
    if match is None or match.proclitics or "adjective" not in match.kinds:
        return None
    return match


def after_portfolio(scan: Scan, index: int, end: int) -> int:
    """The end of the portfolio that begins at a token ("الخارجية", "البيئة والمياه والزراعة", "لشؤون الشرق الأدنى")."""
    portfolios, modifiers = scan.vocabulary.portfolios, scan.vocabulary.modifiers
    folded = scan.reading.folded
    first = index
    while index < end:
        word = folded[index]
        if index == first and word[-1:] in "هم" and _possessed(word) in portfolios:
            return index + 1  # "وزير خارجيته"
        plain = word in portfolios and not (index > first and adjective_at(scan, index, end))
        joined = index > first and word[:1] == "و" and word[1:] in portfolios
        over = (word[:2] == "لل" and "ا" + word[1:] in portfolios) or (word[:1] == "ل" and word[1:] in _HEADED)
        between = index > first and word in modifiers and index + 1 < end and folded[index + 1] in portfolios
        if plain or joined or over or between:
            index += 1
        else:
            break
    return index


def _possessed(word: str) -> str:
    """A portfolio without the pronoun glued to it: خارجيته, دفاعها."""
    for pronoun in ("ها", "هم", "ه"):
        if word.endswith(pronoun):
            stem = word[: -len(pronoun)]
            return stem[:-1] + "ه" if stem.endswith("ت") else stem
    return word


def skip_gloss(scan: Scan, index: int, end: int) -> int:
    """The end of a bracketed or quoted acronym or Latin name at a token ("(الناتو)", "(Gazprom)"), or `index` if there is none."""
    words = scan.reading.words
    if index + 2 < end and words[index] in "([\"«“'":
        close = index + 1
        while close < end and close - index <= 4 and words[close] not in ")]\"»”'":
            close += 1
        if close < end and close - index <= 4:
            inside = words[index + 1 : close]
            match = scan.match(index + 1, close)
            latin = all(word.isascii() and not word.isdigit() for word in inside)
            if latin or (match is not None and match.last == close and match.entry("organisation", "group", "institution")):
                return close + 1
    return index


def body(scan: Scan, match: Match, end: int) -> Draft | None:
    """The institution at a match, with its state where the text gives one."""
    entry = match.entry("institution", "ministry")
    assert entry is not None
    last = match.last
    label = scan.text(match.first, last, match.proclitics)
    if entry.kind == "ministry":
        last = after_portfolio(scan, last, end)
        if last == match.last and entry.definite:
            return None  # "الوزارة": a later mention
        portfolio = scan.text(match.last, last)
        label = ("وزارة " + portfolio).strip()
    if match.proclitics.endswith("ب") and not entry.definite and entry.kind == "institution":
        return None  # "بقيادة", "برئاسة", "بإدارة"
    owner = owner_after(scan, last, end, definite=True)
    office = fold(entry.name if entry.kind == "institution" else definite_portfolio(label))
    if owner is None:
        return _ownerless(scan, match, entry, last, label, office, end)
    state = scan.vocabulary.states.get(owner.code or "")
    if "state" in entry.marks and state is not None:
        actors: tuple[Actor, ...] = (scan.vocabulary.state_actor(state.code),)
    else:
        name = entry.name if entry.kind == "institution" else definite_portfolio(label)
        if state is not None and not name.endswith(scan.vocabulary.feminine(state.code)):
            name = f"{name} {adjective_of(scan, state.code, name)}"
        elif state is None:
            name = scan.text(match.first, owner.last, match.proclitics)
        english = (
            entry.english.format(owner.entry.english)
            if entry.english and owner.entry.english and entry.kind == "institution"
            else None
        )
        code = None if "nocode" in entry.marks else owner.code
        actors = (
            Actor(
                name,
                code,
                entry.sector,
                None,
                "group" if "nocode" in entry.marks else "organisation" if state is None else "state",
                english,
            ),
        )
    stop = skip_gloss(scan, owner.last, end)
    return Draft(
        "institution", match.first, stop, match.proclitics, actors, office, False, trace=(step("institution with its state"),)
    )


def _ownerless(scan: Scan, match: Match, entry: Entry, last: int, label: str, office: str, end: int) -> Draft | None:
    if entry.code is not None or (entry.kind == "institution" and "nocode" in entry.marks and "bound" not in entry.marks):
        actors: tuple[Actor, ...] = (
            Actor(entry.name, entry.code, entry.sector, None, "group" if not entry.code else "state", entry.english),
        )
        return Draft(
            "institution",
            match.first,
            skip_gloss(scan, last, end),
            match.proclitics,
            actors,
            office,
            trace=(step("institution by name"),),
        )
    if entry.kind == "institution" and ("bound" in entry.marks or not entry.definite):
        return None
    label = definite_portfolio(label) if entry.kind == "ministry" else entry.name
    actors = (Actor(label, None, entry.sector, None, "state", None),)
    return Draft(
        "institution", match.first, last, match.proclitics, actors, office, True, trace=(step("institution without its state"),)
    )


def definite_portfolio(label: str) -> str:
    """A ministry's label with its portfolio definite: "وزارة خارجية" is "وزارة الخارجية"."""
    head, _, rest = label.partition(" ")
    if rest and not rest.startswith(("ال", "لل", "ل")):
        rest = "ال" + rest
    return f"{head} {rest}".strip()


def adjective_of(scan: Scan, code: str, name: str) -> str:
    """The adjective of a state that agrees with the first word of a body's name."""
    first = name.split()[0]
    feminine = first.endswith(("ة", "ات")) or first in (
        "قوات",
        "القوات",
        "وسائل",
        "أجهزة",
        "الأجهزة",
        "الشرطة",
        "المخابرات",
        "الاستخبارات",
        "الأركان",
    )
    return scan.vocabulary.feminine(code) if feminine else scan.vocabulary.masculine(code)


def owner_after(scan: Scan, index: int, end: int, *, definite: bool) -> Owner | None:
    """The state or organisation that owns the phrase before `index`, by adjective ("الروسية") or name ("روسيا")."""
    if index >= end:
        return None
    modifiers = scan.vocabulary.modifiers
    folded = scan.reading.folded
    step = index
    while step < end and step - index < 2 and folded[step] in modifiers and scan.match(step, end) is None:
        step += 1
    for position in dict.fromkeys((index, step)):
        found = adjective_at(scan, position, end)
        if found is not None:
            entry = found.kinds.get("adjective")
            assert entry is not None
            if entry.definite or not definite:
                return Owner(found.last, entry.code, entry.name, entry)
    match = scan.match(index, end)
    if match is not None and match.proclitics in ("", "ل"):
        entry = match.entry("state", "organisation")
        if entry is not None and not (match.proclitics and entry.kind == "state"):
            return Owner(match.last, entry.code, entry.name, entry)
    return None
