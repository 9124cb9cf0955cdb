"""JSON-LD goes out with the names of the ontology and comes back as the same graph."""

import json

import pyoxigraph as ox
import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

from kg.facts import ArticleFacts
from kg.rdf import article_graph, article_triples, load_context, to_jsonld, to_nquads
from kg.rdf.jsonld import make_context


def test_the_shipped_context_follows_from_the_ontology() -> None:
    assert load_context() == make_context()


def test_the_context_names_no_address_to_fetch() -> None:
    assert "@import" not in json.dumps(load_context())


def test_names_of_the_ontology_are_the_keys(facts: ArticleFacts) -> None:
    document = json.loads(to_jsonld(article_graph(facts)))
    (position,) = (node for node in document["@graph"] if node["@id"].endswith("/position/3"))
    assert position["share"] == "0.74"
    assert position["holder"].endswith("/group/norlanders")
    assert set(position["@type"]) == {"Position", "Viewpoint", "Fact", "sem:View"}


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own parser uses it
def test_the_graph_comes_back(facts: ArticleFacts) -> None:
    graph = article_graph(facts)
    assert isomorphic(Graph().parse(data=to_jsonld(graph), format="json-ld"), graph)


def test_another_parser_reads_the_same(facts: ArticleFacts) -> None:
    store, expected = ox.Store(), ox.Store()
    store.load(to_jsonld(article_graph(facts)), format=ox.RdfFormat.JSON_LD)
    expected.load(to_nquads(article_triples(facts)), format=ox.RdfFormat.N_QUADS)
    assert set(store) == set(expected)


def test_the_same_graph_gives_the_same_text(facts: ArticleFacts) -> None:
    assert to_jsonld(article_graph(facts)) == to_jsonld(article_graph(facts))


def test_an_own_context_is_taken(facts: ArticleFacts) -> None:
    written = to_jsonld(article_graph(facts), {"wer": "https://w3id.org/territorial-dispute/speaker"})
    assert '"wer"' in written
