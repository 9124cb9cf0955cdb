import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import QueryError, UnknownNameError
from kg.query.folding import folded
from kg.query.names import Kind, find_things, label_of, local_id
from kg.store import DEFAULT_BASE, ONTOLOGY, ArticleStore, gazetteer_graph, memory_store
from tests.query.three_articles import EAST, PETROV, ROCK, ROCKS, SATO, TREATY, WEST

TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        ("territory", "Inner Rock", ROCK),
        ("territory", "INNER-ROCK", ROCK),
        ("territory", "Rocks", ROCKS),
        ("territory", "stone isle", ROCK),
        ("territory", "Penasco", ROCK),
        ("territory", "Inn", ROCK),
        ("territory", "territory/inner-rock", ROCK),
        ("territory", DEFAULT_BASE + "territory/inner-rock", ROCK),
        ("territory", "Q42", ROCK),
        ("actor", "Eastland", EAST),
        ("actor", "Weston", WEST),
        ("actor", "Petrov", PETROV),
        ("actor", "ivan petrov", PETROV),
        ("actor", "taro", SATO),
        ("treaty", "the treaty of oslo", TREATY),
        ("treaty", "Treaty of Oslo of 1956", TREATY),
    ],
)
def test_a_name_finds_its_thing(rocks: ArticleStore, kind: Kind, name: str, expected: str) -> None:
    assert [local_id(rocks, thing.value) for thing in find_things(rocks, kind, name)] == [expected]


@pytest.mark.parametrize(
    ("kind", "name", "message"),
    [
        ("territory", "Iner Rock", 'no territory "Iner Rock" in this store; did you mean Inner Rock'),
        ("territory", "Stonisle", 'no territory "Stonisle" in this store; did you mean Stone Isle?'),
        ("actor", "Estland", 'no actor "Estland" in this store; did you mean Westland or Eastland'),
        ("territory", "Shikotn", 'no territory "Shikotn" in this store, nor a name like it'),
        ("actor", "Inner Rock", 'no actor "Inner Rock" in this store'),
        ("treaty", "zzz", 'no treaty "zzz" in this store, nor a name like it'),
        ("territory", "", 'no territory "" in this store'),
    ],
)
def test_a_name_that_is_nowhere_names_the_near_ones(rocks: ArticleStore, kind: Kind, name: str, message: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        find_things(rocks, kind, name)
    assert str(caught.value).startswith(message)


def a_store(**labels: str) -> ArticleStore:
    graph, actor = NamedNode("http://e/g"), NamedNode(f"{ONTOLOGY}Actor")
    quads = []
    for local, label in labels.items():
        thing = NamedNode(f"{DEFAULT_BASE}person/{local}")
        quads += [
            Quad(thing, TYPE, actor, graph),
            Quad(thing, NamedNode(f"{ONTOLOGY}label"), Literal(label), graph),
        ]
    return memory_store(quads)


def test_a_beginning_that_fits_two_things_is_told() -> None:
    store = a_store(a="Maria Costa", b="Maria Lopez")
    with pytest.raises(QueryError) as caught:
        find_things(store, "actor", "Mari")
    assert str(caught.value) == (
        '"Mari" stands for 2 actors in this store: Maria Costa (person/a), Maria Lopez (person/b); name one of them'
    )


def test_things_of_one_label_are_all_found() -> None:
    assert len(find_things(a_store(a="Maria Costa", b="Maria Costa"), "actor", "maria costa")) == 2


def test_a_whole_label_counts_before_a_beginning() -> None:
    store = a_store(a="Maria", b="Maria Lopez")
    assert [local_id(store, thing.value) for thing in find_things(store, "actor", "Maria")] == ["person/a"]


def test_the_label_of_the_gazetteer_counts_before_those_of_articles(rocks: ArticleStore) -> None:
    thing, label = NamedNode(DEFAULT_BASE + ROCK), NamedNode(f"{ONTOLOGY}label")
    graphs = {"Rock": gazetteer_graph(), "Inner Rock of the East": f"{DEFAULT_BASE}graph/1"}
    store = memory_store(Quad(thing, label, Literal(text), NamedNode(graph)) for text, graph in graphs.items())
    assert label_of(store, thing) == "Rock"


def test_the_longest_label_of_the_articles_is_shown(rocks: ArticleStore) -> None:
    assert label_of(rocks, NamedNode(DEFAULT_BASE + PETROV)) == "Ivan Petrov"
    assert label_of(rocks, NamedNode("http://e/nothing")) is None


@pytest.mark.parametrize("name", ["Dokdo–Takeshima", "dokdo takeshima", "The DOKDO-TAKESHIMA", "“Dokdo” Takeshima"])
def test_folding_leaves_the_letters(name: str) -> None:
    assert folded(name) == "dokdo takeshima"
