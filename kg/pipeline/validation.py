"""A store checked against the shapes, a graph at a time."""

from collections.abc import Iterator

from pyoxigraph import NamedNode, RdfFormat
from rdflib import Graph

from kg.rdf import Violation, validate_graph
from kg.store import ArticleStore, corrections_graph, gazetteer_graph, identity_graph


def validate_store(store: ArticleStore) -> Iterator[tuple[str, tuple[Violation, ...]]]:
    """Yield each article of a store, and what stands beside articles, with what in its graph breaks the shapes."""
    for article in store.articles():
        yield article.source or article.id, validate_graph(_graph(store, article.graph))
    for name, graph in (
        ("gazetteer", gazetteer_graph(store.base)),
        ("identity", identity_graph(store.base)),
        ("corrections", corrections_graph(store.base)),
    ):
        if store.dataset.contains_named_graph(NamedNode(graph)):
            yield name, validate_graph(_graph(store, graph))


def _graph(store: ArticleStore, name: str) -> Graph:
    data = store.dataset.dump(format=RdfFormat.N_TRIPLES, from_graph=NamedNode(name)) or b""
    return Graph().parse(data=data, format="nt")
