"""Articles that are no more than their actors, published as a build publishes them."""

from collections.abc import Iterable

import pyoxigraph

from kg.corrections import Correction
from kg.dates import PartialDate
from kg.documents import Document
from kg.extraction.identifiers import actor_id
from kg.facts import Actor, ArticleFacts, Role
from kg.gazetteer import Entry, Gazetteer, Name
from kg.identity import Dataset, publish_identities
from kg.rdf import article_nquads, gazetteer_graph, to_nquads
from kg.store import ArticleStore, memory_store

EAST, WEST = "state/EST", "state/WST"
Told = tuple[str, str, str | None, str | None]


def person(label: str, role: str | None = None, state: str | None = None) -> Told:
    return "person", label, role, state


def national(label: str, role: str, state: str) -> Told:
    """Return a person whom a role places in a state that he does not speak for."""
    return "person", label, role, f"in {state}"


def body(label: str, state: str | None = None) -> Told:
    return "organization", label, None, state


def group(label: str, state: str | None = None) -> Told:
    return "group", label, None, state


def article(number: int, *told: Told, year: str | None = None) -> ArticleFacts:
    """Return an article that names actors, each by the text of a line of its own."""
    text = "\n".join(label for _, label, *_ in told) + "\n"
    day = PartialDate(year) if year else None
    document = Document(key=str(number), source=f"{number}.txt", text=text, published=day)
    states = {one[3].removeprefix("in ") for one in told if one[3]}
    actors = [Actor(state, state, "state", (document.span(0, 1),)) for state in sorted(states)]
    for kind, label, role, state in told:
        start = text.index(label)
        span = document.span(start, start + len(label))
        place, state = (state[3:], None) if state and state.startswith("in ") else (None, state)
        roles = (Role(role, state, (span,), place),) if role else ()
        ident = actor_id(kind, label, state if kind != "organization" else None)
        actors.append(Actor(ident, label, kind, (span,), role, state, roles))  # type: ignore[arg-type]
    return ArticleFacts(document, actors=tuple(actors))


def quads_of(articles: Iterable[ArticleFacts]) -> list[pyoxigraph.Quad]:
    entries = [Entry(EAST, "state", "Eastland", "s.csv:2"), Entry(WEST, "state", "Westland", "s.csv:3")]
    names = [Name("Eastland", entries[0]), Name("Eastern", entries[0], sense="demonym"), Name("Westland", entries[1])]
    tables = gazetteer_graph(Gazetteer({one.id: one for one in entries}, names, version="test"))
    data = [to_nquads(tables, tables.identifier), *map(article_nquads, articles)]  # type: ignore[arg-type]
    return [quad for one in data for quad in pyoxigraph.parse(one, format=pyoxigraph.RdfFormat.N_QUADS)]


def published(
    *articles: Iterable[Told], same: dict[tuple[str, str], str] | None = None, apart: Iterable[tuple[str, str]] = ()
) -> ArticleStore:
    """Return the store that readers get of lists of actors, one an article, with corrections by pair."""
    store = memory_store(quads_of(article(number, *told) for number, told in enumerate(articles)))
    rows = [Correction("same as", *pair, place) for pair, place in (same or {}).items()]
    rows += [Correction("not the same", *pair, "t.csv line 9") for pair in apart]
    assert publish_identities(Dataset(store.dataset, store.base), rows) == []
    return store
