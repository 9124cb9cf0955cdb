"""What each article in the store was built from, so that only what changed is built again."""

import hashlib
import sqlite3
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from pathlib import Path

from kg.errors import StoreError


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """All that the graph of an article depends on, each as a version or a hash.

    ``text`` covers the article's text and what is known about it (title, publisher, date); two builds from equal
    fingerprints give the same triples.
    """

    text: str
    program: str
    model: str
    gazetteer: str

    @property
    def digest(self) -> str:
        """The fingerprint in one word."""
        return hashlib.sha256("\x1f".join(astuple(self)).encode()).hexdigest()


class Fingerprints:
    """A table from the IRI of an article's graph to the digest of its fingerprint, on disk."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._table = sqlite3.connect(path, isolation_level=None)
            self._table.execute("CREATE TABLE IF NOT EXISTS built (graph TEXT PRIMARY KEY, digest TEXT) WITHOUT ROWID")
        except sqlite3.Error as error:
            raise _broken(path, error) from error

    def get(self, graph: str) -> str | None:
        """Return the digest that was remembered for a graph; None where none was."""
        try:
            row = self._table.execute("SELECT digest FROM built WHERE graph = ?", (graph,)).fetchone()
        except sqlite3.Error as error:
            raise _broken(self._path, error) from error
        return str(row[0]) if row else None

    def forget(self, graphs: Iterable[str]) -> None:
        """Remove graphs from the table."""
        self._change("DELETE FROM built WHERE graph = ?", [(graph,) for graph in graphs])

    def remember(self, digests: Iterable[tuple[str, str]]) -> None:
        """Set the digests of graphs."""
        self._change("INSERT OR REPLACE INTO built VALUES (?, ?)", list(digests))

    def close(self) -> None:
        """Close the file."""
        self._table.close()

    def _change(self, statement: str, rows: list[tuple[str, ...]]) -> None:
        try:
            self._table.execute("BEGIN")
            self._table.executemany(statement, rows)
            self._table.execute("COMMIT")
        except sqlite3.Error as error:
            raise _broken(self._path, error) from error


def _broken(path: Path, error: sqlite3.Error) -> StoreError:
    return StoreError(f"{path} cannot be used: {error}; make room, or remove it and all articles are built anew")
