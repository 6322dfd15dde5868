"""Everything that takes time, in one table of ratios from one run.

    python -m tests.benchmarks.bench_speed [FILE|FOLDER …]

The inputs are articles as `timeline extract` takes them; without any, the example articles stand in. Times are processor time, the
best of rounds in which what is compared takes turns, so that other work on the machine slows both sides of a ratio alike.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from camel_tools.tokenizers.word import simple_word_tokenize
from dateparser.search import search_dates

from tests.benchmarks.bench_merge import mentions
from tests.benchmarks.bench_start import ROUNDS, STARTS
from tests.benchmarks.bench_start import seconds as seconds_to_start
from tests.benchmarks.measuring import megabytes, seconds
from timeline import Article, Timeline, extract, find_dates, read_articles
from timeline.reading import read

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
LENGTHS = (10_000, 100_000, 1_000_000)
MERGES = (1_000, 10_000, 100_000)


def row(what: str, taken: float, words: int = 0, ratio: float = 0.0, to: str = "") -> None:
    """One line of the table."""
    speed = f"{words / taken:>11,.0f}" if words else f"{'':>11}"
    print(f"{what:<44} {taken:>8.3f} {speed} " + (f"{ratio:>7.2f}  {to}" if to else ""), flush=True)


def reading(articles: list[Article]) -> None:
    """Reading article by article, beside tokenising and beside dateparser."""
    words = sum(len(simple_word_tokenize(article.text)) for article in articles)
    work: dict[str, Callable[[], object]] = {
        "tokenising alone": lambda: [simple_word_tokenize(article.text) for article in articles],
        "tokens with offsets, folded": lambda: [read(article.text) for article in articles],
        "find_dates": lambda: [find_dates(article.text, article.published) for article in articles],
        "extract": lambda: [extract(article) for article in articles],
        "extract, and its entries": lambda: [extract(article).entries for article in articles],
    }
    work["extract"]()  # the vocabularies are loaded once
    rounds = [[seconds(task, 1) for task in work.values()] for _ in range(5)]
    best = [min(taken) for taken in zip(*rounds, strict=True)]
    for name, taken in zip(work, best, strict=True):
        row(f"{name}, {len(articles)} articles", taken, words, taken / best[0], "tokenising")
    sample = " ".join(" ".join(article.text for article in articles).split()[:500])
    theirs, ours = seconds(lambda: search_dates(sample, languages=["ar"]), 1), seconds(lambda: find_dates(sample))
    row("dateparser's search_dates, 500 words", theirs, 500, theirs / ours, "find_dates")


def memory(articles: list[Article]) -> None:
    """The most that one article takes."""
    peaks = sorted(megabytes(lambda article=article: extract(article).entries) for article in articles[:100])  # type: ignore[misc]
    print(f"{'peak memory of an article, median and most':<44} {peaks[len(peaks) // 2]:>8.1f} {peaks[-1]:>8.1f} MB")


def growth(articles: list[Article]) -> None:
    """One article that grows: time a word against the shortest."""
    tokens = " ".join(article.text for article in articles).split(" ")
    for name, task in (("find_dates", find_dates), ("extract", extract)):
        first = 0.0
        for length in LENGTHS:
            text = " ".join((tokens * (length // len(tokens) + 1))[:length])
            taken = seconds(lambda: task(text, "2022-02-04"), 3 if length < LENGTHS[-1] else 1)  # noqa: B023
            first = first or taken / length
            row(f"{name}, one text of {length:,} words", taken, length, taken / length / first, f"a word of {LENGTHS[0]:,}")


def merging() -> None:
    """Merging more and more tellings: time a telling against the fewest."""
    first = 0.0
    for count in MERGES:
        made = mentions(count)
        taken = seconds(lambda: Timeline(*made).entries, 1)  # noqa: B023
        first = first or taken / count
        row(f"merging {count:,} tellings", taken, 0, taken / count / first, f"a telling of {MERGES[0]:,}")


def starting() -> None:
    """What a fresh process takes beside Python itself."""
    best = [
        min(taken) for taken in zip(*([seconds_to_start(code) for code in STARTS.values()] for _ in range(ROUNDS)), strict=True)
    ]
    for name, taken in zip(list(STARTS)[1:], best[1:], strict=True):
        row(f"start: {name}", taken - best[0], 0, (taken - best[0]) / (best[1] - best[0]), "tokenizer and dateparser")


def main(*inputs: str) -> None:
    """Print the table."""
    articles = [item for item in read_articles(*(inputs or (EXAMPLES,))) if isinstance(item, Article)]
    print(f"{'':<44} {'seconds':>8} {'words/s':>11} {'ratio':>7}  to")
    starting()
    reading(articles)
    memory(articles)
    growth(articles)
    merging()


if __name__ == "__main__":
    main(*sys.argv[1:])
