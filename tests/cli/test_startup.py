"""What is loaded for a command: only what it needs, so that it starts at once."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Ended, kg_environment

SLOW = ("spacy", "rdflib", "networkx", "pyvis", "pyshacl", "trafilatura", "rich", "jinja2", "oxrdflib")
REPORT = """
import atexit, sys
from kg.cli.main import main
atexit.register(lambda: print("loaded", *sorted(set(sys.modules) & set({slow!r})), file=sys.stderr))
sys.argv = ["kg", *{arguments!r}]
main()
"""


def _loaded(arguments: list[str], folder: Path) -> list[str]:
    script = REPORT.format(slow=SLOW, arguments=arguments)
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, env=kg_environment(), capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stderr.splitlines()[-1].split()[1:]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["build", "--help"],
        ["ask", "who-said-what", "--help"],
        ["ask", "who-said-what", "--territory", "Shikotan"],
        ["sparql", "ASK { ?s ?p ?o }"],
        ["export"],
    ],
)
def test_command_loads_no_slow_library(arguments: list[str], built: tuple[Path, Ended]) -> None:
    assert _loaded(arguments, built[0]) == []


def test_command_leaves_the_collector_of_cycles_in_peace(tmp_path: Path) -> None:
    script = """
import gc, sys
from kg.cli.main import main

def rounds():
    before = sum(each["collections"] for each in gc.get_stats())
    made = [[] for _ in range(200_000)]
    return sum(each["collections"] for each in gc.get_stats()) - before

sys.argv, usual = ["kg", "--version"], rounds()
try:
    main()
finally:
    print(usual, rounds())
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    often, seldom = (int(number) for number in done.stdout.splitlines()[1].split())
    assert seldom * 10 < often


def _seconds(*command: str) -> float:
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run([sys.executable, *command], capture_output=True, check=True, env=kg_environment())
        times.append(time.perf_counter() - start)
    return min(times)


def test_help_comes_in_little_more_than_the_time_of_its_libraries() -> None:
    assert _seconds("-m", "kg", "--help") - _seconds("-c", "import typer, pyoxigraph") <= 0.6
