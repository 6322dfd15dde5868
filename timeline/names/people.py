"""Persons: a title, a name, or both, in either order, and counterparts."""

import attrs

from timeline.model import Actor
from timeline.names.appositions import after_honorifics, apposed, apposition, more_titles
from timeline.names.bodies import skip_gloss
from timeline.names.drafts import Draft, Scan
from timeline.names.found import Form
from timeline.names.lexicon import Entry, Match
from timeline.names.personal import canonical, name_end
from timeline.names.titles import Title, title
from timeline.reading import bare, fold

_INTRODUCING = frozenset(map(fold, ("عن", "مع", "السيد", "زوجة", "نجل", "يدعى", "اسمه")))
_NAMED_AFTER = frozenset(map(fold, ("جامعة", "شارع", "مستشفى", "مدرسة", "مؤسسة", "جائزة", "كلية", "معهد", "صحيفة")))
#: What bears the name of a well-known person; his own "مقر", "قصر" or "صحيفة" tells of himself.
_BEARERS = frozenset(
    map(fold, ("جامعة", "شارع", "مستشفى", "مدرسة", "جائزة", "كلية", "معهد", "مطار", "مركز", "مدينة", "ميدان", "ملعب", "استاد"))
)

_HELD_IN = frozenset(map(fold, ("في", "لدى")))
_STATES_OF = frozenset(("دول", "بلدان"))
_BODY_WORDS = 2  # words of a body's own name that no list has

#: Sectors whose offices are some state's; a managing director is nobody's unless the text says so.
_OF_STATES = frozenset(("GOV", "MIL", "LEG", "JUD", "SPY", "COP", "IGO"))


@attrs.define
class People:
    """The persons of one sentence, the half-open range of tokens `first` to `end`.

    `floor` is the first token that no party has taken yet, `previous` the last party found.
    """

    scan: Scan
    first: int
    end: int
    floor: int
    previous: Draft | None = None

    def titled(self, match: Match) -> Draft | None:
        """The person, or the office alone, whose title begins at a match."""
        scan, end = self.scan, self.end
        phrase = title(scan, match, end)
        label = scan.text(phrase.first, phrase.last, match.proclitics)
        after = after_honorifics(self.scan, phrase.last, self.end)
        last = name_end(scan, after, end, titled=True)
        if last > after and (not self._may_bear_name(match, phrase, after) or self._is_another(phrase, after, last)):
            after = last = phrase.last
        if "adjective" in phrase.head.marks and not phrase.owned and last == after and self._qualifies(match):
            return None
        if bare(scan.reading.words[match.last - 1]).endswith("ى") and phrase.head.name == "والي":
            return None
        if last == after and phrase.last < end and scan.reading.words[phrase.last] in ("،", ",") and not phrase.bare:
            after, last = apposed(self.scan, phrase.last + 1, self.end)
        if last > after:
            return self._person(match, phrase, label, after, last)
        stacked = self._stacked(phrase)
        if stacked is not None:
            return self._person(match, stacked[0], scan.text(phrase.first, stacked[1], match.proclitics), *stacked[2])
        beyond = self._name_beyond(phrase)
        if beyond is not None:
            return self._person(match, phrase, label, *beyond)
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
        form: Form = "group" if group and phrase.head.number > 1 else "title"
        pending = (
            not phrase.owned
            and not nocode
            and (phrase.head.definite or not phrase.bare)
            and not (group and not phrase.head.definite)
            and phrase.sector in _OF_STATES
        )
        marks = {"bare"} if phrase.bare else set()
        if not phrase.codes:
            marks.add("implicit")
        return Draft(
            form,
            match.first,
            phrase.last,
            match.proclitics,
            actors,
            phrase.office,
            pending,
            phrase.head.number,
            marks=frozenset(marks),
            trace=("title",),
        )

    def _is_another(self, phrase: Title, first: int, last: int) -> bool:
        """Whether the single word behind a title is someone of another state: "سيزور الرئيس المكسيكي ترامب"."""
        match = self.scan.match(first, self.end)
        known = match.entry("person") if match is not None and match.last == last and not match.proclitics else None
        if known is None or last - first > 1 or "adjective" in phrase.head.marks:
            return False
        return bool(phrase.codes) and known.code is not None and known.code not in [code for code, _ in phrase.codes]

    def _may_bear_name(self, match: Match, phrase: Title, after: int) -> bool:
        """Plural and indefinite titles take a name only if a given name begins it, adjectives none after a noun."""
        scan = self.scan
        begins = scan.reading.folded[after] in scan.words.given
        if "nocode" in phrase.head.marks and phrase.owned:
            return False  # "معارضون للرئيس قيس سعيد": the name is the president's
        before = scan.reading.folded[match.first - 1] if match.first > self.first else ""
        if "adjective" in phrase.head.marks and not phrase.head.definite and not phrase.owned and before in scan.words.nouns:
            return False
        if after > phrase.last:
            return True
        return begins or not (
            phrase.head.number == 3
            or "construct" in phrase.head.marks
            or ("group" in phrase.head.marks and not phrase.head.definite)
        )

    def _qualifies(self, match: Match) -> bool:
        """Whether a word that may be an adjective follows what it qualifies: "الحزب الحاكم", "هي المسؤولة"."""
        if match.first == self.first:
            return False
        before = self.scan.reading.folded[match.first - 1]
        return self.definite_noun(match.first - 1) or before in ("هو", "هي", "هم", "وهو", "وهي")

    def definite_noun(self, index: int) -> bool:
        """Whether a token is a noun with the article."""
        word = self.scan.reading.folded[index]
        return word.startswith(("ال", "وال", "بال", "لل")) and len(word) > 4 and word not in self.scan.words.function

    def _stacked(self, phrase: Title) -> tuple[Title, int, tuple[int, int]] | None:
        """Titles that follow each other before a name: "نائب الرئيس اليمني رئيس مجلس الوزراء خالد بحاح"."""
        scan, end = self.scan, self.end
        index = phrase.last
        for _ in range(3):
            found = scan.match(index, end)
            if found is None or found.proclitics or "title" not in found.kinds:
                return None
            following = title(scan, found, end)
            after = after_honorifics(self.scan, following.last, self.end)
            last = name_end(scan, after, end, titled=True)
            if last > after:
                codes = phrase.codes or following.codes
                return (
                    attrs.evolve(phrase, last=following.last, codes=codes, owned=phrase.owned or following.owned),
                    following.last,
                    (after, last),
                )
            index = following.last
        return None

    def _name_beyond(self, phrase: Title) -> tuple[int, int] | None:
        """A name behind the body in which the title is held, or behind words of the body's own name.

        "مسؤول ملف المفاوضات في منظمة التحرير صائب عريقات", "رئيس كتلة المستقبل النيابية سعد الحريري".
        """
        scan, end = self.scan, self.end
        folded = scan.reading.folded
        if phrase.head.number > 1 or phrase.bare or phrase.last >= end:
            return None
        first = phrase.last
        if folded[first] in _HELD_IN:
            body = scan.match(first + 1, end)
            if body is None or body.proclitics or body.entry("organisation", "group") is None:
                return None
            first = skip_gloss(scan, body.last, end)
        else:
            while first < min(end, phrase.last + _BODY_WORDS) and folded[first].startswith("ال") and scan.match(first, end) is None:
                first += 1
            if first == phrase.last or first >= end or folded[first] not in scan.words.given:
                return None
        first = after_honorifics(scan, first, end)
        last = name_end(scan, first, end, titled=True)
        return (first, last) if last - first >= 2 else None

    def _title_name(self, phrase: Title, label: str, owner: str, many: int) -> str:
        if many < 2:
            return label
        written = {fold(word): word for word in map(bare, self.scan.reading.words[phrase.first : phrase.last])}
        office = (written.get(word, word) for word in phrase.office.split()[1:])
        return " ".join((phrase.head.name, *office, owner))

    def _person(self, match: Match, phrase: Title, label: str, first: int, last: int) -> Draft:
        scan = self.scan
        name = canonical([bare(word) for word in scan.reading.words[first:last]])
        code, _ = phrase.codes[0] if phrase.codes else (None, "")
        known = next((entry for entry in scan.vocabulary.lexicon.get(name) if entry.kind == "person"), None)
        if known is not None and ("short" not in known.marks or not phrase.codes or known.code == code):
            name = known.name
        owned = phrase.owned
        if known is not None and not phrase.codes and not phrase.owned:
            code, owned = known.code, True
        office, sector = phrase.office, phrase.sector
        stop = skip_gloss(scan, last, self.end)
        stop, extra = apposition(self.scan, stop, self.end)
        if extra is not None:
            label = f"{label} {scan.text(extra.first, extra.last)}"
            if code is None and extra.codes:
                code, owned = extra.codes[0][0], True
            if phrase.bare or "honorific" in phrase.head.marks:
                office, sector = extra.office, extra.sector
        actors = (Actor(name, code, sector, label, "person", known.english if known else None),)
        return Draft(
            "person",
            match.first,
            stop,
            match.proclitics,
            actors,
            office,
            not owned and sector in _OF_STATES,
            1,
            (first, last),
            frozenset({"shared"} if phrase.head.number > 1 else ()) if phrase.codes else frozenset({"implicit"}),
            ("title and name",),
        )

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
            more_titles(self.scan, phrase.last, self.end),
            "",
            actors,
            phrase.office,
            not phrase.owned,
            1,
            (first, last),
            trace=("name and title",),
        )

    def honoured(self, match: Match) -> Draft | None:
        """An honorific: a title or a name follows it."""
        scan, end = self.scan, self.end
        after = after_honorifics(self.scan, match.last, self.end)
        found = scan.match(after, end)
        if found is not None and not found.proclitics and "title" in found.kinds:
            draft = self.titled(found)
            if draft is not None and draft.first >= match.first:
                draft.first, draft.proclitics = match.first, match.proclitics
                return draft
            return None
        last = name_end(scan, after, end, titled=True)
        if last == after or (last - after == 1 and scan.reading.folded[after] not in scan.words.given):
            return None
        name = canonical([bare(word) for word in scan.reading.words[after:last]])
        label = scan.text(match.first, after, match.proclitics)
        stop, extra = apposition(self.scan, skip_gloss(scan, last, end), self.end)
        code = extra.codes[0][0] if extra is not None and extra.codes else None
        known = next((entry for entry in scan.vocabulary.lexicon.get(name) if entry.kind == "person"), None)
        if known is not None:
            name, code = known.name, code or known.code
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
            code is None and (royal or (extra is not None and not extra.owned)),
            1,
            (after, last),
            trace=("honorific and name",),
        )

    def untitled(self, index: int) -> Draft | None:
        """A full name that no title announces, known by its given name."""
        scan = self.scan
        word = scan.reading.folded[index]
        proclitics = "" if word in scan.words.given else word[0]
        before = scan.reading.folded[index - 1] if index > self.first else ""
        if proclitics and scan.words.is_everyday(word):
            return None
        if word[len(proclitics) :] in scan.words.ambiguous and not (
            before and (scan.words.is_verb(before) or before in _INTRODUCING or self._follows_name(index))
        ):
            return None
        if before in scan.words.venue_nouns or before in scan.words.place_nouns or before in _NAMED_AFTER:
            return None
        last = name_end(scan, index, self.end, titled=False, proclitics=proclitics)
        if last - index < 2:
            return None
        found = scan.match(last, self.end)
        stop, extra = apposition(self.scan, skip_gloss(scan, last, self.end), self.end)
        if extra is None and found is not None and "title" in found.kinds:
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

    def known(self, match: Match, entry: Entry) -> Draft | None:
        """A full name that the vocabulary knows, with the title behind it; none where a street or an airport bears it."""
        scan = self.scan
        before = scan.reading.folded[match.first - 1] if match.first > self.first else ""
        if before in _BEARERS:
            return None
        stop, extra = apposition(scan, skip_gloss(scan, match.last, self.end), self.end)
        code = extra.codes[0][0] if extra is not None and extra.codes else entry.code
        label = scan.text(extra.first, stop) if extra is not None else None
        sector = extra.sector if extra is not None else entry.sector
        return Draft(
            "person",
            match.first,
            stop,
            match.proclitics,
            (Actor(entry.name, code, sector, label, "person", entry.english),),
            extra.office if extra is not None else "",
            name=(match.first, match.last),
            trace=("known name",),
        )

    def _follows_name(self, index: int) -> bool:
        """Whether a person has just been named, so that another may follow ("و")."""
        return self.previous is not None and self.previous.last == index and self.previous.form == "person"

    def counterpart(self, match: Match, entry: Entry) -> Draft:
        """A counterpart, named or not: "نظيره الروسي سيرغي لافروف"."""
        scan, end = self.scan, self.end
        last = match.last
        code, owner = None, ""
        comma = last < end and scan.reading.words[last] in ("،", ",")
        found = scan.match(last + comma, end)
        adjective = found.kinds.get("adjective") if found is not None and not found.proclitics else None
        if found is not None and adjective is not None and adjective.definite:
            code, owner, last = adjective.code, adjective.name, found.last
        elif last + 1 < end and scan.reading.folded[last] in _HELD_IN and entry.number > 1:  # "نظراءه في دول مجلس التعاون"
            body = scan.match(last + 1, end) or scan.match(last + 1 + (scan.reading.folded[last + 1] in _STATES_OF), end)
            owning = body.entry("organisation") if body is not None and not body.proclitics else None
            if body is not None and owning is not None:
                code, owner, last = owning.code, owning.name, body.last
        after = after_honorifics(self.scan, last, self.end)
        stop = name_end(scan, after, end, titled=True)
        if stop == after and after < end and scan.reading.words[after] in ("،", ","):
            after, stop = apposed(self.scan, after + 1, self.end)
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
