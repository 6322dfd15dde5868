"""The records of the grammar of persons: each does what its example says, and its counter-example needs no such record."""

import pytest

from timeline.names import Vocabulary, titles
from timeline.names.bearings import FRAMES
from timeline.names.drafts import Scan
from timeline.names.name_signs import BEGINNING, WITHIN, Word
from timeline.names.parse import drafts
from timeline.names.personal import name_end
from timeline.names.title_parts import PARTS
from timeline.page import page_of
from timeline.reading import bare, read


def scanned(marked):
    """(the text scanned, first and last token of what stands in brackets) of a marked text."""
    text, start, end = marked.replace("[", "").replace("]", ""), marked.index("["), marked.index("]") - 1
    reading = read(text)
    vocabulary = Vocabulary.default()
    first = next((index for index, at in enumerate(reading.starts) if at >= start), len(reading))
    last = sum(at < end for at in reading.starts)
    return (
        Scan(reading, vocabulary.lexicon.matches(reading), vocabulary, vocabulary.words, page_of(reading, ())),
        first,
        max(first, last),
    )


def ids(records):
    return [record.name for record in records]


def title_end(scan, first):
    return titles.title(scan, scan.matches[first], len(scan.reading)).last


@pytest.mark.parametrize("part", PARTS, ids=ids(PARTS))
def test_a_part_makes_its_title_longer(part, monkeypatch):
    """The title of the example ends with the brackets, and elsewhere without the part; that of the counter-example does so too."""
    scan, first, last = scanned(part.example)
    assert title_end(scan, first) == last
    other, other_first, other_last = scanned(part.counter)
    assert title_end(other, other_first) == other_last
    monkeypatch.setattr(titles, "PARTS", tuple(each for each in PARTS if each is not part))
    assert title_end(scan, first) != last


@pytest.mark.parametrize("frame", FRAMES, ids=ids(FRAMES))
def test_a_frame_finds_its_bearer(frame, monkeypatch):
    """The brackets of the example are one person with a name, found by this frame; those of the counter-example a title alone."""
    scan, first, last = scanned(frame.example)
    found = next(draft for draft in drafts(scan) if (draft.first, draft.last) == (first, last))
    assert found.name != (0, 0)
    other, other_first, other_last = scanned(frame.counter)
    counter = [draft for draft in drafts(other) if draft.first == other_first]
    assert [(draft.last, draft.name) for draft in counter] in ([], [(other_last, (0, 0))])
    monkeypatch.setattr("timeline.names.bearings.FRAMES", tuple(each for each in FRAMES if each is not frame))
    assert (first, last, found.name) not in [(draft.first, draft.last, draft.name) for draft in drafts(scan)]


@pytest.mark.parametrize(
    ("sign", "signs"),
    [(sign, signs) for signs in (BEGINNING, WITHIN) for sign in signs],
    ids=lambda each: getattr(each, "name", ""),
)
def test_a_sign_decides_its_example(sign, signs):
    """The name of the example is what stands in brackets, and the word at which it ends or goes on is decided by this sign."""
    plain = sign.example.replace("{", "").replace("}", "")
    scan, first, last = scanned(plain)
    end = len(scan.reading)
    titled = not scan.words.is_verb(scan.reading.folded[first - 1])
    index = last - sign.goes_on
    if "{" in sign.example:
        index = scan.reading.words.index(sign.example[sign.example.index("{") + 1 : sign.example.index("}")])
    word = Word(scan, index, first, end, scan.reading.folded[index], bare(scan.reading.words[index]), titled)
    deciding = next(each for each in signs if each.holds(word))
    assert deciding.name == sign.name
    assert name_end(scan, first, end, titled=titled) == last
