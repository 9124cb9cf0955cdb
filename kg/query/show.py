"""All about one thing of the graph: what is told of it, in which words, where these stand, and what read them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from kg.query.answer import Value, one_line
from kg.query.identifiers import find_node
from kg.query.identity import IDENTITY, Form, Identity, forms, identities
from kg.query.names import label_of, local_id
from kg.query.passages import Passage, is_span, literal_of, node_of, passage
from kg.query.sparql import plain
from kg.store import ONTOLOGY, PREFIXES, ArticleStore

MOST = 200  # what refers to a thing, and where it is mentioned, is counted whole and listed up to here

_RUN = NamedNode(PREFIXES["prov"] + "wasGeneratedBy")
_FORM = NamedNode(PREFIXES["skosxl"] + "literalForm")
_EXACT = NamedNode(PREFIXES["oa"] + "exact")
_CLEAREST = NamedNode(f"{ONTOLOGY}clearestEvidence")


@dataclass(frozen=True, slots=True)
class Link:
    """Something that refers to the thing: by which property, its identifier, and its words."""

    property: str
    id: str
    words: str | None


@dataclass(frozen=True, slots=True)
class Shown:
    """All about one thing; of its passages and of the links to it the first, and how many there are."""

    id: str
    iri: str
    kind: str
    label: str | None
    properties: tuple[tuple[str, tuple[Value, ...]], ...]
    passages: tuple[Passage, ...]
    passage_count: int
    links: tuple[Link, ...]
    link_count: int
    read_by: tuple[tuple[str, Value], ...]
    identity: tuple[Identity, ...] = ()
    forms: tuple[Form, ...] = ()

    def text(self) -> str:
        """Return it all as lines of plain text; control characters are left out."""
        return "".join(one_line(line, keep_indent=True) + "\n" for line in self._lines())

    def _lines(self) -> Iterator[str]:
        yield f"{self.label} ({self.id})" if self.label else self.id
        for name, values in self.properties:
            yield f"  {_in_words(name)}: {', '.join(str(value) for value in values)}"
        for form in self.forms:
            yield f"  named in articles: {form.words} ({form.count}): {form.how}"
        for one in self.identity:
            yield f"  {one.how}: {one.name} ({one.id}), {one.reason}"
        for found in self.passages:
            yield f"  {_in_words(found.roles[0])}: {found.words}"
            yield f"    in: {found.sentence}"
            yield f"    at: {found.place()}"
        yield from _rest("passages", self.passage_count - len(self.passages))
        for link in self.links:
            yield f"  {_in_words(link.property)}, in {link.id}" + (f": {link.words}" if link.words else "")
        yield from _rest("links", self.link_count - len(self.links))
        if self.read_by:
            yield f"  read by: {', '.join(f'{name} {value}' for name, value in self.read_by)}"


def show(store: ArticleStore, name: str) -> Shown:
    """Return all about a fact, an article, an actor, a territory, a treaty, a name or a span.

    ``name`` is an IRI, a local identifier, as much of one as makes it unique, or the name of a thing.

    Raises:
        UnknownNameError: nothing is so called.
        QueryError: it fits more than one thing.
    """
    node = find_node(store, name)
    quads = list(store.dataset.quads_for_pattern(node, None, None, None))
    links = sorted(set(_links(store, node)), key=lambda link: (link[0], link[1].value))
    spans = _spans(store, node, quads)
    found = (passage(store, span, roles=roles) for span, roles in spans[:MOST])
    return Shown(
        id=local_id(store, node.value),
        iri=node.value,
        kind=local_id(store, node.value).partition("/")[0],
        label=label_of(store, node),
        properties=tuple(_properties(store, quads)),
        passages=tuple(sorted(found, key=lambda one: (one.roles[0] != "clearestEvidence", one.article, one.start))),
        passage_count=len(spans),
        links=tuple(Link(link, local_id(store, one.value), _words(store, one)) for link, one in links[:MOST]),
        link_count=len(links),
        read_by=tuple(_read_by(store, quads)),
        identity=tuple(identities(store, node)),
        forms=tuple(forms(store, node)),
    )


def _properties(store: ArticleStore, quads: Iterable[Quad]) -> Iterator[tuple[str, tuple[Value, ...]]]:
    """Yield our own properties with their values; passages are told apart, and public terms say the same again."""
    values: dict[str, dict[Value, None]] = {}
    for quad in sorted(quads, key=str):
        if quad.predicate.value.startswith(ONTOLOGY) and not is_span(store, quad.object):
            name = quad.predicate.value.removeprefix(ONTOLOGY)
            values.setdefault(name, {})[_value(store, quad.object)] = None
    yield from ((name, tuple(found)) for name, found in sorted(values.items()))


def _value(store: ArticleStore, term: object) -> Value:
    if not isinstance(term, NamedNode):
        return plain(term)
    label, identifier = label_of(store, term), local_id(store, term.value)
    return f"{label} ({identifier})" if label else identifier


def _spans(store: ArticleStore, node: NamedNode, quads: Iterable[Quad]) -> list[tuple[NamedNode, tuple[str, ...]]]:
    """Return the spans of a thing with what they are to it, the clearest evidence first; of a span, itself."""
    roles: dict[NamedNode, set[str]] = {node: {"words"}} if is_span(store, node) else {}
    for quad in quads:
        span, name = quad.object, quad.predicate.value
        if name.startswith(ONTOLOGY) and isinstance(span, NamedNode) and is_span(store, span):
            roles.setdefault(span, set()).add(name.removeprefix(ONTOLOGY))
    found = [(span, tuple(sorted(names, key=_by_narrowness))) for span, names in roles.items()]
    return sorted(found, key=lambda pair: (_by_narrowness(pair[1][0]), pair[0].value))


def _by_narrowness(role: str) -> tuple[bool, bool, str]:
    """Order roles of words: the clearest evidence, what says more than that it is evidence, and the rest."""
    return role != "clearestEvidence", role == "evidence", role


def _in_words(name: str) -> str:
    return re.sub(r"(?<=[a-z])([A-Z])", lambda found: f" {found[1].lower()}", name)


def _rest(what: str, count: int) -> Iterator[str]:
    if count:
        yield f"  and {count} more {what}"


def _links(store: ArticleStore, node: NamedNode) -> Iterator[tuple[str, NamedNode]]:
    for quad in store.dataset.quads_for_pattern(None, None, node, None):
        is_ours = quad.predicate.value.startswith(ONTOLOGY) and quad.predicate not in IDENTITY
        if is_ours and isinstance(quad.subject, NamedNode):
            yield quad.predicate.value.removeprefix(ONTOLOGY), quad.subject


def _words(store: ArticleStore, node: NamedNode) -> str | None:
    """Return what a thing says in words: its clearest evidence, its label, or its form if it is a name."""
    clearest = literal_of(store, node_of(store, node, _CLEAREST), _EXACT)
    return clearest or label_of(store, node) or literal_of(store, node, _FORM)


def _read_by(store: ArticleStore, quads: Iterable[Quad]) -> Iterator[tuple[str, Value]]:
    """Yield the versions of what read the thing: program, model, gazetteer."""
    runs = {quad.object for quad in quads if quad.predicate == _RUN and isinstance(quad.object, NamedNode)}
    for run in sorted(runs, key=str):
        about = store.dataset.quads_for_pattern(run, None, None, None)
        yield from ((name, value) for name, values in _properties(store, about) for value in values)
