"""The rules for prepositions: in its example a party has the part, in its counter-example it has not."""

from datetime import date

import pytest

import timeline
from timeline.events.complements import CORRECTIONS, Correction
from timeline.events.parts import PARTS, Part

_PUBLISHED = date(2023, 3, 15)


def _codes(text: str, part: str) -> set[str | None]:
    found = timeline.extract(text, published=_PUBLISHED)
    events = [*found, *found.undated]
    return {actor.code for event in events for actor in (event.actors if part == "actor" else event.targets)}


@pytest.mark.parametrize("rule", PARTS, ids=lambda rule: f"{rule.key}-{rule.part}")
def test_example_and_counter_example(rule: Part) -> None:
    assert rule.code in _codes(rule.example, rule.part)
    assert rule.code not in _codes(rule.counter, rule.part)


@pytest.mark.parametrize("correction", CORRECTIONS, ids=lambda correction: correction.example)
def test_correction_shows_itself(correction: Correction) -> None:
    if correction.part:
        assert correction.code in _codes(correction.example, correction.part)
    else:
        assert correction.code not in _codes(correction.example, "actor") | _codes(correction.example, "target")
