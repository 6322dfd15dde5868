"""Parties of a text, sentence by sentence, before what points back is resolved."""

from collections.abc import Iterator

import attrs

from timeline.model import Actor
from timeline.names.bodies import body, skip_gloss
from timeline.names.drafts import Draft, Scan, actor
from timeline.names.lexicon import Entry, Match
from timeline.names.personal import canonical, name_end
from timeline.names.titles import Title, title
from timeline.reading import bare, fold

_LOCATIVE = frozenset(
    map(fold, ("في", "داخل", "قرب", "وسط", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "بمدينة", "مدينة"))
)
_GUARDS = frozenset(
    map(fold, ("في", "من", "إلى", "دولة", "جمهورية", "شمال", "جنوب", "شمالي", "جنوبي", "وسط", "رئيس", "حكومة", "بين", "مع", "على"))
)
_INTRODUCING = frozenset(map(fold, ("عن", "مع", "السيد", "زوجة", "نجل", "يدعى", "اسمه")))
_NAMED_AFTER = frozenset(map(fold, ("جامعة", "شارع", "مستشفى", "مدرسة", "مؤسسة", "جائزة", "كلية", "معهد", "صحيفة")))
_COMMAS = frozenset("،,-–—")
_QUOTES = frozenset("\"«“'”»")
_JOINT_HEADS = frozenset(map(fold, ("مجلس", "لجنة", "المجلس", "اللجنة", "قمة")))
_MINISTRIES = frozenset(map(fold, ("الخارجية", "الدفاع", "الداخلية", "المالية", "الصحة", "التجارة", "الطاقة", "الخزانة", "العدل")))


def drafts(scan: Scan) -> Iterator[Draft]:
    """The parties of the text in order, not overlapping."""
    for first, end in scan.reading.sentences:
        yield from _Sentence(scan, first, end).read()


class _Sentence:
    def __init__(self, scan: Scan, first: int, end: int) -> None:
        self.scan = scan
        self.first = first
        self.end = end
        self.floor = first
        self.previous: Draft | None = None

    def read(self) -> Iterator[Draft]:
        scan, end = self.scan, self.end
        index = self.first
        matches, folded = scan.matches, scan.reading.folded
        given = scan.words.given
        while index < end:
            match = matches.get(index)
            draft = None
            if folded[index] in _MINISTRIES:
                draft = self._short_ministry(index)
            if draft is None and match is not None and match.last <= end:
                draft = self._at(match)
            if draft is None and (folded[index] in given or (folded[index][:1] in "ولبف" and folded[index][1:] in given)):
                draft = self._untitled(index)
            if draft is None:
                index = max(index + 1, self._skip(match))
                continue
            self.floor = draft.last
            self.previous = draft
            index = draft.last
            yield draft

    def _skip(self, match: Match | None) -> int:
        """A place's name of several words is passed over as a whole."""
        if match is not None and match.last <= self.end and match.entries[0].kind in ("place", "state", "capital"):
            return match.last
        return 0

    def _at(self, match: Match) -> Draft | None:
        kind = match.entries[0].kind
        if kind in ("counterpart", "sides", "own", "back", "body"):
            if kind == "body" and match.entry("institution") is None:
                return self._body_reference(match)
            if kind != "body":
                pointer = self._pointer(match)
                if pointer is not None or match.entry("title") is None:
                    return pointer
        joint = self._joint(match)
        if joint is not None:
            return joint
        if match.entry("institution", "ministry") is not None:
            found = body(self.scan, match, self.end)
            if found is not None:
                return found
        if match.entry("title") is not None:
            return self._titled(match)
        if match.entry("honorific") is not None:
            return self._honoured(match)
        state = match.entry("state")
        if state is not None and not (match.entry("adjective") and match.first > self.first and self._definite_noun(match.first - 1)):
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
                return Draft(
                    "short" if "short" in entry.marks else "person",
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
                return Draft("name", match.first, last, match.proclitics, (actor(entry, "state"),), trace=("state by name",))
            case "capital":
                if match.proclitics.endswith("ب") or before in _LOCATIVE or before.startswith("العاصم"):
                    return None
                return Draft(
                    "capital", match.first, last, match.proclitics, (actor(entry, "state"),), trace=("capital for its government",)
                )
            case "seat":
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
        previous = self.previous
        if (
            match.proclitics == "و"
            and entry.definite
            and entry.number == 1
            and previous is not None
            and previous.form in ("person", "counterpart")
        ):
            last = name_end(scan, match.last, self.end, titled=True)
            if last > match.last and previous.last >= match.first - 1:
                name = canonical([bare(word) for word in scan.reading.words[match.last : last]])
                who = Actor(name, entry.code, "GOV", previous.actors[0].title if previous.actors else None, "person")
                return Draft(
                    "person",
                    match.first,
                    last,
                    match.proclitics,
                    (who,),
                    previous.office,
                    name=(match.last, last),
                    trace=("coordinated with the one before",),
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

    def _short_ministry(self, index: int) -> Draft | None:
        """ "الخارجية الروسية" without "وزارة"."""
        scan = self.scan
        match = scan.match(index + 1, self.end)
        entry = match.entry("adjective") if match is not None and not match.proclitics else None
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

    def _titled(self, match: Match) -> Draft | None:
        scan, end = self.scan, self.end
        phrase = title(scan, match, end)
        label = scan.text(phrase.first, phrase.last, match.proclitics)
        after = self._after_honorifics(phrase.last)
        last = name_end(scan, after, end, titled=True)
        if last > after and not self._may_bear_name(match, phrase, after):
            last = after
        if "adjective" in phrase.head.marks and not phrase.owned and last == after and self._qualifies(match):
            return None
        if bare(scan.reading.words[match.last - 1]).endswith("ى") and phrase.head.name == "والي":
            return None
        if last == after and phrase.last < end and scan.reading.words[phrase.last] in ("،", ",") and not phrase.bare:
            after, last = self._apposed(phrase.last + 1)
        if last > after:
            return self._person(match, phrase, label, after, last)
        stacked = self._stacked(phrase)
        if stacked is not None:
            return self._person(match, stacked[0], scan.text(phrase.first, stacked[1], match.proclitics), *stacked[2])
        backward = self._name_before(match)
        if backward is not None and not match.proclitics:
            return self._person_before(match, phrase, label, backward)
        if phrase.bare and ("bound" in phrase.head.marks or not phrase.head.definite):
            return None
        if not phrase.head.definite and not phrase.owned and phrase.last == match.last:
            return None
        group = "group" in phrase.head.marks
        if group and phrase.bare and not (phrase.head.definite and phrase.head.number == 1):
            return None
        nocode = "nocode" in phrase.head.marks
        codes = phrase.codes or ((None, ""),)
        actors = tuple(
            Actor(
                self._title_name(phrase, label, name, len(codes)),
                None if nocode else code,
                phrase.sector,
                label,
                "group" if phrase.head.number > 1 or group else "person",
            )
            for code, name in codes
        )
        form = "group" if group and phrase.head.number > 1 else "title"
        pending = (
            not phrase.owned
            and not nocode
            and (phrase.head.definite or not phrase.bare)
            and not (group and not phrase.head.definite)
        )
        return Draft(
            form,
            match.first,
            phrase.last,
            match.proclitics,
            actors,
            phrase.office,
            pending,
            phrase.head.number,
            marks=frozenset({"bare"}) if phrase.bare else frozenset(),
            trace=("title",),
        )

    def _may_bear_name(self, match: Match, phrase: Title, after: int) -> bool:
        """Plural and indefinite titles take a name only where a given name begins it, adjectives none after a noun ("مؤتمر صحفي مشترك")."""
        scan = self.scan
        begins = scan.reading.folded[after] in scan.words.given
        before = scan.reading.folded[match.first - 1] if match.first > self.first else ""
        if "adjective" in phrase.head.marks and not phrase.head.definite and before in scan.words.nouns:
            return False
        if after > phrase.last:
            return True
        return begins or not (phrase.head.number == 3 or ("group" in phrase.head.marks and not phrase.head.definite))

    def _qualifies(self, match: Match) -> bool:
        """Whether a word that may be an adjective follows what it qualifies: "الحزب الحاكم", "هي المسؤولة"."""
        if match.first == self.first:
            return False
        before = self.scan.reading.folded[match.first - 1]
        return self._definite_noun(match.first - 1) or before in ("هو", "هي", "هم", "وهو", "وهي")

    def _definite_noun(self, index: int) -> bool:
        word = self.scan.reading.folded[index]
        return word.startswith(("ال", "وال", "بال", "لل")) and len(word) > 4 and word not in self.scan.words.function

    def _stacked(self, phrase: Title) -> tuple[Title, int, tuple[int, int]] | None:
        """Titles that follow each other before a name: "نائب الرئيس اليمني رئيس مجلس الوزراء خالد بحاح"."""
        scan, end = self.scan, self.end
        index = phrase.last
        for _ in range(3):
            found = scan.match(index, end)
            if found is None or found.proclitics or found.entry("title") is None:
                return None
            following = title(scan, found, end)
            after = self._after_honorifics(following.last)
            last = name_end(scan, after, end, titled=True)
            if last > after:
                codes = phrase.codes or following.codes
                return attrs.evolve(phrase, last=following.last, codes=codes, owned=phrase.owned or following.owned), following.last, (after, last)
            index = following.last
        return None

    def _title_name(self, phrase: Title, label: str, owner: str, many: int) -> str:
        if many < 2:
            return label
        return f"{phrase.head.name} {' '.join(phrase.office.split()[1:])} {owner}".replace("  ", " ")

    def _after_honorifics(self, index: int) -> int:
        scan = self.scan
        while index < self.end:
            found = scan.match(index, self.end)
            if (
                found is not None
                and not found.proclitics
                and (found.entry("honorific") or (found.entry("title") and self._is_honorific(found)))
            ):
                index = found.last
            elif (
                index + 1 < self.end
                and scan.reading.words[index] in ("د", "أ", "م")
                and scan.reading.words[index + 1] in (".", "/")
            ):
                index += 2
            else:
                break
        return index

    def _is_honorific(self, match: Match) -> bool:
        return any(entry.kind == "title" and "honorific" in entry.marks for entry in match.entries)

    def _apposed(self, index: int) -> tuple[int, int]:
        """A name set off by commas after a title: "مستشار الأمن القومي، جيم جونز، ..."."""
        after = self._after_honorifics(index)
        last = name_end(self.scan, after, self.end, titled=True)
        if last - after >= 2 and (
            self.scan.reading.folded[after] in self.scan.words.given
            or (last < self.end and self.scan.reading.words[last] in _COMMAS)
        ):
            return after, last
        return index, index

    def _person(self, match: Match, phrase: Title, label: str, first: int, last: int) -> Draft:
        scan = self.scan
        name = canonical([bare(word) for word in scan.reading.words[first:last]])
        code, _ = phrase.codes[0] if phrase.codes else (None, "")
        known = next((entry for entry in scan.vocabulary.lexicon.get(name) if entry.kind == "person"), None)
        if known is not None and "short" not in known.marks:
            name = known.name
        owned = phrase.owned
        if known is not None and not phrase.codes and not phrase.owned:
            code, owned = known.code, True
        office, sector = phrase.office, phrase.sector
        stop = skip_gloss(scan, last, self.end)
        stop, extra = self._apposition(stop)
        if extra is not None:
            label = f"{label} {scan.text(extra.first, extra.last)}"
            if code is None and extra.codes:
                code, owned = extra.codes[0][0], True
            if phrase.bare or "honorific" in phrase.head.marks:
                office, sector = extra.office, extra.sector
        actors = (Actor(name, code, sector, label, "person", known.english if known else None),)
        return Draft(
            "person", match.first, stop, match.proclitics, actors, office, not owned, 1, (first, last), trace=("title and name",)
        )

    def _apposition(self, index: int) -> tuple[int, Title | None]:
        """A title after a name: "عادل الجبير وزير الخارجية السعودي", "بوتين، الرئيس الروسي،"."""
        scan, end = self.scan, self.end
        at = index
        comma = at < end and scan.reading.words[at] in _COMMAS
        if comma:
            at += 1
        found = scan.match(at, end)
        if found is None or found.proclitics or found.entry("title") is None or scan.words.is_verb(scan.reading.folded[at]):
            return index, None
        phrase = title(scan, found, end)
        after = self._after_honorifics(phrase.last)
        if phrase.bare or name_end(scan, after, end, titled=True) > after:
            return index, None
        if comma and not (phrase.last < end and scan.reading.words[phrase.last] in _COMMAS):
            return index, None
        return self._more(phrase.last), phrase

    def _more(self, index: int) -> int:
        """Further titles that stand right after a title: "ولي ولي العهد النائب الثاني لرئيس مجلس الوزراء وزير الدفاع"."""
        while True:
            found = self.scan.match(index, self.end)
            if found is None or found.proclitics or found.entry("title") is None:
                return index
            index = title(self.scan, found, self.end).last

    def _name_before(self, match: Match) -> int | None:
        """Where a name of two to five words that runs up to a title begins ("جيريمي وير الرئيس التنفيذي")."""
        scan = self.scan
        index = match.first
        if index - 1 > self.floor and scan.reading.words[index - 1] in ("،", ","):
            index -= 1
        for first in range(max(self.floor, index - 5), index - 1):
            if first > self.first and scan.reading.folded[first - 1] in scan.words.links:
                continue
            if scan.reading.folded[first] not in scan.words.given and not self._bounded(first):
                continue
            if name_end(scan, first, index, titled=True) == index and index - first >= 2:
                return first
        return None

    def _bounded(self, first: int) -> bool:
        scan = self.scan
        return (
            first == self.first
            or scan.words.is_verb(scan.reading.folded[first - 1])
            or scan.reading.folded[first - 1] in scan.words.function
        )

    def _person_before(self, match: Match, phrase: Title, label: str, first: int) -> Draft:
        scan = self.scan
        words = scan.reading.words
        last = match.first - 1 if words[match.first - 1] in ("،", ",") else match.first
        name = canonical([bare(word) for word in words[first:last]])
        code = phrase.codes[0][0] if phrase.codes else None
        actors = (Actor(name, code, phrase.sector, label, "person"),)
        return Draft(
            "person",
            first,
            self._more(phrase.last),
            "",
            actors,
            phrase.office,
            not phrase.owned,
            1,
            (first, last),
            trace=("name and title",),
        )

    def _honoured(self, match: Match) -> Draft | None:
        """An honorific: a title or a name follows it."""
        scan, end = self.scan, self.end
        after = self._after_honorifics(match.last)
        found = scan.match(after, end)
        if found is not None and not found.proclitics and found.entry("title") is not None:
            draft = self._titled(found)
            if draft is not None and draft.first >= match.first:
                draft.first, draft.proclitics = match.first, match.proclitics
                return draft
            return None
        if found is not None and not found.proclitics and found.entry("person") is not None:
            draft = self._plain(found, found.entry("person"))  # type: ignore[arg-type]
            if draft is not None:
                return attrs.evolve(draft, first=match.first, proclitics=match.proclitics)
        last = name_end(scan, after, end, titled=True)
        if last == after or (last - after == 1 and scan.reading.folded[after] not in scan.words.given):
            return None
        name = canonical([bare(word) for word in scan.reading.words[after:last]])
        label = scan.text(match.first, after, match.proclitics)
        stop, extra = self._apposition(skip_gloss(scan, last, end))
        code = extra.codes[0][0] if extra is not None and extra.codes else None
        known = next((entry for entry in scan.vocabulary.lexicon.get(name) if entry.kind == "person"), None)
        if known is not None and code is None:
            code = known.code
        title_text = f"{label} {scan.text(extra.first, stop)}" if extra is not None else label
        actors = (
            Actor(
                name,
                code,
                extra.sector if extra else known.sector if known else None,
                title_text,
                "person",
                known.english if known else None,
            ),
        )
        royal = fold(match.entries[0].name).startswith(("صاحب", "سمو", "الامير", "جلاله", "الملك", "معالي", "فخامه"))
        return Draft(
            "person",
            match.first,
            stop,
            match.proclitics,
            actors,
            extra.office if extra else "",
            code is None and (royal or extra is not None and not extra.owned),
            1,
            (after, last),
            trace=("honorific and name",),
        )

    def _untitled(self, index: int) -> Draft | None:
        """A full name that no title announces, known by its given name."""
        scan = self.scan
        word = scan.reading.folded[index]
        proclitics = "" if word in scan.words.given else word[0]
        before = scan.reading.folded[index - 1] if index > self.first else ""
        if proclitics and scan.words.is_everyday(word):
            return None
        if word[len(proclitics) :] in scan.words.ambiguous and not (before and (scan.words.is_verb(before) or before in _INTRODUCING or self.previous_name(index))):
            return None
        if before in scan.words.venue_nouns or before in scan.words.place_nouns or before in _NAMED_AFTER:
            return None
        last = name_end(scan, index, self.end, titled=False, proclitics=proclitics)
        if last - index < 2:
            return None
        found = scan.match(last, self.end)
        stop, extra = self._apposition(skip_gloss(scan, last, self.end))
        if extra is None and found is not None and found.entry("title") is not None:
            extra = None
        tokens = [bare(each) for each in scan.reading.words[index:last]]
        tokens[0] = tokens[0][len(proclitics) :]
        name = canonical(tokens)
        known = next((entry for entry in scan.vocabulary.lexicon.get(name) if entry.kind == "person"), None)
        code = extra.codes[0][0] if extra is not None and extra.codes else known.code if known else None
        label = scan.text(extra.first, stop) if extra is not None else None
        actors = (
            Actor(
                name,
                code,
                extra.sector if extra else known.sector if known else None,
                label,
                "person",
                known.english if known else None,
            ),
        )
        return Draft(
            "person",
            index,
            stop,
            proclitics,
            actors,
            extra.office if extra else "",
            extra is not None and not extra.owned,
            1,
            (index, last),
            trace=("full name",),
        )

    def previous_name(self, index: int) -> bool:
        """Whether a person has just been named, so that another may follow ("و")."""
        return self.previous is not None and self.previous.last == index and self.previous.form == "person"

    def _pointer(self, match: Match) -> Draft | None:
        entry = match.entries[0]
        scan, end = self.scan, self.end
        if entry.kind == "counterpart":
            return self._counterpart(match, entry)
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
        if following is not None and following.entry("adjective") is not None:
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

    def _counterpart(self, match: Match, entry: Entry) -> Draft:
        scan, end = self.scan, self.end
        last = match.last
        code, owner = None, ""
        comma = last < end and scan.reading.words[last] in ("،", ",")
        found = scan.match(last + comma, end)
        adjective = found.entry("adjective") if found is not None and not found.proclitics else None
        if found is not None and adjective is not None and adjective.definite:
            code, owner, last = adjective.code, adjective.name, found.last
        after = self._after_honorifics(last)
        stop = name_end(scan, after, end, titled=True)
        if stop == after and after < end and scan.reading.words[after] in ("،", ","):
            after, stop = self._apposed(after + 1)
        label = scan.text(match.first, last, match.proclitics)
        if stop > after:
            name = canonical([bare(word) for word in scan.reading.words[after:stop]])
            return Draft(
                "counterpart",
                match.first,
                skip_gloss(scan, stop, end),
                match.proclitics,
                (Actor(name, code, "GOV", label, "person"),),
                "",
                code is None,
                1,
                (after, stop),
                marks=frozenset({"counterpart"}),
                trace=("counterpart",),
            )
        return Draft(
            "counterpart",
            match.first,
            last,
            match.proclitics,
            (Actor(owner or label, code, "GOV", label, "person"),),
            "",
            code is None,
            entry.number,
            marks=frozenset({"counterpart", "unnamed"}),
            trace=("counterpart",),
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

    def _joint(self, match: Match) -> Draft | None:
        """ "مجلس الناتو وروسيا", "مجلس "روسيا – الناتو"": a body of two parties is both."""
        scan, end = self.scan, self.end
        words, folded = scan.reading.words, scan.reading.folded
        first = match.entry("state", "organisation")
        start = match.first - 1
        if first is None or start < self.first:
            return None
        quoted = words[start] in _QUOTES
        if quoted:
            start -= 1
        head = folded[start] if start >= self.first else ""
        proclitics = ""
        if head not in _JOINT_HEADS:
            if head[1:] in _JOINT_HEADS and head[0] in "ولب":
                proclitics = head[0]
            elif head.startswith("لل") and "ا" + head[1:] in _JOINT_HEADS:
                proclitics = "ل"
            else:
                return None
        index = skip_gloss(scan, match.last, end)
        if index < end and words[index] in ("-", "–", "—", "/"):
            index += 1
        second = scan.match(index, end)
        if second is None or second.proclitics not in ("", "و") or (second.proclitics == "" and index == match.last):
            return None
        other = second.entry("state", "organisation")
        if other is None or other.code == first.code:
            return None
        last = skip_gloss(scan, second.last, end)
        if quoted and last < end and words[last] in _QUOTES:
            last += 1
        actors = (
            actor(first, "state" if first.kind == "state" else "organisation"),
            actor(other, "state" if other.kind == "state" else "organisation"),
        )
        return Draft("joint", start, last, proclitics, actors, "", trace=("joint body told as its parties",))


def _ambiguous_oman(scan: Scan, match: Match, entry: Entry) -> bool:
    """Whether "عمان" is the city: unvocalised, it is Oman's unless the text is about Jordan and not about the sultanate."""
    if entry.code != "OMN" or scan.text(match.first, match.last, match.proclitics) not in ("عمان",):
        return False
    text = scan.reading.text
    return ("أردن" in text or "اردن" in text) and not ("سلطنة" in text or "مسقط" in text or "العماني" in text)
