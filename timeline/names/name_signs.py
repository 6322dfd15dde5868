"""The signs by which a word is part of a person's name, or none of it; each a record with an example.

In the order in which they are asked; the first that holds decides, and a word of which none holds is part of the name.
"""

from collections.abc import Callable
from functools import cached_property

import attrs

from timeline.names.drafts import Scan
from timeline.names.lexicon import Kind, Match
from timeline.reading import fold

_BREAKERS: tuple[Kind, ...] = (
    "state",
    "capital",
    "seat",
    "organisation",
    "group",
    "institution",
    "ministry",
    "title",
    "honorific",
    "counterpart",
    "sides",
    "own",
)
#: Of rulers: عبد الله الثاني.
ORDINALS = frozenset(
    map(
        fold,
        ("الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "الثانية", "الأولى", "السادس عشر", "عشر"),
    )
)
_JUNIOR = frozenset(map(fold, ("الابن", "الأب", "الأصغر")))
_DIVINE = frozenset(("الله",))
_FAITH = "الدين"
_GLUED = ("لل", "بال", "كال", "وال", "فال", "ولل", "وبال")
_ON = "علي"  # the preposition and the name fold alike
_SURELY_NOT = 0.02  # chance below which a word is no name; the tagger is surer of foreign names than of surnames that are words
_SURNAMES = 8  # letters of the longest surname that و may begin


@attrs.frozen(eq=False, slots=False)
class Word:
    """A word that may belong to the name that begins at token `first`: `folded` and `plain` are without the name's proclitics."""

    scan: Scan
    index: int
    first: int
    end: int
    folded: str
    plain: str
    titled: bool

    @property
    def place(self) -> int:
        """How many words of the name stand before it."""
        return self.index - self.first

    @property
    def given(self) -> bool:
        """Whether it is a known given name."""
        return self.folded in self.scan.words.given

    @property
    def before(self) -> str:
        """The folded word before it."""
        return self.scan.reading.folded[self.index - 1] if self.index else ""

    @property
    def opening(self) -> str:
        """The folded word that begins the name."""
        return self.scan.reading.folded[self.first]

    @property
    def following(self) -> str:
        """The folded word behind it, if the sentence goes on."""
        return self.scan.reading.folded[self.index + 1] if self.index + 1 < self.end else ""

    @property
    def after_given(self) -> bool:
        """Whether it stands right behind a given name that begins the name."""
        return self.place == 1 and self.opening in self.scan.words.given

    @cached_property
    def match(self) -> Match | None:
        """The name of the lexicon that begins at it."""
        found = self.scan.match(self.index, self.end)
        if found is not None and found.proclitics == "ك" and found.entries[0].kind == "place":
            return None  # "كالين" is no "like Allen"
        return found

    @property
    def everyday(self) -> bool:
        """Whether it is a verb, a particle, a common noun or a word of titles."""
        words = self.scan.words
        return words.is_everyday(self.folded) or self.folded in self.scan.vocabulary.title_words


@attrs.frozen(eq=False)
class Sign:
    """A sign and what it says: that the name `goes_on` with the word, or that the word is not part of it.

    In `example` the name stands in brackets; the word of the sign is its last one, the first one behind it, or the one in braces.
    """

    name: str
    goes_on: bool
    holds: Callable[[Word], bool]
    example: str


def _preposition(word: Word) -> bool:
    everyday = word.place > 1 and word.scan.words.is_everyday(word.following)
    return word.folded == _ON and (not word.plain.endswith("ي") or everyday)


def _names_something(word: Word) -> bool:
    match = word.match
    return match is not None and any(entry.kind in _BREAKERS for entry in match.entries)


def _in_the_middle(word: Word) -> bool:
    words = word.scan.words
    return word.given and (word.following in words.given or word.following in words.links)


def _surname_of_a_group(word: Word) -> bool:
    match = word.match
    alone = match is not None and match.entries[0].kind in ("group", "state") and match.last == word.index + 1
    return alone and word.plain.endswith("ي") and (word.before in word.scan.words.given or word.before == _FAITH)


def _surname_of_origin(word: Word) -> bool:
    match = word.match
    origin = match is not None and "adjective" in match.kinds
    return origin and word.after_given and word.folded.startswith("ال") and not word.folded.endswith("ه")


def _nationality(word: Word) -> bool:
    return word.match is not None and "adjective" in word.match.kinds


def _ordinal(word: Word) -> bool:
    words = word.scan.words
    named = word.before in words.given or word.before in words.links or word.before in _DIVINE
    return word.folded in ORDINALS and named


def _glued_name(word: Word) -> bool:
    return word.folded[0] in "بلوفك" and word.folded[1:] in word.scan.words.given and len(word.folded) > 4


def _glued_article(word: Word) -> bool:
    return word.folded.startswith(_GLUED) and len(word.folded) > (5 if word.after_given else 4)


def _surname_like_a_portfolio(word: Word) -> bool:
    known = word.folded in word.scan.vocabulary.portfolios and word.folded not in word.scan.words.nouns
    return word.after_given and word.folded.startswith("ال") and known


def _closed_by_a_comma(word: Word) -> bool:
    noun = word.folded in word.scan.words.nouns and word.folded not in word.scan.words.function
    return noun and word.after_given and word.following in ("،", ",")


def _surname_in_ta(word: Word) -> bool:
    return word.plain.endswith("ة") and word.after_given and word.folded not in word.scan.words.nouns


def _accusative(word: Word) -> bool:
    return word.plain.endswith("ا") and word.folded[:-1] in word.scan.words.nouns


def _conjunction(word: Word) -> bool:
    return word.folded.startswith("و") and not _surname_in_waw(word)


def _surname_in_waw(word: Word) -> bool:
    """Whether و begins a surname ("جيريمي وير") and is no conjunction ("بوتين ولافروف")."""
    rest, words = word.folded[1:], word.scan.words
    if not word.folded.startswith("و") or rest.startswith("ال") or rest in words.given or words.is_everyday(rest):
        return False
    found = word.scan.matches.get(word.index)
    named = found is not None and found.entries[0].kind != "place"
    return not named and word.after_given and len(word.folded) <= _SURNAMES


def _no_name(word: Word) -> bool:
    return sum(word.scan.chances(word.index).values()) < _SURELY_NOT


def _further_surname(word: Word) -> bool:
    words = word.scan.words
    chain = word.place > 1 and word.scan.reading.folded[word.index - 2] in words.links
    before = word.before
    after = before in words.given or before.startswith("ال") or before in _DIVINE or chain or word.opening in words.arab
    return word.folded.startswith("ال") and after


def _ending(word: Word) -> bool:
    return word.folded.startswith("ال") or word.plain.endswith(("ة", "ات", "ين", "ها", "هم"))


#: Of a word behind the first.
WITHIN = (
    Sign("the preposition على", False, _preposition, "وصف الوزير [محمد سالم] على أنه صديق"),
    Sign("the name علي", True, lambda word: word.folded == _ON, "اجتمع [محمد علي] بالوزير"),
    Sign(
        "a title that is a name in the middle",
        True,
        lambda word: _names_something(word) and _in_the_middle(word),
        "قال الوزير [حسن {أمير} كريم]",
    ),
    Sign("a surname that names a group", True, _surname_of_a_group, "قال [يحيى بدر الدين الحوثي] إن الحوار مستمر"),
    Sign("a name of something else", False, _names_something, "زار الوزير [سيرغي لافروف] روسيا"),
    Sign("a surname of origin", True, _surname_of_origin, "قال الوزير [منير المصري] إن الحوار مستمر"),
    Sign("a nationality", False, _nationality, "التقى الوزير [سامح شكري] السعوديين"),
    Sign("a given name", True, lambda word: word.given, "التقى الوزير [محمد صالح] الوفد"),
    Sign("a ruler's number", True, lambda word: word.titled and _ordinal(word), "أشاد الملك [عبد الله الثاني] بالوفد"),
    Sign("a number", False, lambda word: _ordinal(word) and not word.titled, "حل [محمد حسن] الأول"),
    Sign(
        "the younger or the elder",
        True,
        lambda word: word.place > 0 and word.folded in _JUNIOR,
        "زار الرئيس [جورج بوش الابن] العراق",
    ),
    Sign("a name behind a preposition", False, _glued_name, "أرسل الوزير [سامح شكري] لمحمد رسالة"),
    Sign("the article behind a preposition", False, _glued_article, "اجتمع الوزير [سامح شكري] بالزعتر"),
    Sign("a surname that is a portfolio too", True, _surname_like_a_portfolio, "قال الوزير [الحبيب الصيد] ذلك"),
    Sign("a surname that a comma closes", True, _closed_by_a_comma, "قال [فرحان حق]، نائب المتحدث"),
    Sign("a surname in ta marbuta", True, _surname_in_ta, "قال الوزير [رياض كعبوشة] ذلك"),
    Sign("an everyday word", False, lambda word: word.everyday, "أجرى الوزير [سيرغي لافروف] محادثات"),
    Sign("an everyday word in the accusative", False, _accusative, "حل الرئيس [حسن شيخ محمود] ضيفا"),
    Sign("a conjunction", False, _conjunction, "التقى الوزير [سيرغي لافروف] وبيرتوف"),
    Sign("a surname that begins with و", True, _surname_in_waw, "قال الوزير [جيريمي وير] ذلك"),
    Sign("no name by its sentence", False, _no_name, "دخل الوزير [ليو كورفين] مضمار السباق"),
    Sign("the second word of a name", True, lambda word: word.place < 2, "قال الوزير [ليو ياوهوا] ذلك"),
    Sign("a further surname with the article", True, _further_surname, "قال الوزير [علي بن حماد الشامسي] ذلك"),
    Sign("an ending of common words", False, _ending, "وعد الوزير [سيرغي ريابكوف] المتزلجين"),
)


def _given_and_everyday(word: Word) -> bool:
    words = word.scan.words
    name = word.following in words.given and not word.scan.reading.words[word.index + 1].endswith("ى")
    if not word.given or name or not words.is_everyday(word.following):
        return False
    return not word.titled or word.folded in words.function


def _cannot_begin(word: Word) -> bool:
    return not word.titled or len(word.folded) < 3


def _another_name(word: Word) -> bool:
    match = word.match
    return match is not None and any(entry.kind in (*_BREAKERS, "adjective") for entry in match.entries)


def _definite(word: Word) -> bool:
    return word.folded.startswith(("ال", *_GLUED)) and len(word.folded) > 4


def _and_a_name(word: Word) -> bool:
    rest = word.folded[1:]
    return word.folded[0] == "و" and (rest in word.scan.words.given or rest.startswith("ال") or word.index in word.scan.matches)


def _imperfect(word: Word) -> bool:
    """Whether an unknown word looks like a verb in the imperfect ("يبشر"): short, and begun by ي."""
    folded = word.folded
    return (folded[0] == "ي" and 4 <= len(folded) <= 5) or (folded[:2] in ("سي", "ست") and 5 <= len(folded) <= 6)


#: Of the first word.
BEGINNING = (
    Sign("the preposition على", False, lambda word: word.folded == _ON and not word.plain.endswith("ي"), "حصل الوزير [] على دعم"),
    Sign("a given name before an everyday word", False, _given_and_everyday, "كان [] عادل في حكمه"),
    Sign("a given name", True, lambda word: word.given, "قال الوزير [سامح شكري]"),
    Sign("an unknown word without a title", False, _cannot_begin, "قال [] زعتر كلاما"),
    Sign("the name of something else", False, _another_name, "سافر الوزير [] الروسي"),
    Sign("an everyday word", False, lambda word: word.everyday, "أكد الوزير [] حرصه"),
    Sign("a definite word", False, _definite, "رفض الوزير [] المقايضة"),
    Sign("a conjunction", False, _and_a_name, "سافر الوزير [] وأحمد"),
    Sign("an ending of common words", False, lambda word: word.plain.endswith(("ة", "ات")), "قدم الوزير [] تهنئات"),
    Sign("an imperfect verb", False, _imperfect, "عاد الوزير [] يلوذ"),
)


def belongs(word: Word) -> bool:
    """Whether a word belongs to the name that begins at or before it."""
    signs = WITHIN if word.place else BEGINNING
    return next((sign.goes_on for sign in signs if sign.holds(word)), True)
