"""Text from outside, made fit for a format: what no article, title, source or address may smuggle in.

Lone surrogates become U+FFFD in every format but the whole-fidelity JSON (which escapes them), control characters wherever a format
forbids them. Each replacement takes one code point for one, so offsets stay true.
"""

import re
from urllib.parse import quote, urlsplit

REPLACEMENT = "\ufffd"

_SURROGATE = re.compile("[\ud800-\udfff]")
#: What XML 1.0 cannot carry, and C1 controls and noncharacters, which nobody can see: all controls but tab, line feed and return.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
#: Characters that reorder what follows them: embeddings, overrides and isolates. Plain marks (LRM, RLM, ALM) reorder nothing else.
_REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ADDRESS = re.compile(r"https?://[^\s<>\"\\^`{|}\x00-\x20\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]+", re.IGNORECASE)


def whole(text: str) -> str:
    """The text with each lone surrogate replaced by U+FFFD: what UTF-8 can carry.

    >>> whole("a\\ud800b")
    'a\ufffdb'
    """
    return _SURROGATE.sub(REPLACEMENT, text)


def printable(text: str) -> str:
    """The text with lone surrogates, noncharacters and control characters but tab and line ends replaced by U+FFFD.

    >>> printable("a\\x00b\\tc")
    'a\ufffdb\\tc'
    """
    return _CONTROL.sub(REPLACEMENT, text)


def one_line(text: str) -> str:
    """The printable text on one line, runs of white space made one space.

    >>> one_line("قال\\r\\nالوزير ")
    'قال الوزير'
    """
    return " ".join(printable(text).split())


def ordered(text: str) -> str:
    """The printable text without the characters that reorder their surroundings: no title may rearrange its neighbours.

    >>> ordered("a\\u202eb")
    'ab'
    """
    return _REORDERING.sub("", printable(text))


def link(address: str | None) -> str | None:
    """The address in ASCII if it is an http(s) one with a host, else None.

    >>> link("https://example.org/خبر"), link("javascript:alert(1)"), link("https://")
    ('https://example.org/%D8%AE%D8%A8%D8%B1', None, None)
    """
    address = (address or "").strip()
    if not _ADDRESS.fullmatch(address) or _SURROGATE.search(address):
        return None
    try:
        host = urlsplit(address).hostname
    except ValueError:
        return None
    return quote(address, safe="%/:?#[]@!$&'()*+,;=~-._") if host else None
