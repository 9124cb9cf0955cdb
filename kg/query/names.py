"""From a name that a user types to the things of the graph that it stands for, and from things to labels."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher, get_close_matches
from typing import Literal

from pyoxigraph import Literal as Text
from pyoxigraph import NamedNode, QuerySolutions

from kg.errors import QueryError, UnknownNameError
from kg.query.folding import folded
from kg.store import ONTOLOGY, PREFIXES, ArticleStore, gazetteer_graph, identity_graph, prefixes

Kind = Literal["territory", "actor", "treaty"]

_CLASSES: Mapping[str, str] = {"territory": "Territory", "actor": "Actor", "treaty": "Treaty"}
_LABEL = NamedNode(f"{ONTOLOGY}label")
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_PART_OF = NamedNode(f"{ONTOLOGY}partOf")
_REPRESENTS = NamedNode(f"{ONTOLOGY}represents")
_WIKIDATA = NamedNode(f"{ONTOLOGY}wikidata")
_REPLACED_BY = NamedNode(PREFIXES["dcterms"] + "isReplacedBy")
_ALT_LABEL = NamedNode(PREFIXES["skos"] + "altLabel")
_LIKE, _ALIKE = 0.6, 0.75  # likeness of a name that begins with the same letter, and of any other
_MARGIN = 0.12  # how much less like the wanted name than the nearest one a name may be
_SHOWN = 4  # things that a message names

_NAMES = """SELECT ?thing ?form ?sense {
    GRAPH ?gazetteer { ?name td:nameOf ?thing ; skosxl:literalForm ?form ; td:sense ?sense } }"""
_MENTIONS = """SELECT DISTINCT ?thing {
    GRAPH ?graph { ?thing a ?class ; td:mentions/oa:exact ?form } FILTER(LCASE(?form) = LCASE(?wanted)) }"""


@dataclass
class _Candidates:
    """The folded names of one kind of things, in the order in which they count."""

    labels: dict[str, set[NamedNode]] = field(default_factory=dict)
    names: dict[str, set[NamedNode]] = field(default_factory=dict)
    others: dict[str, set[NamedNode]] = field(default_factory=dict)
    spelled: dict[str, str] = field(default_factory=dict)

    def add(self, level: dict[str, set[NamedNode]], form: str, thing: NamedNode) -> None:
        level.setdefault(folded(form), set()).add(thing)
        self.spelled.setdefault(folded(form), form)

    def beginning_with(self, start: str) -> set[NamedNode]:
        levels = (self.labels, self.names)
        return {
            thing for level in levels for form, things in level.items() if form.startswith(start) for thing in things
        }

    def with_word(self, word: str) -> set[NamedNode]:
        return {thing for form, things in self.labels.items() if word in form.split() for thing in things}

    def near(self, wanted: str) -> list[str]:
        """Return the names that look most like a misspelt one, one for each thing."""
        close = get_close_matches(wanted, self.spelled, n=5, cutoff=_LIKE)
        likeness = {form: SequenceMatcher(a=form, b=wanted).ratio() for form in close}
        alike = {form: ratio for form, ratio in likeness.items() if ratio > _ALIKE or form[:1] == wanted[:1]}
        found: dict[frozenset[NamedNode], str] = {}
        for form, ratio in alike.items():
            if ratio > max(alike.values()) - _MARGIN:
                things = self.labels.get(form) or self.names.get(form) or self.others[form]
                found.setdefault(frozenset(things), self.spelled[form])
        return list(found.values())


def find_things(store: ArticleStore, kind: Kind, name: str) -> tuple[NamedNode, ...]:
    """Return the things of a kind that a name stands for: several only if they bear the same label.

    The name is an identifier (local, IRI or Wikidata's), a label, one of its other names, a mention in an article, or
    as much of a label as makes it unique; case, accents and hyphens do not count.

    Raises:
        UnknownNameError: nothing is so named; the message names the near ones.
        QueryError: the name stands for different things.
    """
    if known := _by_identifier(store, kind, name):
        return known
    candidates, wanted = _candidates(store, kind), folded(name)
    found = (
        candidates.labels.get(wanted)
        or candidates.names.get(wanted)
        or candidates.others.get(wanted)
        or _mentioned(store, kind, name)
        or (candidates.with_word(wanted) if wanted else None)
        or (candidates.beginning_with(wanted) if wanted else None)
    )
    if not found:
        raise _unknown(kind, name, candidates)
    return _of_one_label(store, kind, name, found)


def replacements(store: ArticleStore, thing: NamedNode) -> tuple[NamedNode, ...]:
    """Return the things that took over an identifier; none for an identifier that is shown itself."""
    quads = store.dataset.quads_for_pattern(thing, _REPLACED_BY, None, None)
    return tuple(sorted({quad.object for quad in quads if isinstance(quad.object, NamedNode)}, key=str))


def with_parts(store: ArticleStore, territories: Iterable[NamedNode]) -> tuple[NamedNode, ...]:
    """Return territories with all their parts, as the gazetteer has them."""
    return _closure(store, territories, _PART_OF)


def with_voices(store: ArticleStore, actors: Iterable[NamedNode]) -> tuple[NamedNode, ...]:
    """Return actors with all who are told to represent them, and those who represent these."""
    return _closure(store, actors, _REPRESENTS)


def _closure(store: ArticleStore, things: Iterable[NamedNode], link: NamedNode) -> tuple[NamedNode, ...]:
    found = dict.fromkeys(things)
    waiting = list(found)
    while waiting:
        thing = waiting.pop()
        linked = {quad.subject for quad in store.dataset.quads_for_pattern(None, link, thing, None)}
        new = [one for one in sorted(linked, key=str) if isinstance(one, NamedNode) and one not in found]
        found.update(dict.fromkeys(new))
        waiting += new
    return tuple(found)


def solutions(store: ArticleStore, query: str, **terms: NamedNode | Text) -> Iterator[Iterable[NamedNode]]:
    """Yield the solutions of a query of ours without optional parts, the terms bound to variables of their names."""
    data = "".join(f" VALUES ?{name.rstrip('_')} {{ {term} }}" for name, term in terms.items())
    text = query.replace("{", f"{{{data} ", 1)
    results = store.dataset.query(text, prefixes=prefixes(store.base), use_default_graph_as_union=True)
    if isinstance(results, QuerySolutions):
        for solution in results:
            yield tuple(solution)


def label_of(store: ArticleStore, thing: NamedNode) -> str | None:
    """Return the label to show for a thing: the gazetteer's, else the articles' longest; None where it has none."""
    quads = list(store.dataset.quads_for_pattern(thing, _LABEL, None, None))
    gazetteer = NamedNode(gazetteer_graph(store.base))
    labels = [quad.object.value for quad in quads if isinstance(quad.object, Text)]
    ours = [quad.object.value for quad in quads if quad.graph_name == gazetteer and isinstance(quad.object, Text)]
    return min(ours or labels, key=lambda label: (-len(label), label), default=None)


def local_id(store: ArticleStore, iri: str) -> str:
    """Return an IRI as the user knows it: the local identifier, the name of a concept, or the IRI itself."""
    if iri.startswith(store.base):
        return iri.removeprefix(store.base)
    return iri.rsplit("/", 1)[-1] if iri.startswith(ONTOLOGY) else iri


def _by_identifier(store: ArticleStore, kind: Kind, name: str) -> tuple[NamedNode, ...]:
    class_ = NamedNode(ONTOLOGY + _CLASSES[kind])
    for iri in (name, store.base + name):
        try:
            node = NamedNode(iri)
        except ValueError:
            continue
        nodes = replacements(store, node) or (node,)
        if any(solutions(store, "SELECT ?class { ?thing a ?class }", thing=nodes[0], class_=class_)):
            return nodes
    if name[:1] == "Q" and name[1:].isdecimal():
        item = NamedNode(prefixes()["wd"] + name)
        things = {quad.subject for quad in store.dataset.quads_for_pattern(None, _WIKIDATA, item, None)}
        return tuple(sorted((thing for thing in things if isinstance(thing, NamedNode)), key=str))
    return ()


def _candidates(store: ArticleStore, kind: Kind) -> _Candidates:
    class_, found = NamedNode(ONTOLOGY + _CLASSES[kind]), _Candidates()
    of_kind: dict[NamedNode, bool] = {}

    def is_of_kind(thing: NamedNode) -> bool:
        if thing not in of_kind:
            of_kind[thing] = any(store.dataset.quads_for_pattern(thing, _TYPE, class_, None))
        return of_kind[thing]

    for quad in store.dataset.quads_for_pattern(None, _LABEL, None, None):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Text) and is_of_kind(quad.subject):
            found.add(found.labels, quad.object.value, quad.subject)
    for quad in store.dataset.quads_for_pattern(None, _ALT_LABEL, None, NamedNode(identity_graph(store.base))):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Text) and is_of_kind(quad.subject):
            found.add(found.names, quad.object.value, quad.subject)
    for thing, form, sense in solutions(store, _NAMES, gazetteer=NamedNode(gazetteer_graph(store.base))):
        if is_of_kind(thing):
            found.add(found.names if sense.value.endswith("/name") else found.others, form.value, thing)
    return found


def _mentioned(store: ArticleStore, kind: Kind, name: str) -> set[NamedNode]:
    class_ = NamedNode(ONTOLOGY + _CLASSES[kind])
    return {thing for (thing,) in solutions(store, _MENTIONS, class_=class_, wanted=Text(name))}


def _of_one_label(store: ArticleStore, kind: Kind, name: str, found: set[NamedNode]) -> tuple[NamedNode, ...]:
    labels = {thing: label_of(store, thing) or thing.value for thing in found}
    if len({folded(label) for label in labels.values()}) == 1:
        return tuple(sorted(found, key=str))
    shown = [f"{label} ({local_id(store, thing.value)})" for thing, label in sorted(labels.items(), key=lambda p: p[1])]
    more = ", ..." if len(shown) > _SHOWN else ""
    raise QueryError(
        f'"{name}" stands for {len(shown)} {kind if len(shown) == 1 else _plural(kind)} in this store: '
        f"{', '.join(shown[:_SHOWN])}{more}; name one of them"
    )


def _plural(kind: Kind) -> str:
    return {"territory": "territories", "actor": "actors", "treaty": "treaties"}[kind]


def _unknown(kind: Kind, name: str, candidates: _Candidates) -> UnknownNameError:
    near = candidates.near(folded(name))
    hint = f"; did you mean {' or '.join(near)}?" if near else ", nor a name like it"
    return UnknownNameError(f'no {kind} "{name}" in this store{hint}')
