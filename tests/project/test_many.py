"""Many articles in code: order kept, failures as values, progress told."""

import pytest

import timeline
from timeline import Article, Notice
from timeline.workers import WORTHWHILE

TEXT = "وصل الوزير الروسي سيرغي لافروف إلى جنيف في {} يناير 2022."


def articles(count: int) -> list[Article]:
    return [Article(TEXT.format(number + 1), id=str(number)) for number in range(count)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_timelines_come_in_the_order_of_the_articles_as_extract_gives_them(jobs: int) -> None:
    given = articles(WORTHWHILE + 4)
    assert list(timeline.extract_many(given, jobs=jobs)) == [timeline.extract(article) for article in given]


def test_failures_are_values_in_their_place() -> None:
    class Broken:
        def recognize(self, tokens: object) -> list[object]:
            raise RuntimeError("no model")

    notice = Notice("a.txt", "no such file")
    first, second = timeline.extract_many([notice, *articles(1)], recognizer=Broken())  # type: ignore[arg-type]
    assert first == notice
    assert second == Notice("article 0", "RuntimeError: no model")


def test_progress_counts() -> None:
    done: list[int] = []
    for _ in timeline.extract_many(["وصل.", "غادر."], progress=done.append):
        pass
    assert done == [1, 2]


def test_an_article_that_comes_again_is_taken_once() -> None:
    one, again = timeline.extract_many(articles(1) * 2)
    assert isinstance(one, timeline.Timeline)
    assert isinstance(again, Notice)


MISUSE = [("نص", {}), (3, {}), ([], {"jobs": 0}), ([], {"jobs": True}), ([], {"vocabulary": 3})]


@pytest.mark.parametrize(("given", "options"), MISUSE)
def test_misuse_is_said_at_once(given: object, options: dict[str, object]) -> None:
    with pytest.raises((TypeError, ValueError)):
        timeline.extract_many(given, **options)  # type: ignore[arg-type]


def test_what_is_no_article_is_a_type_error_when_it_comes() -> None:
    with pytest.raises(TypeError, match="not int"):
        list(timeline.extract_many([3]))  # type: ignore[list-item]
