"""What networks of actors answer: who is connected with whom and how, who stands in the middle, who sides with whom."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice, pairwise

import networkx as nx

from kg.errors import QueryError
from kg.query.alliances import Agreement, agreements
from kg.query.alliances import blocs as find_blocs
from kg.query.answer import Answer, Value
from kg.query.names import find_things, local_id
from kg.query.projections import Graph, actor_network, alliance_network, graph_of_ties, territory_network, time_slices
from kg.query.ties import (
    ALWAYS,
    Period,
    Tie,
    actor_ties,
    by_date,
    evidence,
    name_of,
    represented,
    rolled_up,
    rolled_up_stands,
    territory_ties,
)
from kg.store import ArticleStore

__all__ = [
    "actor_network",
    "alliance_network",
    "blocs",
    "central",
    "changes",
    "paths",
    "territory_network",
    "time_slices",
]

MOST_PATHS = 5
EXACT_UP_TO = 500  # actors; in larger networks betweenness is estimated from this many, always the same ones

# A connection told from the other end; what two do together reads the same from both.
_PASSIVE = {
    "addresses": "is addressed by",
    "represents": "is represented by",
    "recognizes-claim of": "has a claim recognized by",
    "rejects-claim of": "has a claim rejected by",
    "protests toward": "meets a protest of",
    "supports toward": "is supported by",
    "opposes toward": "is opposed by",
}
_EVIDENCE = ("quote", "sentence", "article", "outlet", "published", "fact")


def paths(store: ArticleStore, start: str, end: str, *, period: Period = ALWAYS, most: int = MOST_PATHS) -> Answer:
    """Return the shortest ways from one actor to another, a step a row, each with the fact that connects them.

    Where nothing connects the two directly, ways may lead over territories that both take a stance on.

    Raises:
        UnknownNameError: an actor is nowhere in the store.
        QueryError: nothing connects the two, or they are one.
    """
    sources, targets = _actors(store, start), _actors(store, end)
    ties = list(actor_ties(store, period=period))
    graph = graph_of_ties(store, ties)
    found = list(islice(_shortest(graph, sources, targets), most))
    if not found:
        graph = graph_of_ties(store, [*ties, *territory_ties(store, period=period)])
        found = list(islice(_shortest(graph, sources, targets), most))
    if not found:
        raise QueryError(f'nothing connects "{start}" with "{end}" in this store')
    rows = [
        (number, step, *_step(store, graph, one, other))
        for number, way in enumerate(found, 1)
        for step, (one, other) in enumerate(pairwise(way), 1)
    ]
    return Answer(("path", "step", "from", "relation", "to", "date", *_EVIDENCE), tuple(rows))


def central(store: ArticleStore, *, most: int = 10, period: Period = ALWAYS, roll_up: bool = True) -> Answer:
    """Return the most central actors: with how many facts they are tied to how many others, and how often between them.

    ``betweenness`` is the part of the shortest ways among others that lead through the actor; ``reason`` says what ties
    it to whom most; the evidence is its latest tie.
    """
    graph = actor_network(store, period=period, roll_up=roll_up)
    sample = min(EXACT_UP_TO, len(graph)) if len(graph) > EXACT_UP_TO else None
    between = nx.betweenness_centrality(graph, k=sample, seed=0)
    ranked = sorted(graph, key=lambda actor: (-graph.degree(actor, weight="weight"), -between[actor], actor))
    rows = [
        (rank, name_of(store, actor), *_centrality(store, graph, actor, between[actor]))
        for rank, actor in enumerate(ranked[:most], 1)
    ]
    columns = ("rank", "actor", "ties", "actors", "betweenness", "reason", "date", *_EVIDENCE)
    return Answer(columns, tuple(rows))


def blocs(store: ArticleStore, *, period: Period = ALWAYS, roll_up: bool = True) -> Answer:
    """Return who sides with whom and against whom, bloc by bloc, with the positions of both.

    How blocs are made is told in `kg.query.alliances`.
    """
    found = agreements(rolled_up_stands(store, period=period, roll_up=roll_up))
    number = {actor: index for index, bloc in enumerate(find_blocs(found), 1) for actor in bloc.members}
    rows = sorted((_bloc_row(store, number, one) for one in found), key=lambda row: [str(cell) for cell in row[:5]])
    columns = ("bloc", "actor", "relation", "other", "over", "other_bloc", "stance", "other_stance", "date")
    return Answer((*columns, *_EVIDENCE, "other_quote", "other_fact"), tuple(rows))


def _actors(store: ArticleStore, name: str) -> list[str]:
    return [local_id(store, thing.value) for thing in find_things(store, "actor", name)]


def _shortest(graph: Graph, sources: list[str], targets: list[str]) -> Iterator[list[str]]:
    """Yield the shortest ways between any of the sources and any of the targets, in a fixed order."""
    pairs = [
        (a, b) for a in sources for b in targets if a != b and a in graph and b in graph and nx.has_path(graph, a, b)
    ]
    shortest = min((nx.shortest_path_length(graph, *pair) for pair in pairs), default=0)
    for a, b in pairs:
        if nx.shortest_path_length(graph, a, b) == shortest:
            yield from sorted(islice(nx.all_shortest_paths(graph, a, b), 1000))


def _centrality(store: ArticleStore, graph: Graph, actor: str, between: float) -> tuple[Value, ...]:
    ties = sorted((tie for _, _, edge in graph.edges(actor, data=True) for tie in edge["ties"]), key=by_date)
    relations = Counter(tie.relation for tie in ties)
    closest = min(graph[actor], key=lambda other: (-graph.edges[actor, other]["weight"], other))
    told = ", ".join(f"{name} {count}" for name, count in sorted(relations.items(), key=lambda one: (-one[1], one[0])))
    reason = f"{told}; most with {name_of(store, closest)} ({graph.edges[actor, closest]['weight']})"
    weight = graph.degree(actor, weight="weight")
    return weight, graph.degree(actor), round(between, 4), reason, ties[-1].date, *_words(store, ties[-1].fact)


def _bloc_row(store: ArticleStore, number: dict[str, int], found: Agreement) -> tuple[Value, ...]:
    one, other = found.one, found.other
    if number[other.holder] < number[one.holder]:
        one, other = other, one
    is_another = one.fact != other.fact  # a position toward somebody is one fact about both
    passage = evidence(store, other.fact) if is_another else None
    return (
        number[one.holder],
        name_of(store, one.holder),
        "sides with" if found.sign > 0 else "is against",
        name_of(store, other.holder),
        name_of(store, one.target or ""),
        number[other.holder],
        one.stance or None,
        other.stance or None,
        one.date,
        *_words(store, one.fact),
        passage.words if passage else None,
        other.fact if is_another else None,
    )


def _words(store: ArticleStore, fact: str) -> tuple[Value, ...]:
    """Return the evidence of a fact, in the order of its columns."""
    found = evidence(store, fact)
    if found is None:
        return (None, None, None, None, None, fact)
    return found.words, found.sentence, found.title, found.publisher, found.published, fact


def changes(store: ArticleStore, since: str, *, until: str | None = None, roll_up: bool = True) -> Answer:
    """Return what is different from a date on in the connections between actors, the strongest first.

    ``change`` is new (none before), ended (none since) or turned (from for to against, or the other way round); the
    evidence is the latest fact of the connection.
    """
    ties = list(rolled_up(actor_ties(store), represented(store) if roll_up else {}))
    before = graph_of_ties(store, (tie for tie in ties if tie.date and tie.date[: len(since)] < since[: len(tie.date)]))
    after = graph_of_ties(store, (tie for tie in ties if Period(since, until).holds(tie.date)))
    rows = [
        (change, graph.edges[pair]["weight"], *_step(store, graph, *sorted(pair)))
        for change, graph, pair in _changes(before, after)
    ]
    rows.sort(key=lambda row: (-row[1], str(row[2]), str(row[4])))
    return Answer(("change", "facts", "from", "relation", "to", "date", *_EVIDENCE), tuple(rows))


def _changes(before: Graph, after: Graph) -> Iterator[tuple[str, Graph, tuple[str, str]]]:
    for pair in after.edges:
        if not before.has_edge(*pair):
            yield "new", after, pair
        elif before.edges[pair]["sign"] * after.edges[pair]["sign"] < 0:
            yield "turned", after, pair
    yield from (("ended", before, pair) for pair in before.edges if not after.has_edge(*pair))


def _step(store: ArticleStore, graph: Graph, one: str, other: str) -> tuple[Value, ...]:
    """Return the latest fact that connects two actors, told from the first to the second."""
    tie: Tie = max(graph.edges[one, other]["ties"], key=by_date)
    relation = tie.relation if tie.source == one else _PASSIVE.get(tie.relation, tie.relation)
    if one.startswith("territory/"):
        relation = f"is under the stance {tie.relation} of"
    return name_of(store, one), relation, name_of(store, other), tie.date, *_words(store, tie.fact)
