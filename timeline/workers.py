"""Work on many things at once (articles, saved pages), results in their order.

Each worker is a process at the other end of a pipe of its own. The pools of the standard library share one pipe and its lock among
all workers, so that one that is killed while it writes blocks the others and the end for ever; here it closes its own pipe.

A worker that dies (out of memory, killed) takes no other result with it: its item is given to a new one, and only if
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
from typing import Generic, Self, TypeVar, cast

import attrs

from timeline.articles import Notice

Item = TypeVar("Item")
Result = TypeVar("Result")

#: Fewer items than this are not worth starting processes for.
WORTHWHILE = 8
_WAITING_PER_WORKER = 4
#: Signals by which people and systems stop a program.
_STOPPING = {getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)}


@attrs.frozen
class Done(Generic[Item, Result]):
    """An item and what came of it."""

    item: Item
    result: Result


@attrs.define(eq=False)
class _Task(Generic[Item, Result]):
    """An item to work on, and once there is one its outcome."""

    item: Item | None
    deaths: int = 0
    outcome: Done[Item, Result] | Notice | None = None


class _Worker(Generic[Item, Result]):
    """A process that does one item at a time."""

    def __init__(self, work: Callable[[Item], Result]) -> None:
        ours, theirs = Pipe()
        self.pipe = ours
        with _signals_later():
            self.process = Process(target=_serve, args=(work, ours, theirs), daemon=True)
            self.process.start()
        theirs.close()  # else nobody would hear of its death

    def stop(self) -> None:
        self.pipe.close()
        self.process.terminate()
        self.process.join()


class Workers(Generic[Item, Result]):
    """Processes that all do `work`, a picklable function of one item. A context manager.

    `name` says what an item is called where it fails. Leaving it, by Ctrl-C or otherwise, stops the processes.
    """

    def __init__(self, work: Callable[[Item], Result], jobs: int, *, name: Callable[[Item], str] = str) -> None:
        self._work = work
        self._jobs = jobs
        self._name = name
        self._idle: list[_Worker[Item, Result]] = []
        self._busy: dict[Connection, tuple[_Worker[Item, Result], _Task[Item, Result]]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for worker in [*self._idle, *(worker for worker, _ in self._busy.values())]:
            worker.stop()

    def in_order(self, items: Iterable[Item | Notice]) -> Iterator[Done[Item, Result] | Notice]:
        """Each item with its result, in order; notices pass through, and an item that failed becomes one.

        Only a few items for each worker are in memory at any time.
        """
        stream = iter(items)
        first = list(islice(stream, WORTHWHILE if self._jobs > 1 else 0))
        if len(first) < WORTHWHILE:
            yield from map(self._here, chain(first, stream))
            return
        waiting: deque[_Task[Item, Result]] = deque()
        for item in chain(first, stream):
            if isinstance(item, Notice):
                waiting.append(_Task(None, outcome=item))
            else:
                waiting.append(_Task(item))
                while len(self._busy) >= self._jobs:
                    self._listen()
                self._give(waiting[-1])
            while waiting and (waiting[0].outcome is not None or len(waiting) > self._jobs * _WAITING_PER_WORKER):
                yield self._outcome(waiting.popleft())
        while waiting:
            yield self._outcome(waiting.popleft())

    def _here(self, item: Item | Notice) -> Done[Item, Result] | Notice:
        if isinstance(item, Notice):
            return item
        try:
            return Done(item, self._work(item))
        except Exception as error:  # whatever it is, the others go on
            return Notice(self._name(item), _said(error))

    def _outcome(self, task: _Task[Item, Result]) -> Done[Item, Result] | Notice:
        while task.outcome is None:
            self._listen()
        return task.outcome

    def _give(self, task: _Task[Item, Result]) -> None:
        """Let a worker do it, one that waits or a new one."""
        worker = self._idle.pop() if self._idle else _Worker(self._work)
        self._busy[worker.pipe] = (worker, task)
        try:
            worker.pipe.send(task.item)
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
                    task.outcome = Notice(self._called(task), "the process that read it died (out of memory?)")
                else:
                    self._give(task)
            else:
                del self._busy[worker.pipe]
                self._idle.append(worker)
                done = Done(cast(Item, task.item), result)
                task.outcome = done if failure is None else Notice(self._called(task), failure)

    def _called(self, task: _Task[Item, Result]) -> str:
        return self._name(cast(Item, task.item))

    def _bury(self, worker: _Worker[Item, Result]) -> None:
        del self._busy[worker.pipe]
        worker.stop()


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def _serve(work: Callable[[Item], Result], theirs: Connection, ours: Connection) -> None:
    """What a worker does all its life: an item in; its result, or what failed, out."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's
    for number in _STOPPING - {signal.SIGINT}:
        signal.signal(number, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPPING)
    theirs.close()  # else nobody would hear of the parent's death
    while True:
        try:
            item = ours.recv()
        except (EOFError, OSError):
            return
        try:
            answer: tuple[Result | None, str | None] = (work(item), None)
        except Exception as error:  # whatever it is, the others go on
            answer = (None, _said(error))
        try:
            ours.send(answer)
        except OSError:  # the parent was killed
            return


@contextmanager
def _signals_later() -> Iterator[None]:
    """What stops us waits while a process is started, which inherits that, and so prints no traceback in its first moments."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _STOPPING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
