import io
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.store import WritableStore, open_store

SIZE = 400  # triples of an article; a batch has ten articles
WRITER = Path(__file__).with_name("endless_writer.py")


def wait_for(path: Path, writer: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 60
    while not path.exists():
        assert writer.poll() is None, "the writer ended by itself"
        assert time.monotonic() < deadline, f"{path} never came"
        time.sleep(0.01)


def killed_while_writing(path: Path, seconds: float) -> None:
    """Start a writer that replaces articles without end, and kill it some time after its first snapshot."""
    writer = subprocess.Popen([sys.executable, str(WRITER), str(path), str(SIZE)])
    wait_for(path / "current", writer)
    time.sleep(seconds)
    assert writer.poll() is None, "the writer ended by itself"
    writer.send_signal(signal.SIGKILL)
    writer.wait()


def versions(store: WritableStore) -> dict[str, set[tuple[str, int]]]:
    """Return for each graph the versions that its triples are of, each with its number of triples."""
    rows = store.dataset.query("SELECT ?g ?v (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?v } } GROUP BY ?g ?v")
    found: dict[str, set[tuple[str, int]]] = {}
    for graph, version, number in rows:  # type: ignore[union-attr]
        found.setdefault(graph.value, set()).add((version.value, int(number.value)))
    return found


@pytest.mark.parametrize("run", range(3))
def test_a_killed_writer_leaves_whole_articles_only(tmp_path: Path, run: int) -> None:
    rng = random.Random(run)  # noqa: S311 - not for secrets
    for _ in range(2):
        killed_while_writing(tmp_path, rng.uniform(0, 0.6))
        with open_store(tmp_path) as reader:
            assert len(reader.dataset) == 40 * SIZE
        with open_store(tmp_path, write=True) as store:
            for graph, found in versions(store).items():
                assert len(found) == 1, graph
                assert next(iter(found))[1] == SIZE, graph


def test_a_run_after_a_kill_ends_in_the_bytes_of_an_undisturbed_one(tmp_path: Path) -> None:
    killed_while_writing(tmp_path / "killed", 0.3)
    exports = []
    for name in ("killed", "undisturbed"):
        subprocess.run([sys.executable, str(WRITER), str(tmp_path / name), str(SIZE), "once"], check=True)
        output = io.BytesIO()
        with open_store(tmp_path / name) as store:
            store.dump(output, format="trig")
        exports.append(output.getvalue())
    assert exports[0] == exports[1]


def test_a_killed_writer_leaves_the_lock_free(tmp_path: Path) -> None:
    killed_while_writing(tmp_path, 0)
    with open_store(tmp_path, write=True):
        assert (tmp_path / "lock").read_text() == f"{os.getpid()}\n"
