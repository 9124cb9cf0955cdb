"""The names that every part of the store agrees on: graphs, bases and the prefixes that exports and queries share."""

ONTOLOGY = "https://w3id.org/territorial-dispute/"
DEFAULT_BASE = "https://w3id.org/territorial-dispute/resource/"

PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "geof": "http://www.opengis.net/def/function/geosparql/",
    "grasp": "http://groundedannotationframework.org/grasp#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "skosxl": "http://www.w3.org/2008/05/skos-xl#",
    "td": ONTOLOGY,
    "time": "http://www.w3.org/2006/time#",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Prefixes of exports, predeclared in queries; the resources of a store (`kg:`) come with its base."""


def prefixes(base: str) -> dict[str, str]:
    """Return all prefixes for a store with this base; `kg:` stands for the base itself."""
    return {**PREFIXES, "kg": base}


def graph_of(article: str, *, base: str = DEFAULT_BASE) -> str:
    """Return the IRI of the named graph of an article, given its local identifier.

    >>> graph_of("article/5f0c")
    'https://w3id.org/territorial-dispute/resource/graph/5f0c'
    """
    return f"{base}graph/{article.removeprefix('article/')}"


def gazetteer_graph(base: str = DEFAULT_BASE) -> str:
    """Return the IRI of the named graph of the gazetteer."""
    return f"{base}graph/gazetteer"
