"""Small words that Arabic writes glued in front of the next: و ف ب ل ك س and the article ال.

Nothing is split on sight, for "وزير" is no "و" + "زير": a vocabulary asks for the candidates and takes the one whose rest it knows.
"""

from collections.abc import Iterator

from timeline.reading.letters import bare

_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بلك"


def bare_prefixes(folded: str) -> Iterator[tuple[str, str]]:
    """(proclitics, rest) of a folded word, fewest letters cut first; the whole word comes first of all.

    "لل" gives back the article that its spelling swallows: للعام is ل + العام.

    >>> list(bare_prefixes("وبالعام"))
    [('', 'وبالعام'), ('و', 'بالعام'), ('وب', 'العام')]
    >>> list(bare_prefixes("للعام"))
    [('', 'للعام'), ('ل', 'العام'), ('ل', 'لعام')]
    """
    yield "", folded
    starts = [0]
    if len(folded) > 2 and folded[0] in _CONJUNCTIONS:
        yield folded[0], folded[1:]
        starts.append(1)
    for start in starts:
        if len(folded) - start > 2 and folded[start] in _PREPOSITIONS:
            cut = start + 1
            if folded[start:].startswith("لل"):
                yield folded[:cut], "ا" + folded[cut:]
            yield folded[:cut], folded[cut:]


def original_length(word: str, letters: int) -> int:
    """How many code points of the word as written its first `letters` bare letters take, marks that follow them included.

    >>> original_length("وَبِالعام", 2)
    4
    """
    if bare(word) == word:
        return min(letters, len(word))
    seen = 0
    for index, char in enumerate(word):
        width = len(bare(char))
        if seen >= letters and width:
            return index
        seen += width
    return len(word)
