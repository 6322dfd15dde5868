"""The short phrase that shows an action: the trigger and its core complement, cut where the language has a joint."""

from timeline.events.candidates import Candidate
from timeline.events.grammar import ADJUNCTS, OPENERS, PREPOSITIONS
from timeline.events.sheet import Sheet

_LONGEST = 12  # tokens
_STOPS = frozenset('،,.؛;:!?؟…»”")')


def action_phrase(sheet: Sheet, candidate: Candidate) -> str:
    """The phrase, as it stands in the text."""
    first = candidate.start
    ceiling = min(first + _LONGEST, _sentence_end(sheet, first))
    last = _cut(sheet, candidate, first, ceiling)
    reading = sheet.reading
    return reading.text[reading.starts[first] : reading.ends[last - 1]]


def _sentence_end(sheet: Sheet, token: int) -> int:
    return sheet.reading.sentences[sheet.reading.sentence_of(token)][1]


def _cut(sheet: Sheet, candidate: Candidate, first: int, ceiling: int) -> int:
    """The token after the phrase: the first stop behind the complement, or the last joint before the ceiling."""
    at_least = max(candidate.verb, candidate.noun) + 1
    joint = 0
    token = first + 1
    while token < ceiling:
        word = sheet.folded[token]
        if token > at_least or (token == at_least and word in _STOPS):
            if word in _STOPS:
                return token
            opens = word in OPENERS or (word[:1] == "و" and word[1:] in OPENERS)
            if opens and candidate.trigger.kind != "speech":
                return token
            if opens or word in PREPOSITIONS or word in ADJUNCTS:
                joint = token
        following = sheet.skip_name(token)
        token = following if following > token else token + 1
    if token >= _sentence_end(sheet, first) or (token <= ceiling and joint == 0):
        return max(min(token, _sentence_end(sheet, first)), at_least)
    return joint or max(min(token, ceiling), at_least)
