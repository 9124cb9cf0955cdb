"""The store: a dataset on disk with one named graph an article, read through snapshots that no writer touches."""

from kg.ontology import PREFIXES
from kg.store.fingerprints import Fingerprint
from kg.store.graphs import ArticleGraph
from kg.store.listing import ArticleRow
from kg.store.namespaces import (
    DEFAULT_BASE,
    ONTOLOGY,
    corrections_graph,
    gazetteer_graph,
    graph_of,
    identity_graph,
    prefixes,
)
from kg.store.store import ArticleStore, memory_store, open_store
from kg.store.writer import WritableStore

__all__ = [
    "DEFAULT_BASE",
    "ONTOLOGY",
    "PREFIXES",
    "ArticleGraph",
    "ArticleRow",
    "ArticleStore",
    "Fingerprint",
    "WritableStore",
    "corrections_graph",
    "gazetteer_graph",
    "graph_of",
    "identity_graph",
    "memory_store",
    "open_store",
    "prefixes",
]
