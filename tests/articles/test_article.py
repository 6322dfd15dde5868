"""An article is a value with an identity."""

from datetime import UTC, date, datetime

import attrs
import pytest

from timeline.articles import Article


@pytest.mark.parametrize(
    ("given", "day"),
    [
        (None, None),
        (date(2022, 2, 4), date(2022, 2, 4)),
        (datetime(2022, 2, 4, 23, 30, tzinfo=UTC), date(2022, 2, 4)),
        ("2022-02-04", date(2022, 2, 4)),
        ("2022-02-04T23:30:00+03:00", date(2022, 2, 4)),
        ("04 فبراير 2022ء", date(2022, 2, 4)),
        ("4 février 2022", date(2022, 2, 4)),
        ("13 جانفي 2022", date(2022, 1, 13)),
        ("10 جمادى الآخرة 1443هـ", date(2022, 1, 13)),
    ],
)
def test_published_is_kept_as_a_day_whatever_form_it_comes_in(given: object, day: date | None) -> None:
    assert Article("نص", given).published == day


@pytest.mark.parametrize("given", ["", "أمس", "2022", "فبراير 2022", "2022-02-31", "0000-01-01", "not a date"])
def test_published_that_names_no_day_is_a_value_error_that_names_the_argument(given: str) -> None:
    with pytest.raises(ValueError, match="published"):
        Article("نص", given)


@pytest.mark.parametrize("name", ["text", "id", "source", "title", "url"])
def test_a_field_that_is_no_string_is_a_type_error_that_names_it(name: str) -> None:
    with pytest.raises(TypeError, match=name):
        Article(**{"text": "نص", name: b"bytes"})


def test_an_empty_id_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="id"):
        Article("نص", id="")


def test_the_same_fields_give_the_same_id_and_any_other_field_another() -> None:
    plain = Article("نص", "2022-02-04", source="أ", title="ب", url="https://example.org/1")
    assert plain.id == attrs.evolve(plain, id=None).id
    changes = [{"text": "نص آخر"}, {"published": None}, {"source": "ج"}, {"title": None}, {"url": None}]
    assert len({plain.id, *(attrs.evolve(plain, id=None, **change).id for change in changes)}) == 1 + len(changes)


# The ids of odd texts published on 2022-02-04: what an interpreter's version of Unicode knows of a character must not count.
IDS = {
    "\u0642\u0627\u0644 \u0627\u0644\u0648\u0632\u064a\u0631": "1c6b0cf61c2c7ddb",  # plain letters
    "": "aaf3a46978526dcb",  # nothing
    "\ud800 \u0646\u0635": "71118ae67dfc20b2",  # a lone surrogate
    "\ud83d\ude00": "468e49ca3d4a3f85",  # two surrogates
    "\U0001f600": "4e2f6687ef59a023",  # the character that they would be
    "\U0001fae8\U00010ec2 \u0646\u0635": "fd54dbd9d7b6049c",  # characters of Unicode 15 and 16
    "a\u200f\x00\u0605\u1c89": "8c280cf3c734754b",  # invisible marks, and a letter of Unicode 16
    "\u08c8\u0628\u0890": "dccd448de9a54b9e",  # letters and signs of Unicode 14
    "line\r\n\u2028\"quoted\" \\ 'x'": "6674f8d365b27795",  # line ends, quotes, backslashes
}


@pytest.mark.parametrize("text", IDS, ids=ascii)
def test_an_id_is_the_same_in_every_process_and_on_every_python(text: str) -> None:
    assert Article(text, "2022-02-04").id == IDS[text]


def test_where_the_date_was_found_is_no_part_of_what_an_article_is() -> None:
    assert Article("نص", published_from="meta date") == Article("نص")


@pytest.mark.parametrize("text", ["", "\ud800", "\0", "\u202e", "a" * 100_000])
def test_any_string_is_a_text(text: str) -> None:
    article = Article(text)
    assert article.text == text
    assert len(article.id) == 16
    assert len(repr(article)) < 300
