"""The commands as a user runs them, and a graph of two sample articles to ask."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ARTICLES = Path(__file__).parents[2] / "data" / "articles"
KURIL = ARTICLES / "kuril-2019-01-22.txt"
CHAGOS = ARTICLES / "chagos-2024-10-03.txt"


@dataclass(frozen=True)
class Ended:
    """How a command ended: its status and what it wrote."""

    status: int
    out: str
    err: str

    @property
    def only_error(self) -> str:
        """The one line on standard error; the command must have written nothing else."""
        assert self.out == ""
        assert self.err.count("\n") == 1, self.err
        return self.err.removesuffix("\n")


def kg_environment(**variables: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KG_")}
    return kept | {"COLUMNS": "120", "NO_COLOR": "1"} | variables


Run = Callable[..., Ended]


@pytest.fixture
def kg(tmp_path: Path) -> Run:
    """Return a function that runs kg in an empty folder."""

    def run(*arguments: object, given: bytes = b"", cwd: Path = tmp_path, **variables: str) -> Ended:
        done = subprocess.run(
            [sys.executable, "-m", "kg", *map(str, arguments)],
            input=given,
            capture_output=True,
            cwd=cwd,
            env=kg_environment(**variables),
            timeout=120,
        )
        return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ended]:
    """Build the graph of two sample articles; return its folder and how the command ended."""
    folder = tmp_path_factory.mktemp("built")
    done = subprocess.run(
        [sys.executable, "-m", "kg", "build", KURIL, CHAGOS, "--out", folder / "out"],
        capture_output=True,
        env=kg_environment(),
        timeout=120,
    )
    return folder, Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def copied(built: tuple[Path, Ended], tmp_path: Path) -> Path:
    """Return a folder of the test's own with the graph of two sample articles."""
    shutil.copytree(built[0] / "out", tmp_path / "out")
    return tmp_path


@pytest.fixture
def ask(kg: Run, built: tuple[Path, Ended]) -> Run:
    """Return a function that runs kg where the graph of two sample articles is."""
    return lambda *arguments, **options: kg(*arguments, cwd=built[0], **options)
