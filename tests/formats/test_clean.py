import pytest

from tests.formats.hostile import ADDRESSES
from timeline.formats.clean import link, one_line, ordered, printable, whole


@pytest.mark.parametrize(
    "good",
    [
        "http://example.org",
        "HTTPS://Example.org/a?b=c#d",
        "https://example.org:8443/",
        "https://[2001:db8::1]/x",
        "https://مثال.إختبار/خبر",
    ],
)
def test_http_addresses_are_links_in_ascii(good: str):
    found = link(good)
    assert found is not None
    assert found.isascii()
    assert found.lower().startswith(("http://", "https://"))


@pytest.mark.parametrize(
    "bad", [*(a for name, a in ADDRESSES.items() if name != "bracket"), "", None, "http://", "https:example.org", "ftp://a"]
)
def test_anything_else_is_none(bad):
    assert link(bad) is None


def test_an_address_is_quoted_once():
    address = link("https://example.org/أ?x=%D8%A3&y=1")
    assert address == "https://example.org/%D8%A3?x=%D8%A3&y=1"
    assert link(address) == address


@pytest.mark.parametrize("clean", [whole, printable])
def test_replacements_keep_every_offset(clean):
    text = "".join(map(chr, [*range(0x300), *range(0xD7F0, 0xE010), *range(0xFDC0, 0xFE00), *range(0xFFF0, 0x10010)]))
    assert len(clean(text)) == len(text)
    clean(text).encode("utf-8")


def test_marks_that_reorder_nothing_else_stay():
    assert ordered("a\u200fb\u200ec\u061cd") == "a\u200fb\u200ec\u061cd"
    assert ordered("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") == ""


def test_one_line_has_no_line_end_of_any_kind():
    assert one_line("a\nb\r\nc\x0bd\x85e\u2028f\u2029g\x1ch").splitlines() == ["a b c\ufffdd\ufffde f g\ufffdh"]
