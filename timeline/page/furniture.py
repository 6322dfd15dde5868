"""Sentences that a page wraps around its article: menus, "read also", lists of stories, captions, what a site says of itself."""

import re
from collections.abc import Callable, Sequence
from functools import cached_property

import attrs

from timeline.page.words import agencies, longest_agency, phrases
from timeline.reading import Reading

_OPENING = 4  # words of the longest phrase that opens furniture
_HEADING = 6  # words of a line that stands above a list
_CLOCK = 8  # tokens at the beginning of an item in which its clock time stands
_CAPTION = 40  # tokens of the longest caption
_FOOT = 4  # sentences at the end of a page in which a site speaks of itself
_ENDS = frozenset(".!?؟…")
_LEFT, _RIGHT = "([«", ")]»"
_BREAK = re.compile(r"\n|\r|[ \t\u00a0]{4}")


@attrs.frozen(slots=False)
class _Sentence:
    """A sentence of a reading: the half-open range of its tokens, its number, and the token ranges of the text's dates."""

    reading: Reading
    index: int
    first: int
    last: int
    dates: dict[int, int]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its first folded words, marks left out."""
        near = self.reading.folded[self.first : min(self.last, self.first + 2 * _HEADING)]
        return tuple([word for word in near if word.isalnum()])

    @property
    def tokens(self) -> tuple[str, ...]:
        """Its folded tokens."""
        return self.reading.folded[self.first : self.last]

    @property
    def ended(self) -> bool:
        """Whether a full stop ends it."""
        return self.reading.words[self.last - 1] in _ENDS

    @property
    def alone(self) -> bool:
        """Whether it has a line of its own."""
        text, starts, ends = self.reading.text, self.reading.starts, self.reading.ends
        before = text[ends[self.first - 1] : starts[self.first]] if self.first else "\n"
        behind = text[ends[self.last - 1] : starts[self.last]] if self.last < len(self.reading) else "\n"
        return _BREAK.search(before) is not None and _BREAK.search(behind) is not None


@attrs.frozen(eq=False)
class Kind:
    """A kind of furniture and how a sentence shows it; the last line of `example` is such a sentence, that of `counter` none."""

    name: str
    holds: Callable[[_Sentence], bool]
    example: str
    counter: str


def _opened(sentence: _Sentence, section: str) -> bool:
    words, known = sentence.words, phrases("furniture", section)
    return any(words[:length] in known for length in range(1, min(len(words), _OPENING) + 1))


def _ends_a_page(sentence: _Sentence) -> bool:
    return sentence.words[:1] in (("انتهي",), ("يتبع",)) and sentence.tokens[0] == "/"


def _stamped(sentence: _Sentence) -> bool:
    """Whether a date and a clock time open it: an item of a list of stories."""
    tokens, first = sentence.tokens[:_CLOCK], sentence.first
    dated = first in sentence.dates or first + 1 in sentence.dates or tokens[0].isdigit()
    clock = any(
        hour.isdigit() and colon == ":" and minute.isdigit() and len(minute) == 2
        for hour, colon, minute in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )
    return dated and clock


def _caption(sentence: _Sentence) -> bool:
    """Whether an agency between brackets, and no full stop, ends its line."""
    tokens = sentence.tokens
    if sentence.ended or not sentence.index or len(tokens) > _CAPTION or tokens[-1] not in _RIGHT or not sentence.alone:
        return False
    left = next((at for at in range(len(tokens) - 2, -1, -1) if tokens[at] in _LEFT), 0)
    inside = tuple([word for word in tokens[left + 1 : -1] if word.isalnum()])
    return left > 0 and any(inside[:length] in agencies() for length in range(1, longest_agency() + 1))


def _of_the_site(sentence: _Sentence) -> bool:
    """Whether the foot of the page says what the site is: "شبكة … انطلقت في …"."""
    reading = sentence.reading
    foot = sentence.index >= max(1, len(reading.sentences) - _FOOT)
    tokens = sentence.tokens
    return foot and (tokens[0],) in phrases("site", "media") and any((word,) in phrases("site", "verbs") for word in tokens[1:])


KINDS = (
    Kind("an opening", lambda each: _opened(each, "openings"), "عاد الوفد.\nاقرأ أيضا: الوزير يعود", "قرأ الوفد الوثيقة."),
    Kind("the agency's last word", _ends_a_page, "عاد الوفد.\n// انتهى //", "انتهى اللقاء."),
    Kind("an item of a list", _stamped, "عاد الوفد.\n9 أيلول اليوم 11:34 الوزير يلتقي نظيره", "عاد الوفد اليوم في الساعة 11:34."),
    Kind("a caption", _caption, "عاد الوفد.\nالوزير مع السفير في مكتبه (رويترز)\nوعاد السفير.", "عاد الوفد (رويترز)."),
    Kind("what a site is", _of_the_site, "عاد الوفد.\nشبكة إخبارية مستقلة انطلقت في 2004", "شبكة من المهربين أوقفت أمس."),
)


def furniture(reading: Reading, dates: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The indices of the sentences that are no prose of the article.

    Behind a heading such as "اقرأ أيضا" or "الأكثر قراءة" on a line of its own, the lines that no full stop ends are furniture too.
    """
    begins = dict(dates)
    found = set()
    listing = False
    for index, (first, last) in enumerate(reading.sentences):
        sentence = _Sentence(reading, index, first, last, begins)
        listing = listing and not sentence.ended
        if listing or any(kind.holds(sentence) for kind in KINDS):
            found.add(index)
        if index and len(sentence.words) <= _HEADING and not sentence.ended and _opened(sentence, "lists") and sentence.alone:
            listing = True
    return frozenset(found)
