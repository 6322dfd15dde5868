"""How fast events are extracted, beside tokenising the same articles; how it grows with length; and texts made to hurt.

    python tests/benchmarks/bench_extract.py [FOLDER]

FOLDER holds articles; without it the example articles stand in.
"""

import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from camel_tools.tokenizers.word import simple_word_tokenize

from timeline import Article, extract, read_articles

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
HOSTILE = {
    "no space": "م",
    "digits": "1",
    "slashes": "/",
    "months": "يناير ",
    "brackets": "(",
    "quotes": "«",
    "and": "و",
    "verbs": "قال ",
    "meetings": "اجتماع ",
    "states": "روسيا ",
    "titles": "وزير ",
    "from": "من ",
    "sentences": "قال. ",
    "marks": "\u064b",
    "isolates": "\u2067",
}


def seconds(work: Callable[[], object], repeat: int = 3) -> float:
    """The best of a few runs."""
    best = float("inf")
    for _ in range(repeat):
        begin = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begin)
    return best


def main() -> None:
    """Run all and print."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLES
    articles = [item for item in read_articles(folder) if isinstance(item, Article)]
    words = sum(len(simple_word_tokenize(article.text)) for article in articles)
    for article in articles:
        extract(article)
    tokenising = seconds(lambda: [simple_word_tokenize(article.text) for article in articles])
    extracting = seconds(lambda: [extract(article) for article in articles])
    print(f"{len(articles)} articles, {words} tokens")
    print(f"a second: tokenising {words / tokenising:,.0f} tokens, extract {words / extracting:,.0f}")
    print(f"extract / tokenising: {extracting / tokenising:.1f}")

    tracemalloc.start()
    extract(max(articles, key=lambda article: len(article.text)))
    print(f"peak memory of the longest article: {tracemalloc.get_traced_memory()[1] / 1e6:.1f} MB")
    tracemalloc.stop()

    print("\ngrowth: an article of n words, seconds per million words")
    body = "\n".join(article.text for article in articles)
    for factor in (10, 100):
        text = "\n".join([body] * factor)
        count = words * factor
        print(f"{count:>10,} {seconds(lambda: extract(text, '2022-02-04'), 1) * 1e6 / count:>8.1f}")  # noqa: B023

    print("\nhostile: seconds for 2n over seconds for n (linear is 2)")
    for name, piece in HOSTILE.items():
        short, long = piece * (20_000 // len(piece)), piece * (40_000 // len(piece))
        ratio = seconds(lambda: extract(long, "2022-02-04"), 2) / seconds(lambda: extract(short, "2022-02-04"), 2)  # noqa: B023
        print(f"{name:<12} {ratio:.2f}", flush=True)


if __name__ == "__main__":
    main()
