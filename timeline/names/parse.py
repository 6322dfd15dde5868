"""Parties of a text, sentence by sentence, before what points back is resolved."""

from bisect import bisect_left
from collections.abc import Iterator

from timeline.model import Actor
from timeline.names.bodies import body, skip_gloss
from timeline.names.drafts import Draft, Scan, actor
from timeline.names.joint import joint
from timeline.names.lexicon import Entry, Match
from timeline.names.people import People
from timeline.names.personal import canonical, name_end
from timeline.names.words import MINISTRIES
from timeline.reading import bare, fold

_LOCATIVE = frozenset(
    map(fold, ("في", "داخل", "قرب", "وسط", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "بمدينة", "مدينة"))
)
_GUARDS = frozenset(
    map(fold, ("في", "من", "إلى", "دولة", "جمهورية", "شمال", "جنوب", "شمالي", "جنوبي", "وسط", "رئيس", "حكومة", "بين", "مع", "على"))
)
_QUOTES = frozenset("\"«“'”»")

_CROWDS = frozenset(map(fold, ("مئات", "آلاف", "عشرات", "ملايين", "مئات الآلاف", "الآلاف", "المئات")))
_WHOLE = ("place", "state", "capital", "person")


def drafts(scan: Scan) -> Iterator[Draft]:
    """The parties of the text in order, not overlapping."""
    folded, matches, openings = scan.reading.folded, scan.matches, scan.words.openings
    candidates = [index for index in scan.noted if index in matches or folded[index] in openings or folded[index] in MINISTRIES]
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
        scan, end = self.scan, self.end
        matches, folded = scan.matches, scan.reading.folded
        openings = scan.words.openings
        free = self.first
        for index in candidates:
            if index < free:
                continue
            match = matches.get(index)
            draft = None
            if folded[index] in MINISTRIES:
                draft = self._short_ministry(index)
            if draft is None and match is not None and match.last <= end:
                draft = self._at(match)
            if draft is None and folded[index] in openings:
                draft = self.people.untitled(index)
            if draft is None:
                if match is not None and match.last <= end and match.entries[0].kind in _WHOLE:
                    free = match.last  # a name of several words is passed over as a whole
                continue
            self.people.floor = draft.last
            self.people.previous = draft
            free = draft.last
            yield draft

    def _at(self, match: Match) -> Draft | None:
        kind = match.entries[0].kind
        if kind == "place":
            return None  # the meanings as a place come last: it has no other
        if kind in ("counterpart", "sides", "own", "back", "body"):
            if kind == "body" and "institution" not in match.kinds:
                return self._body_reference(match)
            if kind != "body":
                pointer = self._pointer(match)
                if pointer is not None or "title" not in match.kinds:
                    return pointer
        both = joint(self.scan, match, self.first, self.end)
        if both is not None:
            return both
        if "institution" in match.kinds or "ministry" in match.kinds:
            found = body(self.scan, match, self.end)
            if found is not None:
                return found
            if match.entries[0].name == "المملكة" and match.last == match.first + 1:
                return Draft(
                    "name",
                    match.first,
                    match.last,
                    match.proclitics,
                    (),
                    "",
                    True,
                    marks=frozenset({"kingdom"}),
                    trace=("the kingdom",),
                )
        if "title" in match.kinds:
            return self.people.titled(match)
        if "honorific" in match.kinds:
            return self.people.honoured(match)
        state = match.kinds.get("state")
        if state is not None and not (
            "adjective" in match.kinds and match.first > self.first and self.people.definite_noun(match.first - 1)
        ):
            return self._plain(match, state)
        for entry in match.entries:
            if entry.kind != "state":
                found = self._plain(match, entry)
                if found is not None:
                    return found
        return None

    def _plain(self, match: Match, entry: Entry) -> Draft | None:
        scan = self.scan
        last = skip_gloss(scan, match.last, self.end)
        before = scan.reading.folded[match.first - 1] if match.first > self.first else ""
        match entry.kind:
            case "person":
                if "short" not in entry.marks:
                    return self.people.known(match, entry)
                return Draft(
                    "short",
                    match.first,
                    last,
                    match.proclitics,
                    (actor(entry, "person"),),
                    name=(match.first, match.last),
                    trace=("known name",),
                )
            case "state":
                if "after" in entry.marks and before not in _GUARDS and match.proclitics not in ("ل", "ب"):
                    return None
                if _ambiguous_oman(scan, match, entry):
                    return None
                if match.proclitics.endswith("ب") or before in _LOCATIVE:
                    return None
                if (sharing := self._sharing_title(match, entry)) is not None:
                    return sharing
                return Draft("name", match.first, last, match.proclitics, (actor(entry, "state"),), trace=("state by name",))
            case "capital":
                if match.proclitics.endswith("ب") or before in _LOCATIVE or before.startswith("العاصم"):
                    return None
                return Draft(
                    "capital", match.first, last, match.proclitics, (actor(entry, "state"),), trace=("capital for its government",)
                )
            case "seat":
                if match.proclitics.endswith("ب") or before in _LOCATIVE:
                    return None
                return Draft(
                    "institution",
                    match.first,
                    last,
                    match.proclitics,
                    (actor(entry, "state"),),
                    fold(entry.name),
                    trace=("seat for its government",),
                )
            case "organisation":
                return self._organisation(match, entry, last)
            case "group":
                if "quoted" in entry.marks and not (match.first > self.first and scan.reading.words[match.first - 1] in _QUOTES):
                    return None
                return Draft(
                    "group",
                    match.first,
                    last,
                    match.proclitics,
                    (actor(entry, "group"),),
                    fold(entry.name),
                    trace=("group by name",),
                )
            case "adjective":
                return self._adjective(match, entry)
        return None

    def _organisation(self, match: Match, entry: Entry, last: int) -> Draft:
        states = self.scan.vocabulary.states
        if entry.marks:
            actors = tuple(self.scan.vocabulary.state_actor(code) for code in sorted(entry.marks) if code in states)
            return Draft(
                "joint", match.first, last, match.proclitics, actors, fold(entry.name), trace=("joint body told as its members",)
            )
        return Draft(
            "name",
            match.first,
            last,
            match.proclitics,
            (actor(entry, "organisation" if entry.code else "group"),),
            fold(entry.name),
            trace=("organisation by name",),
        )

    def _adjective(self, match: Match, entry: Entry) -> Draft | None:
        if "titles" in entry.marks or (match.proclitics and match.proclitics not in ("و", "ل", "ب", "ف", "ول", "ك")):
            return None
        scan = self.scan
        plain = bare(scan.reading.words[match.last - 1])
        if plain.endswith("ى") and entry.code in ("HUN", "YEM"):
            return None  # مجرى, اليمنى
        if entry.definite and entry.number == 1 and (sharing := self._sharing_title(match, entry)) is not None:
            return sharing
        if (
            entry.number == 3
            and not match.proclitics
            and match.first > self.first
            and scan.reading.folded[match.first - 1] in _CROWDS
        ):
            crowd = scan.text(match.first - 1, match.last)
            return Draft(
                "group",
                match.first - 1,
                match.last,
                "",
                (Actor(crowd, None, "CVL", None, "group"),),
                trace=("a crowd speaks for no state",),
            )
        alone = entry.number == 3 and entry.definite and "feminine" not in entry.marks
        return Draft(
            "adjective",
            match.first,
            match.last,
            match.proclitics,
            (actor(entry, "state"),),
            trace=("people for their state",) if alone else ("nationality adjective",),
        )

    def _sharing_title(self, match: Match, entry: Entry) -> Draft | None:
        """One more bearer of the title before, by his state or nationality: "وزيري خارجية العراق زيباري وتركيا أوغلو"."""
        previous = self.people.previous
        if match.proclitics != "و" or previous is None or previous.form not in ("person", "counterpart"):
            return None
        if previous.last < match.first - 1 or (entry.kind == "state" and "shared" not in previous.marks):
            return None
        last = name_end(self.scan, match.last, self.end, titled=True)
        if last == match.last:
            return None
        name = canonical([bare(word) for word in self.scan.reading.words[match.last : last]])
        title = previous.actors[0].title if previous.actors else None
        return Draft(
            "person",
            match.first,
            last,
            match.proclitics,
            (Actor(name, entry.code, "GOV", title, "person"),),
            previous.office,
            name=(match.last, last),
            marks=previous.marks & {"shared"},
            trace=("coordinated with the one before",),
        )

    def _short_ministry(self, index: int) -> Draft | None:
        """ "الخارجية الروسية" without "وزارة"."""
        scan = self.scan
        match = scan.match(index + 1, self.end)
        entry = match.kinds.get("adjective") if match is not None and not match.proclitics else None
        if (
            match is None
            or entry is None
            or not entry.definite
            or "feminine" not in entry.marks
            or entry.code not in scan.vocabulary.states
        ):
            return None
        name = f"وزارة {scan.text(index, index + 1)}"
        full = f"{name} {scan.vocabulary.feminine(entry.code)}"
        return Draft(
            "institution",
            index,
            match.last,
            "",
            (Actor(full, entry.code, "GOV", None, "state"),),
            fold(name),
            trace=("ministry by its portfolio",),
        )

    def _pointer(self, match: Match) -> Draft | None:
        entry = match.entries[0]
        scan, end = self.scan, self.end
        if entry.kind == "counterpart":
            return self.people.counterpart(match, entry)
        if entry.kind == "back":
            return Draft(
                "title",
                match.first,
                match.last,
                match.proclitics,
                (),
                "",
                True,
                1,
                marks=frozenset({"back"}),
                trace=("honorific alone",),
            )
        if entry.kind == "own":
            return Draft(
                "counterpart",
                match.first,
                match.last,
                match.proclitics,
                (),
                "",
                True,
                1,
                marks=frozenset({"own"}),
                trace=("the speaker's own state",),
            )
        last = match.last
        following = scan.match(last, end)
        if following is not None and "adjective" in following.kinds:
            return None  # "الجانبين السويدي والفنلندي", "البلدين الأوروبيين": the adjectives speak for themselves
        return Draft(
            "sides",
            match.first,
            last,
            match.proclitics,
            (),
            "",
            True,
            entry.number,
            marks=entry.marks,
            trace=("the ones last named",),
        )

    def _body_reference(self, match: Match) -> Draft | None:
        return Draft(
            "short",
            match.first,
            match.last,
            match.proclitics,
            (),
            fold(match.entries[0].name),
            True,
            marks=frozenset({"body"}),
            trace=("body named before",),
        )


def _ambiguous_oman(scan: Scan, match: Match, entry: Entry) -> bool:
    """Whether "عمان" is the city: unvocalised, it is Oman's unless the text is about Jordan and not about the sultanate."""
    if entry.code != "OMN" or scan.text(match.first, match.last, match.proclitics) not in ("عمان",):
        return False
    return scan.about_jordan
