"""All mentions of a person in one article: one name, one code, and the bare surname wherever it stands."""

from collections import Counter
from collections.abc import Iterator

import attrs

from timeline.model import Actor, step
from timeline.names.drafts import Draft, Scan, covered
from timeline.names.name_signs import ORDINALS
from timeline.names.personal import canonical, surname
from timeline.reading import bare, fold, remembered
from timeline.words.clitics import without_article

_LINKS = frozenset({"بن", "ال", "ابن", "ابو", "عبد"})  # what they link is one name
_SURNAME_HEADS = frozenset({"عبد", "ابو"})  # "عبد اللهيان", "أبو الغيط" are surnames
_PROCLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")


def tie_persons(found: list[Draft]) -> None:
    """Give all mentions of a person the fullest name and the code that one of them has."""
    by_surname: dict[str, list[Draft]] = {}
    for draft in found:
        if draft.name != (0, 0) and draft.actors and draft.form in ("person", "counterpart", "short"):
            last = surname(draft.actors[0].name) or draft.actors[0].name
            by_surname.setdefault(without_article(fold(last)), []).append(draft)
    for same in by_surname.values():
        if len(same) < 2:
            continue
        names = [draft.actors[0].name for draft in same]
        fullest = max(names, key=lambda name: min(name.count(" "), 3))  # the first of the fullest
        codes = Counter(draft.actors[0].code for draft in same if draft.actors[0].code)
        likeliest = codes.most_common(1)[0][0] if codes else None
        english = next((each.actors[0].english for each in same if each.actors[0].english), None)
        sector = next((each.actors[0].sector for each in same if each.actors[0].sector), None)
        office = next((each.office for each in same if each.office), "")
        for draft in same:
            own = draft.actors[0]
            if not _compatible(own.name, fullest):
                continue
            code = own.code or likeliest
            draft.actors = (Actor(fullest, code, own.sector or sector, own.title, own.kind, own.english or english),)
            if code is not None:
                draft.pending = False
            draft.office = draft.office or office


def _compatible(name: str, fuller: str) -> bool:
    """Whether two names may be one person's: the given names agree where both have one."""
    ours, theirs = fold(name).split(), fold(fuller).split()
    return len(ours) == 1 or theirs[-len(ours) :] == ours or ours[0] == theirs[0] or ours[0][:3] == theirs[0][:3]


def with_short_mentions(scan: Scan, found: list[Draft]) -> list[Draft]:
    """The drafts and the bare surnames of their persons wherever they stand alone."""
    bearers: dict[str, Draft] = {}
    for draft in found:
        if draft.form in ("person", "counterpart") and draft.actors and draft.name != (0, 0):
            for name in _names(scan, draft):
                last = surname(name)
                words = fold(last).split()
                if last and len(words) == 1 and len(words[0]) > 2 and _may_stand_alone(scan, words[0]):
                    bearers.setdefault(words[0], draft)
    doubles = _doubles(scan, found)
    for surname_, draft in list(bearers.items()):
        if surname_.startswith("ال"):
            continue
        bearers.setdefault("ال" + surname_, draft)
    if not bearers and not doubles:
        return found
    taken = covered(found, len(scan.reading))
    sentence_ends = {end for _, end in scan.reading.sentences}
    forms = {form: (proclitics, draft) for name, draft in bearers.items() for proclitics, form in _glued(name)}
    forms |= {name: ("", draft) for name, draft in bearers.items()}
    extra = list(_by_two_words(scan, doubles, taken))
    extra += [_short(index, *forms[word]) for index, word in enumerate(scan.reading.folded) if word in forms and not taken[index]]
    merged = sorted([*found, *extra], key=lambda draft: draft.first)
    return _join_titles(merged, sentence_ends)


def _may_stand_alone(scan: Scan, word: str) -> bool:
    """Whether a folded surname is no everyday word, no ordinal (عبد الله الثاني) and no title (حسين الشيخ)."""
    return not (
        scan.words.is_everyday(word)
        or word in ORDINALS
        or any(entry.kind in ("title", "honorific") and entry.number == 1 for entry in scan.vocabulary.lexicon.get(word))
    )


def _names(scan: Scan, draft: Draft) -> tuple[str, ...]:
    """A person's name as it is known and, where that differs, as the text spells it ("ميتشيل" of "جورج ميتشل")."""
    known, (first, last) = draft.actors[0].name, draft.name
    written = canonical([bare(word) for word in scan.reading.words[first:last]])
    return (known,) if written == known else (known, written)


def _doubles(scan: Scan, found: list[Draft]) -> dict[tuple[str, str], Draft]:
    """Persons of three names or more by their last two: "داوود أوغلو" is "أحمد داوود أوغلو"."""
    doubles: dict[tuple[str, str], Draft] = {}
    for draft in found:
        if draft.form in ("person", "counterpart") and draft.actors and draft.name != (0, 0):
            for name in _names(scan, draft):
                words = fold(name).split()
                if len(words) > 2 and (words[-2] not in _LINKS or words[-2] in _SURNAME_HEADS):
                    doubles.setdefault((words[-2], words[-1]), draft)
    return doubles


def _by_two_words(scan: Scan, doubles: dict[tuple[str, str], Draft], taken: bytearray) -> Iterator[Draft]:
    """Mentions by the last two names; their tokens are marked as taken."""
    folded = scan.reading.folded
    lasts = {last for _, last in doubles}
    for index in range(1, len(folded)):
        if folded[index] not in lasts or taken[index] or taken[index - 1]:
            continue
        first = folded[index - 1]
        for proclitics in ("", *_PROCLITICS):
            bearer = doubles.get((first[len(proclitics) :], folded[index])) if first.startswith(proclitics) else None
            if bearer is not None:
                taken[index - 1] = taken[index] = True
                short = _short(index - 1, proclitics, bearer)
                short.last, short.name = index + 1, (index - 1, index + 1)
                yield short
                break


@remembered(1 << 14)
def _glued(name: str) -> tuple[tuple[str, str], ...]:
    """(proclitics, form) of a folded name with the small words that may be glued in front.

    >>> _glued("الجبير")[:4]
    (('و', 'والجبير'), ('ف', 'فالجبير'), ('ب', 'بالجبير'), ('ل', 'للجبير'))
    """
    after_for = name[1:] if name.startswith("ال") else name
    return tuple([(proclitics, proclitics + (after_for if proclitics.endswith("ل") else name)) for proclitics in _PROCLITICS])


def _short(index: int, proclitics: str, bearer: Draft) -> Draft:
    who = attrs.evolve(bearer.actors[0], title=None)
    return Draft(
        "short",
        index,
        index + 1,
        proclitics,
        (who,),
        bearer.office,
        bearer.pending,
        1,
        (index, index + 1),
        trace=(step("surname of one named in full"),),
    )


def _join_titles(found: list[Draft], ends: set[int]) -> list[Draft]:
    """A bare title right before a surname is one mention with it: "الرئيس أوباما"."""
    joined: list[Draft] = []
    for draft in found:
        before = joined[-1] if joined else None
        if (
            draft.form == "short"
            and draft.name != (0, 0)
            and not draft.proclitics
            and before is not None
            and before.form == "title"
            and before.last == draft.first
            and draft.first not in ends
        ):
            joined.pop()
            draft.first, draft.proclitics, draft.form = before.first, before.proclitics, "short"
            draft.trace += (step("with its title"),)
        joined.append(draft)
    return joined
