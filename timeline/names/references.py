"""What points back: bare titles, counterparts, sides, and the state that a title leaves unsaid."""

import attrs

from timeline.model import Actor
from timeline.names.bodies import adjective_of
from timeline.names.drafts import Draft, Scan
from timeline.names.homes import home_states
from timeline.names.mentions import tie_persons, with_short_mentions


def resolve(scan: Scan, found: list[Draft]) -> list[Draft]:
    """The drafts with their references resolved; what stays unknown and nameless is dropped."""
    tie_persons(found)
    with_short = with_short_mentions(scan, found)
    homes = home_states(scan, with_short)
    return [draft for draft in _Resolver(scan, with_short, homes).run() if draft.actors]


class _Resolver:
    def __init__(self, scan: Scan, found: list[Draft], homes: tuple[str, ...]) -> None:
        self.scan = scan
        self.found = found
        self.homes = homes
        self.home = homes[0] if homes else None
        self.offices: list[Draft] = []
        self.persons: list[Draft] = []
        self.bodies: list[Draft] = []
        self.seen: list[Draft] = []

    def run(self) -> list[Draft]:
        for draft in self.found:
            self._resolve(draft)
            if draft.actors:
                self._remember(draft)
        return self.found

    def _remember(self, draft: Draft) -> None:
        self.seen.append(draft)
        if draft.form in ("person", "short", "counterpart") and draft.name != (0, 0):
            self.persons.append(draft)
        if draft.form in ("person", "title", "counterpart", "short", "group") and draft.office:
            self.offices.append(draft)
        if draft.form in ("institution", "name", "group") and draft.office:
            self.bodies.append(draft)

    def _resolve(self, draft: Draft) -> None:
        if "body" in draft.marks:
            self._body(draft)
        elif "back" in draft.marks:
            self._last_person(draft, titled=True)
        elif "own" in draft.marks:
            self._own(draft)
        elif draft.form == "sides":
            self._sides(draft)
        elif "counterpart" in draft.marks:
            self._counterpart(draft)
        elif draft.form == "title":
            self._title(draft)
        elif draft.pending:
            self._pending(draft)

    def _title(self, draft: Draft) -> None:
        """A title without a name: its bearer where the text has named one."""
        known = set(draft.codes)
        if "bare" in draft.marks and draft.number > 1:
            self._many(draft)
            return
        for before in reversed(self.offices[-40:]):
            if before.name == (0, 0) or not before.actors:
                continue
            if known and before.actors[0].code not in known:
                continue
            if _same_office(draft, before):
                draft.actors = (attrs.evolve(before.actors[0], title=draft.actors[0].title),)
                draft.pending = False
                draft.trace += ("the bearer named before",)
                return
        for after in self.found:
            if (
                after.first > draft.first
                and after.form == "person"
                and _same_office(draft, after)
                and draft.number == 1
                and after.actors
            ) and (not known or after.actors[0].code in known):
                draft.actors = (attrs.evolve(after.actors[0], title=draft.actors[0].title),)
                draft.pending = after.pending
                draft.trace += ("the bearer named later",)
                break
        if draft.pending:
            self._pending(draft)

    def _many(self, draft: Draft) -> None:
        """A bare plural: "الوزراء" are the ministers named before, and nobody where none were."""
        head = _key(draft.office)[:1]
        for before in reversed(self.offices[-30:]):
            if before.number > 1 and _key(before.office)[:1] == head and before.codes and "bare" not in before.marks:
                draft.actors = before.actors
                draft.pending = False
                draft.trace += ("those named before",)
                return
        draft.actors = ()

    def _pending(self, draft: Draft) -> None:
        """The state of an office or body that the text leaves unsaid."""
        for before in reversed(self.seen[-60:]):
            if before.office and before.office == draft.office and before.codes and before.form == draft.form != "person":
                if draft.form == "institution" and before.actors:
                    draft.actors = before.actors
                    draft.pending = False
                    draft.trace += ("the same body named before",)
                else:
                    draft.set_code(before.codes[0], "the same office named before")
                return
        home = self._home_of(draft)
        if home is None:
            return
        draft.set_code(home, "the state that the story is about")
        if draft.form == "institution" and home in self.scan.vocabulary.states:
            own = draft.actors[0]
            if own.sector == "GOV" or own.sector in ("MIL", "LEG", "JUD", "COP", "SPY"):
                draft.actors = (attrs.evolve(own, name=f"{own.name} {adjective_of(self.scan, home, own.name)}"),)

    def _home_of(self, draft: Draft) -> str | None:
        """For a named office-holder the state last named in the sentence, unless another holds it there; else the story's."""
        if draft.name == (0, 0):
            return self.home
        taken = {
            code
            for other in self.found
            if other.office == draft.office
            and other.name != (0, 0)
            and other.actors
            and other.actors[0].name != draft.actors[0].name
            and not other.pending
            for code in other.codes
        }
        if any(word.startswith(("خارجيت", "دفاعه", "دفاعها", "داخليت")) for word in draft.office.split()):
            for before in reversed(self.seen[-8:]):
                if before.codes and before.codes[0] in self.scan.vocabulary.states:
                    return before.codes[0]
        reading, matches = self.scan.reading, self.scan.matches
        first = reading.sentences[reading.sentence_of(draft.first)][0]
        for index in range(draft.first - 1, max(first - 1, draft.first - 60), -1):
            match = matches.get(index)
            entry = match.entry("state", "adjective", "capital") if match is not None else None
            if entry is not None and entry.code in self.scan.vocabulary.states and entry.code not in taken:
                return entry.code
        return next((code for code in self.homes if code not in taken), self.home)

    def _body(self, draft: Draft) -> None:
        head = draft.office
        bare_head = head.removeprefix("ال")
        for before in reversed(self.bodies[-40:]):
            if before.actors and before.office.split()[0] in (head, bare_head):
                draft.actors = before.actors
                draft.pending = False
                return
        if head in ("الوزاره", "الخارجيه"):
            ministry = "وزارة الخارجية" if head == "الخارجيه" else None
            if ministry and self.home in self.scan.vocabulary.states and self.home is not None:
                draft.actors = (Actor(f"{ministry} {self.scan.vocabulary.feminine(self.home)}", self.home, "GOV", None, "state"),)

    def _last_person(self, draft: Draft, *, titled: bool) -> None:
        for before in reversed(self.persons[-20:]):
            if before.actors and (before.form != "counterpart" or not titled):
                draft.actors = before.actors
                draft.pending = False
                return

    def _own(self, draft: Draft) -> None:
        states = self.scan.vocabulary.states
        for before in reversed(self.seen[-12:]):
            if before.form in ("person", "short", "title", "counterpart") and before.codes and before.codes[0] in states:
                draft.actors = (self.scan.vocabulary.state_actor(before.codes[0]),)
                return

    def _counterpart(self, draft: Draft) -> None:
        antecedent = next(
            (
                before
                for before in reversed(self.seen[-12:])
                if before.form in ("person", "short", "title", "counterpart") and before.office
            ),
            None,
        )
        if antecedent is None:
            if "unnamed" in draft.marks and not draft.codes:
                draft.actors = ()
            return
        draft.office = antecedent.office
        title = antecedent.actors[0].title if antecedent.actors else None
        own = draft.actors[0]
        if "unnamed" in draft.marks:
            bearer = next(
                (
                    each
                    for each in self.found
                    if each.form in ("person", "short") and each.office == draft.office and own.code and own.code in each.codes
                ),
                None,
            )
            if bearer is not None:
                draft.actors = (attrs.evolve(bearer.actors[0], title=own.title),)
                return
            if own.code is None:
                draft.actors = ()
                return
            head = antecedent.office
            draft.actors = (
                attrs.evolve(
                    own,
                    name=f"{_office_label(antecedent) or head} {self.scan.vocabulary.masculine(own.code)}"
                    if own.code in self.scan.vocabulary.states
                    else own.name,
                ),
            )
        elif title and own.title is None:
            draft.actors = (attrs.evolve(own, title=title),)

    def _sides(self, draft: Draft) -> None:
        wanted = draft.number
        persons = "persons" in draft.marks
        chosen: list[Actor] = []
        codes: set[str] = set()
        pool = self.seen[-30:]
        for strict in (True, False):
            for before in reversed(pool):
                if before.form in ("sides", "joint") and len(before.actors) == wanted:
                    if not chosen:
                        draft.actors = before.actors
                        return
                    continue
                if strict and persons and before.form not in ("person", "short", "counterpart", "title"):
                    continue
                for actor in before.actors:
                    key = actor.code or actor.name
                    if key in codes or (not persons and actor.code is None):
                        continue
                    codes.add(key)
                    chosen.append(actor)
                if len(chosen) >= wanted:
                    break
            if len(chosen) >= wanted:
                break
            if not persons:
                break
        if len(chosen) < wanted:
            return
        picked = chosen[:wanted][::-1]
        if persons:
            draft.actors = tuple(picked)
        else:
            states = self.scan.vocabulary.states
            draft.actors = tuple(
                self.scan.vocabulary.state_actor(actor.code) if actor.code in states and actor.code else actor for actor in picked
            )


def _office_label(draft: Draft) -> str | None:
    return (
        draft.actors[0].title.rsplit(" ", 1)[0] if draft.actors and draft.actors[0].title and " " in draft.actors[0].title else None
    )


def _same_office(draft: Draft, before: Draft) -> bool:
    """Whether a bare title may mean the office before: "الوزير" for "وزير الخارجية", "الرئيس" for "رئيس"."""
    ours, theirs = _key(draft.office), _key(before.office)
    if ours == theirs:
        return True
    if not ours or not theirs:
        return False
    return ours[0] == theirs[0] and len(ours) == 1 and ours[0] != "رييس" and draft.number == 1


def _key(office: str) -> tuple[str, ...]:
    words = [word.removeprefix("ال") for word in office.split()]
    if words[:2] == ["رئيس", "جمهوريه"]:
        words = ["رئيس"]
    return tuple(words)
