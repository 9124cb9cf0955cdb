"""A dataset made ready for readers: who is one gets one node with one label, and the graph of identity tells why."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Quad

from kg.corrections import Correction, Misfit
from kg.identity.decisions import Decisions, decide
from kg.identity.gathering import Gathered, Identities, Match, gather
from kg.identity.sightings import TYPE, Dataset, Sighting
from kg.ontology import term
from kg.rdf.iris import hashed
from kg.store import ONTOLOGY, PREFIXES, identity_graph

_LABELS = (NamedNode(f"{ONTOLOGY}label"), NamedNode(PREFIXES["rdfs"] + "label"))
_REPLACED_BY = NamedNode(PREFIXES["dcterms"] + "isReplacedBy")
_CLOSE_MATCH, _ALT_LABEL = (NamedNode(PREFIXES["skos"] + name) for name in ("closeMatch", "altLabel"))

_REVISION, _DIFFERENT = NamedNode(PREFIXES["prov"] + "wasRevisionOf"), NamedNode(PREFIXES["owl"] + "differentFrom")

Told = tuple[NamedNode, NamedNode, NamedNode | Literal]
Shown = tuple[NamedNode, str]  # the node and the label under which a thing is shown


def publish_identities(seen: Dataset, corrections: Iterable[Correction] = ()) -> list[Misfit]:
    """Make one node of those who are one in a dataset, and write the graph that says why and who else may be one.

    The dataset is changed. Returns the corrections that do not fit it.
    """
    decided, misfits = decide(seen, corrections)
    found = gather(decided.units, same=decided.same, apart=decided.apart, state_of_form=seen.state_of_form)
    _rename(seen, found.gathered)
    graph = NamedNode(identity_graph(seen.base))
    told = (*_told(seen, found, decided), *_unsure(seen, found.matches), *_apart(seen, found, decided))
    seen.store.extend({Quad(*triple, graph) for triple in told})
    return [*misfits, *(_refused(decided.same[pair], *pair) for pair in found.refused)]


def _rename(seen: Dataset, gathered: Iterable[Gathered]) -> None:
    by_graph: dict[str, dict[NamedNode, Shown]] = {}
    for one in gathered:
        shown = (_node(seen, one.id), one.label)
        for sighting in _sightings(one):
            if (sighting.id, sighting.label) != (one.id, one.label):
                by_graph.setdefault(sighting.graph, {})[_node(seen, sighting.id)] = shown
    for graph, renamed in by_graph.items():
        _rename_in(seen.store, NamedNode(graph), renamed)


def _rename_in(store: pyoxigraph.Store, graph: NamedNode, renamed: Mapping[NamedNode, Shown]) -> None:
    old: set[Quad] = set()
    for node in renamed:
        old.update(store.quads_for_pattern(node, None, None, graph))
        old.update(store.quads_for_pattern(None, None, node, graph))
    new = {_renamed(quad, renamed) for quad in old}
    for quad in old - new:
        store.remove(quad)
    store.extend(new - old)


def _renamed(quad: Quad, renamed: Mapping[NamedNode, Shown]) -> Quad:
    subject, value = quad.subject, quad.object
    if isinstance(value, NamedNode) and value in renamed:
        value = renamed[value][0]
    if isinstance(subject, NamedNode) and subject in renamed:
        subject, label = renamed[subject]
        if quad.predicate in _LABELS:
            return Quad(subject, quad.predicate, Literal(label), quad.graph_name)
    return Quad(subject, quad.predicate, value, quad.graph_name)


def _told(seen: Dataset, found: Identities, decided: Decisions) -> Iterator[Told]:
    """Yield which identifiers and spellings a thing has beside those that are shown, and why."""
    ids = {one.id for one in found.gathered}
    for one in found.gathered:
        shown, labels = _node(seen, one.id), {unit.id: unit.label for unit in one.units}
        for sighting in _sightings(one):
            if sighting.id not in ids:
                yield _node(seen, sighting.id), _REPLACED_BY, shown
            if sighting.label != one.label:
                yield shown, _ALT_LABEL, Literal(sighting.label)
        for unit, near, reason in one.joined:
            node = _node(seen, hashed("identification", one.id, unit.id))
            yield node, TYPE, _term("Identification")
            yield node, _term("identifies"), shown
            yield node, _term("spelling"), Literal(unit.label)
            yield node, _term("reason"), Literal(f'as "{labels[near]}": {reason}')
            yield node, _term("replaces"), _node(seen, unit.id)
            if place := decided.same.get((min(unit.id, near), max(unit.id, near))):
                yield node, _term("correction"), Literal(place)
                yield shown, _REVISION, _node(seen, unit.id)


def _apart(seen: Dataset, found: Identities, decided: Decisions) -> Iterator[Told]:
    """Yield which two are not one, by which correction."""
    for pair, place in decided.apart.items():
        node = _node(seen, hashed("distinction", *pair))
        one, other = (_node(seen, found.shown[ident]) for ident in pair)
        yield node, TYPE, _term("Distinction")
        yield node, _term("correction"), Literal(place)
        yield from ((node, _term("identifies"), end) for end in (one, other))
        yield from ((one, _DIFFERENT, other), (other, _DIFFERENT, one))


def _refused(place: str, one: str, other: str) -> Misfit:
    return Misfit(place, f"makes one of {one} and {other}, which others or the tables keep apart", "take one out")


def _unsure(seen: Dataset, matches: Iterable[Match]) -> Iterator[Told]:
    likeness = NamedNode(PREFIXES["xsd"] + "decimal")
    for match in matches:
        node = _node(seen, hashed("possible-match", match.one, match.other))
        one, other = _node(seen, match.one), _node(seen, match.other)
        yield node, TYPE, _term("PossibleMatch")
        yield node, _term("reason"), Literal(match.reason)
        yield node, _term("likeness"), Literal(str(Decimal(str(match.strength)).normalize()), datatype=likeness)
        for end, far in ((one, other), (other, one)):
            yield node, _term("identifies"), end
            yield end, _CLOSE_MATCH, far


def _sightings(one: Gathered) -> Iterator[Sighting]:
    for unit in one.units:
        yield from unit.sightings


def _node(seen: Dataset, ident: str) -> NamedNode:
    return NamedNode(seen.base + ident)


def _term(name: str) -> NamedNode:
    return NamedNode(str(term(name)))
