"""Hostile text of n and of 2n code points: the time for 2n over the time for n. Linear is 2.

    python -m tests.benchmarks.bench_fire [2n] [NAME …]

2n is a million unless given; NAMEs choose from the corpus of `tests/fire`. Ends with 1 if a ratio is above 2.3.
"""

import sys
from collections.abc import Callable
from datetime import date

from tests.benchmarks.measuring import no_collector, seconds
from tests.fire.hostile import MIXTURES, UNITS, mixture, repeated
from timeline import extract, find_dates

LIMIT = 2.3
PUBLISHED = date(2022, 2, 4)


def ratio(work: Callable[[str, date], object], text: str) -> tuple[float, float]:
    """Seconds for the text, and these over those for its first half; what looks bad is measured again, the best of each counts."""
    half, whole = float("inf"), float("inf")
    for _ in range(4):
        with no_collector():
            half = min(half, seconds(lambda: work(text[: len(text) // 2], PUBLISHED), 1))
            whole = min(whole, seconds(lambda: work(text, PUBLISHED), 1))
        if whole / half <= LIMIT:
            break
    return whole, whole / half


def main(*arguments: str) -> int:
    """Print a line for each text; 1 if a ratio is above the limit."""
    sizes = [int(argument) for argument in arguments if argument.isdigit()]
    chosen = [argument for argument in arguments if not argument.isdigit()]
    size = sizes[0] if sizes else 1_000_000
    extract("قال بوتين أمس", PUBLISHED)
    above = 0
    print(f"{f'{size:,} code points of':<28} {'find_dates s':>12} {'2n : n':>7} {'extract s':>12} {'2n : n':>7}")
    for name in chosen or (*UNITS, *MIXTURES):
        text = repeated(UNITS[name], size) if name in UNITS else mixture(name, size)
        dates, extraction = ratio(find_dates, text), ratio(extract, text)
        above += (dates[1] > LIMIT) + (extraction[1] > LIMIT)
        mark = "  above" if max(dates[1], extraction[1]) > LIMIT else ""
        print(f"{name:<28} {dates[0]:>12.2f} {dates[1]:>7.2f} {extraction[0]:>12.2f} {extraction[1]:>7.2f}{mark}", flush=True)
    print(f"{above} ratios above {LIMIT}")
    return int(above > 0)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
