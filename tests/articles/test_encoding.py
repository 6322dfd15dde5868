"""Bytes become text in the encoding that they are in."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.articles.encoding import decode, detect

TEXT = "عقد وزير الخارجية اجتماعا مع نظيره في جنيف، وقال إن المحادثات كانت مفيدة."
VOCALISED = "عَقَدَ وَزِيرُ الْخَارِجِيَّةِ اجْتِمَاعًا مَعَ نَظِيرِهِ فِي الْقَاهِرَةِ"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (TEXT.encode(), "UTF-8"),
        (b"", "UTF-8"),
        (b"plain ASCII", "UTF-8"),
        (TEXT.encode("utf-8-sig"), "UTF-8 with a byte order mark"),
        (TEXT.encode("utf-16"), "UTF-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "UTF-16"),
        (TEXT.encode("cp1256"), "Windows-1256"),
        (TEXT.encode("iso8859_6"), "ISO-8859-6"),
        (VOCALISED.encode("cp1256"), "Windows-1256"),
        (VOCALISED.encode("iso8859_6"), "ISO-8859-6"),
    ],
)
def test_each_encoding_is_told_from_the_others_and_the_text_comes_out_whole(data: bytes, name: str) -> None:
    text, encoding = decode(data)
    assert encoding.name == name
    assert text in (TEXT, VOCALISED, "", "plain ASCII")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        (bytes(range(128, 256)) * 4, "no UTF-8"),
        (TEXT.encode()[:-1] + b"\xd8", "no UTF-8"),
        ("Ça a été très décevant à l'été".encode("latin-1"), "no UTF-8"),
        (codecs.BOM_UTF8 + b"\xff", "broken character"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8", "broken character"),
    ],
)
def test_what_is_no_text_is_a_value_error_that_says_so(data: bytes, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        decode(data)


def test_the_beginning_of_more_may_end_inside_a_letter() -> None:
    assert detect(TEXT.encode()[:-1] + "م".encode()[:1], whole=False).usual


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_a_value_error(data: bytes) -> None:
    try:
        text = decode(data)[0]
    except ValueError:
        return
    assert isinstance(text, str)


@given(st.text(st.characters(codec="utf-8")))
def test_any_text_in_utf_8_comes_back_as_it_was(text: str) -> None:
    data = text.encode()
    if b"\0" not in data and not text.startswith("\ufeff"):
        assert decode(data)[0] == text
