"""What merging and explaining cost, in comparisons: counted, never timed."""

from collections import Counter
from typing import Any

import pytest

from tests.chronology.telling import AMERICA, CHINA, GENEVA, RUSSIA, on, tell, timeline_of
from timeline.chronology import Timeline, explaining, grouping, neighbours

SUMMIT = on("2022-01-10")


def summit(articles: int) -> Timeline:
    """One summit that many articles tell, each in words of its own, and a day later another meeting."""
    told = [
        tell(f"a{number}", SUMMIT, RUSSIA, AMERICA, head=f"لقاء{number}", type="CONSULT", place=GENEVA)
        for number in range(articles)
    ]
    return timeline_of(*told, tell("z", on("2022-01-12"), RUSSIA, CHINA))


def counted(monkeypatch: pytest.MonkeyPatch, module: Any, name: str, calls: Counter[str]) -> None:
    function = getattr(module, name)

    def count(*arguments: Any) -> Any:
        calls[name] += 1
        return function(*arguments)

    monkeypatch.setattr(module, name, count)


def comparisons_to_explain(monkeypatch: pytest.MonkeyPatch, timeline: Timeline) -> int:
    calls: Counter[str] = Counter()
    with monkeypatch.context() as patch:
        counted(patch, explaining, "compare", calls)
        counted(patch, neighbours, "field_points", calls)
        for event in timeline.entries:
            timeline.explain(event)
    return calls.total()


def test_explaining_a_summit_of_many_articles_costs_each_article_what_one_of_few_does(monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = summit(50), summit(400)
    assert len(many.entries) == 2
    assert comparisons_to_explain(monkeypatch, many) <= 10 * comparisons_to_explain(monkeypatch, few)


def test_the_tellings_of_one_article_are_never_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = timeline_of(*(tell("a", SUMMIT, RUSSIA, AMERICA, head=f"لقاء{number}", event=number) for number in range(300)))
    calls: Counter[str] = Counter()
    with monkeypatch.context() as patch:
        counted(patch, grouping, "points", calls)
        assert len(alone.entries) == 300
    assert not calls.total()
