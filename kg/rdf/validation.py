"""The check of a graph against ``ontologies/shapes.ttl``, on rdflib graphs in memory, an article at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rdflib import RDF, SH, SKOS, Graph
from rdflib.term import Node

from kg.errors import OntologyError
from kg.ontology import ontology, shapes


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """What breaks a shape: the node, the property or path (empty where the node itself is at fault), and the value."""

    focus: str
    path: str
    message: str
    value: str


def validate_graph(graph: Graph) -> tuple[Violation, ...]:
    """Return what in an article's graph, or the gazetteer's, breaks the shapes, sorted; nothing where all is well.

    The graph should be in rdflib's memory: on a graph in another store the same check takes ten times as long.

    Raises:
        OntologyError: the shapes are broken.
    """
    import pyshacl  # slow to import, and only this needs it

    _, report, _ = pyshacl.validate(graph + _schemes(), shacl_graph=shapes(), inference="none", inplace=True)
    if not isinstance(report, Graph):  # pySHACL hands some failures back instead of raising them
        raise OntologyError(f"shapes.ttl cannot be applied: {report}; mend it or install kg again")
    return tuple(sorted(_violations(report)))


def _violations(report: Graph) -> Iterator[Violation]:
    for result in report.subjects(RDF.type, SH.ValidationResult):
        yield Violation(
            focus=_said(report.value(result, SH.focusNode)),
            path=_said(report.value(result, SH.resultPath)),
            message=" ".join(sorted(str(message) for message in report.objects(result, SH.resultMessage))),
            value=_said(report.value(result, SH.value)),
        )


@cache
def _schemes() -> Graph:
    """Return which concept is in which scheme: what the shapes have to know of the ontology."""
    graph = Graph()
    for link in (SKOS.inScheme, SKOS.topConceptOf):
        for triple in ontology().triples((None, link, None)):
            graph.add(triple)
    return graph


def _said(node: Node | None) -> str:
    return "" if node is None else str(node)
