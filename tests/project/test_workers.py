"""Many articles at once: order kept, failures told, and a worker's death costs one article."""

import multiprocessing
import os
import struct
import sys
import time

import pytest

from timeline.articles import Article, Notice
from timeline.many import name_of
from timeline.workers import WORTHWHILE, Done, Workers

COUNT = WORTHWHILE * 4


def length(article: Article) -> int:
    """Longer for later articles, so that an early one can be overtaken."""
    if article.text == "raises":
        raise RuntimeError("as told")
    if article.text == "dies while it answers":
        pipe = sys._getframe(1).f_locals["ours"]
        os.write(pipe.fileno(), struct.pack("!i", 1 << 20) + b"the beginning of a megabyte")
    if article.text.startswith("dies"):
        os._exit(9)
    return len(article.text)


def articles(*special: tuple[int, str]) -> list[Article]:
    texts = {number: "x" * number for number in range(COUNT)} | dict(special)
    return [Article(text, id=f"{number:03}") for number, text in texts.items()]


def outcome(items: list[Article | Notice], jobs: int) -> list[Done[Article, int] | Notice]:
    with Workers(length, jobs, name=name_of) as workers:
        return list(workers.in_order(items))


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_articles_with_notices_in_their_place(jobs: int) -> None:
    items: list[Article | Notice] = [*articles()]
    items.insert(7, Notice("x", "y"))
    results = outcome(items, jobs)
    assert results.pop(7) == Notice("x", "y")
    assert [(done.item.id, done.result) for done in results] == [(f"{n:03}", n) for n in range(COUNT)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_article_that_fails_becomes_a_notice_that_names_it(jobs: int) -> None:
    results = outcome([*articles((5, "raises"))], jobs)
    assert results[5] == Notice("article 005", "RuntimeError: as told")
    assert sum(isinstance(one, Done) for one in results) == COUNT - 1


@pytest.mark.parametrize("how", ["dies", "dies while it answers"])
@pytest.mark.parametrize("place", [0, COUNT // 2, COUNT - 1])
def test_a_worker_that_dies_loses_its_article_and_no_other(place: int, how: str) -> None:
    results = outcome([*articles((place, how))], 2)
    lost = [one for one in results if isinstance(one, Notice)]
    assert [(one.where, "died" in one.message) for one in lost] == [(f"article {place:03}", True)]
    assert [one.item.id for one in results if isinstance(one, Done)] == [f"{n:03}" for n in range(COUNT) if n != place]


def test_many_deaths_are_each_told() -> None:
    results = outcome([*articles((3, "dies"), (4, "dies"), (20, "dies"))], 2)
    assert [one.where for one in results if isinstance(one, Notice)] == ["article 003", "article 004", "article 020"]


def test_few_articles_start_no_process() -> None:
    before = set(multiprocessing.active_children())
    with Workers(length, 4) as workers:
        stream = workers.in_order(articles()[: WORTHWHILE - 1])
        next(stream)
        assert set(multiprocessing.active_children()) == before


def test_leaving_by_an_exception_leaves_no_process_behind() -> None:
    def interrupted() -> None:
        with Workers(length, 2, name=name_of) as workers:
            next(workers.in_order(articles()))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    deadline = time.monotonic() + 10
    while multiprocessing.active_children() and time.monotonic() < deadline:
        time.sleep(0.01)  # the pool's own thread buries them
    assert multiprocessing.active_children() == []


def test_only_a_few_articles_are_taken_ahead() -> None:
    taken = 0

    def endless() -> object:
        nonlocal taken
        while True:
            taken += 1
            yield Article("x", id=str(taken))

    with Workers(length, 2, name=name_of) as workers:
        stream = workers.in_order(endless())
        for _ in range(50):
            next(stream)
        assert taken < 50 + 2 * WORTHWHILE
