"""Facts of a dataset corrected: taken out, or with another stance, speaker or territory; what was read is recorded.

A fact keeps its identifier. The graph of corrections tells of each which row made it what it is, and links it by
``prov:wasRevisionOf`` to a node with the triples that were read.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg.corrections.kinds import DROP, SPEAKER, STANCE, TERRITORY, Correction, Misfit
from kg.corrections.values import CURE, TYPE, class_name, node_of, values_of
from kg.ontology import concept, given_class, term, written_classes, written_properties
from kg.rdf.iris import hashed
from kg.store import ONTOLOGY, PREFIXES, corrections_graph

_SUBJECT, _PREDICATE, _OBJECT = (NamedNode(PREFIXES["rdf"] + name) for name in ("subject", "predicate", "object"))
_REVISION = NamedNode(PREFIXES["prov"] + "wasRevisionOf")
_ARTICLE, _CLEAREST, _HOLDER, _SPEAKER, _STATEMENT = (
    NamedNode(ONTOLOGY + name) for name in ("article", "clearestEvidence", "holder", "speaker", "statement")
)
_HELD = {  # the property that a correction changes, on each kind of fact
    SPEAKER: {"Statement": "speaker", "Attitude": "speaker", "Position": "holder"},
    TERRITORY: {"Statement": "about", "Attitude": "about", "Position": "target", "Event": "territories"},
    STANCE: {"Position": "stance"},
}


Value = NamedNode | BlankNode | Literal | Triple


@dataclass(frozen=True, slots=True)
class _Fact:
    """A fact with the graph that it stands in and the names of its classes."""

    node: NamedNode
    graph: NamedNode
    classes: frozenset[str]


def correct_facts(dataset: pyoxigraph.Store, corrections: Iterable[Correction], *, base: str) -> list[Misfit]:
    """Apply corrections of facts to a dataset, which is changed; return those that do not fit."""
    wanted = sorted((one for one in corrections if one.kind in (DROP, *_HELD)), key=lambda one: one.kind == DROP)
    work = _Work(dataset, base)
    return [misfit for one in wanted if (misfit := work.apply(one))]


class _Work:
    """Corrects one dataset."""

    def __init__(self, dataset: pyoxigraph.Store, base: str) -> None:
        self.dataset, self.base = dataset, base
        self.records = NamedNode(corrections_graph(base))

    def apply(self, correction: Correction) -> Misfit | None:
        """Apply one correction; return why it does not fit, if so."""
        fact = self.fact(correction.thing)
        if fact is None:
            return Misfit(correction.place, f"corrects '{correction.thing}', which is no fact of the store", CURE)
        if correction.kind == DROP:
            self.drop(fact, correction)
            return None
        return self.mend(fact, correction)

    def fact(self, name: str) -> _Fact | None:
        node = node_of(name, self.base)
        told = next(self.dataset.quads_for_pattern(node, _ARTICLE, None, None), None) if node else None
        if node is None or told is None or not isinstance(told.graph_name, NamedNode):
            return None
        graph = told.graph_name
        classes = frozenset(class_name(one) for one in self.objects(node, TYPE, graph))
        return _Fact(node, graph, classes)

    def drop(self, fact: _Fact, correction: Correction) -> None:
        """Take a fact out, with what links to it; its clearest words stay told.

        A speaker's name for a territory goes with the statement that tells who speaks.
        """
        for quad in list(self.dataset.quads_for_pattern(None, _STATEMENT, fact.node, fact.graph)):
            used = self.fact(str(getattr(quad.subject, "value", "")))
            if used and "NameUse" in used.classes:
                self.drop(used, correction)
        words = [Quad(fact.node, _CLEAREST, one) for one in self.objects(fact.node, _CLEAREST, fact.graph)]
        about = self.dataset.quads_for_pattern(fact.node, None, None, fact.graph)
        linked = self.dataset.quads_for_pattern(None, None, fact.node, fact.graph)
        for quad in [*about, *linked]:
            self.dataset.remove(quad)
        self.record(fact, words, correction, "told, and dropped")
        self.dataset.extend(Quad(fact.node, _CLEAREST, one.object, self.records) for one in words)

    def mend(self, fact: _Fact, correction: Correction) -> Misfit | None:
        """Give a fact another value."""
        kinds = _HELD[correction.kind]
        kind = next((kind for kind in sorted(kinds) if kind in fact.classes), None)
        if kind is None:
            return Misfit(correction.place, f"gives a {correction.kind} to '{correction.thing}', which has none", CURE)
        values = list(values_of(correction, self.dataset, fact.graph, self.base))
        if wrong := next((value for value in values if isinstance(value, Misfit)), None):
            return wrong
        nodes = [value for value in values if isinstance(value, NamedNode)]
        if correction.kind == SPEAKER:
            self.move_positions(fact, nodes, correction)
        self.replace(fact, kinds[kind], nodes, correction)
        if correction.kind == STANCE:
            self.reclassify(fact, correction.value)
        return None

    def move_positions(self, fact: _Fact, nodes: list[NamedNode], correction: Correction) -> None:
        """Give the positions that a statement takes for its speaker to the other speaker."""
        speakers = self.objects(fact.node, _SPEAKER, fact.graph)
        for quad in list(self.dataset.quads_for_pattern(None, _STATEMENT, fact.node, fact.graph)):
            position = self.fact(str(getattr(quad.subject, "value", "")))
            if position and self.objects(position.node, _HOLDER, fact.graph) == speakers:
                self.replace(position, "holder", nodes, correction)

    def replace(self, fact: _Fact, name: str, nodes: list[NamedNode], correction: Correction) -> None:
        """Put other values in place of those that were read, under all names of the property."""
        link = NamedNode(str(term(name)))
        read = list(self.dataset.quads_for_pattern(fact.node, link, None, fact.graph))
        told = ", ".join(sorted(self.shown(quad.object) for quad in read)) or "none"
        self.record(fact, read, correction, f"{name} {told}")
        self.rewrite(fact, fact.classes, name, [quad.object for quad in read], nodes)

    def reclassify(self, fact: _Fact, stance: str) -> None:
        """Let a position be what its stance makes it: a view, or possession that is reported."""
        wanted = written_classes(given_class(concept("stances", stance)) or term("Position"))
        holders = list(self.objects(fact.node, _HOLDER, fact.graph))
        self.rewrite(fact, fact.classes, "holder", holders, [])
        for one in self.objects(fact.node, TYPE, fact.graph):
            self.dataset.remove(Quad(fact.node, TYPE, one, fact.graph))
        self.dataset.extend(Quad(fact.node, TYPE, NamedNode(one), fact.graph) for one in wanted)
        self.rewrite(fact, frozenset(map(class_name, wanted)), "holder", [], holders)

    def rewrite(
        self, fact: _Fact, classes: frozenset[str], name: str, old: Iterable[Value], new: Iterable[Value]
    ) -> None:
        """Change the values of a property, and of the public ones that are written beside it on such a fact."""
        ours = [term(one) for one in classes if "/" not in one]
        links = sorted({str(one) for kind in ours for one in written_properties(term(name), kind)})
        for link in map(NamedNode, links):
            for value in old:
                self.dataset.remove(Quad(fact.node, link, value, fact.graph))
            self.dataset.extend(Quad(fact.node, link, value, fact.graph) for value in new)

    def record(self, fact: _Fact, read: Iterable[Quad], correction: Correction, words: str) -> None:
        """Tell in the graph of corrections what was read and which row decided otherwise."""
        reading = NamedNode(self.base + hashed("reading", fact.node.value, correction.kind))
        says = f"{correction.place}: {correction.kind} {correction.value}".strip()
        about = (
            (fact.node, NamedNode(term("correction")), Literal(says)),
            (fact.node, NamedNode(term("as_read")), Literal(words)),
            (fact.node, _REVISION, reading),
            (reading, TYPE, NamedNode(term("Reading"))),
            (reading, _SUBJECT, fact.node),
        )
        self.dataset.extend(Quad(node, link, value, self.records) for node, link, value in about)
        for quad in read:
            self.dataset.add(Quad(reading, _PREDICATE, quad.predicate, self.records))
            self.dataset.add(Quad(reading, _OBJECT, quad.object, self.records))

    def objects(self, node: NamedNode, link: NamedNode, graph: NamedNode) -> set[Value]:
        return {quad.object for quad in self.dataset.quads_for_pattern(node, link, None, graph)}

    def shown(self, node: object) -> str:
        """Return a value as a table of corrections names it."""
        value = str(getattr(node, "value", node)).removeprefix(self.base)
        return value.removeprefix(f"{ONTOLOGY}stances/")
