"""Why two names are one thing's in the graph, who else may be the thing, and by which forms articles name it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kg.query.folding import folded
from kg.query.names import label_of, local_id
from kg.query.passages import literal_of, node_of
from kg.store import ONTOLOGY, PREFIXES, ArticleStore, gazetteer_graph, identity_graph

_TYPE, _EXACT = NamedNode(PREFIXES["rdf"] + "type"), NamedNode(PREFIXES["oa"] + "exact")
_FORM, _ALT_LABEL = NamedNode(PREFIXES["skosxl"] + "literalForm"), NamedNode(PREFIXES["skos"] + "altLabel")
_IDENTIFIES, _REPLACES, _SPELLING, _REASON, _CORRECTION, _NAME_OF, _SENSE, _ROW, _RECORD_OF, _MENTIONS = (
    NamedNode(ONTOLOGY + name)
    for name in (
        *("identifies", "replaces", "spelling", "reason", "correction"),
        *("nameOf", "sense", "row", "recordOf", "mentions"),
    )
)
IDENTITY = frozenset({_IDENTIFIES, _REPLACES})
"""Properties by which the graph of identity refers to things."""

_HOW = {"Identification": "also named", "PossibleMatch": "perhaps the same", "Distinction": "not the same"}
_MOST = 20  # forms that are told


@dataclass(frozen=True, slots=True)
class Identity:
    """Another name of a thing, or another thing that may be it or is not, by identifier and name; and why."""

    how: str
    id: str
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Form:
    """A form by which articles name a thing, how often, and how it was understood: which row, or which rule."""

    words: str
    count: int
    how: str


def identities(store: ArticleStore, thing: NamedNode) -> Iterator[Identity]:
    """Yield the other names of a thing, then who may be the same, then who is not, each with the reason."""
    told = [
        (how, record) for record in _subjects(store, _IDENTIFIES, thing) if (how := _HOW.get(_class_of(store, record)))
    ]
    for how, record in sorted(told, key=lambda one: (list(_HOW.values()).index(one[0]), one[1].value)):
        reason = literal_of(store, record, _REASON) or f"correction {literal_of(store, record, _CORRECTION)}"
        other = node_of(store, record, _REPLACES) or _other(store, record, thing)
        name = literal_of(store, record, _SPELLING) or label_of(store, other) or ""
        yield Identity(how, local_id(store, other.value), name, reason)


def forms(store: ArticleStore, thing: NamedNode) -> Iterator[Form]:
    """Yield the forms by which articles name a thing, the usual ones first."""
    mentions = {quad.object for quad in store.dataset.quads_for_pattern(thing, _MENTIONS, None, None)}
    words = (literal_of(store, span, _EXACT) for span in mentions if isinstance(span, NamedNode))
    counts = Counter(" ".join(one.split()) for one in words if one)
    names, spellings = _names(store, thing), _spellings(store, thing)
    for form, count in sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:_MOST]:
        yield Form(form, count, names.get(folded(form)) or _part(form, spellings))


def _names(store: ArticleStore, thing: NamedNode) -> dict[str, str]:
    """Return the names that tables give a thing, folded, each with its sense and its row."""
    gazetteer = NamedNode(gazetteer_graph(store.base))
    record = next(iter(_subjects(store, _RECORD_OF, thing)), None)
    row = literal_of(store, thing, _ROW) or literal_of(store, record, _ROW)
    found: dict[str, str] = {}
    for quad in store.dataset.quads_for_pattern(None, _NAME_OF, thing, gazetteer):
        if isinstance(quad.subject, NamedNode):
            sense, form = node_of(store, quad.subject, _SENSE), literal_of(store, quad.subject, _FORM) or ""
            kind = local_id(store, sense.value) if sense else "name"
            found[folded(form)] = min(found.get(folded(form), "~"), f"{kind} in {row}")
    return found


def _spellings(store: ArticleStore, thing: NamedNode) -> list[str]:
    """Return the label of a thing and its other spellings."""
    quads = store.dataset.quads_for_pattern(thing, _ALT_LABEL, None, NamedNode(identity_graph(store.base)))
    return [label_of(store, thing) or "", *(quad.object.value for quad in quads if isinstance(quad.object, Literal))]


def _part(form: str, spellings: list[str]) -> str:
    if any(folded(form) == folded(spelling) for spelling in spellings):
        return "the name"
    if any(_words(form) <= _words(spelling) for spelling in spellings):
        return "part of the name, which its article or another tells in full"
    return "a description that its article lets stand for the name"


def _words(name: str) -> set[str]:
    return set(folded(name).split())


def _class_of(store: ArticleStore, record: NamedNode) -> str:
    kind = node_of(store, record, _TYPE)
    return kind.value.removeprefix(ONTOLOGY) if kind else ""


def _other(store: ArticleStore, record: NamedNode, thing: NamedNode) -> NamedNode:
    ends: Iterable[object] = (quad.object for quad in store.dataset.quads_for_pattern(record, _IDENTIFIES, None, None))
    return next((end for end in ends if isinstance(end, NamedNode) and end != thing), thing)


def _subjects(store: ArticleStore, link: NamedNode, node: NamedNode) -> list[NamedNode]:
    quads = store.dataset.quads_for_pattern(None, link, node, None)
    return sorted({quad.subject for quad in quads if isinstance(quad.subject, NamedNode)}, key=str)
