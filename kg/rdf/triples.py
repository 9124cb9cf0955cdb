"""What a triple is here, and N-Quads of triples: sorted, one a line, the same bytes for the same triples."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias, TypeVar

from rdflib import XSD, Graph, Literal, URIRef

from kg.ontology import NAMESPACE, PREFIXES, ontology

Triple: TypeAlias = tuple[URIRef, URIRef, URIRef | Literal]

TEXT_PROPERTY = PREFIXES["nif"] + "isString"

Q = TypeVar("Q")

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = re.compile(r'[\\"\x00-\x1f\x7f]')


def graph_of(triples: Iterable[Triple], *, identifier: URIRef | None = None) -> Graph:
    """Return triples as an rdflib graph with the usual prefixes."""
    graph = Graph(identifier=identifier, bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    for triple in triples:
        graph.add(triple)
    return graph


def ontology_graph() -> Graph:
    """Return the ontology, its schemes and alignments as a graph, its identifier that of its named graph."""
    return graph_of(ontology(), identifier=URIRef(NAMESPACE))  # type: ignore[arg-type]


def to_nquads(triples: Iterable[Triple], graph: URIRef | None = None) -> bytes:
    """Return triples as N-Quads of one named graph (N-Triples without one), sorted, without repetition."""
    end = f" {_written(graph)} .\n" if graph is not None else " .\n"
    lines = {" ".join(map(_written, triple)) + end for triple in triples}
    return "".join(sorted(lines)).encode()


def without_text(quads: Iterable[Q]) -> Iterator[Q]:
    """Yield triples or quads, of rdflib or of pyoxigraph, but for the whole texts of articles."""
    for quad in quads:
        predicate: Any = quad[1]  # type: ignore[index]
        if str(getattr(predicate, "value", predicate)) != TEXT_PROPERTY:
            yield quad


def _written(node: URIRef | Literal) -> str:
    if isinstance(node, URIRef):
        return f"<{node}>"
    value = '"' + _ESCAPED.sub(_escape, node) + '"'
    if node.language:
        return f"{value}@{node.language}"
    return value if node.datatype in (None, XSD.string) else f"{value}^^<{node.datatype}>"


def _escape(found: re.Match[str]) -> str:
    return _ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04X}"
