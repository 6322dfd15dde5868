"""Runs every benchmark of this folder: `python -m tests.benchmarks`, or `make bench`."""

import runpy
import sys
from pathlib import Path

for script in sorted(Path(__file__).parent.glob("bench_*.py")):
    print(f"\n== {script.stem.removeprefix('bench_')}", flush=True)
    sys.argv = [str(script)]
    runpy.run_path(str(script), run_name="__main__")
