"""Of which day is it? Clues about a date that a trigger is offered, beside the ways on which it comes."""

from collections.abc import Callable

from timeline.events.clues.case import Dated
from timeline.events.clues.clue import Clue

_NEAR, _FAR = 4, 20  # tokens
#: Days that a story reaches back.
STORY = 3  # days that a story reaches back


def _tense(aspect: str, lies: str) -> Callable[[Dated], bool]:
    return lambda dated: dated.case.aspect == aspect and dated.lies == lies


def _modality(modality: str, lies: str) -> Callable[[Dated], bool]:
    return lambda dated: dated.case.draft.modality == modality and dated.lies == lies


WHEN: tuple[Clue[Dated], ...] = (
    Clue("a day", lambda dated: dated.days == 1),
    Clue("a few days", lambda dated: 1 < dated.days < 8),
    Clue("a month", lambda dated: 8 <= dated.days < 32),
    Clue("longer than a month", lambda dated: dated.days >= 32),
    Clue("longer than a month, lent", lambda dated: dated.days >= 32 and not dated.offer.own),
    Clue("a few days, lent", lambda dated: 1 < dated.days < 32 and not dated.offer.own),
    Clue("nearly", lambda dated: dated.offer.when.approximate),
    Clue("right beside", lambda dated: dated.distance is not None and dated.distance < _NEAR),
    Clue("far away", lambda dated: dated.distance is not None and dated.distance >= _FAR),
    Clue("behind another trigger, its own", lambda dated: dated.offer.own and dated.parted),
    Clue("behind another trigger, lent", lambda dated: not dated.offer.own and dated.parted),
    Clue("today", lambda dated: dated.lies == "around" and dated.days == 1),
    Clue("yesterday", lambda dated: dated.ago == 1),
    Clue("the last days", lambda dated: 1 < dated.ago <= STORY),
    Clue("long ago", lambda dated: dated.ago > STORY),
    Clue("long ago, lent", lambda dated: dated.ago > STORY and not dated.offer.own),
    Clue("a past verb long ago", lambda dated: dated.ago > STORY and dated.case.aspect == "past"),
    Clue("a present verb long ago", lambda dated: dated.ago > STORY and dated.case.aspect == "present"),
    Clue("a noun ahead", _tense("noun", "ahead")),
    Clue("a present verb ahead", _tense("present", "ahead")),
    Clue("a present verb in the past", _tense("present", "past")),
    Clue("a future verb ahead", _tense("future", "ahead")),
    Clue("a future verb around today", _tense("future", "around")),
    Clue("a fact ahead", _modality("asserted", "ahead")),
    Clue("a fact around today", _modality("asserted", "around")),
    Clue("a plan ahead", _modality("planned", "ahead")),
    Clue("a plan in the past", _modality("planned", "past")),
    Clue("a plan around today", _modality("planned", "around")),
    Clue("a denial ahead", _modality("negated", "ahead")),
)
