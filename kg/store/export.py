"""Writing a dataset to a file: sorted, with fixed prefixes, so that the same content gives the same bytes."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, Literal, cast, get_args

import pyoxigraph
from pyoxigraph import RdfFormat

from kg.errors import StoreError
from kg.ontology import PREFIXES
from kg.store.namespaces import prefixes

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer
    from pyoxigraph import BlankNode, DefaultGraph, NamedNode

Format = Literal["turtle", "trig", "nquads", "jsonld"]

_FORMATS = {
    "turtle": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "nquads": RdfFormat.N_QUADS,
    "jsonld": RdfFormat.JSON_LD,
}
_ARTICLE_TEXT = f"<{PREFIXES['nif']}isString>".encode()


def dump(
    dataset: pyoxigraph.Store,
    output: BinaryIO,
    *,
    format: Format,  # noqa: A002 - the users' word
    base: str,
    with_articles: bool = False,
) -> None:
    """Write all graphs; Turtle merges them, the other formats keep them apart.

    Raises:
        StoreError: the format is none of ours.
    """
    if format not in _FORMATS:
        raise StoreError(f"{format} is no format of an export; choose one of {', '.join(get_args(Format))}")
    lines = _merged(dataset, with_articles) if format == "turtle" else _by_graph(dataset, with_articles)
    if format == "nquads":
        output.writelines(lines)
        return
    source = pyoxigraph.parse(io.BufferedReader(_Lines(lines)), format=RdfFormat.N_QUADS)
    if format == "jsonld":
        pyoxigraph.serialize(source, output, format=_FORMATS[format])
        return
    declared = prefixes(base)
    head = _SortedHead(output, lines=len(declared))
    pyoxigraph.serialize(source, cast(BinaryIO, head), format=_FORMATS[format], prefixes=declared)
    head.finish()


class _Lines(io.RawIOBase):
    """Lines as a file to read from, so that no more than a graph is in memory."""

    def __init__(self, lines: Iterator[bytes]) -> None:
        self._lines = lines
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Fill the buffer with as much of a line as fits; 0 at the end."""
        view = memoryview(buffer).cast("B")
        self._rest = self._rest or next(self._lines, b"")
        piece, self._rest = self._rest[: len(view)], self._rest[len(view) :]
        view[: len(piece)] = piece
        return len(piece)


class _SortedHead(io.RawIOBase):
    """A file that passes on what it is given, the first lines sorted: prefixes come in no order that we know."""

    def __init__(self, output: BinaryIO, *, lines: int) -> None:
        self._output = output
        self._lines = lines
        self._head: bytes | None = b""

    def writable(self) -> bool:
        return True

    def write(self, data: "ReadableBuffer") -> int:
        """Pass data on, once all of the first lines are there."""
        piece = bytes(data)
        if self._head is None:
            self._output.write(piece)
        else:
            self._head += piece
            if self._head.count(b"\n") >= self._lines:
                self.finish()
        return len(piece)

    def finish(self) -> None:
        """Pass on what is held back."""
        if self._head:
            lines = self._head.splitlines(keepends=True)
            self._output.writelines(sorted(lines[: self._lines]) + lines[self._lines :])
        self._head = None


def _by_graph(dataset: pyoxigraph.Store, with_articles: bool) -> Iterator[bytes]:
    for graph in sorted(dataset.named_graphs(), key=str):
        end = f" {graph} .\n".encode()
        for line in sorted(_lines(dataset, graph, with_articles)):
            yield line[:-3] + end


def _merged(dataset: pyoxigraph.Store, with_articles: bool) -> Iterator[bytes]:
    seen = {line for graph in dataset.named_graphs() for line in _lines(dataset, graph, with_articles)}
    yield from sorted(seen)


def _lines(
    dataset: pyoxigraph.Store, graph: "NamedNode | BlankNode | DefaultGraph", with_articles: bool
) -> Iterator[bytes]:
    data = dataset.dump(format=RdfFormat.N_TRIPLES, from_graph=graph) or b""
    for line in data.splitlines(keepends=True):
        if with_articles or line.split(b" ", 2)[1] != _ARTICLE_TEXT:
            yield line
