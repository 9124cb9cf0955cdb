"""What all tests share: the tools that some of them need, and a last line that tells which went without."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

CURE = "`make tools` installs it"
ROOT_CURE = "run the tests as root"
ALL_TOOLS = "KG_ALL_TOOLS"  # set where every tool must be there, so that no test is left out for want of one

_missing: dict[str, tuple[str, set[str]]] = {}


def _leave_out(request: pytest.FixtureRequest, tool: str, cure: str = CURE) -> None:
    """Skip the test for want of a tool and remember it for the last line; fail it where every tool must be there."""
    if os.environ.get(ALL_TOOLS) and cure == CURE:
        pytest.fail(f"{tool} is missing, and {ALL_TOOLS} is set")
    _missing.setdefault(tool, (cure, set()))[1].add(request.node.nodeid)
    pytest.skip(f"needs {tool}: {cure}")


@pytest.fixture
def tool(request: pytest.FixtureRequest) -> Callable[..., str]:
    """Return a function from names of a program to its path; the test is left out where none is installed."""

    def find(*names: str) -> str:
        for name in names:
            if path := shutil.which(name):
                return path
        _leave_out(request, names[0])
        raise AssertionError  # not reached: the line above skips or fails

    return find


@pytest.fixture
def rapper(tool: Callable[..., str]) -> str:
    """Return the path of rapper, an RDF parser that is not ours."""
    return tool("rapper")


@pytest.fixture
def serdi(tool: Callable[..., str]) -> str:
    """Return the path of serdi, another."""
    return tool("serdi")


@pytest.fixture
def chromium(tool: Callable[..., str]) -> str:
    """Return the path of Chromium."""
    return tool("chromium", "chromium-browser", "google-chrome")


@pytest.fixture
def axe(tool: Callable[..., str], request: pytest.FixtureRequest) -> str:
    """Return the script of axe-core, which finds what keeps some people from using a page."""
    root = subprocess.run([tool("npm"), "root", "--global"], capture_output=True, text=True, check=True).stdout.strip()
    script = Path(root) / "axe-core" / "axe.min.js"
    if not script.exists():
        _leave_out(request, "axe-core")
    return script.read_text("utf-8")


@pytest.fixture
def small_disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """Mount a file system of one megabyte; only root can."""
    place = tmp_path / "small-disk"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)], capture_output=True)
    if mounted.returncode:
        _leave_out(request, "a disk of one megabyte (mount)", ROOT_CURE)
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which tests were left out for want of which tool, and how to get it."""
    for tool, (cure, tests) in sorted(_missing.items()):
        terminalreporter.write_line(f"Left out: {len(tests)} of the tests need {tool}; {cure}.", yellow=True)
