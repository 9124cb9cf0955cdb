import io
import re
from itertools import pairwise
from xml.etree import ElementTree

import networkx as nx
import pyoxigraph
import pytest

from kg.errors import QueryError, UnknownNameError
from kg.facts import ArticleFacts, Event, Position
from kg.query.graph_files import write_gexf, write_graphml
from kg.query.network import (
    actor_network,
    alliance_network,
    blocs,
    central,
    changes,
    paths,
    territory_network,
    time_slices,
)
from kg.query.projections import Graph
from kg.query.ties import Period, stands
from kg.rdf import article_nquads
from kg.store import ArticleStore, memory_store
from tests.query.three_articles import EAST, HERALD, NORTH, PETROV, ROCK, ROCKS, SATO, WEST, Writer


def edges(graph: Graph, *values: str) -> dict[tuple[str, ...], tuple[object, ...]]:
    return {tuple(sorted(pair)): tuple(graph.edges[pair][value] for value in values) for pair in graph.edges}


def test_actors_are_tied_by_what_they_do_and_say_to_each_other(rocks: ArticleStore) -> None:
    assert edges(actor_network(rocks), "weight", "sign", "relations", "first", "last") == {
        (PETROV, SATO): (2, 0, "addresses 1, meets 1", "2019-01-21", "2019-01-22"),
        (PETROV, EAST): (1, -1, "rejects-claim of 1", "2022-03-22", "2022-03-22"),
        (PETROV, WEST): (1, 0, "represents 1", "", ""),
        (SATO, EAST): (1, 0, "represents 1", "", ""),
        (EAST, NORTH): (1, 1, "recognizes-claim of 1", "2022-03-22", "2022-03-22"),
    }


def test_those_who_speak_for_a_state_can_count_as_it(rocks: ArticleStore) -> None:
    assert edges(actor_network(rocks, roll_up=True), "weight", "sign") == {
        (EAST, WEST): (3, -1),
        (EAST, NORTH): (1, 1),
    }


def test_actors_are_tied_to_territories_by_stance(rocks: ArticleStore) -> None:
    graph = territory_network(rocks)
    assert edges(graph, "weight", "sign") == {
        (EAST, ROCK): (6, 2),  # three claims, one wish and two refusals to talk
        (WEST, ROCK): (1, 0),  # possession is no stance
        (NORTH, ROCKS): (1, 1),
        (PETROV, ROCKS): (1, -1),
    }
    assert graph.nodes[ROCK] == {"label": "Inner Rock", "type": "territory"}


@pytest.mark.parametrize(
    ("participants", "expected"),
    [
        ((EAST, WEST), {(EAST, WEST): (-1,)}),
        ((EAST, NORTH, WEST), dict.fromkeys([(EAST, NORTH), (EAST, WEST), (NORTH, WEST)], (0,))),
    ],
)
def test_who_is_against_whom_is_told_by_an_event_of_two_only(
    participants: tuple[str, ...], expected: dict[tuple[str, str], tuple[int]]
) -> None:
    event = Event("event/1", "ACCUSE", "happened", (Writer(HERALD).span("Eastland"),), participants=participants)
    data = article_nquads(ArticleFacts(HERALD, events=(event,)))
    store = memory_store(pyoxigraph.parse(data, format=pyoxigraph.RdfFormat.N_QUADS))
    assert edges(actor_network(store), "sign") == expected


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (Period(until="2019"), {(PETROV, SATO)}),
        (Period(since="2022-03"), {(PETROV, EAST), (EAST, NORTH)}),
        (Period(since="2020", until="2021"), set()),
    ],
)
def test_a_network_of_a_period_has_its_facts_only(
    rocks: ArticleStore, period: Period, expected: set[tuple[str, str]]
) -> None:
    assert set(edges(actor_network(rocks, period=period))) == expected


def test_slices_hold_the_network_of_each_year_or_month(rocks: ArticleStore) -> None:
    assert {time: set(edges(graph)) for time, graph in time_slices(rocks).items()} == {
        "2019": {(PETROV, SATO)},
        "2022": {(PETROV, EAST), (EAST, NORTH)},
    }
    assert list(time_slices(rocks, months=True)) == ["2019-01", "2022-03"]


def test_a_path_is_told_step_by_step_with_its_words(rocks: ArticleStore) -> None:
    answer = paths(rocks, "Northland", "Weston")
    assert [row[:6] for row in answer.rows] == [
        (1, 1, "Northland", "recognizes-claim of", "Eastland", "2022-03-22"),
        (1, 2, "Eastland", "has a claim rejected by", "Ivan Petrov", "2022-03-22"),
        (1, 3, "Ivan Petrov", "represents", "Westland", None),
    ]
    for record in answer.records():
        assert str(record["quote"]) in str(record["sentence"])
        assert record["article"]
    for one, other in pairwise(answer.records()):
        assert one["to"] == other["from"]


def test_a_path_that_is_not_there_is_told(rocks: ArticleStore) -> None:
    with pytest.raises(QueryError, match='nothing connects "Northland" with "Sato" in this store'):
        paths(rocks, "Northland", "Sato", period=Period(until="2019"))
    with pytest.raises(QueryError, match="nothing connects"):
        paths(rocks, "Northland", "Northland")
    with pytest.raises(UnknownNameError, match="did you mean Northland"):
        paths(rocks, "Nortland", "Eastland")


def test_a_path_may_lead_over_a_territory_where_no_other_does(rocks: ArticleStore) -> None:
    answer = paths(rocks, "Eastland", "Westland", period=Period(until="2019-01-22"))
    assert [row[2:5] for row in answer.rows] == [
        ("Eastland", "claims-sovereignty", "Inner Rock"),
        ("Inner Rock", "is under the stance controls of", "Westland"),
    ]


def test_a_poll_is_no_position_of_all(rocks: ArticleStore) -> None:
    positions = tuple(
        Position(f"position/{number}", EAST, "opposes", (Writer(HERALD).span("Eastland"),), target=ROCK, share=share)
        for number, share in enumerate([0.74, None])
    )
    data = article_nquads(ArticleFacts(HERALD, positions=positions))
    store = memory_store(pyoxigraph.parse(data, format=pyoxigraph.RdfFormat.N_QUADS))
    assert [stand.fact for stand in stands(store)] == ["position/1"]


def test_the_most_central_come_first_with_the_reason(rocks: ArticleStore) -> None:
    answer = central(rocks)
    assert [row[:6] for row in answer.rows] == [
        (1, "Eastland", 4, 2, 1.0,
         "addresses 1, meets 1, recognizes-claim of 1, rejects-claim of 1; most with Westland (3)"),
        (2, "Westland", 3, 1, 0.0, "addresses 1, meets 1, rejects-claim of 1; most with Eastland (3)"),
        (3, "Northland", 1, 1, 0.0, "recognizes-claim of 1; most with Eastland (1)"),
    ]  # fmt: skip
    assert all(record["quote"] for record in answer.records())
    assert len(central(rocks, most=1).rows) == 1


def test_blocs_tell_who_sides_with_whom_by_which_words(rocks: ArticleStore) -> None:
    assert [row[:8] for row in blocs(rocks).rows] == [
        (1, "Eastland", "is against", "Westland", "The Rocks", 2, None, "rejects-claim"),
        (1, "Eastland", "sides with", "Northland", "The Rocks", 1, None, "recognizes-claim"),
        (1, "Northland", "is against", "Westland", "The Rocks", 2, "recognizes-claim", "rejects-claim"),
    ]
    assert {record["quote"] for record in blocs(rocks).records()} == {
        "Petrov denied it",
        "Northland stands by Eastland's title",
    }


def test_alliances_are_a_signed_network(rocks: ArticleStore) -> None:
    assert edges(alliance_network(rocks), "sign") == {
        (EAST, NORTH): (1,),
        (EAST, WEST): (-1,),
        (NORTH, WEST): (-1,),
    }


def test_changes_tell_what_began_and_what_ended(rocks: ArticleStore) -> None:
    assert [row[:6] for row in changes(rocks, "2020", roll_up=False).rows] == [
        ("ended", 2, "Ivan Petrov", "addresses", "Taro Sato", "2019-01-22"),
        ("new", 1, "Eastland", "has a claim recognized by", "Northland", "2022-03-22"),
        ("new", 1, "Ivan Petrov", "rejects-claim of", "Eastland", "2022-03-22"),
    ]
    assert changes(rocks, "2020", until="2021", roll_up=False).rows[0][0] == "ended"


# Labels that break files which do not expect them.
HOSTILE = ["\x00\x08\x1b[31m", "\ud800", "\ufffe", "<script>&\"'", "]]>", "Malo\u00ebs", "\U0001f5fe", "a\nb"]


@pytest.fixture
def hostile(rocks: ArticleStore) -> Graph:
    graph = actor_network(rocks)
    for node, label in zip(sorted(graph), HOSTILE, strict=False):
        graph.nodes[node]["label"] = label + "".join(HOSTILE)
    graph.nodes[EAST]["type"] = None
    return graph


def test_graphml_is_read_back_with_labels_weights_and_dates(rocks: ArticleStore) -> None:
    output = io.BytesIO()
    write_graphml(actor_network(rocks), output)
    graph = nx.read_graphml(io.BytesIO(output.getvalue()))
    assert graph.nodes[PETROV] == {"label": "Ivan Petrov", "name": "Ivan Petrov", "type": "person"}
    assert {key: value for key, value in graph.edges[PETROV, SATO].items() if key != "facts"} == {
        "label": "addresses 1, meets 1",
        "weight": 2.0,
        "sign": 0,
        "relations": "addresses 1, meets 1",
        "first": "2019-01-21",
        "last": "2019-01-22",
    }
    assert re.fullmatch(r"event/\w+ statement/\w+", graph.edges[PETROV, SATO]["facts"])
    assert set(graph.edges) == set(actor_network(rocks).edges) or len(graph.edges) == 5


def test_gexf_is_read_back_with_days(rocks: ArticleStore) -> None:
    output = io.BytesIO()
    write_gexf(actor_network(rocks), output)
    graph = nx.read_gexf(io.BytesIO(output.getvalue()))
    assert graph.nodes[PETROV]["label"] == "Ivan Petrov"
    edge = graph.edges[PETROV, SATO]
    assert (edge["weight"], edge["start"], edge["end"]) == (2.0, "2019-01-21", "2019-01-22")
    assert "start" not in graph.edges[PETROV, WEST]


def test_a_day_that_is_not_known_is_spread_over_its_year(rocks: ArticleStore) -> None:
    graph = actor_network(rocks)
    graph.edges[PETROV, SATO].update(first="195X", last="2019-02")
    output = io.BytesIO()
    write_gexf(graph, output)
    edge = nx.read_gexf(io.BytesIO(output.getvalue())).edges[PETROV, SATO]
    assert (edge["start"], edge["end"]) == ("1950-01-01", "2019-02-28")


@pytest.mark.parametrize("write", [write_graphml, write_gexf])
def test_no_label_breaks_a_file(hostile: Graph, write: object) -> None:
    output = io.BytesIO()
    write(hostile, output)  # type: ignore[operator]
    root = ElementTree.fromstring(output.getvalue())  # noqa: S314 - our own file
    text = ElementTree.tostring(root, encoding="unicode")
    assert "Malo\u00ebs" in text
    assert "[31m" in text
    assert "\x1b" not in text
    assert "<script>" not in output.getvalue().decode()
    assert "None" not in text


@pytest.mark.parametrize("write", [write_graphml, write_gexf])
def test_the_same_network_gives_the_same_bytes(rocks: ArticleStore, write: object) -> None:
    outputs = io.BytesIO(), io.BytesIO()
    for output in outputs:
        write(actor_network(rocks), output)  # type: ignore[operator]
    assert outputs[0].getvalue() == outputs[1].getvalue()
