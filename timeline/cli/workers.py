"""Work on many articles at once, results in the order of the articles.

A worker process that dies (out of memory, killed) takes no other article's result with it: what it left undone is done again, each
alone in a process of its own, and only the one that kills its process again is reported as lost.
"""

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from types import TracebackType
from typing import Generic, Self, TypeVar

import attrs

from timeline.articles import Article, Notice

Result = TypeVar("Result")

#: Fewer articles than this are not worth starting processes for.
WORTHWHILE = 8
_WAITING_PER_WORKER = 4


@attrs.frozen
class Done(Generic[Result]):
    """An article and what came of it."""

    article: Article
    result: Result


class Workers(Generic[Result]):
    """A pool of processes that all do `work`, a picklable function of one article. A context manager.

    Leaving it by an exception (Ctrl-C above all) stops the processes at once.
    """

    def __init__(self, work: Callable[[Article], Result], jobs: int) -> None:
        self._work = work
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=kind is None, cancel_futures=True)
        if kind is not None:
            for child in multiprocessing.active_children():
                child.terminate()

    def in_order(self, items: Iterable[Article | Notice]) -> Iterator[Done[Result] | Notice]:
        """Each article with its result, in order; notices pass through, and an article that failed becomes one.

        Only a few articles for each worker are in memory at any time.
        """
        stream = iter(items)
        first = list(islice(stream, WORTHWHILE if self._jobs > 1 else 0))
        if len(first) < WORTHWHILE:
            yield from map(self._here, chain(first, stream))
            return
        waiting: deque[tuple[Article, Future[Result]] | Notice] = deque()
        for item in chain(first, stream):
            waiting.append(item if isinstance(item, Notice) else (item, self._submit(item)))
            if len(waiting) > self._jobs * _WAITING_PER_WORKER:
                yield self._collect(waiting.popleft())
        while waiting:
            yield self._collect(waiting.popleft())

    def _here(self, item: Article | Notice) -> Done[Result] | Notice:
        if isinstance(item, Notice):
            return item
        try:
            return Done(item, self._work(item))
        except Exception as error:  # whatever it is, the other articles go on
            return _failure(item, error)

    def _submit(self, article: Article) -> "Future[Result]":
        if self._pool is None:
            self._pool = _pool(self._jobs)
        with _ctrl_c_later():
            try:
                return self._pool.submit(self._work, article)
            except BrokenProcessPool:
                self._pool = _pool(self._jobs)
                return self._pool.submit(self._work, article)

    def _collect(self, item: "tuple[Article, Future[Result]] | Notice") -> Done[Result] | Notice:
        if isinstance(item, Notice):
            return item
        article, future = item
        try:
            return Done(article, future.result())
        except BrokenProcessPool:
            return self._alone(article)
        except Exception as error:  # whatever it is, the other articles go on
            return _failure(article, error)

    def _alone(self, article: Article) -> Done[Result] | Notice:
        pool = _pool(1)
        try:
            with _ctrl_c_later():
                future = pool.submit(self._work, article)
            return Done(article, future.result())
        except BrokenProcessPool:
            return Notice(name_of(article), "the process that read it died (out of memory?)")
        except Exception as error:  # whatever it is, the other articles go on
            return _failure(article, error)
        finally:
            pool.shutdown(wait=False)


def name_of(article: Article) -> str:
    """What a person knows an article by."""
    return f"article {article.id}" + (f" ({article.source})" if article.source else "")


def _failure(article: Article, error: Exception) -> Notice:
    return Notice(name_of(article), f"{type(error).__name__}: {error}")


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, initializer=_leave_ctrl_c_to_the_parent)


def _leave_ctrl_c_to_the_parent() -> None:
    """A worker that is stopped prints no traceback of its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _ctrl_c_later() -> Iterator[None]:
    """Ctrl-C waits while processes are started: they inherit that, and so print no traceback in their first moments either."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
