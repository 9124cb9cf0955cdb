"""From what a user calls a thing - an identifier, a part of one, a name - to its node."""

from collections.abc import Iterator

from pyoxigraph import NamedNode

from kg.errors import QueryError, UnknownNameError
from kg.query.names import Kind, find_things, local_id, replacements
from kg.store import ONTOLOGY, ArticleStore

_ARTICLE, _LABEL = (NamedNode(ONTOLOGY + name) for name in ("article", "label"))
_NAMED: tuple[Kind, ...] = ("territory", "actor", "treaty")
_SHOWN = 5  # identifiers that a message names


def find_node(store: ArticleStore, name: str) -> NamedNode:
    """Return the node of an IRI, a local identifier, as much of one as makes it unique, or the name of a thing.

    Raises:
        UnknownNameError: nothing is so called.
        QueryError: it fits more than one thing.
    """
    for iri in (name, store.base + name):
        if (node := _known(store, iri)) and len(nodes := replacements(store, node) or (node,)) == 1:
            return nodes[0]
    found = sorted({node for node in _identified(store) if _begins(local_id(store, node.value), name)}, key=str)
    found = found or _named(store, name)
    if len(found) == 1:
        return found[0]
    if not found:
        raise UnknownNameError(f'nothing is called "{name}" in this store; answers name their facts in the column fact')
    shown = ", ".join(local_id(store, node.value) for node in found[:_SHOWN])
    more = ", ..." if len(found) > _SHOWN else ""
    raise QueryError(f'"{name}" fits {len(found)} things: {shown}{more}; give more of the identifier')


def _known(store: ArticleStore, iri: str) -> NamedNode | None:
    try:
        node = NamedNode(iri)
    except ValueError:
        return None
    return node if any(True for _ in store.dataset.quads_for_pattern(node, None, None, None)) else None


def _begins(identifier: str, name: str) -> bool:
    return bool(name) and (identifier.startswith(name) or identifier.partition("/")[2].startswith(name))


def _identified(store: ArticleStore) -> Iterator[NamedNode]:
    """Yield facts, articles, and things with a label."""
    for quad in store.dataset.quads_for_pattern(None, _ARTICLE, None, None):
        yield from (node for node in (quad.subject, quad.object) if isinstance(node, NamedNode))
    for quad in store.dataset.quads_for_pattern(None, _LABEL, None, None):
        if isinstance(quad.subject, NamedNode):
            yield quad.subject


def _named(store: ArticleStore, name: str) -> list[NamedNode]:
    """Return the things that a name stands for; where it stands for several of a kind, those of other kinds count.

    Raises:
        QueryError: it stands for several of a kind, and for nothing else.
    """
    found: list[NamedNode] = []
    problems: list[QueryError] = []
    for kind in _NAMED:
        try:
            found += find_things(store, kind, name)
        except UnknownNameError:
            continue
        except QueryError as error:
            problems.append(error)
    if problems and not found:
        raise problems[0]
    return found
