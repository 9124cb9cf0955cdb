"""JSON-LD with the context of ``ontologies/context.jsonld``: names of the ontology as keys, nothing to be fetched."""

import json
from typing import Any

from rdflib import OWL, RDF, RDFS, SKOS, XSD, Graph, URIRef

from kg.ontology import NAMESPACE, PREFIXES, ontology, term
from kg.resources import resource

_SPAN_TERMS = {"start": "oa:start", "end": "oa:end", "exact": "oa:exact", "prefix": "oa:prefix", "suffix": "oa:suffix"}
_COERCED = {XSD.decimal, XSD.integer, XSD.gYear, XSD.boolean}


def to_jsonld(graph: Graph, context: dict[str, Any] | None = None) -> str:
    """Return a graph as JSON-LD with its context inside, sorted, so that the same graph gives the same text.

    `context` replaces the one that ships with kg; it must not name an address.
    """
    used = load_context() if context is None else context
    written = json.loads(graph.serialize(format="json-ld", context=used, auto_compact=False))
    nodes = written.get("@graph", [{key: value for key, value in written.items() if key != "@context"}])
    document = {"@context": used, "@graph": sorted(map(_sorted, nodes), key=lambda node: str(node.get("@id")))}
    return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def load_context() -> dict[str, Any]:
    """Return the context that ships with kg."""
    context: dict[str, Any] = json.loads(resource("ontologies", "context.jsonld").read_text("utf-8"))["@context"]
    return context


def make_context() -> dict[str, Any]:
    """Return the context that follows from the ontology; the shipped file is this, and a test holds that it is."""
    names = (
        str(iri).removeprefix(NAMESPACE) for iri in set(ontology().subjects(RDF.type)) if str(iri).startswith(NAMESPACE)
    )
    own = {name: _definition(term(name)) for name in sorted(names) if name and "/" not in name and not _is_scheme(name)}
    return PREFIXES | _SPAN_TERMS | {"hasSource": {"@id": "oa:hasSource", "@type": "@id"}} | own


def _definition(iri: URIRef) -> Any:
    graph, name = ontology(), "td:" + iri.removeprefix(NAMESPACE)
    if (iri, RDF.type, OWL.ObjectProperty) in graph:
        return {"@id": name, "@type": "@id"}
    span = graph.value(iri, RDFS.range)
    if span in _COERCED:
        return {"@id": name, "@type": "xsd:" + str(span).removeprefix(PREFIXES["xsd"])}
    return name


def _is_scheme(name: str) -> bool:
    return (term(name), RDF.type, SKOS.ConceptScheme) in ontology()


def _sorted(node: Any) -> Any:
    """Return a node with the values of each key in an order of their own."""
    if isinstance(node, list):
        return sorted(map(_sorted, node), key=lambda value: json.dumps(value, sort_keys=True))
    return {key: _sorted(value) for key, value in node.items()} if isinstance(node, dict) else node
