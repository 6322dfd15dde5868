"""How well the events of the readable corpus are found: `python -m tests.events.report [WORD] [--show]`.

WORD picks the cases whose id or phenomenon contains it; --show prints every difference.
"""

import argparse
import sys
from collections import Counter
from typing import TextIO

import timeline
from tests.events.cases import FIELDS, all_cases, judge, known_gaps


def report(word: str = "", *, show: bool = False, out: TextIO = sys.stdout) -> None:
    """Print precision and recall of the events found, how many of those have each field right, and the phenomena with failures."""
    cases = [case for case in all_cases() if word in case.id or word in case.phenomenon]
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    met: Counter[str] = Counter()
    for case in cases:
        verdict = judge(case, timeline.extract(case.text, published=case.published))
        seen["rows"] += len(case.rows)
        seen["found"] += len(verdict.pairs)
        seen["unexpected"] += len(verdict.unexpected)
        for row, event in verdict.pairs:
            checks = row.checks(event)
            seen.update(checks)
            right.update(field for field, good in checks.items() if good)
        complaints = verdict.complaints
        met[case.phenomenon] += not complaints
        if show and complaints:
            gap = " (known gap)" if case.id in known_gaps() else ""
            print(f"\n{case.id}{gap}: {case.phenomenon}, published {case.published}\n{case.text}", *complaints, sep="\n", file=out)
    for name, count in Counter(case.phenomenon for case in cases).items():
        if met[name] < count:
            print(f"{met[name]:4} of {count:3}  {name}", file=out)
    print(f"\n{sum(met.values())} of {len(cases)} cases met", file=out)
    print(f"found: precision {_per_cent(seen['found'], seen['found'] + seen['unexpected'])}", end="", file=out)
    print(f", recall {_per_cent(seen['found'], seen['rows'])} of {seen['rows']} events", file=out)
    print("of those found: " + ", ".join(f"{f} {_per_cent(right[f], seen[f])}" for f in FIELDS if seen[f]), file=out)


def _per_cent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("word", nargs="?", default="", help="only cases whose id or phenomenon contains it")
    parser.add_argument("--show", action="store_true", help="print every difference")
    options = parser.parse_args()
    report(options.word, show=options.show)


if __name__ == "__main__":
    main()
