"""Actors as single articles know them: read from the graphs of a dataset, those of the tables left out."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pyoxigraph
from pyoxigraph import Literal, NamedNode

from kg.store import ONTOLOGY, PREFIXES, gazetteer_graph

TYPE = NamedNode(PREFIXES["rdf"] + "type")
KINDS = ("Person", "Organization", "Group", "Territory", "Treaty")
_NAME_OF, _LITERAL_FORM = NamedNode(f"{ONTOLOGY}nameOf"), NamedNode(PREFIXES["skosxl"] + "literalForm")
_REPRESENTS, _LABEL, _PUBLISHED = (NamedNode(ONTOLOGY + name) for name in ("represents", "label", "published"))


@dataclass(frozen=True, slots=True)
class Sighting:
    """What one article tells of a thing that no table knows; ``id`` and those it stands for are local identifiers.

    ``states`` are those that the thing speaks for or is of, ``bodies`` whom else it speaks for.
    """

    graph: str
    id: str
    kind: str
    label: str
    states: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    year: int | None = None


class Dataset:
    """A dataset seen for its actors: what its tables know, and what its articles tell."""

    def __init__(self, dataset: pyoxigraph.Store, base: str) -> None:
        self.store, self.base = dataset, base
        self.gazetteer = NamedNode(gazetteer_graph(base))

    def sightings(self) -> Iterator[Sighting]:
        """Yield the persons, bodies, groups, territories and treaties that articles tell and no table knows."""
        for kind in KINDS:
            for quad in self.store.quads_for_pattern(None, TYPE, NamedNode(ONTOLOGY + kind), None):
                thing, graph = quad.subject, quad.graph_name
                if isinstance(thing, NamedNode) and isinstance(graph, NamedNode) and not self.is_in_tables(thing):
                    yield self._sighting(thing, graph, kind)

    def is_in_tables(self, thing: NamedNode) -> bool:
        """Say whether a thing is a row of the tables."""
        return next(self.store.quads_for_pattern(thing, _LABEL, None, self.gazetteer), None) is not None

    def label_in_tables(self, thing: NamedNode) -> str:
        """Return the label of a row of the tables."""
        quads = self.store.quads_for_pattern(thing, _LABEL, None, self.gazetteer)
        return min(quad.object.value for quad in quads if isinstance(quad.object, Literal))

    @cached_property
    def state_of_form(self) -> dict[str, str]:
        """The names of states and of their people in small letters, and the state that each stands for, if but one."""
        found: dict[str, set[str]] = {}
        for quad in self.store.quads_for_pattern(None, _NAME_OF, None, self.gazetteer):
            if isinstance(quad.object, NamedNode) and self.local(quad.object).startswith("state/"):
                for form in self.store.quads_for_pattern(quad.subject, _LITERAL_FORM, None, self.gazetteer):
                    if isinstance(form.object, Literal):
                        found.setdefault(form.object.value.casefold(), set()).add(self.local(quad.object))
        return {form: min(states) for form, states in found.items() if len(states) == 1}

    def local(self, node: NamedNode) -> str:
        """Return the local identifier of a node."""
        return node.value.removeprefix(self.base)

    def _sighting(self, node: NamedNode, graph: NamedNode, kind: str) -> Sighting:
        told = self._told(node, graph)
        about = [told, *(self._told(NamedNode(role), graph) for role in told["roles"])]
        represented = {one for part in about for one in part["represents"]}
        states = {one for part in about for one in part["state"]}.union(*map(self._states, represented))
        return Sighting(
            graph.value,
            self.local(node),
            kind,
            min(told["label"]),
            frozenset(one.removeprefix(self.base) for one in states),
            frozenset(one.removeprefix(self.base) for one in represented - states),
            frozenset(" ".join(one.casefold().split()) for part in about for one in part["role"]),
            self._year(graph.value),
        )

    def _year(self, graph: str) -> int | None:
        """Return the year in which an article was published, of its graph."""
        article = NamedNode(f"{self.base}article/{article_of(graph)}")
        quads = self.store.quads_for_pattern(article, _PUBLISHED, None, NamedNode(graph))
        years = {quad.object.value[:4] for quad in quads if isinstance(quad.object, Literal)}
        return min((int(year) for year in years if year.isdecimal()), default=None)

    def _told(self, node: NamedNode, graph: NamedNode) -> dict[str, set[str]]:
        """Return the values of our properties in a graph, by name of the property; those that have none are empty."""
        found: dict[str, set[str]] = defaultdict(set)
        for quad in self.store.quads_for_pattern(node, None, None, graph):
            if quad.predicate.value.startswith(ONTOLOGY) and isinstance(quad.object, Literal | NamedNode):
                found[quad.predicate.value.removeprefix(ONTOLOGY)].add(quad.object.value)
        return found

    def _states(self, actor: str) -> set[str]:
        """Return the states at the end of the line of those whom an actor represents."""
        found, waiting, seen = set(), [actor], {actor}
        while waiting:
            one = waiting.pop()
            if one.startswith(f"{self.base}state/"):
                found.add(one)
                continue
            quads = self.store.quads_for_pattern(NamedNode(one), _REPRESENTS, None, None)
            above = {quad.object.value for quad in quads if isinstance(quad.object, NamedNode)} - seen
            seen |= above
            waiting += above
        return found


def article_of(graph: str) -> str:
    """Return the hash that names an article, of its graph.

    >>> article_of("https://example.org/graph/13c61b20")
    '13c61b20'
    """
    return graph.rpartition("/")[2]
