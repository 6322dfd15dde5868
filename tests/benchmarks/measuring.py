"""Time and memory of a piece of work."""

import gc
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def no_collector() -> Iterator[None]:
    """Without Python's collector of cycles, as `timeit` measures: its full rounds come in steps, which a ratio takes for growth."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def seconds(work: Callable[[], object], repeat: int = 3) -> float:
    """The least processor time of a few runs: what else the machine does counts little."""
    best = float("inf")
    for _ in range(repeat):
        gc.collect()
        begin = time.process_time()
        work()
        best = min(best, time.process_time() - begin)
    return best


def megabytes(work: Callable[[], object]) -> float:
    """The most memory that the work held at once, beside what was there before."""
    gc.collect()
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6
