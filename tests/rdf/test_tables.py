"""The gazetteer as a graph: names with their parties, places on the map, and claims as reports."""

import pyoxigraph as ox
import pytest
from rdflib import RDF, SKOS, Graph, Literal, URIRef

from kg.gazetteer import Entry, Gazetteer, Name, load_gazetteer
from kg.ontology import PREFIXES, term
from kg.rdf import gazetteer_graph, gazetteer_triples, iri, to_nquads, validate_graph

GEO = PREFIXES["geo"]
FORM = URIRef(PREFIXES["skosxl"] + "literalForm")


@pytest.fixture(scope="module")
def shipped() -> Graph:
    """The tables that ship with kg."""
    return gazetteer_graph(load_gazetteer())


def test_a_territory_is_on_the_map_within_its_group(shipped: Graph) -> None:
    kunashir, group = iri("territory/kunashir"), iri("territory/kuril-islands-southern")
    assert (kunashir, URIRef(GEO + "sfWithin"), group) in shipped
    (point,) = shipped.objects(kunashir, URIRef(GEO + "hasDefaultGeometry") / URIRef(GEO + "asWKT"))
    assert isinstance(point, Literal)
    assert str(point).startswith("POINT(145.")
    assert point.datatype == URIRef(GEO + "wktLiteral")


def test_claims_stand_in_a_record_and_not_on_the_territory(shipped: Graph) -> None:
    territory = iri("territory/kuril-islands-southern")
    assert not set(shipped.objects(territory)) & {iri("state/RUS"), iri("state/JPN")}
    (record,) = shipped.subjects(term("record_of"), territory)
    assert set(shipped.objects(record, term("claimant"))) == {iri("state/RUS"), iri("state/JPN")}
    assert set(shipped.objects(record, term("administrator"))) == {iri("state/RUS")}


def test_each_party_has_its_own_name(shipped: Graph) -> None:
    territory = iri("territory/kuril-islands-southern")
    names = {
        str(shipped.value(name, FORM)): shipped.value(name, term("party"))
        for name in shipped.subjects(term("name_of"), territory)
    }
    assert names["Northern Territories"] == names["北方領土"] == iri("state/JPN")
    assert names["Южные Курилы"] == iri("state/RUS")


def test_every_treaty_of_the_tables_is_concluded(shipped: Graph) -> None:
    shimoda = iri("treaty/treaty-of-shimoda")
    assert term("ConcludedTreaty") in shipped.objects(shimoda, RDF.type)
    assert str(shipped.value(shimoda, term("date"))) == "1855-02-07"


def test_a_transcription_says_that_it_is_in_latin_letters() -> None:
    island = Entry("territory/a", "territory", "A", "territories.csv:2")
    names = [
        Name("島", island, language="ja"),
        Name("Shima", island, language="ja"),
        Name("Isla", island, language="es"),
    ]
    graph = gazetteer_graph(Gazetteer({island.id: island}, names, version="1"))
    assert set(graph.objects(None, FORM)) == {
        Literal("島", lang="ja"),
        Literal("Shima", lang="ja-Latn"),
        Literal("Isla", lang="es"),
    }


def test_a_language_that_is_none_is_left_out() -> None:
    island = Entry("territory/a", "territory", "A", "territories.csv:2")
    names = [Name("B", island, language="no such language")]
    graph = gazetteer_graph(Gazetteer({island.id: island}, names, version="1"))
    assert list(graph.objects(None, FORM)) == [Literal("B")]


def test_only_names_are_labels(shipped: Graph) -> None:
    japan = iri("state/JPN")
    labels = {str(label) for label in shipped.objects(japan, SKOS.altLabel)}
    assert "Nippon" in labels
    assert not {"Tokyo", "Japanese", "Japan"} & labels


def test_the_shipped_gazetteer_is_the_same_bytes_twice_and_is_read_back() -> None:
    gazetteer = load_gazetteer()
    written = to_nquads(gazetteer_triples(gazetteer))
    assert written == to_nquads(gazetteer_triples(gazetteer))
    assert len(list(ox.parse(written, format=ox.RdfFormat.N_TRIPLES))) == len(written.splitlines())


def test_the_shipped_gazetteer_breaks_no_shape(shipped: Graph) -> None:
    assert validate_graph(shipped) == ()
