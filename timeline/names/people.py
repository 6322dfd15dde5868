"""Persons: a title, a name, or both, in either order, and counterparts."""

import attrs

from timeline.model import Actor, step
from timeline.names.appositions import after_honorifics, apposition
from timeline.names.bearings import Bearing, Sight, bearing
from timeline.names.bodies import skip_gloss
from timeline.names.drafts import Draft, Scan
from timeline.names.found import Form
from timeline.names.identity import Named, named
from timeline.names.lexicon import Entry, Match
from timeline.names.personal import name_end
from timeline.names.titles import Title, title
from timeline.reading import bare, fold

_INTRODUCING = frozenset(map(fold, ("عن", "مع", "السيد", "زوجة", "نجل", "يدعى", "اسمه")))
_PRONOUNS = frozenset(map(fold, ("هو", "هي", "هم", "وهو", "وهي")))
#: Honorifics of those who speak for a state even where the text does not say for which.
_ROYAL = ("صاحب", "سمو", "الامير", "جلاله", "الملك", "معالي", "فخامه", "السلطان")
#: Whose dual means the two last named; that of others is their plural too ("مبعوثي سلام").
_PAIRED = ("وزير", "رئيس")
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

    def titled(self, match: Match) -> list[Draft]:
        """The person or persons, or the office alone, whose title begins at a match; nothing where the word is none."""
        scan = self.scan
        phrase = title(scan, match, self.end)
        if bare(scan.reading.words[match.last - 1]).endswith("ى") and phrase.head.name == "والي":
            return []
        found = bearing(Sight(scan, match, phrase, self.first, self.end, self.floor))
        qualifies = "adjective" in phrase.head.marks and not phrase.owned and self._qualifies(match)
        if found is not None and not (qualifies and (found.before or found.name[0] > phrase.last)):
            return self._persons(match, found)
        if qualifies:
            return []
        office = self._office(match, phrase)
        return [office] if office is not None else []

    def _persons(self, match: Match, found: Bearing) -> list[Draft]:
        """The bearer of a title, and behind a plural title the others: "رئيسا وزراء اليونان وألبانيا، ميتسوتاكيس وراما"."""
        codes = [code for code, _ in found.phrase.codes]
        drafts = [self._person(match, found, codes[0] if codes else None)]
        number = 1
        while found.phrase.head.number > 1 and not found.before:
            name = self._next_name(drafts[-1].last)
            if name is None:
                break
            code = codes[number] if number < len(codes) else codes[0] if len(codes) == 1 else None
            drafts.append(self._another(drafts[0], name, code))
            number += 1
        return drafts

    def _next_name(self, index: int) -> tuple[int, int] | None:
        """The name that و joins to the one before a token."""
        word = self.scan.reading.folded[index] if index < self.end else ""
        if not word.startswith("و") or len(word) < 3:
            return None
        last = name_end(self.scan, index, self.end, titled=True, proclitics="و")
        known = word[1:] in self.scan.words.given
        return (index, last) if last - index >= 2 or (known and last > index) else None

    def _another(self, first: Draft, name: tuple[int, int], code: str | None) -> Draft:
        who = named(self.scan, *name, proclitics="و", codes=(code,) if code else ())
        own = first.actors[0]
        actors = (who.actor(code or who.code, own.sector, own.title),)
        pending = code is None and who.code is None and first.pending
        return Draft("person", *name, "و", actors, first.office, pending, 1, name, first.marks, (step("joined to the one before"),))

    def _person(self, match: Match, found: Bearing, code: str | None) -> Draft:
        scan, phrase = self.scan, found.phrase
        start = match.first if not found.before else phrase.first
        label = scan.text(phrase.first, found.titled, match.proclitics)
        spoken = scan.text(start, found.name[0]) if found.name[0] > start else label
        who = named(scan, *found.name, spoken, codes=tuple(each for each, _ in phrase.codes))
        if who.known is not None and not phrase.codes and not phrase.owned:
            code = who.code
        office, sector = phrase.office, phrase.sector
        stop, owned = found.last, phrase.owned or code is not None
        honorific = phrase.bare and "honorific" in phrase.head.marks
        if not found.before:
            stop, extra = apposition(scan, skip_gloss(scan, stop, self.end), self.end, code, "honorific" if honorific else "title")
            if extra is not None:
                label = f"{label} {scan.text(extra.first, extra.last)}"
                if code is None and extra.codes:
                    code, owned = extra.codes[0][0], True
                if phrase.bare or "honorific" in phrase.head.marks:
                    office, sector = extra.office, extra.sector
        marks = frozenset({"shared"} if phrase.head.number > 1 else ()) if phrase.codes else frozenset({"implicit"})
        actors = (who.actor(code, sector, label),)
        pending = not owned and (found.before or sector in _OF_STATES)
        trace = (step("name and title" if found.before else "title and name"),)
        proclitics = "" if found.before else match.proclitics
        marks = frozenset() if found.before else marks
        return Draft("person", found.first, stop, proclitics, actors, office, pending, 1, found.name, marks, trace)

    def _office(self, match: Match, phrase: Title) -> Draft | None:
        """A title whose bearer is not named; nothing where the word alone names no office."""
        head = phrase.head
        alone = phrase.last == match.last
        if phrase.bare and ("bound" in head.marks or not head.definite):
            return None
        if not head.definite and not phrase.owned and alone:
            return None
        group = "group" in head.marks
        if group and phrase.bare and not (head.definite and head.number == 1):
            return None
        if head.number == 2 and head.name in _PAIRED and not phrase.owned:  # "وزيرا الخارجية": the two last named
            where = (match.first, phrase.last, match.proclitics)
            return Draft(
                "sides", *where, pending=True, number=2, marks=frozenset({"persons"}), trace=(step("the ones last named"),)
            )
        form: Form = "group" if group and head.number > 1 else "title"
        pending = not phrase.owned and "nocode" not in head.marks and phrase.sector in _OF_STATES
        pending = pending and (head.definite or not (phrase.bare or group))
        marks = frozenset([mark for mark, holds in (("bare", phrase.bare), ("implicit", not phrase.codes)) if holds])
        actors = self._holders(match, phrase)
        where = (match.first, phrase.last, match.proclitics)
        return Draft(form, *where, actors, phrase.office, pending, head.number, marks=marks, trace=(step("title"),))

    def _holders(self, match: Match, phrase: Title) -> tuple[Actor, ...]:
        """The holders of an office as actors, one for each state that it names."""
        label = self.scan.text(phrase.first, phrase.last, match.proclitics)
        kind = "group" if (phrase.head.number > 1 and len(phrase.codes) < 2) or "group" in phrase.head.marks else "person"
        nocode = "nocode" in phrase.head.marks
        many = len(phrase.codes) > 1
        return tuple(
            Actor(self._held(phrase, code, owner) if many else label, None if nocode else code, phrase.sector, label, kind)  # type: ignore[arg-type]
            for code, owner in phrase.codes or ((None, ""),)
        )

    def _held(self, phrase: Title, code: str | None, owner: str) -> str:
        """One of the offices of a title of several states: "وزير الخارجية المصري", "وزير خارجية مصر"."""
        tokens = list(map(bare, self.scan.reading.words[phrase.first : phrase.last]))
        written = {fold(word): word for word in tokens}
        office = [written.get(word, word) for word in phrase.office.split()[len(phrase.head.name.split()) :]]
        if phrase.national and code in self.scan.vocabulary.states:
            definite = [word if word.startswith("ال") else "ال" + word for word in office]
            head = phrase.head.name if definite else "ال" + phrase.head.name
            return " ".join((head, *definite, self.scan.vocabulary.masculine(code)))
        return " ".join((phrase.head.name, *office, owner))

    def _qualifies(self, match: Match) -> bool:
        """Whether a word that may be an adjective follows what it qualifies: "الحزب الحاكم", "هي المسؤولة"."""
        if match.first == self.first:
            return False
        return self.definite_noun(match.first - 1) or self.scan.reading.folded[match.first - 1] in _PRONOUNS

    def definite_noun(self, index: int) -> bool:
        """Whether a token is a noun with the article."""
        word = self.scan.reading.folded[index]
        return word.startswith(("ال", "وال", "بال", "لل")) and len(word) > 4 and word not in self.scan.words.function

    def honoured(self, match: Match) -> list[Draft]:
        """An honorific: a title or a name follows it."""
        scan, end = self.scan, self.end
        after = after_honorifics(scan, match.last, end)
        found = scan.match(after, end)
        if found is not None and not found.proclitics and "title" in found.kinds:
            drafts = self.titled(found)
            if drafts and drafts[0].first >= match.first:
                drafts[0].first, drafts[0].proclitics = match.first, match.proclitics
                return drafts
            return []
        last = name_end(scan, after, end, titled=True)
        if last == after or (last - after == 1 and not self._stands_alone(match, after)):
            return []
        label = scan.text(match.first, after, match.proclitics)
        royal = fold(match.entries[0].name).startswith(_ROYAL)
        return [self._with_apposition(match.first, match.proclitics, (after, last), label, royal)]

    def _stands_alone(self, match: Match, index: int) -> bool:
        """Whether a single word behind an honorific is a name: a given name, or one that goes with it ("البابا فرنسيس")."""
        folded = self.scan.reading.folded
        return folded[index] in self.scan.words.given or bool(self.scan.vocabulary.called(f"{folded[index - 1]} {folded[index]}"))

    def _with_apposition(self, first: int, proclitics: str, name: tuple[int, int], label: str, royal: bool) -> Draft:
        """A person without a title before the name: the title behind it, or what is known of the name, tells whom he speaks for."""
        scan = self.scan
        who = named(scan, *name, label, "" if label else proclitics)
        own = "honorific" if label else ""
        stop, extra = apposition(scan, skip_gloss(scan, name[1], self.end), self.end, who.code, own)  # type: ignore[arg-type]
        code = extra.codes[0][0] if extra is not None and extra.codes else who.code
        title_ = " ".join(filter(None, (label, scan.text(extra.first, stop) if extra is not None else ""))) or None
        actors = (who.actor(code, extra.sector if extra else None, title_),)
        pending = (code is None and royal) or (extra is not None and not extra.owned and (not label or code is None))
        trace = (step("honorific and name" if label else "full name"),)
        return Draft("person", first, stop, proclitics, actors, extra.office if extra else "", pending, 1, name, trace=trace)

    def untitled(self, index: int) -> Draft | None:
        """A full name that no title announces, known by its given name."""
        scan = self.scan
        word = scan.reading.folded[index]
        proclitics = "" if word in scan.words.given else word[0]
        before = scan.reading.folded[index - 1] if index > self.first else ""
        if proclitics and scan.words.is_everyday(word):
            return None
        if word[len(proclitics) :] in scan.words.ambiguous and not self._introduced(before, index):
            return None
        last = name_end(scan, index, self.end, titled=False, proclitics=proclitics)
        return self._with_apposition(index, proclitics, (index, last), "", False) if last - index >= 2 else None

    def _introduced(self, before: str, index: int) -> bool:
        """Whether what stands before a token tells that a name begins at it: a verb, "عن", or a person ("و")."""
        if not before:
            return False
        follows = self.previous is not None and self.previous.last == index and self.previous.form == "person"
        return self.scan.words.is_verb(before) or before in _INTRODUCING or follows

    def known(self, match: Match, entry: Entry) -> Draft:
        """A full name that the vocabulary knows, with the title behind it."""
        scan = self.scan
        stop, extra = apposition(scan, skip_gloss(scan, match.last, self.end), self.end, entry.code)
        label = scan.text(extra.first, stop) if extra is not None else None
        code = extra.codes[0][0] if extra is not None and extra.codes else entry.code
        actors = (Named(entry.name, entry).actor(code, extra.sector if extra is not None else None, label),)
        office = extra.office if extra is not None else ""
        name = (match.first, match.last)
        return Draft("person", match.first, stop, match.proclitics, actors, office, name=name, trace=(step("known name"),))
