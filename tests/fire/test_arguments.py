"""What is no argument is a TypeError or ValueError that names it."""

from collections.abc import Callable
from datetime import date

import pytest

import timeline
from timeline import Article, Store, Timeline, extract, find_dates, merge, read_articles

TEXT = "التقى لافروف كيري في جنيف أمس"
READ = extract(TEXT, "2022-02-04")

#: name of the argument → calls that give it something that it cannot be
WRONG_TYPE: dict[str, list[Callable[[], object]]] = {
    "article": [lambda: extract(None), lambda: extract(TEXT.encode()), lambda: extract([TEXT])],
    "text": [lambda: find_dates(None), lambda: find_dates(b"x"), lambda: find_dates(Article("x")), lambda: Article(None)],
    "published": [
        lambda: extract(TEXT, 20220204),
        lambda: find_dates(TEXT, ["2022-02-04"]),
        lambda: Article(TEXT, True),
        lambda: read_articles("x", published=5),
    ],
    "vocabulary": [lambda: extract(TEXT, vocabulary=5), lambda: extract(TEXT, vocabulary={})],
    "recognizer": [lambda: extract(TEXT, recognizer=5), lambda: extract(TEXT, recognizer="camel")],
    "timelines": [lambda: merge(None), lambda: merge("x"), lambda: merge([READ, READ]), lambda: merge(READ, TEXT)],
    "source": [lambda: Article(TEXT, source=5)],
    "title": [lambda: Article(TEXT, title=b"x")],
    "url": [lambda: Article(TEXT, url=5)],
    "id": [lambda: Article(TEXT, id=5)],
    "path": [lambda: Article.from_file(5), lambda: Article.from_file(None), lambda: Store(None)],
    "page": [lambda: Article.from_html(None), lambda: Article.from_html(5)],
    "inputs": [lambda: read_articles(None), lambda: read_articles(5), lambda: read_articles(["x"])],
    "stdin": [lambda: read_articles("-", stdin=5)],
    "articles": [lambda: Timeline([TEXT])],
    "mentions": [lambda: Timeline([], [5])],
    "begin": [lambda: READ.between(5)],
    "end": [lambda: READ.between(None, 5.0)],
    "who": [lambda: READ.involving(5), lambda: READ.involving("RUS", None)],
    "place": [lambda: READ.at(None)],
    "types": [lambda: READ.of_type(5)],
    "sources": [lambda: READ.from_source(5)],
    "keeps": [lambda: READ.where("RUS")],
}
WRONG_VALUE: dict[str, list[Callable[[], object]]] = {
    "published": [
        lambda: extract(TEXT, "soon"),
        lambda: extract(Article(TEXT), "2022-02-04"),
        lambda: find_dates(TEXT, "2022"),
        lambda: find_dates(TEXT, "31 فبراير 2022"),
        lambda: find_dates(TEXT, "0000-01-01"),
        lambda: find_dates(TEXT, "9999-99-99"),
        lambda: find_dates(TEXT, ""),
        lambda: find_dates(TEXT, "\ud800"),
        lambda: find_dates(TEXT, "1" * 5000),
        lambda: read_articles("x", published="yesterday"),
    ],
    "id": [lambda: Article(TEXT, id="")],
    "begin": [lambda: READ.between("soon"), lambda: READ.between("٢٠٢٢")],
    "end": [lambda: READ.between(None, "2022/01/01")],
    "format": [lambda: READ.write("nope"), lambda: READ.write("")],
    "lang": [lambda: READ.to_html(lang="xx"), lambda: READ.to_markdown(lang="xx")],
    "month": [lambda: timeline.DateSpan.month(2022, 13)],
    "year": [lambda: timeline.DateSpan.year(0), lambda: timeline.DateSpan.year(10_000)],
    "end .*before it begins": [lambda: timeline.DateSpan(date(2022, 1, 2), date(2022, 1, 1))],
}


def listed(table: dict[str, list[Callable[[], object]]]) -> list[object]:
    return [pytest.param(name, call, id=f"{name}-{number}") for name, calls in table.items() for number, call in enumerate(calls)]


@pytest.mark.parametrize(("name", "call"), listed(WRONG_TYPE))
def test_a_wrong_type_is_a_type_error_that_names_the_argument(name: str, call: Callable[[], object]) -> None:
    if name == "page":
        pytest.importorskip("trafilatura")
    with pytest.raises(TypeError, match=rf"^{name} must "):
        call()


@pytest.mark.parametrize(("name", "call"), listed(WRONG_VALUE))
def test_a_wrong_value_is_a_value_error_that_names_the_argument(name: str, call: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match=name):
        call()


def test_a_vocabulary_that_is_not_there_is_an_os_error_with_its_name() -> None:
    with pytest.raises(OSError, match=r"no-such-names\.toml"):
        extract(TEXT, vocabulary="no-such-names.toml")
