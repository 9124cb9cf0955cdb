"""Facts corrected in a copy of the store of three articles."""

from dataclasses import replace

import pyoxigraph
import pytest
from pyoxigraph import NamedNode, RdfFormat
from rdflib import Graph

from kg.corrections import Correction, Misfit, correct_facts
from kg.facts import Position
from kg.query import ask, select
from kg.rdf import article_nquads, validate_graph
from kg.store import ArticleStore, graph_of, memory_store
from tests.query.three_articles import EAST, PETROV, ROCK, ROCKS, SATO, TRIBUNE, WEST, all_quads, tribune

POSITIONS = {(one.holder, one.stance): one.id for one in tribune().positions}
DENIED, CLAIMED = POSITIONS[PETROV, "rejects-claim"], POSITIONS[EAST, "claims-sovereignty"]
SAID = tribune().statements[0].id


@pytest.fixture
def store() -> ArticleStore:
    return memory_store(all_quads())


def correct(store: ArticleStore, kind: str, thing: str, value: str = "") -> list[Misfit]:
    return correct_facts(store.dataset, [Correction(kind, thing, value, "t.csv line 2")], base=store.base)


def told(store: ArticleStore, fact: str, query: str) -> list[tuple[object, ...]]:
    return [*select(store, query.replace("FACT", f"<{store.base}{fact}>").replace("  ", " ")).rows]


def local(store: ArticleStore, rows: list[tuple[object, ...]]) -> set[str]:
    return {str(row[0]).removeprefix(store.base) for row in rows}


def violations(store: ArticleStore) -> int:
    graph = NamedNode(graph_of(TRIBUNE.id))
    data = store.dataset.dump(format=RdfFormat.N_TRIPLES, from_graph=graph) or b""
    return len(validate_graph(Graph().parse(data=data, format="nt")))


def test_another_stance_is_answered_and_the_one_that_was_read_is_recorded(store: ArticleStore) -> None:
    assert correct(store, "stance", DENIED, "recognizes-claim") == []
    answer = ask(store, "positions", {"stance": "recognizes-claim", "actor": "Ivan Petrov"})
    assert [row["fact"] for row in answer.records()] == [DENIED]
    read = told(
        store,
        DENIED,
        "SELECT ?place ?words ?value { FACT td:correction ?place ; td:asRead ?words ; prov:wasRevisionOf ?r . "
        "?r a td:Reading ; rdf:subject FACT ; rdf:predicate td:stance ; rdf:object ?value }",
    )
    assert read == [
        (
            "t.csv line 2: stance recognizes-claim",
            "stance rejects-claim",
            "https://w3id.org/territorial-dispute/stances/rejects-claim",
        )
    ]
    assert violations(store) == 0


def test_a_claim_that_is_possession_is_nobody_s_view_any_more(store: ArticleStore) -> None:
    assert correct(store, "stance", CLAIMED, "controls") == []
    kinds = {str(row[0]).rpartition("/")[2] for row in told(store, CLAIMED, "SELECT ?kind { FACT a ?kind }")}
    assert {"ReportedPossession", "Position", "Fact"} <= kinds
    assert not kinds & {"Viewpoint", "View"}
    assert told(store, CLAIMED, "SELECT ?who { FACT sem:accordingTo ?who }") == []
    assert violations(store) == 0


def test_another_speaker_takes_the_words_and_is_an_actor_of_the_article(store: ArticleStore) -> None:
    assert correct(store, "speaker", SAID, WEST) == []
    for link in ("td:speaker", "prov:wasAttributedTo"):
        assert local(store, told(store, SAID, f"SELECT DISTINCT ?who {{ FACT {link} ?who }}")) == {WEST}
    assert violations(store) == 0


def test_positions_that_the_speaker_takes_in_a_statement_go_with_it_to_the_other_speaker() -> None:
    facts = tribune()
    words = facts.statements[0].content
    taken = Position("position/taken", SATO, "claims-sovereignty", words, target=ROCK, statement=SAID)
    of_another = Position("position/of-another", EAST, "claims-sovereignty", words, target=ROCK, statement=SAID)
    data = article_nquads(replace(facts, positions=(taken, of_another)))
    store = memory_store(pyoxigraph.parse(data, format=RdfFormat.N_QUADS))
    assert correct(store, "speaker", SAID, PETROV) == []
    holders = {one.id: told(store, one.id, "SELECT ?who { FACT td:holder ?who }") for one in (taken, of_another)}
    assert {ident: local(store, rows) for ident, rows in holders.items()} == {taken.id: {PETROV}, of_another.id: {EAST}}


def test_a_name_stands_for_the_thing_that_bears_it(store: ArticleStore) -> None:
    assert correct(store, "speaker", DENIED, "Taro Sato") == []
    assert local(store, told(store, DENIED, "SELECT DISTINCT ?who { FACT td:holder ?who }")) == {SATO}


def test_other_territories_take_the_place_of_those_that_were_read(store: ArticleStore) -> None:
    assert correct(store, "territory", SAID, ROCKS) == []
    assert local(store, told(store, SAID, "SELECT DISTINCT ?where { FACT td:about ?where }")) == {ROCKS}
    assert correct(store, "territory", SAID, f"{ROCKS} | {ROCK}") == []
    assert local(store, told(store, SAID, "SELECT DISTINCT ?where { FACT schema:about ?where }")) == {ROCKS, ROCK}


def test_a_dropped_fact_answers_nothing_and_can_still_be_looked_up(store: ArticleStore) -> None:
    assert correct(store, "drop", SAID) == []
    assert SAID not in {row["fact"] for row in ask(store, "who-said-what").records()}
    words = told(store, SAID, "SELECT ?words ?place { FACT td:asRead ?words ; td:correction ?place }")
    assert words == [("told, and dropped", "t.csv line 2: drop")]
    assert violations(store) == 0


@pytest.mark.parametrize(
    ("kind", "thing", "value", "reason"),
    [
        ("drop", "position/none", "", "corrects 'position/none', which is no fact of the store"),
        ("drop", PETROV, "", f"corrects '{PETROV}', which is no fact of the store"),
        ("stance", SAID, "supports", f"gives a stance to '{SAID}', which has none"),
        ("stance", DENIED, "hates", "gives 'hates', which is no stance"),
        ("speaker", SAID, "Nobody", "names 'Nobody', which is no actor of the store"),
        ("speaker", SAID, ROCKS, f"names '{ROCKS}', which is no actor of the store"),
        ("territory", DENIED, "<>", "names '<>', which is no territory of the store"),
    ],
)
def test_a_correction_that_does_not_fit_changes_nothing(
    store: ArticleStore, kind: str, thing: str, value: str, reason: str
) -> None:
    before = set(store.dataset)
    (misfit,) = correct(store, kind, thing, value)
    assert (misfit.place, misfit.reason) == ("t.csv line 2", reason)
    assert set(store.dataset) == before
