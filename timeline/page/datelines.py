"""Datelines: where a story was filed, when, and by which agency.

"لندن 27 يناير (رويترز) - ", "أبوظبي في 27 يناير/ وام / ", "القاهرة - وكالات - ", "دمشق-سانا", "بكين – ". The beginning of a
sentence is cut into parts (words, dates, agencies, brackets, marks), each part is a letter, and a dateline is a shape of letters.
"""

import re
from collections.abc import Iterator, Sequence

import attrs

from timeline.page.words import agencies, longest_agency
from timeline.reading import Reading
from timeline.words.tagger import bases

_DEEPEST = 600  # tokens in which a story of the page may begin
_LEAD = 4  # sentences in which a city and a dash are enough
_LONGEST = 28  # tokens of a dateline
_NAME = 4  # words of a place or a byline
_BRACKET = 10  # tokens between brackets
_MARKS = {"-": "-", "ـ": "-", "–": "-", "—": "-", "/": "/", ":": ":", "،": ",", ",": ",", "|": "/"}
_CLOSING = {"(": ")", "«": "»", "“": "”", "[": "]"}
_NEAR = 9  # tokens within which a dateline has a mark or its day
_SEPARATING = frozenset((*_MARKS, *_CLOSING)) - {"،", ","}

#: What a part is: G place names, P names of persons and bodies, N other words without a verb, V prose that begins with a perfect
#: verb, X other prose, A an agency, D a date with digits, B something else in brackets, $ the end of the sentence, and marks.
_SIGNED = re.compile(r"(?:[GN](?:,[GNP])?)?(?:[-/:,]*(?:A|DB?|[GP](?=[-/:AD$])))+(?:[-/:]+|(?=\$)|(?<=A)|(?<=/D))")
_LISTED = re.compile("D,.?D")  # days told in a row are a programme, and no day of issue
_BARE = re.compile(r"G(?:,G)?(?:B?-+(?=[VXN])|B-*(?=\$)|:(?=V)|-P(?=\$))")
_SIGNS = frozenset("AD")
_VERBS = frozenset("VI")
_KINDS = (("G", frozenset("Gg")), ("P", frozenset("PpGgZz")), ("N", frozenset("NAFPpGgZz")))


@attrs.frozen
class Dateline:
    """Half-open ranges of tokens: the whole (up to the first word of the story), its places, its dates; the home of its agency."""

    first: int
    last: int
    places: tuple[tuple[int, int], ...] = ()
    dates: tuple[tuple[int, int], ...] = ()
    home: str | None = None


@attrs.frozen
class _Part:
    kind: str
    first: int
    last: int
    home: str | None = None


def datelines(reading: Reading, dates: Sequence[tuple[int, int]]) -> tuple[Dateline, ...]:
    """The datelines of a text, in order."""
    ends = dict(dates)
    found = []
    for index, (first, last) in enumerate(reading.sentences):
        if first > _DEEPEST:
            break
        line = _dateline(reading, first, last, ends, lead=index < _LEAD)
        if line is not None:
            found.append(line)
    return tuple(found)


def _dateline(reading: Reading, first: int, last: int, dates: dict[int, int], lead: bool) -> Dateline | None:
    near = reading.words[first : min(last, first + _NEAR)]
    if _SEPARATING.isdisjoint(near) and not any(map(str.isdigit, near)):
        return None
    raw = tuple(_parts(reading, first, last, dates))
    if not _may_be(raw, lead):
        return None
    tags = bases(reading.words[first : raw[-1].last])
    parts = tuple(
        attrs.evolve(part, kind=_of_words(tags[part.first - first : part.last - first])) if part.kind == "W" else part
        for part in raw
    )
    kinds = "".join(part.kind for part in parts)
    shape = _SIGNED.match(kinds)
    if shape is None or _SIGNS.isdisjoint(shape[0]) or _LISTED.search(kinds):
        shape = _BARE.match(kinds) if lead else None
    if shape is None:
        return None
    held = parts[: shape.end()]
    if len(held) == 1 and reading.words[first] not in _CLOSING:
        return None  # an agency's letters alone may be a word: "ومع"
    return Dateline(
        first,
        held[-1].last,
        tuple((part.first, part.last) for part in held if part.kind in ("G", "N") or (part.kind == "P" and part.first == first)),
        tuple((part.first, part.last) for part in held if part.kind == "D"),
        next((part.home for part in held if part.home), None),
    )


def _may_be(parts: Sequence[_Part], lead: bool) -> bool:
    """Whether marks, dates or agencies stand where a dateline has them: all but a few sentences are done with here."""
    kinds = "".join(part.kind for part in parts)
    return re.match(r"[^W]*[AD]|W(?:,W)?[-/:,]*[ADB]" + ("|W(?:,W)?[-:]" if lead else ""), kinds) is not None


def _parts(reading: Reading, first: int, last: int, dates: dict[int, int]) -> Iterator[_Part]:
    """The parts at the beginning of a sentence, up to more words in a row than a name has or as far as a dateline may reach."""
    stop = min(last, first + _LONGEST)
    index = begin = first
    while index < stop and index - begin <= _NAME + 1:
        part = _part_at(reading, index, stop, dates) or (_agency(reading, index, stop) if index == begin else None)
        if part is None:
            index += 1
            continue
        if index > begin:
            yield _Part("W", begin, index)
        yield part
        begin = index = part.last
    if index > begin:
        yield _Part("W", begin, index)
    if index == last:
        yield _Part("$", last, last)


def _part_at(reading: Reading, index: int, stop: int, dates: dict[int, int]) -> _Part | None:
    """The mark, date or bracket that begins at a token."""
    words, folded = reading.words, reading.folded
    mark = _MARKS.get(words[index])
    if mark is not None:
        return _Part(mark, index, index + 1)
    at = index + 1 if folded[index] == "في" else index
    end = dates.get(at, 0)
    if end and any(word.isdigit() for word in folded[at:end]):
        return _Part("D", index, end)
    end = _numbers(words, index, stop)
    if end > index + 1:
        return _Part("D", index, end)
    if words[index] in _CLOSING:
        return _bracket(reading, index, min(stop, index + _BRACKET))
    return None


def _numbers(words: Sequence[str], index: int, stop: int) -> int:
    """The end of numbers with strokes between them ("14 - 9") that begin at a token."""
    while index < stop and words[index].isdigit():
        index += 1
        if index + 1 < stop and words[index] in "-/" and words[index + 1].isdigit():
            index += 1
    return index


def _agency(reading: Reading, index: int, stop: int) -> _Part | None:
    known, folded = agencies(), reading.folded
    name: list[str] = []
    found = None
    for at in range(index, min(stop, index + 2 * longest_agency())):  # points between letters count for nothing
        if folded[at] == "." and name:
            continue
        name.append(folded[at])
        home = known.get(tuple(name))
        if home is not None:
            found = _Part("A", index, at + 1, home or None)
        elif len(name) >= longest_agency():
            break
    return found


def _bracket(reading: Reading, index: int, stop: int) -> _Part | None:
    closing = _CLOSING[reading.words[index]]
    last = next((at for at in range(index + 1, stop) if reading.words[at] == closing), None)
    if last is None:
        return None
    inside = [part for at in range(index + 1, last) if (part := _agency(reading, at, last)) is not None]
    return _Part("A" if inside else "B", index, last + 1, inside[0].home if inside else None)


def _of_words(tags: Sequence[str]) -> str:
    if len(tags) > _NAME or not _VERBS.isdisjoint(tags):
        return "V" if tags[0] == "V" else "X"
    names = set(tags[1:] if tags[0] == "R" and len(tags) > 1 else tags)
    return next((kind for kind, allowed in _KINDS if names <= allowed), "X")
