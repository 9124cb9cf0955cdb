"""What the benchmarks share: CPU time of some runs, and the command that prints a table and keeps it."""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path


def best(work: Callable[[], object], runs: int) -> float:
    """Return the least CPU time of some runs, in seconds."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def tell(measure: Callable[[int], str], *, about: str | None, runs: int) -> None:
    """Print the table that `measure` returns for a number of runs, and keep it where --write says."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--runs", type=int, default=runs)
    parser.add_argument("--write", type=Path, metavar="FILE")
    options = parser.parse_args()
    table = measure(options.runs)
    sys.stdout.write(table)
    if options.write:
        options.write.write_text(table, encoding="utf-8")
