"""What the value of a correction stands for: a stance, or things of the store by identifier or label."""

from collections.abc import Iterator

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Quad

from kg.corrections.kinds import STANCE, TERRITORY, Correction, Misfit
from kg.errors import UnknownTermError
from kg.ontology import concept, concepts
from kg.store import ONTOLOGY, PREFIXES

TYPE = NamedNode(PREFIXES["rdf"] + "type")
CURE = "kg show tells identifiers"

_LABEL, _SAME_LABEL = NamedNode(f"{ONTOLOGY}label"), NamedNode(PREFIXES["rdfs"] + "label")
_PREFERRED = NamedNode(PREFIXES["skos"] + "prefLabel")
_PLURALS = {"Actor": "actors", "Territory": "territories"}


def values_of(
    correction: Correction, dataset: pyoxigraph.Store, graph: NamedNode, base: str
) -> Iterator[NamedNode | Misfit]:
    """Yield the nodes that a value stands for; things of other articles are told in this graph, too."""
    if correction.kind == STANCE:
        yield _stance(correction)
        return
    kind = "Territory" if correction.kind == TERRITORY else "Actor"
    for name in filter(None, map(str.strip, correction.value.split("|"))):
        things = _things(name, kind, dataset, graph, base)
        if len(things) == 1:
            _tell(things[0], dataset, graph)
            yield things[0]
        else:
            many = f"is the name of {len(things)} {_PLURALS[kind]}" if things else f"is no {kind.lower()} of the store"
            yield Misfit(correction.place, f"names '{name}', which {many}", CURE)


def node_of(name: str, base: str) -> NamedNode | None:
    """Return the node of an identifier; None for what can be none."""
    try:
        return NamedNode(name if name.startswith(base) else base + name)
    except ValueError:
        return None


def class_name(node: object) -> str:
    """Return the name of a class of ours, of its node."""
    return str(getattr(node, "value", node)).removeprefix(ONTOLOGY)


def _stance(correction: Correction) -> NamedNode | Misfit:
    try:
        return NamedNode(str(concept("stances", correction.value)))
    except UnknownTermError:
        known = ", ".join(concepts("stances"))
        return Misfit(correction.place, f"gives '{correction.value}', which is no stance", f"write one of {known}")


def _things(name: str, kind: str, dataset: pyoxigraph.Store, graph: NamedNode, base: str) -> list[NamedNode]:
    """Return the things of a kind with an identifier or a label: those of the article, else all."""
    class_, node = NamedNode(ONTOLOGY + kind), node_of(name, base)
    if node and _has(dataset, Quad(node, TYPE, class_)):
        return [node]
    labelled = {quad.subject for quad in dataset.quads_for_pattern(None, _LABEL, Literal(name), None)}
    things = [one for one in sorted(labelled, key=str) if isinstance(one, NamedNode)]
    known = [one for one in things if _has(dataset, Quad(one, TYPE, class_))]
    return [one for one in known if _has(dataset, Quad(one, TYPE, class_), graph)] or known


def _has(dataset: pyoxigraph.Store, triple: Quad, graph: NamedNode | None = None) -> bool:
    quads = dataset.quads_for_pattern(triple.subject, triple.predicate, triple.object, graph)
    return next(quads, None) is not None


def _tell(thing: NamedNode, dataset: pyoxigraph.Store, graph: NamedNode) -> None:
    """Let the graph of an article name a thing that only other graphs tell of."""
    if next(dataset.quads_for_pattern(thing, TYPE, None, graph), None) is not None:
        return
    for quad in list(dataset.quads_for_pattern(thing, None, None, None)):
        if quad.predicate in (TYPE, _LABEL, _SAME_LABEL):
            dataset.add(Quad(thing, quad.predicate, quad.object, graph))
        if quad.predicate == _LABEL:
            dataset.add(Quad(thing, _PREFERRED, quad.object, graph))
