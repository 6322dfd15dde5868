"""The short phrase that shows an action: the trigger and its core complement, cut where the language has a joint."""

from timeline.events.candidates import Candidate
from timeline.events.grammar import ADJUNCTS, NEGATORS, OPENERS, PREPOSITIONS, WITHOUT
from timeline.events.sheet import Sheet
from timeline.model import Modality
from timeline.reading import original_length
from timeline.words.clitics import without_conjunction

_LONGEST = 12  # words, a name or a date counting as one
_SAYS = 8  # words of what is said that a statement's phrase holds, where its speaker is named at length
_SPEAKER = 20  # tokens of a speaker's further titles and of dates before what is said
_BEFORE_OBJECT = 5  # words of a phrase that has not come to its object yet
_ASIDE = 8  # tokens of an aside between commas right behind the trigger ("نشرت، في نهاية عام 2021، مسودة …")
_DENIALS = NEGATORS | WITHOUT
_COMMAS = frozenset("،,-–")
_STOPS = frozenset("،,.؛;:!?؟…()[]")
_QUOTES = frozenset('"«»“”')
_ON = frozenset({"علي", "عن", "الي"})  # "وأكد المجلس، وفق بلاغ، على …"
_HANGING = frozenset(
    {"ان", "بان", "انه", "انها", "انهم", "بانه", "بانها", "و", "او", "ثم", "قد", "لم", "لن", "لا", "ما", "هو", "هي", "كان", "كانت"}
)


def action_phrase(sheet: Sheet, candidate: Candidate, modality: Modality) -> str:
    """The phrase, as it stands in the text, without what is glued in front; what is denied keeps its particle ("لن يشارك").

    It runs from the trigger over its complement, for speech into what is said, and ends where the language has a joint.
    """
    reading = sheet.reading
    first = candidate.start
    end = reading.sentences[reading.sentence_of(first)][1]
    last = _cut(sheet, candidate, first, end)
    if modality == "negated" and first and sheet.folded[first - 1] in _DENIALS:
        particle = sheet.folded[first - 1]
        start, letters = first - 1, int(particle[0] in "وف" and particle[1:] in _DENIALS)
    else:
        start, letters = first, _glued(sheet, first)
    return reading.text[reading.starts[start] + original_length(reading.words[start], letters) : reading.ends[last - 1]]


def _glued(sheet: Sheet, token: int) -> int:
    """How many letters are glued in front of the trigger: a conjunction, and a preposition that leaves the noun whole ("بسحب")."""
    form = sheet.triggers[token]
    if form is None:
        return 0
    conjunction = 1 if form.proclitics[:1] in ("و", "ف") else 0
    preposition = form.aspect == "noun" and form.proclitics[conjunction:] in ("ب", "ل")
    swallowed = form.definite and form.proclitics[conjunction:] == "ل"  # "للقمة" holds the article of "القمة"
    return conjunction + (preposition and not swallowed)


def _cut(sheet: Sheet, candidate: Candidate, first: int, end: int) -> int:
    """The token after the phrase: at the first stop behind the complement, else at the last joint that a short phrase has."""
    least = max(candidate.verb, candidate.noun) + 1
    speaks = candidate.trigger.kind == "speech"
    token, joint = _past_aside(sheet, least, end), 0
    words, said = least - first, 0  # what the phrase holds so far, and of that what is said
    saying = False
    while token < end:
        word = sheet.folded[token]
        bare = without_conjunction(word)
        opens = word in OPENERS or bare in OPENERS
        if word in _QUOTES:
            saying = saying or speaks
            token += 1
            continue
        if word in _STOPS:
            further = _past_stop(sheet, token, end) if speaks and not said else 0
            if not further and words <= _BEFORE_OBJECT and (behind := _past_date(sheet, token, end)):
                further = behind
            if not further:
                return _trimmed(sheet, token, least)
            token = further
            continue
        another = token > least and not saying and _another_deed(sheet, token)
        if another or (opens and not (speaks and not said)):
            return _trimmed(sheet, token, least)
        saying = saying or (speaks and opens)
        if words >= _LONGEST and said >= (_SAYS if saying else 0):
            return _trimmed(sheet, joint or token, least)
        if word in PREPOSITIONS or bare in PREPOSITIONS or word in ADJUNCTS:
            joint = token if token > least and (said > 1 or not saying) else joint
        token = max(sheet.skip_name(token), token + 1)
        words += 1
        said += saying
    return _trimmed(sheet, end, least)


def _another_deed(sheet: Sheet, token: int) -> bool:
    """Whether a verb or a participle tells the next deed ("… في موسكو مشككا في"); an attribute stays with its noun ("الموقعة")."""
    return sheet.verb(token) is not None or (sheet.participle(token) is not None and not sheet.folded[token].startswith("ال"))


def _past_stop(sheet: Sheet, token: int, end: int) -> int:
    """The token at which what is said begins, behind the commas of a speaker's name or of a date: "قال الوزير، أمس، إن …"; or 0."""
    for ahead in range(token + 1, min(end, token + _SPEAKER)):
        word = sheet.folded[ahead]
        if word in _QUOTES or OPENERS.get(word) == "content" or (word in _ON and sheet.folded[ahead - 1] in _COMMAS):
            return ahead
        if sheet.verb(ahead) is not None or word in ".؛;!?؟…":
            return 0
    return 0


def _past_date(sheet: Sheet, token: int, end: int) -> int:
    """The token behind a date between two commas, where the object follows it ("وقعت مصر وقطر، أمس، اتفاقا"); or 0."""
    if token + 1 >= end or sheet.folded[token] not in _COMMAS or sheet.date_of[token + 1] < 0:
        return 0
    close = sheet.skip_name(token + 1)
    behind = close + 1
    if behind >= end or sheet.folded[close] not in _COMMAS or sheet.verb(behind) is not None:
        return 0
    word = sheet.folded[behind]
    return 0 if word in OPENERS or word in PREPOSITIONS or word in ADJUNCTS or not word.isalpha() else behind


def _trimmed(sheet: Sheet, token: int, least: int) -> int:
    """The token, without what hangs in the air before it: a preposition, an opener, a mark."""
    while token > least:
        word = sheet.folded[token - 1]
        hangs = word in _HANGING or word in PREPOSITIONS or word in ADJUNCTS or word in _STOPS or word in OPENERS
        opened = word in '"«“' and sheet.skip_name(token - 1) == token - 1 and not _closes(sheet, token - 1, least)
        if not hangs and not opened:
            break
        token -= 1
    return token


def _closes(sheet: Sheet, mark: int, first: int) -> bool:
    """Whether a quotation mark closes what another opened in the phrase."""
    return any(sheet.folded[token] in '"«“' for token in range(first, mark))


def _past_aside(sheet: Sheet, token: int, end: int) -> int:
    """The token behind an aside between two commas that begins at the given one, or the given one."""
    if token < end and sheet.folded[token] in _COMMAS:
        for close in range(token + 2, min(token + _ASIDE, end - 1)):
            if sheet.folded[close] in _COMMAS:
                return close + 1
    return token
