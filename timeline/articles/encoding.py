"""Which encoding bytes are in: UTF-8 almost always, else one of the two that Arabic was written in before it, or a wide one.

The two legacy code pages share half of their letters, so a wrong guess still gives Arabic letters, in the wrong places. How often
each letter is written tells them apart, in a text of two words already.
"""

import codecs
import re
from math import log

import attrs

#: The marks of wide encodings; that of UTF-32 begins like that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY = ("cp1256", "iso8859_6")
#: Widths of a character, and the codecs that have it: what is written without a mark shows by its zeros.
_WIDE = (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2))
_NAMES = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8 with a byte order mark",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32": "UTF-32",
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32",
    "cp1256": "Windows-1256",
    "iso8859_6": "ISO-8859-6",
}
#: How many of a thousand letters of Arabic news each is.
_OFTEN = {
    "ا": 160, "ل": 116, "ي": 84, "و": 58, "م": 58, "ن": 53, "ر": 50, "ت": 48, "ب": 31, "د": 30, "ة": 30, "ع": 30, "س": 28, "ف": 25,
    "ق": 24, "ه": 19, "أ": 19, "ك": 17, "ح": 16, "ج": 14, "ط": 9, "إ": 9, "ش": 9, "ى": 9, "ص": 7, "ض": 7, "خ": 7, "ز": 7, "ئ": 6,
    "ث": 5, "ذ": 5, "ء": 4, "غ": 3, "ؤ": 2, "ظ": 2, "آ": 1,
}  # fmt: skip
_SELDOM = 0.5  # پ چ ژ گ and their like
_VOWELS = re.compile("[\u064b-\u0652\u0640]")
_WORD = re.compile(r"[^\W\d_]+")
_ARABIC = re.compile("[\u0620-\u06d3]+")
#: Letters that only end a word, and signs that begin one or are one: a wrong reading has the first inside and the second nowhere.
_ENDING = re.compile("[ةى](?=[\u0620-\u06d3])")
_SIGN = re.compile(r"\b(?:[وفبك]?ال(?=\w\w)|(?:في|من|على|إلى|عن|أن|مع|ما|لا)\b)")
_SAMPLE = 1 << 16
#: Of the words that are not ASCII, how many must be wholly Arabic in a reading of the bytes.
_ENOUGH = 0.9
#: Windows-1256 is met far more often; a text that could be either is in it.
_PRIOR = {"cp1256": 0.3, "iso8859_6": 0.0}
#: Fewer letters than this are no word of Arabic to go by.
_FEWEST = 3


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

    @property
    def wide(self) -> bool:
        """Whether a character takes several bytes of which some may be line ends: UTF-16 and UTF-32."""
        return self.codec.startswith(("utf-16", "utf-32"))


def detect(data: bytes, *, whole: bool = True) -> Encoding:
    """The encoding of the bytes; with `whole` false they are the beginning of more and may end inside a character.

    Raises ValueError where they are no text, or text in none of the known encodings.

    >>> detect("قال الوزير".encode("cp1256")).name, detect("قال الوزير".encode("utf-32-le")).name
    ('Windows-1256', 'UTF-32')
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return Encoding(codec)
    if b"\0" in data[:_SAMPLE]:
        return _wide(data)
    broken = _break_in_utf8(data, whole)
    if broken is None:
        return Encoding("utf-8")
    likely = {codec: _likelihood(data[:_SAMPLE], codec) for codec in _LEGACY}
    best = max(_LEGACY, key=lambda codec: likely[codec])
    if likely[best] == float("-inf"):
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


def _wide(data: bytes) -> Encoding:
    """UTF-16 or UTF-32 without a mark: the reading in which all is printable and letters are Arabic or ASCII."""
    for codec, width in _WIDE:
        sample = data[: min(len(data), _SAMPLE) // width * width]
        try:
            text = sample.decode(codec)
        except UnicodeDecodeError:
            continue
        if len(data) % width == 0 and text and all(one.isprintable() or one.isspace() for one in text) and _shares_words(text):
            return Encoding(codec)
    raise ValueError("binary data, not text")


def _break_in_utf8(data: bytes, whole: bool) -> int | None:
    """Where the bytes stop being UTF-8, from 0; None where they never do."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, final=whole)
    except UnicodeDecodeError as error:
        return error.start
    return None


def _likelihood(sample: bytes, codec: str) -> float:
    """How likely a reading is Arabic, by how often its letters are and by signs of it; minus infinity where it is none."""
    try:
        text = _VOWELS.sub("", sample.decode(codec))
    except UnicodeDecodeError:
        return float("-inf")
    letters = [letter for word in _ARABIC.findall(text) for letter in word]
    if len(letters) < _FEWEST or not _shares_words(text):
        return float("-inf")
    often = sum(log(_OFTEN.get(letter, _SELDOM)) for letter in letters)
    signs = len(_SIGN.findall(text)) - len(_ENDING.findall(text))
    return _PRIOR[codec] + (often + 3 * signs) / len(letters)


def _shares_words(text: str) -> bool:
    """Whether words are Arabic or ASCII, none both: in a wrong reading accented letters stand among Arabic ones."""
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    return sum(_ARABIC.fullmatch(word) is not None for word in words) >= _ENOUGH * len(words)
