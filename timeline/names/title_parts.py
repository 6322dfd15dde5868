"""The parts that a title phrase is made of, each a record with a title that it makes longer and one that it leaves alone.

A part looks at the token behind the phrase. It answers with the longer phrase, with the phrase as it is where the title ends here,
or with None where the token is none of its business; the first part that answers decides.
"""

from collections.abc import Callable

import attrs

from timeline.model import Sector
from timeline.names.bodies import after_portfolio, body, skip_gloss
from timeline.names.drafts import KINGDOM, Scan
from timeline.names.lexicon import Entry, Match
from timeline.names.words import MINISTRIES
from timeline.reading import fold
from timeline.words.clitics import without_article

Codes = tuple[tuple[str | None, str], ...]


def _folded(words: str) -> frozenset[str]:
    return frozenset(map(fold, words.split()))


_POSTED = _folded("سفير قنصل مبعوث موفد مندوب ممثل منسق وسيط مفوض") | {fold("قائم بالأعمال")}
_OVER_PLACES = _folded("والي محافظ عمدة حاكم أمير قائد مطران مدير") | {fold("رئيس بلدية")}
_TRAILING = _folded("المركزي المركزية الاتحادي الاتحادية الوطني الوطنية")
_COMPANIES = _folded("مؤسسة شركة مجموعة حركة حزب جبهة منظمة جمعية بنك مصرف وكالة صحيفة قناة كتلة تيار")
_NAMED_AFTER_PLACES = _folded("هيئة مجلس بلدية جامعة غرفة ميناء أمانة إدارة سلطة منطقة قطاع")
_POSTING = _folded("إلى لدى في")
_IN = _folded("في لدى من داخل ضمن") | {fold("مقرب من"), fold("مقربة من")}
_STATES = _folded("دول بلدان دولتي دولة")
_REALMS = _folded("مملكة دولة جمهورية سلطنة إمارة")
_FORMER = _folded("السابق السابقة السابقان السابقين السابقون الأسبق الأسبقة سابق سابقة سابقان سابقين سابقون المخلوع المعزول")
_DEPUTIES = _folded("نائب عضو مرشح نواب أعضاء")
_KINGDOM = "المملكة"
_EACH = fold("كل")
_OF = fold("من")
_SPEAKING = fold("باسم")
_OVER = fold("على")
_FOR = fold("عن")


@attrs.frozen
class Title:
    """A title phrase: its tokens, the entry of its head word, whom its bearer speaks for, and whether the text said so.

    `codes` has more than one where a plural title has several states ("وزيرا خارجية مصر والأردن"); `owned` says that an owner was
    named, known or not; `office` is the title in folded words without nationality; `former` says that its bearer holds it no more,
    `national` that a nationality tells whose it is.
    """

    first: int
    last: int
    head: Entry
    codes: tuple[tuple[str | None, str], ...]
    sector: Sector | None
    owned: bool
    office: str
    bare: bool
    former: bool = False
    national: bool = False


@attrs.frozen(eq=False)
class Phrase:
    """A title phrase so far: it runs up to token `last`, and may run up to `end`; `national` where it has a nationality.

    `inner` reads the title of another that it belongs to ("نائب وزير …"), which stands `depth` titles deep.
    """

    scan: Scan
    match: Match
    head: Entry
    end: int
    last: int
    office: tuple[str, ...]
    codes: Codes
    sector: Sector | None
    owned: bool
    depth: int
    inner: Callable[[Scan, Match, int, int], Title]
    national: bool = False
    former: bool = False

    @property
    def word(self) -> str:
        """The folded token behind it."""
        return self.scan.reading.folded[self.last]

    @property
    def found(self) -> Match | None:
        """The name that begins behind it."""
        return self.scan.match(self.last, self.end)

    @property
    def portfolio(self) -> int:
        """Where the portfolio that begins behind it ends."""
        return after_portfolio(self.scan, self.last, self.end)

    @property
    def posted(self) -> bool:
        """Whether its bearer is sent by one and to another."""
        return fold(self.head.name) in _POSTED

    def match_at(self, index: int) -> Match | None:
        """The name without proclitics that begins at a token, if the phrase may run that far."""
        found = self.scan.match(index, self.end)
        return found if found is not None and not found.proclitics else None

    def to(
        self, last: int, *office: str, codes: Codes | None = None, owned: bool | None = None, national: bool | None = None
    ) -> "Phrase":
        """The phrase up to another token, with words of its office and whom its bearer speaks for."""
        return attrs.evolve(
            self,
            last=last,
            office=(*self.office, *office),
            codes=self.codes if codes is None else codes,
            owned=self.owned if owned is None else owned,
            national=self.national if national is None else national,
        )


@attrs.frozen(eq=False)
class Part:
    """One way in which a title goes on. In `example` the title in brackets goes on by it, in `counter` the title ends before it."""

    name: str
    take: Callable[[Phrase], Phrase | None]
    example: str
    counter: str


def _nationality(phrase: Phrase) -> Phrase | None:
    found, portfolio = phrase.found, phrase.portfolio
    adjective = found.kinds.get("adjective") if found is not None and not found.proclitics else None
    if found is None or adjective is None or found.last < portfolio or (found.last == portfolio and portfolio != phrase.last):
        return None
    if phrase.national or not _agrees(phrase, adjective):
        return phrase
    codes = (
        phrase.codes if phrase.owned else ((adjective.code, adjective.name),)
    )  # "حركة المقاومة الإسلامية الفلسطينية": it says no more
    return phrase.to(found.last, codes=codes, owned=True, national=True)


def _agrees(phrase: Phrase, adjective: Entry) -> bool:
    """Whether a nationality belongs to the title: a definite one after a definite phrase, an indefinite one after its head."""
    codes = phrase.codes
    if adjective.definite:
        return not (codes and codes[0][1] == adjective.name)
    return not phrase.head.definite and not codes


def _second_nationality(phrase: Phrase) -> Phrase | None:
    found = phrase.found
    if found is None or found.proclitics != "و" or not phrase.national or phrase.head.number == 1:
        return None
    adjective = found.kinds.get("adjective")
    if (
        adjective is None
        or adjective.number > 1
        or adjective.definite != phrase.scan.reading.folded[phrase.last - 1].startswith("ال")
    ):
        return None
    following = phrase.scan.reading.folded[found.last] if found.last < phrase.end else ""
    if following in phrase.scan.words.given:
        return None  # "الرئيسان الروسي بوتين والتركي رجب طيب أردوغان"
    return phrase.to(found.last, codes=(*phrase.codes, (adjective.code, adjective.name)))


def _owner(phrase: Phrase) -> Phrase | None:
    found, portfolio = phrase.found, phrase.portfolio
    if found is None or found.proclitics not in ("", "ل", "ب", "و"):
        return None
    if found.last < portfolio or (found.last == portfolio and found.entry("organisation", "group", "institution") is None):
        return None
    if found.proclitics == "ل" and "construct" in phrase.head.marks:
        return phrase  # "دور رئيسي لأمريكا"
    for owner in OWNERS:
        longer = owner(phrase, found)
        if longer is not None:
            return longer
    return None if found.proclitics == "ب" or phrase.word in phrase.scan.vocabulary.modifiers else phrase


def _another_owner(phrase: Phrase, found: Match) -> Phrase | None:
    if found.proclitics != "و":
        return None
    entry = found.entry("state", "organisation")
    if entry is None or phrase.head.number == 1 or not phrase.codes:
        return phrase
    return phrase.to(found.last, codes=(*phrase.codes, (entry.code, entry.name)), owned=True)


def _organisation(phrase: Phrase, found: Match) -> Phrase | None:
    entry = found.entry("organisation", "group")
    if entry is None or "quoted" in entry.marks:
        return None
    if phrase.owned and found.proclitics != "ل":
        return phrase
    longer = phrase.to(
        skip_gloss(phrase.scan, found.last, phrase.end),
        fold(entry.name),
        codes=phrase.codes or ((entry.code, entry.name),),
        owned=True,
    )
    return attrs.evolve(longer, sector=entry.sector) if entry.kind == "group" else longer


def _state(phrase: Phrase, found: Match) -> Phrase | None:
    entry = found.kinds.get("state")
    if entry is None or found.proclitics not in ("", "ل"):
        return None
    if phrase.codes and not (found.proclitics == "ل" and phrase.posted):
        return phrase
    return phrase.to(found.last, codes=phrase.codes or ((entry.code, entry.name),), owned=True)


def _place(phrase: Phrase, found: Match) -> Phrase | None:
    entry = found.kinds.get("place")
    if entry is None or found.proclitics or phrase.codes:
        return None
    if entry.name == "الخليج العربي" and phrase.head.number == 3:
        return phrase.to(found.last, codes=(("GCC", "مجلس التعاون الخليجي"),), owned=True)
    named_after = without_article(phrase.scan.reading.folded[phrase.last - 1]) in _NAMED_AFTER_PLACES
    if not named_after and fold(phrase.head.name) not in _OVER_PLACES:
        return None
    return phrase.to(found.last, codes=((entry.code, entry.name),), owned=True)


def _seat(phrase: Phrase, found: Match) -> Phrase | None:
    entry = found.kinds.get("seat")
    if entry is None or phrase.codes or found.proclitics:
        return None
    return phrase.to(found.last, fold(entry.name), codes=((entry.code, entry.name),), owned=True)


def _body(phrase: Phrase, found: Match) -> Phrase | None:
    entry = found.entry("institution", "ministry")
    if entry is None:
        return None
    if phrase.owned and not found.proclitics:
        return phrase
    if entry.name == _KINGDOM:
        return phrase.to(found.last, codes=phrase.codes or ((KINGDOM, ""),), owned=True)
    inner = body(phrase.scan, found, phrase.end)
    if inner is None:
        alone = not found.proclitics and not phrase.codes
        return phrase.to(found.last, phrase.scan.reading.folded[found.first]) if alone else phrase
    codes = phrase.codes or (() if inner.pending else ((inner.actors[0].code, inner.actors[0].name),))
    longer = phrase.to(inner.last, inner.office, codes=codes, owned=phrase.owned or bool(codes) or not inner.pending)
    sector = inner.actors[0].sector
    return attrs.evolve(longer, sector=sector) if sector not in (None, "GOV") else longer


def _inner_title(phrase: Phrase, found: Match) -> Phrase | None:
    if "title" not in found.kinds or found.proclitics not in ("", "ل") or phrase.depth >= 3 or phrase.codes:
        return None
    definite = (phrase.head.definite or phrase.scan.reading.folded[phrase.last - 1].startswith("ال")) and not found.proclitics
    if definite and phrase.scan.reading.folded[found.first].startswith("ال"):
        return phrase  # "استقبل وزير الخارجية السفير الكندي": another's
    inner = phrase.inner(phrase.scan, found, phrase.end, phrase.depth + 1)
    if "group" in inner.head.marks and not inner.codes:
        return phrase
    longer = phrase.to(inner.last, inner.office, codes=inner.codes, owned=phrase.owned or bool(inner.codes) or inner.owned)
    return attrs.evolve(longer, sector=inner.sector or phrase.sector, former=inner.former)


#: What may own a title, asked in this order.
OWNERS = (_another_owner, _organisation, _state, _place, _seat, _body, _inner_title)


def _trailing(phrase: Phrase) -> Phrase | None:
    return phrase.to(phrase.last + 1) if phrase.owned and phrase.word in _TRAILING else None


def _portfolio(phrase: Phrase) -> Phrase | None:
    portfolio = phrase.portfolio
    if portfolio == phrase.last:
        return None
    settled = phrase.national or (phrase.owned and phrase.codes and phrase.head.number == 1)
    if settled and phrase.word[:1] != "ل":
        return phrase
    return phrase.to(_company(phrase, portfolio), *phrase.scan.reading.folded[phrase.last : portfolio])


def _company(phrase: Phrase, index: int) -> int:
    """The end of a body's own name after its common noun: "لمؤسسة "ترافيغورا"", "لشركة سيمنز"."""
    scan, end = phrase.scan, phrase.end
    folded, words = scan.reading.folded, scan.reading.words
    if index >= end or folded[index - 1].removeprefix("ل") not in _COMPANIES:
        return index
    if words[index] in '"«“':
        close = next((at for at in range(index + 1, min(end, index + 5)) if words[at] in '"»”'), None)
        return close + 1 if close is not None else index
    word = folded[index]
    known = scan.match(index, end) is not None or word in scan.words.given or word in scan.vocabulary.title_words
    return index if known or scan.words.is_everyday(word) or not words[index].isalpha() else index + 1


def _modifier(phrase: Phrase) -> Phrase | None:
    if phrase.word in _FORMER:
        return attrs.evolve(phrase.to(phrase.last + 1), former=True)
    return phrase.to(phrase.last + 1) if phrase.word in phrase.scan.vocabulary.modifiers else None


def _supervision(phrase: Phrase) -> Phrase | None:
    if phrase.word != _OVER or phrase.head.name != "مشرف عام" or phrase.last + 1 >= phrase.end:
        return None
    return phrase.to(max(phrase.last + 1, after_portfolio(phrase.scan, phrase.last + 1, phrase.end)))


def _speaking(phrase: Phrase) -> Phrase | None:
    if phrase.word != _SPEAKING or phrase.match_at(phrase.last + 1) is None:
        return None
    return phrase.to(phrase.last + 1, phrase.word)


def _held_in(phrase: Phrase) -> Phrase | None:
    if phrase.word not in _IN or phrase.codes:
        return None
    found = phrase.match_at(phrase.last + 1)
    if found is None:
        return None
    ministry = phrase.scan.reading.folded[found.first] in MINISTRIES
    if found.entry("organisation", "institution", "ministry") is not None or ("group" in found.kinds and phrase.head.name != "وفد"):
        return phrase.to(phrase.last + 1)
    adjective = phrase.match_at(found.last)
    if (
        ministry and adjective is not None and (entry := adjective.kinds.get("adjective")) is not None
    ):  # "مصدر في الخارجية الإيرانية"
        return phrase.to(adjective.last, codes=((entry.code, entry.name),), owned=True)
    return None


def _states_of(phrase: Phrase) -> Phrase | None:
    if phrase.word not in _STATES or phrase.codes or phrase.last + 1 >= phrase.end:
        return None
    found = phrase.match_at(phrase.last + 1)
    if found is None:
        return None
    if found.entry("organisation", "state") is not None:
        return phrase.to(phrase.last + 1)
    if "place" in found.kinds and phrase.head.number > 1:  # "وزراء خارجية دول غرب البلقان": of no one state
        return phrase.to(found.last, codes=((None, found.kinds["place"].name),), owned=True)
    return None


def _in_states(phrase: Phrase) -> Phrase | None:
    folded = phrase.scan.reading.folded
    index = phrase.last
    if phrase.head.number == 1 or phrase.codes or folded[index] not in (*_POSTING, _EACH):
        return None
    index += folded[index] in _POSTING
    if index + 1 < phrase.end and folded[index] == _EACH and folded[index + 1] == _OF:
        index += 2
    found = phrase.match_at(index)
    entry = found.entry("state") if found is not None else None
    following = phrase.scan.match(found.last, phrase.end) if found is not None else None
    if found is None or entry is None or following is None or following.proclitics != "و" or "state" not in following.kinds:
        return None
    return phrase.to(found.last, codes=((entry.code, entry.name),), owned=True)


def _standing_for(phrase: Phrase) -> Phrase | None:
    if phrase.word != _FOR or fold(phrase.head.name) not in _DEPUTIES:
        return None
    found = phrase.match_at(phrase.last + 1)
    return phrase.to(found.last) if found is not None and found.entry("group", "place") is not None else None


def _posted_in(phrase: Phrase) -> Phrase | None:
    found = phrase.found
    if found is None or found.proclitics != "ب" or not phrase.codes or not phrase.posted:
        return None
    return phrase.to(found.last) if found.entry("state", "capital") else None


def _posted_to(phrase: Phrase) -> Phrase | None:
    if not phrase.codes or not phrase.posted:
        return None
    folded = phrase.scan.reading.folded
    index = phrase.last + 1
    if folded[phrase.last][:1] == "ل" and folded[phrase.last][1:] in _STATES:  # "المبعوث الأميركي لدولتي السودان"
        found = phrase.match_at(index)
        return phrase.to(found.last) if found is not None and "state" in found.kinds else None
    if folded[phrase.last] not in _POSTING:
        return None
    index += index < phrase.end and folded[index] in _REALMS  # "لدى مملكة تايلاند"
    found = phrase.match_at(index)
    if found is None or (found.entry("state", "capital", "organisation", "place") is None and found.entries[0].name != _KINGDOM):
        return None
    words = phrase.scan.words
    if found.entries[0].kind == "place" and (folded[index] in words.not_places or words.is_everyday(folded[index])):
        return None
    return phrase.to(found.last)


#: All parts, in the order in which they are asked.
PARTS = (
    Part("nationality", _nationality, "[وزير الدفاع التركي]", "[الوزير] تركي"),
    Part("second nationality", _second_nationality, "[الوزيران المصري والقطري]", "[الوزير المصري] والقطري"),
    Part("owner", _owner, "[رئيس وزراء السويد]", "[الرئيس الفرنسي] لبنان"),
    Part("trailing word", _trailing, "[حاكم مصرف لبنان المركزي]", "[حاكم مصرف لبنان] بالقاهرة"),
    Part("portfolio", _portfolio, "[وزير البيئة والمياه والزراعة]", "[الوزير الفرنسي] التجارة"),
    Part("modifier", _modifier, "[نائب الرئيس السابق]", "[الرئيس] سرا"),
    Part("supervision", _supervision, "[المشرف العام على المركز]", "[الرئيس] على المركز"),
    Part("speaking for", _speaking, "[المتحدث باسم الكرملين]", "[المتحدث] باسم عائلته"),
    Part("held in", _held_in, "[مسؤول في المفوضية الأوروبية]", "[الوزير الفرنسي] في المفوضية الأوروبية"),
    Part("states of", _states_of, "[وزراء خارجية دول غرب البلقان]", "[وزراء خارجية] دول صديقة"),
    Part("in states", _in_states, "[وزيرا الدفاع في السويد والدنمارك]", "[وزيرا الدفاع] في السويد"),
    Part("standing for", _standing_for, "[النائب عن حزب الليكود]", "[الوزير] عن حزب الليكود"),
    Part("posted in", _posted_in, "[سفير فرنسا بتونس]", "[وزير خارجية فرنسا] بتونس"),
    Part("posted to", _posted_to, "[المبعوث الأميركي إلى اليمن]", "[الوزير الأميركي] إلى اليمن"),
)
