"""What points back at someone named: bare titles, bodies, counterparts, and the state that a title leaves unsaid."""

from bisect import bisect_right, insort

import attrs

from timeline.model import Actor, step
from timeline.names.bodies import adjective_of
from timeline.names.drafts import KINGDOM, Draft, Scan
from timeline.names.homes import Homes
from timeline.names.mentions import tie_persons, with_short_mentions
from timeline.names.offices import label, office_key, same_office
from timeline.names.sides import sides
from timeline.words.clitics import without_article

_WINDOW = 40  # mentions that are looked at before or after one: references are near, and reading stays linear
_PERSONAL = frozenset(("person", "short", "counterpart", "title"))
_OF_OFFICE = _PERSONAL | {"group"}
_BODIES = frozenset(("institution", "name", "group"))
_POINTING = frozenset(("title", "sides"))
_OWN_STATE = ("خارجيته", "خارجيتها", "دفاعه", "دفاعها", "داخليته", "داخليتها")
_COURTESY = {"معالي": "معالي", "سمو": "سمو", "فخامه": "فخامه", "جلاله": "جلاله", "سعاده": "سعاده"}


def resolve(scan: Scan, found: list[Draft], outlet: str | None = None) -> list[Draft]:
    """The drafts with their references resolved; what stays unknown and nameless is dropped. `outlet` is who published the text."""
    tie_persons(found)
    mentions = with_short_mentions(scan, found)
    return [draft for draft in _Resolver(scan, mentions, Homes(scan, mentions, outlet)).run() if draft.actors]


#: Offices (folded, without the article) of companies and bodies of many states: nobody's home says whom their holders speak for.
_STATELESS = (
    "امين عام",
    "رئيس تنفيذي",
    "مدير تنفيذي",
    "خبير",
    "محلل",
    "باحث",
    "استاذ",
    "كاتب",
    "صحفي",
    "صحافي",
    "مؤسس",
    "ناشط",
    "مفوض",
)


#: "المسؤول الروسي" is the Russian named before, whatever his office.
_OFFICIAL = frozenset(("مسؤول", "المسؤول", "مسؤوله", "المسؤوله", "دبلوماسي", "الدبلوماسي"))


def _is_named(draft: Draft, codes: tuple[str, ...]) -> bool:
    return draft.name != (0, 0) and draft.codes == codes and not draft.pending


class _Resolver:
    """Goes through the mentions in order, and keeps those seen by what may point back at them."""

    def __init__(self, scan: Scan, found: list[Draft], homes: Homes) -> None:
        self.scan = scan
        self.found = found
        self.homes = homes
        self.states = scan.vocabulary.states
        self.offices: list[Draft] = []
        self.persons: list[Draft] = []
        self.bodies: list[Draft] = []
        self.seen: list[Draft] = []
        self.bearers: dict[str, list[Draft]] = {}
        for draft in found:
            if draft.form in ("person", "counterpart", "short") and draft.name != (0, 0) and draft.office and draft.actors:
                insort(self.bearers.setdefault(office_key(draft.office)[0], []), draft, key=lambda bearer: bearer.first)

    def run(self) -> list[Draft]:
        """All drafts, those that point back with the actors that they mean."""
        for draft in self.found:
            self._resolve(draft)
            if draft.actors:
                self._remember(draft)
        return self.found

    def _remember(self, draft: Draft) -> None:
        self.seen.append(draft)
        form = draft.form
        if form in _PERSONAL and len(draft.actors) == 1 and draft.actors[0].kind == "person":
            self.persons.append(draft)
        if draft.office:
            if form in _OF_OFFICE:
                self.offices.append(draft)
            if form in _BODIES:
                self.bodies.append(draft)

    def _resolve(self, draft: Draft) -> None:
        if KINGDOM in draft.codes:
            draft.set_code(self.homes.kingdom, step("the kingdom of the story"))
        if not (draft.marks or draft.pending or draft.form in _POINTING):
            return
        if "kingdom" in draft.marks:
            draft.actors = (self.scan.vocabulary.state_actor(self.homes.kingdom),)
        elif "body" in draft.marks:
            self._body(draft)
        elif "back" in draft.marks:
            self._courtesy(draft)
        elif "own" in draft.marks:
            self._own(draft)
        elif draft.form == "sides":
            draft.actors = sides(self.scan, draft, self.seen[-30:])
        elif "counterpart" in draft.marks:
            self._counterpart(draft)
        elif draft.form == "title":
            self._title(draft)
        elif draft.pending:
            self._pending(draft)

    def _title(self, draft: Draft) -> None:
        """A title without a name: its bearer where the text names one, else whatever state it must be of."""
        if "bare" in draft.marks and draft.number > 1:
            self._many(draft)
            return
        bearer = self._bearer(draft) if draft.number == 1 else None
        if bearer is None and draft.office in _OFFICIAL and draft.number == 1 and draft.codes:
            bearer = next((before for before in reversed(self.persons[-_WINDOW:]) if _is_named(before, draft.codes)), None)
        if bearer is not None:
            if bearer.pending:
                self._pending(bearer)  # a headline's title is named behind: whom he speaks for is settled there
            draft.actors = (attrs.evolve(bearer.actors[0], title=draft.actors[0].title),)
            draft.pending = bearer.pending
            draft.trace += (step("the bearer named before") if bearer.first < draft.first else step("the bearer named later"),)
            return
        if draft.pending and "bare" in draft.marks:
            for before in reversed(self.offices[-_WINDOW:]):
                if before.codes and before.form == "title" and same_office(draft.office, before.office):
                    draft.actors = (attrs.evolve(before.actors[0], title=draft.actors[0].title),)
                    draft.pending = False
                    draft.trace += (step("the office named before"),)
                    return
        if draft.pending:
            self._pending(draft)

    def _bearer(self, draft: Draft) -> Draft | None:
        """Who bears a title: with a state, its bearer there; else the one whom the text names without a state too, or the last."""
        codes = set(draft.codes)
        bearers = self.bearers.get(office_key(draft.office)[0], [])
        at = bisect_right(bearers, draft.first, key=lambda bearer: bearer.first)
        near = [*reversed(bearers[max(0, at - _WINDOW) : at]), *bearers[at : at + _WINDOW]]
        fitting = [
            bearer
            for bearer in near
            if (not codes or bearer.actors[0].code in codes) and same_office(draft.office, bearer.office, alone=draft.number == 1)
        ]
        if not codes:
            implicit = next((bearer for bearer in fitting if "implicit" in bearer.marks), None)
            if implicit is not None:
                return implicit
        return fitting[0] if fitting else None

    def _many(self, draft: Draft) -> None:
        """A bare plural: "الوزراء" are the ministers named before, and nobody where none were."""
        head = office_key(draft.office)[:1]
        for before in reversed(self.offices[-30:]):
            if before.number > 1 and office_key(before.office)[:1] == head and before.codes and "bare" not in before.marks:
                draft.actors = before.actors
                draft.pending = False
                draft.trace += (step("those named before"),)
                return
        draft.actors = ()

    def _pending(self, draft: Draft) -> None:
        """The state of an office or body that the text leaves unsaid."""
        for before in reversed(self.seen[-60:]):
            if before.office == draft.office and before.office and before.codes and before.form == draft.form != "person":
                if draft.form == "institution":
                    draft.actors = before.actors
                    draft.pending = False
                    draft.trace += (step("the same body named before"),)
                else:
                    draft.set_code(before.codes[0], step("the same office named before"))
                return
        if draft.form == "title" and draft.office and self._in_full(draft):
            return
        home = self._home_of(draft)
        if home is None or draft.office.startswith(_STATELESS):
            return
        draft.set_code(home, step("the state that the story is about"))
        if draft.form == "institution" and home in self.states:
            own = draft.actors[0]
            draft.actors = (attrs.evolve(own, name=f"{own.name} {adjective_of(self.scan, home, own.name)}"),)

    def _in_full(self, draft: Draft) -> bool:
        """Take the bearer of the same office named in full before: "الأمين العام" after "الأمين العام للأمم المتحدة"."""
        for before in reversed(self.seen[-60:]):
            if before.form in ("title", "person") and before.office.startswith(draft.office + " ") and before.codes:
                draft.actors = before.actors
                draft.pending = False
                draft.trace += (step("the same office named in full before"),)
                return True
        return False

    def _home_of(self, draft: Draft) -> str | None:
        """The story's home, unless another holds the office there; in a story without one, the state last named in the sentence."""
        if _of_many_states(draft):
            return None
        if any(word in _OWN_STATE for word in draft.office.split()):
            near = [before for before in reversed(self.seen[-8:]) if before.codes and before.codes[0] in self.states]
            person = next((before for before in near if before.form in ("person", "short", "title", "counterpart")), None)
            if near:
                return (person or near[0]).codes[0]
        if draft.name == (0, 0):
            return self._opening(draft) or self._beside(draft) or self.homes.of(draft)
        key = office_key(draft.office)
        taken = {
            code
            for other in self.bearers.get(key[0] if key else "", [])[:_WINDOW]
            if office_key(other.office) == key and other.actors[0].name != draft.actors[0].name and not other.pending
            for code in other.codes
        }
        if not self.homes.strong or self.homes.first in taken:
            for code in self._before(draft):
                if code not in taken:
                    return code
        return self._opening(draft) or self._beside(draft) or self.homes.of(draft, taken)

    def _beside(self, draft: Draft) -> str | None:
        """The state of the person to whom و joins a title: "الرئيس المصري عبد الفتاح السيسي ووزير الخارجية سامح شكري"."""
        before = self.seen[-1] if self.seen and draft.proclitics == "و" else None
        near = before is not None and 0 <= draft.first - before.last <= 1 and before.form in ("person", "title")
        return before.codes[0] if before is not None and near and len(before.codes) == 1 else None

    def _before(self, draft: Draft) -> list[str]:
        """The states named before it in its sentence, the nearest first."""
        reading, matches = self.scan.reading, self.scan.matches
        first = reading.sentences[reading.sentence_of(draft.first)][0]
        found = []
        for index in range(draft.first - 1, max(first - 1, draft.first - 60), -1):
            match = matches.get(index)
            entry = match.entry("state", "adjective", "capital") if match is not None else None
            if entry is not None and entry.code is not None and entry.code in self.states:
                found.append(entry.code)
        return found

    def _opening(self, draft: Draft) -> str | None:
        """The state with which its sentence opens as a place: "وفي إسرائيل قال وزير الدفاع"."""
        reading = self.scan.reading
        first = reading.sentences[reading.sentence_of(draft.first)][0]
        if first + 1 < draft.first and reading.folded[first] in ("في", "وفي"):
            match = self.scan.matches.get(first + 1)
            entry = match.entry("state", "capital") if match is not None else None
            return entry.code if entry is not None else None
        return None

    def _body(self, draft: Draft) -> None:
        """The definite head of a body named before: "الحلف", "الوزارة"."""
        head = draft.office
        for before in reversed(self.bodies[-_WINDOW:]):
            if before.actors and before.office.split()[0] in (head, without_article(head)):
                draft.actors = before.actors
                draft.pending = False
                return
        home = self.homes.first
        if head == "الخارجيه" and home is not None and home in self.states:
            draft.actors = (Actor(f"وزارة الخارجية {self.scan.vocabulary.feminine(home)}", home, "GOV", None, "state"),)

    def _courtesy(self, draft: Draft) -> None:
        """ "معاليه" is the last one who was given that honour, or the last person at all."""
        word = self.scan.reading.folded[draft.first]
        honour = next((honour for honour in _COURTESY if honour in word), "")
        near = [before for before in reversed(self.persons[-_WINDOW:]) if before.actors]
        honoured = [before for before in near if honour and honour in self.scan.reading.folded[before.first]]
        chosen = next(
            (before for before in honoured if "implicit" in before.marks), honoured[0] if honoured else near[0] if near else None
        )
        if chosen is not None:
            draft.actors = chosen.actors
            draft.pending = False

    def _own(self, draft: Draft) -> None:
        """ "بلاده" is the state for which the last person speaks."""
        for before in reversed(self.seen[-12:]):
            if before.form in ("person", "short", "title", "counterpart") and before.codes and before.codes[0] in self.states:
                draft.actors = (self.scan.vocabulary.state_actor(before.codes[0]),)
                return

    def _counterpart(self, draft: Draft) -> None:
        """The office of the one before, on the other side: its bearer by name where the text has one."""
        speaking = ("person", "short", "title", "counterpart")
        antecedent = next((before for before in reversed(self.seen[-12:]) if before.form in speaking and before.office), None)
        own = draft.actors[0]
        if antecedent is not None:
            draft.office = antecedent.office
            if "unnamed" not in draft.marks:
                insort(self.bearers.setdefault(office_key(draft.office)[0], []), draft, key=lambda bearer: bearer.first)
        if "unnamed" not in draft.marks:
            before = self.seen[-1] if self.seen else None
            beside = draft.proclitics == "و" and before is not None and before.last == draft.first and len(before.codes) == 1
            if own.code is None and beside and before is not None:  # "… رئيس الوزراء العراقي المالكي ونظيره زيباري"
                draft.set_code(before.codes[0], step("the state of the one before"))
            return
        if own.code is None:
            draft.actors = ()
        elif antecedent is not None:
            draft.actors = tuple(self._holder(each, draft.office, antecedent) for each in draft.actors)

    def _holder(self, own: Actor, office: str, antecedent: Draft) -> Actor:
        """A counterpart of a state: by name where the text names the one who holds the office there, else by the office."""
        key = office_key(office)
        bearers = self.bearers.get(key[0], [])[:_WINDOW] if key else []
        bearer = next((each for each in bearers if own.code in each.codes and office_key(each.office) == key), None)
        if bearer is not None:
            return attrs.evolve(bearer.actors[0], title=own.title)
        if own.code is None or own.code not in self.states:
            return own
        written = label(self.scan, antecedent)
        return attrs.evolve(own, name=f"{written} {self.scan.vocabulary.masculine(own.code)}" if written else own.name)


def _of_many_states(draft: Draft) -> bool:
    """Whether several hold one portfolio: a state has one minister of energy, so "وزراء الطاقة" are those of several."""
    head, *portfolios = draft.office.split() or [""]
    return draft.number > 1 and head == "وزير" and bool(portfolios) and not any(word.startswith("وال") for word in portfolios)
