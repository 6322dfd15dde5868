"""Where sentences begin."""

from collections.abc import Sequence

_TERMINALS = frozenset(".!?؟…。")
_CLOSERS = frozenset("\"'”’»)]}")
_LAYOUT = 4  # blanks that no writer leaves within a sentence
_LONGEST = (256, 8192)  # tokens and characters; prose stays far below, and what looks at all of a sentence stays affordable
_INITIALS = frozenset("دأما")  # "د." (doctor), "أ." (professor), "م." (engineer)


def sentence_starts(text: str, words: Sequence[str], starts: Sequence[int], ends: Sequence[int]) -> list[int]:
    """Indices of the tokens that begin a sentence.

    A sentence ends at . ! ? ؟ … (its closing quotes and brackets with it), at the end of a line, and at a run of blanks such as a
    page's layout leaves between headline and paragraph; the full stop of a decimal number, of an initial ("د. أحمد") and of a Latin
    abbreviation ends none. What goes on beyond all measure is cut.
    """
    firsts = [0] if words else []
    most_tokens, most_letters = _LONGEST
    first = 0
    for index in range(len(words) - 1):
        gap = text[ends[index] : starts[index + 1]] if ends[index] < starts[index + 1] else ""
        if (
            len(gap) >= _LAYOUT
            or "\n" in gap
            or "\r" in gap
            or "\u2029" in gap
            or _ends_sentence(index, words, gap)
            or index + 1 - first >= most_tokens
            or ends[index + 1] - starts[first] > most_letters
        ):
            first = index + 1
            firsts.append(first)
    return firsts


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
    return not (len(before) == 1 and (before in _INITIALS or (before.isascii() and before.isalpha())))
