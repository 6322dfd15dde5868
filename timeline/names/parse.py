"""Parties of a text, sentence by sentence, before what points back is resolved."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from timeline.model import Actor, step
from timeline.names.bodies import body
from timeline.names.counterparts import counterpart
from timeline.names.drafts import Draft, Scan
from timeline.names.identity import named
from timeline.names.joint import joint, sides_by_name
from timeline.names.lexicon import Entry, Match
from timeline.names.people import People
from timeline.names.personal import name_end
from timeline.names.plain import MEANINGS, Standing
from timeline.names.unlisted import unlisted
from timeline.names.words import MINISTRIES
from timeline.reading import fold

_WHOLE = ("place", "state", "capital", "person")
_POINTERS = ("counterpart", "sides", "own", "back")
_KINGDOM = "المملكة"


def drafts(scan: Scan) -> Iterator[Draft]:
    """The parties of the text in order, not overlapping."""
    folded, matches, openings = scan.reading.folded, scan.matches, scan.words.openings
    heads = scan.vocabulary.heads
    candidates = [
        index
        for index in scan.noted
        if index in matches or (word := folded[index]) in openings or word in MINISTRIES or word in heads
    ]
    at = 0
    for first, end in scan.reading.sentences:
        until = bisect_left(candidates, end, at)
        if until > at:
            yield from _Sentence(scan, first, end).read(candidates[at:until])
        at = until


class _Sentence:
    def __init__(self, scan: Scan, first: int, end: int) -> None:
        self.scan = scan
        self.first = first
        self.end = end
        self.people = People(scan, first, end, first)

    def read(self, candidates: list[int]) -> Iterator[Draft]:
        """The parties of the sentence; `candidates` are the tokens at which one may begin."""
        free = self.first
        for index in candidates:
            if index < free:
                continue
            match = self.scan.match(index, self.end)
            found = self._found(index, match)
            if not found:
                if match is not None and match.entries[0].kind in _WHOLE:
                    free = match.last  # a name of several words is passed over as a whole
                continue
            self.people.previous = found[-1]
            self.people.floor = free = found[-1].last
            if not self.scan.borne(found[0]):
                yield from found

    def _found(self, index: int, match: Match | None) -> list[Draft]:
        """The parties that begin at a token: one as a rule, several where a plural title has several bearers."""
        folded = self.scan.reading.folded
        found: Sequence[Draft | None] = [joint(self.scan, index, self.end)]
        if not any(found) and folded[index] in MINISTRIES:
            found = [self._short_ministry(index)]
        if not any(found) and match is not None:
            found = self._at(match)
        if not any(found) and folded[index] in self.scan.words.openings:
            found = [self.people.untitled(index)]
        if not any(found):
            found = [unlisted(self.scan, index, self.end)]
        return [draft for draft in found if draft is not None]

    def _at(self, match: Match) -> Sequence[Draft | None]:
        kind = match.entries[0].kind
        if kind == "place":
            return []  # the meanings as a place come last: it has no other
        if kind == "body" and "institution" not in match.kinds:
            return [unlisted(self.scan, match.first, self.end) or self._body_reference(match)]
        if kind in _POINTERS:
            pointer = self._pointer(match)
            if pointer is not None or "title" not in match.kinds:
                return [pointer]
        if "institution" in match.kinds or "ministry" in match.kinds:
            institution = body(self.scan, match, self.end) or self._kingdom(match)
            if institution is not None:
                return [institution]
        if "title" in match.kinds:
            return self.people.titled(match)
        if "honorific" in match.kinds:
            return self.people.honoured(match)
        return [self._plain(match)]

    def _plain(self, match: Match) -> Draft | None:
        """The first of its meanings that makes the name a party where it stands."""
        before = self.scan.reading.folded[match.first - 1] if match.first > self.first else ""
        standing = Standing(self.scan, match, before, self.first, self.end)
        attribute = "adjective" in match.kinds and match.first > self.first and self.people.definite_noun(match.first - 1)
        for entry in match.entries:
            if entry.kind == "state" and attribute:
                continue  # "الموقف الصيني": the adjective that is a state's name too
            if entry.kind == "person" and "short" not in entry.marks:
                return self.people.known(match, entry)
            if (sharing := self._sharing_title(match, entry)) is not None:
                return sharing
            meaning = MEANINGS.get(entry.kind)
            found = meaning(standing, entry) if meaning is not None else None
            if found is not None:
                return found
        return None

    def _sharing_title(self, match: Match, entry: Entry) -> Draft | None:
        """One more bearer of the title before, by his state or nationality: "وزيري خارجية العراق زيباري وتركيا أوغلو"."""
        previous = self.people.previous
        if match.proclitics != "و" or previous is None or previous.form not in ("person", "counterpart"):
            return None
        state = entry.kind == "state" and "shared" in previous.marks
        nationality = entry.kind == "adjective" and entry.definite and entry.number == 1 and "titles" not in entry.marks
        if previous.last < match.first - 1 or not (state or nationality):
            return None
        last = name_end(self.scan, match.last, self.end, titled=True)
        if last == match.last:
            return None
        title = previous.actors[0].title if previous.actors else None
        who = named(self.scan, match.last, last, codes=(entry.code,)).actor(entry.code, "GOV", title)
        trace = (step("coordinated with the one before"),)
        marks = previous.marks & {"shared"}
        return Draft("person", match.first, last, "و", (who,), previous.office, name=(match.last, last), marks=marks, trace=trace)

    def _kingdom(self, match: Match) -> Draft | None:
        """ "المملكة" alone: the story tells which."""
        if match.entries[0].name != _KINGDOM or match.last > match.first + 1:
            return None
        return Draft(
            "name",
            match.first,
            match.last,
            match.proclitics,
            pending=True,
            marks=frozenset({"kingdom"}),
            trace=(step("the kingdom"),),
        )

    def _short_ministry(self, index: int) -> Draft | None:
        """ "الخارجية الروسية" without "وزارة"."""
        scan = self.scan
        match = scan.match(index + 1, self.end)
        entry = match.kinds.get("adjective") if match is not None and not match.proclitics else None
        if match is None or entry is None or not entry.definite or "feminine" not in entry.marks:
            return None
        if entry.code not in scan.vocabulary.states:
            return None
        name = f"وزارة {scan.text(index, index + 1)}"
        ministry = Actor(f"{name} {scan.vocabulary.feminine(entry.code)}", entry.code, "GOV", None, "state")
        return Draft("institution", index, match.last, "", (ministry,), fold(name), trace=(step("ministry by its portfolio"),))

    def _pointer(self, match: Match) -> Draft | None:
        """What points back at someone, to be resolved when all are known."""
        entry = match.entries[0]
        where = (match.first, match.last, match.proclitics)
        if entry.kind == "counterpart":
            return counterpart(self.scan, match, entry, self.end)
        if entry.kind == "back":
            return Draft("title", *where, pending=True, marks=frozenset({"back"}), trace=(step("honorific alone"),))
        if entry.kind == "own":
            return Draft("counterpart", *where, pending=True, marks=frozenset({"own"}), trace=(step("the speaker's own state"),))
        both = sides_by_name(self.scan, match, self.end) if entry.number == 2 else None
        if both is not None:
            return both
        following = self.scan.match(match.last, self.end)
        if following is not None and "adjective" in following.kinds:
            return None  # "الجانبين السويدي والفنلندي", "البلدين الأوروبيين": the adjectives speak for themselves
        return Draft("sides", *where, pending=True, number=entry.number, marks=entry.marks, trace=(step("the ones last named"),))

    def _body_reference(self, match: Match) -> Draft:
        office = fold(match.entries[0].name)
        marks = frozenset({"body"})
        where = (match.first, match.last, match.proclitics)
        return Draft("short", *where, office=office, pending=True, marks=marks, trace=(step("body named before"),))
