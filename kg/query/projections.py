"""Projections of the store as networkx graphs: actors with actors, actors with territories, who sides with whom."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, TypeAlias

import networkx as nx

from kg.query.alliances import agreements
from kg.query.ties import (
    ALWAYS,
    Period,
    Tie,
    actor_ties,
    by_date,
    name_of,
    represented,
    rolled_up,
    rolled_up_stands,
    territory_ties,
)
from kg.store import ArticleStore

Graph: TypeAlias = Any  # networkx publishes no types


def actor_network(store: ArticleStore, *, period: Period = ALWAYS, roll_up: bool = False) -> Graph:
    """Return actors, connected where they meet, address or represent each other or take a position toward each other.

    An edge has ``weight`` (facts), ``sign`` (those for less those against), ``relations``, the ``first`` and ``last``
    date, and ``ties`` (the facts). With ``roll_up`` those who speak for a state or an organization count as it.
    """
    return graph_of_ties(store, _rolled(store, actor_ties(store, period=period), roll_up))


def territory_network(store: ArticleStore, *, period: Period = ALWAYS, roll_up: bool = False) -> Graph:
    """Return actors and territories, connected by stances; edges are as in `actor_network`, signed by stance."""
    return graph_of_ties(store, _rolled(store, territory_ties(store, period=period), roll_up))


def alliance_network(store: ArticleStore, *, period: Period = ALWAYS, roll_up: bool = True) -> Graph:
    """Return actors, connected where they agree or disagree; ``sign`` is agreements less disagreements."""
    ties = (
        Tie(one.one.holder, "sides with" if one.sign > 0 else "is against", one.other.holder, one.sign, date, fact)
        for one in agreements(rolled_up_stands(store, period=period, roll_up=roll_up))
        for date, fact in [max((stand.date or "", stand.fact) for stand in (one.one, one.other))]
    )
    return graph_of_ties(store, ties)


def time_slices(store: ArticleStore, *, months: bool = False, roll_up: bool = False) -> dict[str, Graph]:
    """Return the actor network of each year, or each month, that has one."""
    length = 7 if months else 4
    by_time: dict[str, list[Tie]] = {}
    for tie in _rolled(store, actor_ties(store), roll_up):
        if tie.date and len(tie.date) >= length:
            by_time.setdefault(tie.date[:length], []).append(tie)
    return {time: graph_of_ties(store, found) for time, found in sorted(by_time.items())}


def graph_of_ties(store: ArticleStore, ties: Iterable[Tie]) -> Graph:
    """Return a graph with an edge for each two things that are tied; nodes have a ``label`` and a ``type``."""
    graph = nx.Graph()
    for tie in sorted(ties, key=lambda one: (one.source, one.target, *by_date(one), one.relation)):
        if not graph.has_edge(tie.source, tie.target):
            graph.add_edge(tie.source, tie.target, ties=[])
        graph.edges[tie.source, tie.target]["ties"].append(tie)
    for node in graph:
        graph.nodes[node].update(label=name_of(store, node), type=node.partition("/")[0])
    for _, _, edge in graph.edges(data=True):
        edge.update(_weights(edge["ties"]))
    return graph


def _rolled(store: ArticleStore, ties: Iterable[Tie], roll_up: bool) -> Iterable[Tie]:
    return rolled_up(ties, represented(store)) if roll_up else ties


def _weights(ties: list[Tie]) -> dict[str, Any]:
    dates = sorted(tie.date for tie in ties if tie.date)
    relations = Counter(tie.relation for tie in ties)
    return {
        "weight": len({(tie.fact, tie.relation) for tie in ties}),
        "sign": sum(tie.sign for tie in ties),
        "relations": ", ".join(f"{name} {count}" for name, count in sorted(relations.items())),
        "first": dates[0] if dates else "",
        "last": dates[-1] if dates else "",
    }
