"""The articles that a store holds, and finding one by what a user calls it."""

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph
from pyoxigraph import Literal, NamedNode

from kg.errors import StoreError
from kg.store.namespaces import ONTOLOGY, graph_of

_SHOWN = 5  # articles that a message names
_TERMS = {
    "title": "title",
    "publisher": "publisher",
    "published": "published",
    "source": "location",
    "url": "url",
    "sha256": "sha256",
}


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article in the store: its local identifier, its graph, and what is known about it."""

    id: str
    graph: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None
    sha256: str | None = None


def list_articles(dataset: pyoxigraph.Store, *, base: str) -> Iterator[ArticleRow]:
    """Yield the articles of a dataset, by identifier."""
    start = graph_of("", base=base)
    graphs = sorted(graph.value for graph in dataset.named_graphs() if isinstance(graph, NamedNode))
    for graph in graphs:
        article = f"{base}article/{graph.removeprefix(start)}"
        if graph.startswith(start) and _is_article(dataset, article, graph):
            yield _row(dataset, article, graph, base=base)


def has_source(dataset: pyoxigraph.Store, source: str) -> bool:
    """Say whether an article of a dataset was read from this path or address."""
    found = dataset.quads_for_pattern(None, NamedNode(ONTOLOGY + _TERMS["source"]), Literal(source), None)
    return next(iter(found), None) is not None


def find_article(dataset: pyoxigraph.Store, name: str, *, base: str) -> ArticleRow:
    """Return the article of this identifier (whole, or as much as makes it unique), address or path.

    Raises:
        StoreError: there is none, or more than one.
    """
    rows = list(list_articles(dataset, base=base))
    exact = [row for row in rows if name in (row.id, base + row.id, row.graph, row.source, row.url)]
    found = exact or [row for row in rows if row.id.startswith(f"article/{name.removeprefix('article/')}")]
    if len(found) == 1 and name:
        return found[0]
    if not found:
        raise StoreError(f"no article '{name}' in this store; `kg ask sources` lists them")
    shown = ", ".join(row.id for row in found[:_SHOWN]) + (", ..." if len(found) > _SHOWN else "")
    raise StoreError(f"'{name}' fits {len(found)} articles: {shown}; give more of the identifier")


def _is_article(dataset: pyoxigraph.Store, article: str, graph: str) -> bool:
    pattern = dataset.quads_for_pattern(NamedNode(article), None, None, NamedNode(graph))
    return next(iter(pattern), None) is not None


def _row(dataset: pyoxigraph.Store, article: str, graph: str, *, base: str) -> ArticleRow:
    def value(term: str) -> str | None:
        pattern = dataset.quads_for_pattern(NamedNode(article), NamedNode(ONTOLOGY + term), None, NamedNode(graph))
        return min((getattr(quad.object, "value", "") for quad in pattern), default=None)

    known = {field: value(term) for field, term in _TERMS.items()}
    return ArticleRow(article.removeprefix(base), graph, **known)
