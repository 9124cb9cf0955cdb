"""Writing a store: whole articles in one transaction a batch, published when the caller says so."""

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pyoxigraph
from pyoxigraph import NamedNode, Quad, RdfFormat

from kg.errors import StoreError
from kg.store.fingerprints import Fingerprint, Fingerprints
from kg.store.folder import LOCK, StoreFolder, make_folder, unwritable
from kg.store.graphs import ArticleGraph
from kg.store.locks import Lock, lock_for_writing
from kg.store.snapshots import Finish, publish, remove_unread
from kg.store.store import ArticleStore

BULK = 1_000_000  # bytes from which on writing new files straight away is faster than going through the log


class WritableStore(ArticleStore):
    """The store itself, in the hands of its only writer; what it writes is seen by readers after `publish`."""

    def __init__(self, folder: StoreFolder, dataset: pyoxigraph.Store, lock: Lock) -> None:
        super().__init__(dataset, base=folder.base, lock=lock)
        self._folder = folder
        self._fingerprints = Fingerprints(folder.fingerprints)

    def is_current(self, graph: str, fingerprint: Fingerprint) -> bool:
        """Say whether the store holds the graph as it would be built from this fingerprint."""
        return self._fingerprints.get(graph) == fingerprint.digest and self.dataset.contains_named_graph(
            NamedNode(graph)
        )

    def replace_articles(self, articles: Iterable[ArticleGraph]) -> None:
        """Put whole graphs in place of what the store holds under their names, all in one transaction.

        Where an article comes twice, the last counts. The gazetteer and the ontology are written like articles.

        Raises:
            StoreError: a graph has a blank node or a syntax error, the disk is full, or the folder cannot be written.
        """
        batch = {article.graph: article for article in articles}
        data = b"".join(article.nquads() for article in batch.values())
        self._fingerprints.forget(batch)
        with self._told(batch.values()):
            if any(self.dataset.contains_named_graph(NamedNode(graph)) for graph in batch):
                self.dataset.update(_replacement(batch, pyoxigraph.parse(data, format=RdfFormat.N_QUADS)))
            elif len(data) < BULK:
                self.dataset.load(data, format=RdfFormat.N_QUADS)
            else:
                self.dataset.bulk_load(data, format=RdfFormat.N_QUADS)
            self.dataset.flush()
        self._fingerprints.remember(
            (graph, article.fingerprint.digest) for graph, article in batch.items() if article.fingerprint
        )

    def remove_article(self, name: str) -> str:
        """Take an article out, named by identifier, unique prefix, address or path; return its identifier.

        Raises:
            StoreError: no article, or more than one, is so named; or the folder cannot be written.
        """
        article = self.article(name)
        self._fingerprints.forget([article.graph])
        with self._told():
            self.dataset.remove_graph(NamedNode(article.graph))
            self.dataset.flush()
        return article.id

    def publish(self, finish: Finish | None = None) -> None:
        """Show readers what has been written so far; those who read already keep what they have.

        ``finish`` may change what readers get: it is called with a copy, and what was written stays as it is.

        Raises:
            StoreError: there is no room, or the folder cannot be written.
        """
        snapshot = publish(self._folder, self.dataset, finish)
        self.log("published", snapshot=snapshot.name, quads=len(self.dataset))

    @property
    def corrections(self) -> Path:
        """The file in which the corrections of all builds are kept; there is none before the first."""
        return self._folder.corrections

    def log(self, event: str, **details: str | int | float | None) -> None:
        """Write a line to the store's log: the time in UTC, the process, the event and its details.

        Raises:
            StoreError: the log cannot be written.
        """
        now = datetime.now(UTC).isoformat(timespec="seconds")
        line = json.dumps({"time": now, "process": os.getpid(), "event": event, **details})
        try:
            with self._folder.log.open("a", encoding="utf-8") as file:
                file.write(line + "\n")
        except OSError as error:
            raise unwritable(self._folder.path, error) from error

    def close(self) -> None:
        """Let go of the files and of the lock."""
        self._fingerprints.close()
        self.dataset = pyoxigraph.Store()  # the database is closed when nothing refers to it
        super().close()

    @contextmanager
    def _told(self, articles: Iterable[ArticleGraph] = ()) -> Iterator[None]:
        """Turn what goes wrong in the database into our error; of a syntax error the graph is found that has it."""
        try:
            yield
        except (OSError, RuntimeError) as error:
            raise unwritable(self._folder.path, error) from error
        except SyntaxError as error:
            for article in articles:
                for _ in article.quads():
                    pass
            raise StoreError(f"{self._folder.path}: a graph cannot be read: {error}") from error


def open_for_writing(path: Path, *, base: str | None = None) -> WritableStore:
    """Open a store for writing, making it where there is none, and clear away what a stopped writer left.

    Raises:
        StoreError: see `kg.store.open_store`.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise StoreError(f"{path} is a file; the store needs a folder: name another place") from error
    except OSError as error:
        raise unwritable(path, error) from error
    lock = lock_for_writing(path / LOCK)
    try:
        folder = make_folder(path, base=base)
        remove_unread(folder)
        return WritableStore(folder, _open_live(folder), lock)
    except BaseException:
        lock.release()
        raise


def _open_live(folder: StoreFolder) -> pyoxigraph.Store:
    try:
        return pyoxigraph.Store(str(folder.live))
    except (OSError, RuntimeError) as error:
        raise StoreError(
            f"{folder.path} cannot be opened for writing: {error}; remove it and build it again"
        ) from error


def _replacement(graphs: Iterable[str], quads: Iterable[Quad]) -> str:
    """Return the update that drops graphs and writes them anew; terms write themselves, with their own escapes."""
    drops = "".join(f"DROP SILENT GRAPH {NamedNode(graph)} ;\n" for graph in graphs)
    return f"{drops}INSERT DATA {{\n{''.join(_in_graph(quad) for quad in quads)}}}"


def _in_graph(quad: Quad) -> str:
    return f"GRAPH {quad.graph_name} {{ {quad.subject} {quad.predicate} {quad.object} }}\n"
