"""What made a graph: program, model and tables in their versions, and no time: the same input gives the same graph."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from rdflib import PROV, RDF, RDFS, URIRef

from kg import __version__
from kg.documents import Document
from kg.ontology import BASE, field_term, term, written_classes
from kg.rdf.iris import hashed, iri
from kg.rdf.literals import text
from kg.rdf.triples import Triple


@dataclass(frozen=True, slots=True)
class ExtractionRun:
    """The versions that read an article; what took no part is None."""

    program: str = __version__
    model: str | None = None
    gazetteer: str | None = None


def run_iri(document: Document, run: ExtractionRun, *, base: str = BASE) -> URIRef:
    """Return the IRI of the reading of an article by a program with a model and tables."""
    versions = (run.program, run.model, run.gazetteer)
    return iri(hashed("run", document.id, document.sha256, *versions), base=base)


def run_triples(document: Document, run: ExtractionRun, *, base: str = BASE) -> Iterator[Triple]:
    """Yield what the graph says of the reading of an article: what was used, and which versions took part."""
    node = run_iri(document, run, base=base)
    yield from ((node, RDF.type, kind) for kind in written_classes(term("ExtractionRun")))
    yield node, PROV.used, iri(document.id, base=base)
    for part in fields(run):
        if version := getattr(run, part.name):
            yield node, field_term("ExtractionRun", part.name), text(version)
            if part.name in _AGENTS:
                yield from _agent(node, f"{_AGENTS[part.name]} {version}", base)


_AGENTS = {"program": "kg", "model": "model", "gazetteer": "gazetteer"}


def _agent(run: URIRef, label: str, base: str) -> Iterator[Triple]:
    agent = iri("software/" + label.replace(" ", "-").replace("/", "-"), base=base)
    yield run, PROV.wasAssociatedWith, agent
    yield from ((agent, RDF.type, kind) for kind in written_classes(term("Software")))
    yield agent, RDFS.label, text(label)
