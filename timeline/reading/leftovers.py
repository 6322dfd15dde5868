"""What a page left written out in HTML where the text has a blank: "21&nbsp;يناير", "الخميس<br>27 يناير"."""

import re

#: Character references of blanks and of marks of direction, by name and number, and line breaks.
_LEFTOVERS = re.compile(
    r"&(?:nbsp|ensp|emsp|thinsp|lrm|rlm|#0*(?:32|160|8194|8195|8201|8206|8207)|#[xX]0*(?:20|[aA]0|200[239eEfF]));|<[bB][rR]\s{0,8}/?>"
)


def blanked(text: str) -> str:
    """The text with as many blanks in the place of each, so that offsets stay.

    >>> blanked("21&nbsp;يناير")
    '21      يناير'
    """
    return _LEFTOVERS.sub(lambda found: " " * len(found[0]), text) if "&" in text or "<" in text else text


def narrowed(gap: str) -> str:
    """What stands between two tokens as a reader would see it: one blank for each blank, a line end for each line break.

    >>> narrowed("&nbsp;"), narrowed("<br/>"), narrowed(" , ")
    (' ', '\\n', ' , ')
    """
    return _LEFTOVERS.sub(lambda found: " " if found[0][0] == "&" else "\n", gap) if "&" in gap or "<" in gap else gap
