"""What importing costs, beside the imports that cannot be avoided: camel-tools' tokenizer and dateparser.

python tests/benchmarks/bench_start.py
"""

import subprocess
import sys
import time

UNAVOIDABLE = "import camel_tools.tokenizers.word, camel_tools.utils.dediac, camel_tools.utils.normalize, dateparser"


def seconds(code: str, repeat: int = 7) -> float:
    """The best of a few fresh processes."""
    best = float("inf")
    for _ in range(repeat):
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        best = min(best, time.perf_counter() - begin)
    return best


def main() -> None:
    """Print a line for each."""
    bare = seconds("pass")
    unavoidable = seconds(UNAVOIDABLE) - bare
    print(f"{'':<32} {'seconds':>8} {'ratio':>6}")
    for name, code in (
        ("tokenizer and dateparser", UNAVOIDABLE),
        ("import timeline", "import timeline"),
        ("timeline --help", "from timeline.cli import main; main(['--help'], standalone_mode=False)"),
    ):
        taken = seconds(code if "help" not in name else f"import sys, io; sys.stdout = io.StringIO(); {code}") - bare
        print(f"{name:<32} {taken:>8.3f} {taken / unavoidable:>6.2f}")


if __name__ == "__main__":
    main()
