"""The table of speeds, then hostile text: `python -m tests.benchmarks [FILE|FOLDER …]`, or `make bench`."""

import sys

from tests.benchmarks import bench_fire, bench_speed

bench_speed.main(*sys.argv[1:])
print()
sys.exit(bench_fire.main("200000"))
