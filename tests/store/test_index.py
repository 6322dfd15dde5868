"""The index of a store is that of a whole merge, whatever was added when, and costs what a change touches."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.reading import articles, extract
from timeline.articles import Article
from timeline.chronology import Timeline, merge
from timeline.store import Store, index

ARTICLES = articles(24)


def same(store: Store, whole: Timeline) -> None:
    views = [
        ({"actor": "RUS"}, whole.involving("RUS")),
        ({"place": "geneva"}, whole.at("geneva")),
        ({"begin": "2022-03"}, whole.between("2022-03")),
    ]
    for filters, expected in views:
        found = store.timeline(**filters)  # type: ignore[arg-type]
        assert found == expected
        assert found.entries == expected.entries


@given(st.lists(st.lists(st.sampled_from(ARTICLES), max_size=6), max_size=6))
@settings(max_examples=40, deadline=None)
def test_it_is_that_of_a_whole_merge_in_whatever_steps_articles_come(steps: list[list[Article]]) -> None:
    with Store(":memory:", extract=extract) as store:
        known: list[Article] = []
        for step in steps:
            store.add(step)
            known += [article for article in step if article not in known]
            same(store, merge(*map(extract, known)))


def test_reading_again_takes_out_what_was_told_before() -> None:
    half = [Article(article.text.splitlines()[0], article.published, source=article.source) for article in ARTICLES]

    def less(article: Article) -> Timeline:
        return Timeline((article,), extract(article).mentions[:1])

    with Store(":memory:", extract=less, reader="1") as store:
        store.add([*ARTICLES, *half])
        same(store, merge(*map(less, [*ARTICLES, *half])))
        store.reader, store._extract = "2", extract
        store.refresh()
        same(store, merge(*map(extract, [*ARTICLES, *half])))
        assert store._row("SELECT count(*) FROM entries WHERE id NOT IN (SELECT entry FROM tellings)") == (0,)


def test_an_article_more_reads_what_it_touches_and_not_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice as many other articles, over other years, and as many tellings are read for the one that comes."""

    def read(years: int) -> int:
        many = [
            Article(f"{year}-{month:02}-01 RUS,USA talks geneva", source=f"paper {paper}")
            for year in range(1900, 1900 + years)
            for month in range(1, 13)
            for paper in range(2)
        ]
        calls: Counter[str] = Counter()
        original = index._read

        def counting(*arguments: Any) -> Any:
            found = list(original(*arguments))
            calls["read"] += len(found)
            return iter(found)

        with Store(":memory:", extract=extract) as store:
            store.add(many)
            store.timeline(actor="RUS", begin="2000")
            with monkeypatch.context() as patch:
                patch.setattr(index, "_read", counting)
                store.add(Article("1901-05-01 RUS,USA talks geneva", source="late"))
                assert len(store.timeline(begin="1901-05-01", end="1901-05-01").articles) == 3
        return calls["read"]

    assert read(4) == read(8) < 12


def test_an_index_that_cannot_be_written_changes_no_answer(tmp_path: Path) -> None:
    with Store(tmp_path / "talks.db", extract=extract) as store:
        store.add(ARTICLES)
        store._connection.execute("PRAGMA query_only = ON")
        same(store, merge(*map(extract, ARTICLES)))
