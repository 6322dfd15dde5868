"""What holds for `extract` on any text and any day of publication."""

from collections.abc import Iterator
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import timeline
from tests.events.cases import all_cases
from timeline.model import Mention

WORDS = sorted({word for case in all_cases() for word in case.text.split()})
MARKS = [
    "\n",
    "\n\n",
    "،",
    ".",
    "؟",
    ":",
    "«",
    "»",
    '"',
    "(",
    ")",
    "-",
    "\u0640",
    "\u200f",
    "\u0650",
    "<b>",
    "=1+1",
    "٣",
    "۴",
    "99999",
]

NEWS = st.lists(st.sampled_from(WORDS) | st.sampled_from(MARKS) | st.text(max_size=3), max_size=60).map(" ".join)
SENTENCES = st.lists(st.sampled_from([case.text for case in all_cases()]), min_size=1, max_size=3).map("\n".join)
TEXTS = st.text() | NEWS | SENTENCES
DAYS = st.none() | st.dates()

anything = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def _mentions(found: timeline.Timeline) -> Iterator[Mention]:
    for event in (*found, *found.undated):
        yield from event.mentions


@anything
@given(TEXTS, DAYS)
def test_never_raises_and_every_event_rests_on_a_mention(text: str, published: date | None) -> None:
    found = timeline.extract(text, published=published)
    assert all(event.mentions for event in (*found, *found.undated))
    assert all(event.date is not None for event in found)
    assert all(event.date is None for event in found.undated)


@anything
@given(TEXTS, DAYS)
def test_quotes_are_the_text_itself(text: str, published: date | None) -> None:
    for mention in _mentions(timeline.extract(text, published=published)):
        assert text[mention.start : mention.end] == mention.quote
        assert mention.start <= mention.trigger.start < mention.trigger.end <= mention.end


@anything
@given(TEXTS, DAYS)
def test_all_evidence_lies_in_the_text(text: str, published: date | None) -> None:
    for mention in _mentions(timeline.extract(text, published=published)):
        for evidence in (*mention.actors, *mention.targets, mention.place, mention.reporter):
            assert evidence is None or 0 <= evidence.start < evidence.end <= len(text)
        if mention.date is not None:
            assert text[mention.date.start : mention.date.end] == mention.date.text


@anything
@given(TEXTS, DAYS)
def test_the_same_text_gives_the_same_events(text: str, published: date | None) -> None:
    once, again = (timeline.extract(text, published=published) for _ in range(2))
    assert list(once) == list(again)
    assert list(once.undated) == list(again.undated)


@anything
@given(SENTENCES, st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.text(alphabet=" \n\t", max_size=5))
def test_white_space_before_a_text_moves_its_offsets_alone(text: str, published: date, space: str) -> None:
    plain, moved = (timeline.extract(each, published=published) for each in (text, space + text))
    told = [[(m.trigger.start, m.quote.strip()) for m in _mentions(found)] for found in (plain, moved)]
    assert sorted((start + len(space), quote) for start, quote in told[0]) == sorted(told[1])
