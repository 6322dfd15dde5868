"""The short phrase that shows an action: the trigger and its core complement, cut where the language has a joint."""

from timeline.events.candidates import Candidate
from timeline.events.grammar import ADJUNCTS, OPENERS, PREPOSITIONS
from timeline.events.sheet import Sheet
from timeline.reading import original_length

_LONGEST = 12  # tokens
_ASIDE = 8  # tokens of an aside between commas right behind the trigger ("نشرت، في نهاية عام 2021، مسودة …")
_COMMAS = frozenset("،,-–")
_STOPS = frozenset('،,.؛;:!?؟…»”"“«()[]')


def action_phrase(sheet: Sheet, candidate: Candidate) -> str:
    """The phrase, as it stands in the text, without the conjunction glued in front."""
    reading = sheet.reading
    first = candidate.start
    end = reading.sentences[reading.sentence_of(first)][1]
    last = _cut(sheet, candidate, first, end)
    glued = original_length(reading.words[first], 1) if _joined(sheet, first) else 0
    return reading.text[reading.starts[first] + glued : reading.ends[last - 1]]


def _joined(sheet: Sheet, token: int) -> bool:
    form = sheet.triggers[token]
    return form is not None and form.proclitics[:1] in ("و", "ف")


def _cut(sheet: Sheet, candidate: Candidate, first: int, end: int) -> int:
    """The token after the phrase: at the first stop behind the complement, else at the last joint that a short phrase has."""
    least = max(candidate.verb, candidate.noun) + 1
    token, joint = _past_aside(sheet, least, end), 0
    limit = max(first, token - _ASIDE) + _LONGEST
    while token < end:
        word = sheet.folded[token]
        bare = word[1:] if word[:1] == "و" else word
        opens = word in OPENERS or bare in OPENERS
        if word in _STOPS or (opens and candidate.trigger.kind != "speech"):
            return token
        following = max(sheet.skip_name(token), token + 1)
        if following > limit:
            return joint or max(token, least)
        if opens or word in PREPOSITIONS or bare in PREPOSITIONS or word in ADJUNCTS:
            joint = token if token > least else 0
        token = following
    return end


def _past_aside(sheet: Sheet, token: int, end: int) -> int:
    """The token behind an aside between two commas that begins at the given one, or the given one."""
    if token < end and sheet.folded[token] in _COMMAS:
        for close in range(token + 2, min(token + _ASIDE, end - 1)):
            if sheet.folded[close] in _COMMAS:
                return close + 1
    return token
