"""A party in the making, and the text that it is read from."""

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache

import attrs

from timeline.model import Actor, ActorKind
from timeline.names.found import Form, Party
from timeline.names.lexicon import Entry, Match
from timeline.names.vocabulary import Vocabulary
from timeline.names.words import Words
from timeline.page import Page
from timeline.reading import Reading, bare, fold, original_length
from timeline.words.tagger import Name, chances

#: What bears the name of a well-known person; his own "مقر", "قصر" or "صحيفة" tells of himself.
_BEARERS = frozenset(
    map(
        fold,
        (
            "جامعة", "شارع", "مستشفى", "مدرسة", "جائزة", "كلية", "معهد", "مطار", "مركز", "مدينة", "ميدان", "ملعب", "استاد", "جسر",
            "مصحة", "طريق", "مسجد", "جامع", "مجمع", "حديقة", "منطقة", "حي", "قاعة", "مخيم", "محطة", "سد", "كأس", "دوار", "ساحة",
            "ميناء", "قاعدة",
        ),
    )
)  # fmt: skip

#: Tokens before and behind a word by which it is told whether it is a name.
_BEFORE, _BEHIND = 4, 6
#: Jordan's capital and the sultanate, spelt alike.
AMMAN = "عمان"
#: The code of "المملكة" until the story tells which kingdom it is.
KINGDOM = "the kingdom"


@attrs.define
class Draft:
    """A party before references are resolved.

    `office` is the title or body in folded words without nationality ("وزير الخارجيه"), by which later mentions find it; `pending`
    says that the text has not told whom it speaks for; `name` is the range of tokens of a person's name.
    """

    form: Form
    first: int
    last: int
    proclitics: str = ""
    actors: tuple[Actor, ...] = ()
    office: str = ""
    pending: bool = False
    number: int = 1
    name: tuple[int, int] = (0, 0)
    marks: frozenset[str] = frozenset()
    trace: tuple[str, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of its actors."""
        return tuple([actor.code for actor in self.actors if actor.code])

    def set_code(self, code: str | None, why: str) -> None:
        """Give every actor the code."""
        self.actors = tuple(attrs.evolve(actor, code=code) for actor in self.actors)
        self.pending = False
        self.trace += (why,)


def covered(drafts: Iterable[Draft], tokens: int) -> bytearray:
    """1 for each of so many tokens that one of the drafts holds, 0 for the others."""
    marks = bytearray(tokens)
    for draft in drafts:
        marks[draft.first : draft.last] = b"\1" * (draft.last - draft.first)
    return marks


@attrs.frozen
class Scan:
    """A reading with its lexicon matches, the vocabulary they come from, and the page that it is."""

    reading: Reading
    matches: dict[int, Match]
    vocabulary: Vocabulary
    words: Words
    page: Page

    @cached_property
    def noted(self) -> tuple[int, ...]:
        """The tokens at which a party or a place may begin, in order: those of the lexicon, and words that open others."""
        matches, noted, heads = self.matches, self.words.noted, self.vocabulary.heads
        return tuple(
            [index for index, word in enumerate(self.reading.folded) if index in matches or word in noted or word in heads]
        )

    @cached_property
    def codes(self) -> frozenset[str]:
        """The states that the text tells of by name, nationality, body or person; a name that several cities bear tells of none."""
        entries = [match.entries[0] for match in self.matches.values() if not self._has_namesakes(match)]
        return frozenset([entry.code for entry in entries if entry.code is not None and entry.kind != "place"])

    def _has_namesakes(self, match: Match) -> bool:
        if match.entries[0].kind not in ("state", "capital"):
            return False
        name = self.text(match.first, match.last, match.proclitics)
        return name == AMMAN or bool(self.vocabulary.namesakes(fold(name)))

    @property
    def about_jordan(self) -> bool:
        """Whether the text is about Jordan and not the sultanate: unvocalised, "عمان" is the one's capital and the other's name."""
        return "JOR" in self.codes and "OMN" not in self.codes

    def borne(self, draft: Draft) -> bool:
        """Whether a person's name is that of a street, an airport, a hospital: "مستشفى الملك فيصل"."""
        if draft.name == (0, 0) or draft.proclitics or not draft.first or (draft.office and draft.codes):
            return False
        before = self.reading.folded[draft.first - 1]
        return before in _BEARERS or (len(before) > 4 and before[0] in "وبلف" and before[1:] in _BEARERS)

    @cached_property
    def _chances(self) -> dict[int, Mapping[Name, float]]:
        return {}

    def chances(self, index: int) -> Mapping[Name, float]:
        """How probable it is, by the words around it, that a token belongs to a name of each kind."""
        known = self._chances
        if index not in known:
            first, last = self.reading.sentences[self.reading.sentence_of(index)]
            first, last = max(first, index - _BEFORE), min(last, index + _BEHIND)
            found = chances(self.reading.words[first:last])
            known.update(zip(range(index, last - 1), found[index - first :], strict=False))
            known[index] = found[index - first]
        return known[index]

    def match(self, index: int, end: int) -> Match | None:
        """The name that begins at a token, if it ends within the sentence."""
        found = self.matches.get(index)
        return found if found is not None and found.last <= end else None

    def text(self, first: int, last: int, proclitics: str = "") -> str:
        """Tokens as plain words with spaces between, the proclitics of the first left out."""
        if last - first == 1:
            return without(bare(self.reading.words[first]), proclitics)
        words = list(map(bare, self.reading.words[first:last]))
        if proclitics and words:
            words[0] = without(words[0], proclitics)
        return " ".join(words)

    def party(self, draft: Draft) -> Party:
        """The draft as a finished party with offsets."""
        reading = self.reading
        start = reading.starts[draft.first]
        if draft.proclitics:
            start += original_length(reading.words[draft.first], len(draft.proclitics.replace("ا", "")))
        return Party(
            draft.actors, draft.form, start, reading.ends[draft.last - 1], draft.first, draft.last, draft.proclitics, draft.trace
        )


def without(word: str, proclitics: str) -> str:
    """A bare word without its proclitics, the article that لل swallows put back.

    >>> without("وللأمم", "ول"), without("بروسيا", "ب")
    ('الأمم', 'روسيا')
    """
    rest = word[len(proclitics) :]
    if proclitics.endswith("ل") and word[len(proclitics) - 1 :].startswith("لل"):
        return "ا" + rest
    return rest


@lru_cache(maxsize=1 << 12)
def actor(entry: Entry, kind: ActorKind) -> Actor:
    """An actor from a lexicon entry."""
    return Actor(entry.name, entry.code, entry.sector, None, kind, entry.english)
