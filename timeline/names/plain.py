"""Names as they stand: what a state, a capital, an organisation, a group or a nationality is as a party, one function a kind."""

from collections.abc import Callable

import attrs

from timeline.model import Actor, step
from timeline.names.bodies import skip_gloss
from timeline.names.drafts import AMMAN, Draft, Scan, actor
from timeline.names.lexicon import Entry, Kind, Match
from timeline.names.sites import qualifies_a_place
from timeline.reading import bare, fold


def _folded(*words: str) -> frozenset[str]:
    return frozenset(map(fold, words))


_LOCATIVE = _folded(
    "في", "داخل", "قرب", "وسط", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "بمدينة", "مدينة"
)  # fmt: skip
_GUARDS = _folded(
    "في", "من", "إلى", "دولة", "جمهورية", "شمال", "جنوب", "شمالي", "جنوبي", "وسط", "رئيس", "حكومة", "بين", "مع", "على", "سلطات"
)  # fmt: skip
_QUOTES = frozenset("\"«“'”»")
_CROWDS = _folded("مئات", "آلاف", "عشرات", "ملايين", "مئات الآلاف", "الآلاف", "المئات")
_GLUED = ("", "و", "ل", "ب", "ف", "ول", "ك")


@attrs.frozen
class Standing:
    """A name where it stands: its match, the folded word before it, and the sentence, the tokens `first` to `end`."""

    scan: Scan
    match: Match
    before: str
    first: int
    end: int

    @property
    def located(self) -> bool:
        """Whether it is told as where something is."""
        return self.match.proclitics.endswith("ب") or self.before in _LOCATIVE

    def draft(self, form: str, who: Actor, why: str, office: str = "") -> Draft:
        """The name as a party, the gloss behind it included."""
        match = self.match
        last = skip_gloss(self.scan, match.last, self.end)
        return Draft(form, match.first, last, match.proclitics, (who,), office, trace=(why,))  # type: ignore[arg-type]


def _state(at: Standing, entry: Entry) -> Draft | None:
    if "after" in entry.marks and at.before not in _GUARDS and at.match.proclitics not in ("ل", "ب"):
        return None
    if at.located or _ambiguous_oman(at.scan, at.match, entry):
        return None
    return at.draft("name", actor(entry, "state"), step("state by name"))


def _ambiguous_oman(scan: Scan, match: Match, entry: Entry) -> bool:
    """Whether "عمان" is the city: unvocalised, it is Oman's unless the text is about Jordan and not about the sultanate."""
    return entry.code == "OMN" and scan.text(match.first, match.last, match.proclitics) == AMMAN and scan.about_jordan


def _capital(at: Standing, entry: Entry) -> Draft | None:
    if at.located or at.before.startswith("العاصم"):
        return None
    return at.draft("capital", actor(entry, "state"), step("capital for its government"))


def _seat(at: Standing, entry: Entry) -> Draft | None:
    return None if at.located else at.draft("institution", actor(entry, "state"), step("seat for its government"), fold(entry.name))


def _organisation(at: Standing, entry: Entry) -> Draft | None:
    if not entry.marks:
        return at.draft(
            "name", actor(entry, "organisation" if entry.code else "group"), step("organisation by name"), fold(entry.name)
        )
    members = [code for code in sorted(entry.marks) if code in at.scan.vocabulary.states]
    joint = at.draft("joint", actor(entry, "group"), "joint body told as its members", fold(entry.name))
    joint.actors = tuple(map(at.scan.vocabulary.state_actor, members))
    return joint


def _group(at: Standing, entry: Entry) -> Draft | None:
    first = at.match.first
    if "quoted" in entry.marks and not (first and at.scan.reading.words[first - 1] in _QUOTES):
        return None
    return at.draft("group", actor(entry, "group"), step("group by name"), fold(entry.name))


def _nationality(at: Standing, entry: Entry) -> Draft | None:
    match = at.match
    if "titles" in entry.marks or match.proclitics not in _GLUED:
        return None
    if bare(at.scan.reading.words[match.last - 1]).endswith("ى") and entry.code in ("HUN", "YEM"):
        return None  # مجرى, اليمنى
    qualifying = entry.definite and entry.number == 1 and not match.proclitics
    if qualifying and qualifies_a_place(at.scan, match.first, at.first, feminine="feminine" in entry.marks):
        return None
    if entry.number == 3 and not match.proclitics and at.before in _CROWDS:
        crowd = at.scan.text(match.first - 1, match.last)
        who = Actor(crowd, None, "CVL", None, "group")
        return Draft("group", match.first - 1, match.last, "", (who,), trace=(step("a crowd speaks for no state"),))
    people = entry.number == 3 and entry.definite and "feminine" not in entry.marks
    why = step("people for their state") if people else step("nationality adjective")
    return Draft("adjective", match.first, match.last, match.proclitics, (actor(entry, "state"),), trace=(why,))


def _short_person(at: Standing, entry: Entry) -> Draft:
    short = at.draft("short", actor(entry, "person"), step("known name"))
    short.name = (at.match.first, at.match.last)
    return short


#: What each kind of name is as a party; a kind that is missing is none by itself.
MEANINGS: dict[Kind, Callable[[Standing, Entry], Draft | None]] = {
    "state": _state,
    "capital": _capital,
    "seat": _seat,
    "organisation": _organisation,
    "group": _group,
    "adjective": _nationality,
    "person": _short_person,
}
