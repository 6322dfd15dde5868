"""Fields under their usual names, in tables, JSON and sidecars, and the reader told which were taken."""

from pathlib import Path

import pytest

from timeline.articles import Article, Notice, read_articles

TEXT = "التقى الوزير نظيره في جنيف أمس"
DATES = (
    "published",
    "date",
    "published_at",
    "publishedAt",
    "pubDate",
    "datePublished",
    "Publish Date",
    "datetime",
    "التاريخ",
    "تاريخ النشر",
)


def rows(*records: dict[str, object], **options: object) -> list[Article | Notice]:
    return list(read_articles(list(records), **options))


def only(*records: dict[str, object], **options: object) -> Article:
    (article,) = (item for item in rows(*records, **options) if isinstance(item, Article))
    return article


@pytest.mark.parametrize("name", DATES)
def test_a_date_is_found_under_each_of_its_usual_names_and_said(name: str) -> None:
    *notices, article = rows({"text": TEXT, name: "2022-02-04"})
    assert str(article.published) == "2022-02-04"
    assert [str(notice) for notice in notices] == ([] if name == "published" else [f'table 1: taken as published: "{name}"'])
    assert article.published_from == (None if name == "published" else f'the field "{name}"')


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("text", "body"),
        ("text", "النص"),
        ("source", "Outlet"),
        ("title", "headline"),
        ("url", "link"),
        ("url", "الرابط"),
        ("id", "_id"),
    ],
)
def test_so_are_the_other_fields(field: str, name: str) -> None:
    record = {"text": TEXT} if field != "text" else {}
    assert getattr(only({**record, name: "قيمة"}), field) == "قيمة"


def test_the_first_name_that_holds_something_counts() -> None:
    assert str(only({"text": TEXT, "published": "", "date": "2022-02-04", "pubDate": "2021-01-01"}).published) == "2021-01-01"
    assert only({"text": TEXT, "published": None, "datetime": "NaT"}).published is None


def test_a_name_of_ones_own_wins_and_stands_alone() -> None:
    record = {"text": TEXT, "date": "2021-01-01", "crawled": "2022-02-04"}
    assert str(only(record, fields={"published": "crawled"}).published) == "2022-02-04"
    assert only({**record, "crawled": None}, fields={"published": "crawled"}).published is None


def test_a_field_that_no_article_has_is_misuse() -> None:
    with pytest.raises(ValueError, match="no 'colour'"):
        read_articles([], fields={"colour": "x"})


def test_what_looks_like_a_date_and_is_none_of_the_usual_names_is_said_once() -> None:
    first, *others = rows({"text": TEXT, "id": "a", "modified": "2022-02-04"}, {"text": TEXT, "id": "b", "modified": "2022-02-05"})
    assert "--field published=modified" in str(first)
    assert not first.lost
    assert [article.published for article in others] == [None, None]


@pytest.mark.parametrize("nothing", [None, "", "NaT", "nan", "None", "null", "N/A", float("nan")])
def test_nothing_is_no_date(nothing: object) -> None:
    assert only({"text": TEXT, "published": nothing}).published is None
    if isinstance(nothing, float):
        assert Article(TEXT, nothing).published is None


def test_an_object_gives_the_outlet_by_its_name() -> None:
    assert only({"text": TEXT, "source": {"id": None, "name": "وكالة"}}).source == "وكالة"


def test_a_sidecar_is_asked_under_the_same_names(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.toml").write_text('date = 2022-02-04\n"المصدر" = "وكالة"', "utf-8")
    (article,) = read_articles(tmp_path / "a.txt")
    assert (str(article.published), article.source) == ("2022-02-04", "وكالة")


@pytest.mark.parametrize("bad", ["x = " + "[" * 5000 + "]" * 5000, "x" + ".a" * 7000 + " = 1", "x = 1\n" * 5000])
def test_a_sidecar_that_nests_or_repeats_without_end_costs_its_article_alone(tmp_path: Path, bad: str) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(TEXT + name, "utf-8")
    (tmp_path / "a.toml").write_text(bad, "utf-8")
    notice, article = read_articles(tmp_path)
    assert "its sidecar a.toml" in str(notice)
    assert article.text == TEXT + "b"
