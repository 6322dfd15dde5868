"""Dates that say when a page was issued: on a line of their own, or beside a word such as "نشر" and "تحديث"."""

from collections.abc import Sequence

from timeline.page.words import phrases
from timeline.reading import Reading
from timeline.words.tagger import tag

_HEAD = 60  # tokens in which a word may announce a date of issue
_DEEPEST = 600  # tokens in which a line may hold one
_REST = 12  # letters that such a line holds besides the date
_WINDOW = 200  # code points in which a line ends
_BEFORE, _BEHIND = 3, 4  # tokens


def stamps(reading: Reading, dates: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The token ranges of the dates of issue."""
    return tuple(
        (first, last)
        for first, last in dates
        if first <= _DEEPEST and (_own_line(reading, first, last) or (first <= _HEAD and _announced(reading, first, last)))
    )


def _own_line(reading: Reading, first: int, last: int) -> bool:
    """Whether the line holds next to nothing else, and no verb: "وصل في 4 فبراير 2022" is a sentence."""
    text, start, stop = reading.text, reading.starts[first], reading.ends[last - 1]
    begin = text.rfind("\n", max(0, start - _WINDOW), start) + 1
    end = text.find("\n", stop, stop + _WINDOW)
    if begin == 0 and start > _WINDOW:
        return False
    end = end if end >= 0 else min(len(text), stop + _WINDOW)
    if sum(map(str.isalpha, text[begin:start] + text[stop:end])) > _REST:
        return False
    line = range(reading.token_at(begin) if begin else 0, reading.token_at(end - 1) + 1)
    words = [reading.words[index] for index in line if begin <= reading.starts[index] and not first <= index < last]
    return not any(each.verb for each in tag(words))


def _announced(reading: Reading, first: int, last: int) -> bool:
    """Whether words of issue alone stand before it in its sentence ("تاريخ النشر: الأربعاء …"), or one stands behind it."""
    opening = reading.sentences[reading.sentence_of(first)][0]
    before = [word for word in reading.folded[opening:first] if word.isalnum() and (word,) not in phrases("issued", "leads")]
    if 0 < len(before) <= _BEFORE and all((word,) in phrases("issued", "before") for word in before):
        return True
    return any((word,) in phrases("issued", "behind") for word in reading.folded[last : last + _BEHIND])
