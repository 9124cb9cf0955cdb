"""A store checked against the shapes, a graph at a time."""

from collections.abc import Iterator

from pyoxigraph import NamedNode, RdfFormat
from rdflib import Graph

from kg.rdf import Violation, gazetteer_graph_iri, validate_graph
from kg.store import ArticleStore


def validate_store(store: ArticleStore) -> Iterator[tuple[str, tuple[Violation, ...]]]:
    """Yield each article of a store, and the gazetteer, with what in its graph breaks the shapes."""
    for article in store.articles():
        yield article.source or article.id, validate_graph(_graph(store, article.graph))
    yield "gazetteer", validate_graph(_graph(store, str(gazetteer_graph_iri(base=store.base))))


def _graph(store: ArticleStore, name: str) -> Graph:
    data = store.dataset.dump(format=RdfFormat.N_TRIPLES, from_graph=NamedNode(name)) or b""
    return Graph().parse(data=data, format="nt")
