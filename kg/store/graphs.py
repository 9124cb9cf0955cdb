"""What is written into a store: whole graphs, as bytes that the database reads in one go."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph
from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, Triple

from kg.errors import StoreError
from kg.store.fingerprints import Fingerprint


@dataclass(frozen=True, slots=True)
class ArticleGraph:
    """All triples of one named graph, as N-Quads or N-Triples or as terms, and what they were built from.

    The triples belong to ``graph``, whatever graph they may name themselves.
    """

    graph: str
    triples: bytes | Iterable[Quad | Triple]
    fingerprint: Fingerprint | None = None

    def nquads(self) -> bytes:
        """Return the triples as N-Quads of the graph; lines in the usual spelling are not parsed for that.

        Raises:
            StoreError: the triples have a blank node, or are no N-Quads as far as that is seen here.
        """
        lines = _in_graph(self.triples, str(NamedNode(self.graph))) if isinstance(self.triples, bytes) else None
        if lines is None:
            return pyoxigraph.serialize(self.quads(), format=RdfFormat.N_QUADS) or b""
        return b"".join(lines)

    def quads(self) -> Iterator[Quad]:
        """Yield the triples as quads of the graph.

        Raises:
            StoreError: the triples have a blank node, or are no N-Quads.
        """
        graph = NamedNode(self.graph)
        for triple in self._parsed():
            if isinstance(triple.subject, BlankNode) or isinstance(triple.object, BlankNode):
                raise _blank(self.graph)
            yield Quad(triple.subject, triple.predicate, triple.object, graph)

    def _parsed(self) -> Iterable[Quad | Triple]:
        if not isinstance(self.triples, bytes):
            return self.triples
        try:
            return list(pyoxigraph.parse(self.triples, format=RdfFormat.N_QUADS))
        except SyntaxError as error:
            raise StoreError(f"the graph {self.graph} is no N-Quads: {error}") from error


def _in_graph(data: bytes, graph: str) -> list[bytes] | None:
    """Return lines of N-Triples or N-Quads as N-Quads of a graph; None for lines in another spelling than `s p o .`."""
    end, found = f" {graph}".encode(), []
    for line in data.splitlines():
        parts = line.split(b" ", 2)
        if len(parts) != 3 or not line.endswith(b" .") or line.startswith(b"#"):
            return None
        if parts[0].startswith(b"_:") or parts[2].startswith(b"_:"):
            return None
        rest = parts[2][:-2]
        if not rest.endswith(end) and rest.rfind(b" <") > rest.rfind(b'"'):  # another graph
            return None
        found.append(line + b"\n" if rest.endswith(end) else line[:-2] + end + b" .\n")
    return found


def _blank(graph: str) -> StoreError:
    return StoreError(f"the graph {graph} has a blank node; every node of a store needs an IRI")
