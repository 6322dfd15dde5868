"""Where sentences begin."""

from collections.abc import Sequence

from timeline.reading.leftovers import narrowed

_TERMINALS = frozenset(".!?؟…。")
_CLOSERS = frozenset("\"'”’»)]}")
_MARKS = _TERMINALS | _CLOSERS
_WITHIN = frozenset(("", " "))  # what stands between the words of a sentence
_LAYOUT = 4  # blanks that no writer leaves within a sentence
_LONGEST = (256, 8192)  # tokens and characters; prose stays far below, and what looks at all of a sentence stays affordable
_INITIALS = frozenset("دأما")  # "د." (doctor), "أ." (professor), "م." (engineer)


def sentence_starts(text: str, words: Sequence[str], starts: Sequence[int], ends: Sequence[int]) -> list[int]:
    """Indices of the tokens that begin a sentence.

    A sentence ends at . ! ? ؟ … (its closing quotes and brackets with it), at the end of a line, and at a run of blanks such as a
    page's layout leaves between headline and paragraph; the full stop of a decimal number, of an initial ("د. أحمد", "أ.ف.ب") and
    of a Latin abbreviation ends none. What goes on beyond all measure is cut.
    """
    if not words:
        return []
    most_tokens, most_letters = _LONGEST
    firsts = [0]
    full, far = most_tokens, starts[0] + most_letters
    for index, (word, end, start, next_end) in enumerate(zip(words, ends, starts[1:], ends[1:], strict=False), 1):
        gap = narrowed(text[end:start])
        if gap in _WITHIN and word not in _MARKS and index < full and next_end <= far:
            continue  # nearly all
        if index >= full or next_end > far or _parts(gap) or _ends_sentence(index - 1, words, gap):
            firsts.append(index)
            full, far = index + most_tokens, start + most_letters
    return firsts


def _parts(gap: str) -> bool:
    """Whether blanks end a line or are a page's layout."""
    return len(gap) >= _LAYOUT or "\n" in gap or "\r" in gap or "\u2029" in gap


def _ends_sentence(index: int, words: Sequence[str], gap: str) -> bool:
    word = words[index]
    following = words[index + 1]
    if word in _CLOSERS:
        return (
            index > 0 and words[index - 1] in _TERMINALS and following not in _CLOSERS and following not in _TERMINALS and bool(gap)
        )
    if word not in _TERMINALS or following in _TERMINALS or following in _CLOSERS:
        return False
    if word != ".":
        return True
    before = words[index - 1] if index else ""
    if not gap and ((before[-1:].isdigit() and following[:1].isdigit()) or (following.isascii() and following.isalnum())):
        return False
    return not (len(before) == 1 and before.isalpha() and (not gap or before in _INITIALS or before.isascii()))
