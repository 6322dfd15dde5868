"""What importing costs, beside the imports that cannot be avoided: camel-tools' tokenizer and dateparser.

The package itself loads nothing; its names load what they need when they are first asked for.

python tests/benchmarks/bench_start.py
"""

import subprocess
import sys
import time

_CAMEL = "camel_tools.tokenizers.word, camel_tools.utils.dediac, camel_tools.utils.normalize"
_HELP = "from timeline.cli import main; main(['-h'], standalone_mode=False)"
STARTS = {
    "python": "pass",
    "tokenizer and dateparser": f"import {_CAMEL}, dateparser",
    "import timeline": "import timeline",
    "from timeline import find_dates": "from timeline import find_dates",
    "from timeline import extract": "from timeline import extract",
    "timeline --help": f"import io, sys; sys.stdout = io.StringIO(); {_HELP}",
}
ROUNDS = 7


def seconds(code: str) -> float:
    """What a fresh process takes."""
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - begin


def main() -> None:
    """Print a line for each, the best of rounds in which all take turns."""
    best = [min(taken) for taken in zip(*([seconds(code) for code in STARTS.values()] for _ in range(ROUNDS)), strict=True)]
    print(f"{'':<34} {'seconds':>8} {'ratio':>6}")
    for name, taken in zip(list(STARTS)[1:], best[1:], strict=True):
        print(f"{name:<34} {taken - best[0]:>8.3f} {(taken - best[0]) / (best[1] - best[0]):>6.2f}")


if __name__ == "__main__":
    main()
