"""One spelling for the many that a word has: the forms by which vocabularies are looked up.

`bare` drops what does not change a word (vowel signs, tatweel, invisible marks, presentation forms, the script of its digits).
`fold` goes on to letters that writers confuse (أ إ آ ا, ى ي, ة ه). آب (August) and أب (a father) fold alike: where that matters,
ask `bare`. Offsets are never taken from either form.
"""

import re
import unicodedata

from camel_tools.utils.dediac import dediac_ar

from timeline.reading.remembering import remembered

_PLAIN = re.compile(r"[\u0621-\u063A\u0641-\u064A0-9A-Za-z ]*").fullmatch
_INVISIBLE = dict.fromkeys((0x0640, *range(0x0610, 0x061B), *range(0x06D6, 0x06EE), 0x034F, 0xFE0F))
#: What Unicode calls format characters (Cf), as a class of a regular expression: marks that nobody sees, and that change no word.
FORMAT = (
    "\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u206f\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U00013438\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f"
)
_CONFUSABLE = str.maketrans("أإآٱىة", "اااايه")  # all at once, which takes a quarter of the time of camel-tools' three passes
_LETTERS = str.maketrans("یکہەھے٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "يكهههي01234567890123456789")


@remembered(1 << 16)
def bare(word: str) -> str:
    """The word without vowel signs, tatweel and invisible marks, in plain letters and ASCII digits.

    >>> bare("مُحَـــمَّد"), bare("٢٠٢٢"), bare("ﻻ")
    ('محمد', '2022', 'لا')
    """
    if _PLAIN(word):
        return word
    composed = unicodedata.normalize("NFKC", word).translate(_INVISIBLE).translate(_LETTERS)
    plain = dediac_ar(composed)
    return "".join(letter for letter in plain if unicodedata.category(letter) not in ("Cf", "Mn"))


@remembered(1 << 16)
def fold(word: str) -> str:
    """The bare word with confusable letters made one, in lower case.

    >>> fold("الأُولى"), fold("القاهرة") == fold("القاهره"), fold("NATO")
    ('الاولي', True, 'nato')
    """
    return bare(word).translate(_CONFUSABLE).lower()
