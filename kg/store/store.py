"""Opening a store to read: a snapshot on disk, or a dataset in memory."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Literal, Self, overload

import pyoxigraph

from kg.errors import StoreError
from kg.store import export
from kg.store.folder import find_folder
from kg.store.listing import ArticleRow, find_article, has_source, list_articles
from kg.store.locks import Lock
from kg.store.namespaces import DEFAULT_BASE
from kg.store.snapshots import hold_current

if TYPE_CHECKING:
    from kg.store.writer import WritableStore


class ArticleStore:
    """A dataset with one named graph an article, one for the gazetteer and one for the ontology.

    ``dataset`` is the database itself, for queries; ``base`` begins the IRIs of everything in it.
    """

    def __init__(self, dataset: pyoxigraph.Store, *, base: str = DEFAULT_BASE, lock: Lock | None = None) -> None:
        self.dataset = dataset
        self.base = base
        self._lock = lock

    def articles(self) -> Iterator[ArticleRow]:
        """Yield the articles in the store, by identifier."""
        return list_articles(self.dataset, base=self.base)

    def has_source(self, source: str) -> bool:
        """Say whether one of the articles was read from this path or address."""
        return has_source(self.dataset, source)

    def article(self, name: str) -> ArticleRow:
        """Return the article so named: by identifier, unique prefix, address or path.

        Raises:
            StoreError: no article, or more than one, is so named.
        """
        return find_article(self.dataset, name, base=self.base)

    def dump(
        self,
        output: BinaryIO,
        *,
        format: export.Format = "turtle",  # noqa: A002 - the users' word
        with_articles: bool = False,
    ) -> None:
        """Write the whole store, sorted: the same content gives the same bytes.

        The articles' own texts are left out unless ``with_articles``; the quoted words are always there.

        Raises:
            StoreError: the format is none of ours.
        """
        export.dump(self.dataset, output, format=format, base=self.base, with_articles=with_articles)

    def close(self) -> None:
        """Let go of the files."""
        if self._lock:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


@overload
def open_store(path: str | Path, *, write: Literal[True], base: str | None = None) -> "WritableStore": ...
@overload
def open_store(path: str | Path, *, write: Literal[False] = False) -> ArticleStore: ...
def open_store(path: str | Path, *, write: bool = False, base: str | None = None) -> ArticleStore:
    """Open the store in a folder: what was last published, or with ``write`` the store itself, made if need be.

    A reader never waits for a writer and never sees half of its work. ``base`` is that of a store to be made.

    Raises:
        StoreError: there is no store, it is no store, another process writes it, or it cannot be read or written.
    """
    if write:
        from kg.store.writer import open_for_writing

        return open_for_writing(Path(path), base=base)
    folder = find_folder(Path(path))
    snapshot, lock = hold_current(folder)
    try:
        dataset = pyoxigraph.Store.read_only(str(snapshot))
    except (OSError, RuntimeError) as error:
        lock.release()
        raise StoreError(f"{path} cannot be read: {error}; remove it and build it again") from error
    return ArticleStore(dataset, base=folder.base, lock=lock)


def memory_store(quads: Iterable[pyoxigraph.Quad] = (), *, base: str = DEFAULT_BASE) -> ArticleStore:
    """Return a store in memory, for a graph that need not be kept."""
    dataset = pyoxigraph.Store()
    dataset.bulk_extend(quads)
    return ArticleStore(dataset, base=base)
