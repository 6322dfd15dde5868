"""Work on many articles at once, results in the order of the articles.

Each worker is a process at the other end of a pipe of its own. The pools of the standard library share one pipe and its lock among
all workers, so that one that is killed while it writes blocks the others and the end for ever; here it closes its own pipe.

A worker that dies (out of memory, killed) takes no other article's result with it: its article is given to a new one, and only if
that dies too is it reported as lost.
"""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection, wait
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


@attrs.define(eq=False)
class _Task(Generic[Result]):
    """An article to read, and once there is one its outcome."""

    article: Article
    deaths: int = 0
    outcome: Done[Result] | Notice | None = None


class _Worker(Generic[Result]):
    """A process that does one article at a time."""

    def __init__(self, work: Callable[[Article], Result]) -> None:
        ours, theirs = Pipe()
        self.pipe = ours
        with _ctrl_c_later():
            self.process = Process(target=_serve, args=(work, ours, theirs), daemon=True)
            self.process.start()
        theirs.close()  # else nobody would hear of its death

    def stop(self) -> None:
        self.pipe.close()
        self.process.terminate()
        self.process.join()


class Workers(Generic[Result]):
    """Processes that all do `work`, a picklable function of one article. A context manager.

    Leaving it, by Ctrl-C or otherwise, stops the processes.
    """

    def __init__(self, work: Callable[[Article], Result], jobs: int) -> None:
        self._work = work
        self._jobs = jobs
        self._idle: list[_Worker[Result]] = []
        self._busy: dict[Connection, tuple[_Worker[Result], _Task[Result]]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for worker in [*self._idle, *(worker for worker, _ in self._busy.values())]:
            worker.stop()

    def in_order(self, items: Iterable[Article | Notice]) -> Iterator[Done[Result] | Notice]:
        """Each article with its result, in order; notices pass through, and an article that failed becomes one.

        Only a few articles for each worker are in memory at any time.
        """
        stream = iter(items)
        first = list(islice(stream, WORTHWHILE if self._jobs > 1 else 0))
        if len(first) < WORTHWHILE:
            yield from map(self._here, chain(first, stream))
            return
        waiting: deque[_Task[Result]] = deque()
        for item in chain(first, stream):
            if isinstance(item, Notice):
                waiting.append(_Task(Article(""), outcome=item))
            else:
                waiting.append(_Task(item))
                while len(self._busy) >= self._jobs:
                    self._listen()
                self._give(waiting[-1])
            while waiting and (waiting[0].outcome is not None or len(waiting) > self._jobs * _WAITING_PER_WORKER):
                yield self._outcome(waiting.popleft())
        while waiting:
            yield self._outcome(waiting.popleft())

    def _here(self, item: Article | Notice) -> Done[Result] | Notice:
        if isinstance(item, Notice):
            return item
        try:
            return Done(item, self._work(item))
        except Exception as error:  # whatever it is, the other articles go on
            return _failure(item, _said(error))

    def _outcome(self, task: _Task[Result]) -> Done[Result] | Notice:
        while task.outcome is None:
            self._listen()
        return task.outcome

    def _give(self, task: _Task[Result]) -> None:
        """Let a worker do it, one that waits or a new one."""
        worker = self._idle.pop() if self._idle else _Worker(self._work)
        self._busy[worker.pipe] = (worker, task)
        try:
            worker.pipe.send(task.article)
        except OSError:  # it died while it had nothing to do
            self._bury(worker)
            self._give(task)

    def _listen(self) -> None:
        """Wait for a worker that is done, or dead."""
        for pipe in wait(list(self._busy)):
            worker, task = self._busy[pipe]  # type: ignore[index]
            try:
                result, failure = worker.pipe.recv()
            except (EOFError, OSError):
                self._bury(worker)
                task.deaths += 1
                if task.deaths > 1:
                    task.outcome = _failure(task.article, "the process that read it died (out of memory?)")
                else:
                    self._give(task)
            else:
                del self._busy[worker.pipe]
                self._idle.append(worker)
                task.outcome = Done(task.article, result) if failure is None else _failure(task.article, failure)

    def _bury(self, worker: _Worker[Result]) -> None:
        del self._busy[worker.pipe]
        worker.stop()


def name_of(article: Article) -> str:
    """What a person knows an article by."""
    return f"article {article.id}" + (f" ({article.source})" if article.source else "")


def _failure(article: Article, message: str) -> Notice:
    return Notice(name_of(article), message)


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def _serve(work: Callable[[Article], Result], theirs: Connection, ours: Connection) -> None:
    """What a worker does all its life: an article in; its result, or what failed, out."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's
    theirs.close()  # else nobody would hear of the parent's death
    while True:
        try:
            article = ours.recv()
        except (EOFError, OSError):
            return
        try:
            answer: tuple[Result | None, str | None] = (work(article), None)
        except Exception as error:  # whatever it is, the other articles go on
            answer = (None, _said(error))
        ours.send(answer)


@contextmanager
def _ctrl_c_later() -> Iterator[None]:
    """Ctrl-C waits while a process is started: the process inherits that, and so prints no traceback in its first moments."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
