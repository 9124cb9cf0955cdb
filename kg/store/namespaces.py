"""The names that every part of the store agrees on: graphs, and the prefixes that exports and queries share."""

from kg.ontology import BASE, NAMESPACE, PREFIXES

DEFAULT_BASE = BASE
ONTOLOGY = NAMESPACE
RESOURCES = "kg"  # the prefix that stands for the base of a store


def prefixes(base: str = DEFAULT_BASE) -> dict[str, str]:
    """Return all prefixes for a store with this base; ``kg:`` stands for the base itself."""
    return {**PREFIXES, RESOURCES: base}


def graph_of(article: str, *, base: str = DEFAULT_BASE) -> str:
    """Return the IRI of the named graph of an article, given its local identifier.

    >>> graph_of("article/5f0c")
    'https://w3id.org/territorial-dispute/resource/graph/5f0c'
    """
    return f"{base}graph/{article.removeprefix('article/')}"


def identity_graph(base: str = DEFAULT_BASE) -> str:
    """Return the IRI of the named graph that tells which names are one thing's, and why."""
    return f"{base}graph/identity"


def corrections_graph(base: str = DEFAULT_BASE) -> str:
    """Return the IRI of the named graph that tells which facts were corrected, and how they were read."""
    return f"{base}graph/corrections"


def gazetteer_graph(base: str = DEFAULT_BASE) -> str:
    """Return the IRI of the named graph of the gazetteer."""
    return f"{base}graph/gazetteer"
