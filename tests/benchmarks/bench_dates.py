"""How fast dates are found, beside tokenising the same text and beside dateparser's search.

    python tests/benchmarks/bench_dates.py [FILE …]

FILEs are articles (plain text); without any, the surfaces of the test corpus between filler sentences stand in for them.
Prints the ratio find_dates / simple_word_tokenize in one run, growth from 10,000 to 1,000,000 words, texts made to hurt, and
dateparser's `search_dates` on the first two thousand words.
"""

import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from camel_tools.tokenizers.word import simple_word_tokenize

from timeline.dates import find_dates

PUBLISHED = date(2022, 6, 15)
CASES = Path(__file__).parents[1] / "dates" / "cases.txt"
FILLER = (
    "وأكد المتحدث باسم الوزارة أن الجانبين اتفقا على مواصلة الحوار بشأن الملفات العالقة {}، وأن اللجان الفنية ستواصل عملها "
    "في العاصمة، مشددا على أهمية التنسيق بين البلدين في المحافل الدولية. "
)
HOSTILE = {
    "digits": "12",
    "digits and slashes": "1/2/",
    "month names": "يناير ",
    "half months": "كانون ",
    "months and slashes": "يناير/",
}
HOSTILE |= {
    "weekdays": "الخميس ",
    "brackets": "(",
    "letters و": "و",
    "units": "يوم ",
    "ordinals": "الثالث ",
    "numbers": "ألف ",
    "joints": "من ",
}


def seconds(work: Callable[[], object], repeat: int = 3) -> float:
    """The best of a few runs."""
    best = float("inf")
    for _ in range(repeat):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def words(count: int, source: str) -> str:
    """About so many words of the source, repeated as often as needed."""
    tokens = source.split(" ")
    return " ".join((tokens * (count // len(tokens) + 1))[:count])


def main() -> None:
    """Run all and print."""
    if len(sys.argv) > 1:
        source = "\n".join(Path(name).read_text("utf-8") for name in sys.argv[1:])
    else:
        surfaces = [line.replace("|", "") for line in CASES.read_text("utf-8").splitlines() if line and line[0] not in "#=@"]
        source = "\n".join(FILLER.format(surface) for surface in surfaces)
    print("words      tokenise s  find_dates s  ratio")
    for count in (10_000, 100_000, 1_000_000):
        text = words(count, source)
        repeat = 3 if count < 1_000_000 else 1
        tokenise, find = (
            seconds(lambda text=text: simple_word_tokenize(text), repeat),
            seconds(lambda text=text: find_dates(text, PUBLISHED), repeat),
        )
        print(f"{count:>9,}  {tokenise:10.3f}  {find:12.3f}  {find / tokenise:5.2f}")
    print("\nhostile text, one megabyte: tokenise s, find_dates s")
    for name, unit in HOSTILE.items():
        text = unit * (1_000_000 // len(unit))
        tokenise = seconds(lambda text=text: simple_word_tokenize(text), 1)
        print(f"{name:20} {tokenise:8.3f} {seconds(lambda text=text: find_dates(text, PUBLISHED), 1):8.3f}")
    from dateparser.search import search_dates

    text = words(2_000, source)
    print(f"\n2,000 words: find_dates {seconds(lambda: find_dates(text, PUBLISHED)):.3f} s, ", end="")
    print(f"dateparser search_dates {seconds(lambda: search_dates(text, languages=['ar']), 1):.3f} s")


if __name__ == "__main__":
    main()
