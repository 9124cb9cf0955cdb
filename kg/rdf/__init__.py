"""From facts and tables to triples, and the check that what is written keeps its promises."""

from kg.rdf.articles import article_graph, article_nquads, article_triples
from kg.rdf.iris import ONTOLOGY_GRAPH, article_graph_iri, gazetteer_graph_iri, iri, local_id, span_iri
from kg.rdf.jsonld import load_context, to_jsonld
from kg.rdf.runs import ExtractionRun, run_iri
from kg.rdf.tables import gazetteer_graph, gazetteer_triples
from kg.rdf.triples import TEXT_PROPERTY, Triple, graph_of, ontology_graph, to_nquads, without_text
from kg.rdf.validation import Violation, validate_graph

__all__ = [
    "ONTOLOGY_GRAPH",
    "TEXT_PROPERTY",
    "ExtractionRun",
    "Triple",
    "Violation",
    "article_graph",
    "article_graph_iri",
    "article_nquads",
    "article_triples",
    "gazetteer_graph",
    "gazetteer_graph_iri",
    "gazetteer_triples",
    "graph_of",
    "iri",
    "load_context",
    "local_id",
    "ontology_graph",
    "run_iri",
    "span_iri",
    "to_jsonld",
    "to_nquads",
    "validate_graph",
    "without_text",
]
