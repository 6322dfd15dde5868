"""Which encoding bytes are in: UTF-8 almost always, else one of the two that Arabic was written in before it.

The two legacy code pages share half of their letters, so a wrong guess still gives Arabic letters, in the wrong places. Words tell
them apart: the article ال and a few particles stand all over any Arabic text, and only one of the readings has them.
"""

import codecs
import re

import attrs

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_LEGACY = ("cp1256", "iso8859_6")
_NAMES = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8 with a byte order mark",
    "utf-16": "UTF-16",
    "cp1256": "Windows-1256",
    "iso8859_6": "ISO-8859-6",
}
_SIGNS_OF_ARABIC = re.compile(r"\b(?:[وفبك]?ال(?=\w\w)|(?:في|من|على|إلى|عن|أن|مع|ما|لا)\b)")
_VOWELS = re.compile("[\u064b-\u0652\u0640]")
_WORD = re.compile(r"\w+")
_SAMPLE = 1 << 16


@attrs.frozen
class Encoding:
    """An encoding by its Python codec, and by the name that people know it under.

    >>> Encoding("cp1256").name, Encoding("utf-8").usual
    ('Windows-1256', True)
    """

    codec: str

    @property
    def name(self) -> str:
        """What people call it."""
        return _NAMES[self.codec]

    @property
    def usual(self) -> bool:
        """Whether it is UTF-8, with a byte order mark or without: nothing to report."""
        return self.codec.startswith("utf-8")


def detect(data: bytes, *, whole: bool = True) -> Encoding:
    """The encoding of the bytes; with `whole` false they are the beginning of more and may end inside a character.

    Raises ValueError where they are no text, or text in none of the known encodings.

    >>> detect("قال الوزير في بيان".encode("cp1256")).name
    'Windows-1256'
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return Encoding(codec)
    if b"\0" in data[:_SAMPLE]:
        raise ValueError("binary data, not text")
    broken = _break_in_utf8(data, whole)
    if broken is None:
        return Encoding("utf-8")
    sample = data[:_SAMPLE]
    shares = {codec: _arabic_share(sample, codec) for codec in _LEGACY}
    best = max(_LEGACY, key=lambda codec: shares[codec])
    if shares[best] < 0.1:
        raise ValueError(f"no UTF-8 (byte {broken}), and no Arabic in Windows-1256 or ISO-8859-6")
    return Encoding(best)


def decode(data: bytes) -> tuple[str, Encoding]:
    """The text in the bytes, byte order mark taken off, and the encoding that it was in.

    Raises ValueError where they are no text, or text in none of the known encodings.

    >>> decode(b"\\xef\\xbb\\xbf2022")[0]
    '2022'
    """
    encoding = detect(data)
    try:
        return data.decode(encoding.codec), encoding
    except UnicodeDecodeError as error:
        raise ValueError(f"not whole {encoding.name}: a broken character at byte {error.start}") from None


def _break_in_utf8(data: bytes, whole: bool) -> int | None:
    """Where the bytes stop being UTF-8, from 0; None where they never do."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, final=whole)
    except UnicodeDecodeError as error:
        return error.start
    return None


def _arabic_share(sample: bytes, codec: str) -> float:
    """The share of words that show the reading to be Arabic; 0 where the code page has no such characters."""
    try:
        text = _VOWELS.sub("", sample.decode(codec))
    except UnicodeDecodeError:
        return 0.0
    words = len(_WORD.findall(text))
    return len(_SIGNS_OF_ARABIC.findall(text)) / words if words else 0.0
