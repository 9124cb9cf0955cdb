"""The graph of an article: the rule of names, evidence, public terms, and texts that try to break it."""

import subprocess
from dataclasses import fields, replace

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from owlrl import DeductiveClosure, OWLRL_Semantics
from rdflib import RDF, RDFS, BNode, Graph, Literal, URIRef

from kg.dates import PartialDate
from kg.documents import Document
from kg.errors import UnknownTermError
from kg.facts import Actor, ArticleFacts, Position, Statement
from kg.ontology import PREFIXES, field_term, ontology, term
from kg.rdf import (
    TEXT_PROPERTY,
    ExtractionRun,
    article_graph,
    article_graph_iri,
    article_nquads,
    article_triples,
    iri,
    local_id,
    to_nquads,
    validate_graph,
    without_text,
)
from kg.rdf.mapping import UNMAPPED, mapped_fields

OA, SEM, PROV, SCHEMA = (PREFIXES[prefix] for prefix in ("oa", "sem", "prov", "schema"))


def values(graph: Graph, local: str, path: str | URIRef) -> set[str]:
    """Return the values of a property of a thing, as texts."""
    link = path if isinstance(path, URIRef) else term(path)
    return {str(value) for value in graph.objects(iri(local), link)}


def local_values(graph: Graph, local: str, path: str | URIRef) -> set[str | None]:
    """Return the local identifiers that a property of a thing points to."""
    return {local_id(value) for value in values(graph, local, path)}


def test_every_field_that_is_set_is_in_the_graph(facts: ArticleFacts) -> None:
    graph = article_graph(facts)
    things = [facts.document, facts.actors[0].roles[0]]
    things += [one for field in fields(facts) if field.name != "document" for one in getattr(facts, field.name)]
    seen = set()
    for thing in things:
        for field in mapped_fields(type(thing)):
            seen.add((type(thing).__name__, field.name))
            if getattr(thing, field.name) not in (None, ()):
                assert (None, field.property, None) in graph, (thing, field.name)
    assert ("Position", "target_text") in seen


def test_a_position_is_written_by_the_rule_of_names(facts: ArticleFacts) -> None:
    graph = article_graph(facts)
    assert local_values(graph, "position/1", "holder") == {"state/norland"}
    assert values(graph, "position/1", "stance") == {"https://w3id.org/territorial-dispute/stances/rejects-claim"}
    assert local_values(graph, "position/1", "toward") == {"state/suthland"}
    assert local_values(graph, "position/1", "statement") == {"statement/1"}
    assert local_values(graph, "position/1", "article") == {facts.document.id}
    assert len(values(graph, "position/1", "evidence")) == 2
    assert values(graph, "position/1", "confidence") == {"0.8"}


def test_public_terms_stand_beside_ours(facts: ArticleFacts) -> None:
    graph = article_graph(facts)
    assert local_values(graph, "statement/1", URIRef(PROV + "wasAttributedTo")) == {"person/ada-brook.norland"}
    assert local_values(graph, "statement/1", URIRef(SCHEMA + "about")) == {"territory/skerry"}
    assert local_values(graph, "event/1", URIRef(SEM + "hasActor")) == {"person/ada-brook.norland", "state/suthland"}
    assert values(graph, "state/norland", RDFS.label) == {"Norland"}
    assert URIRef(PREFIXES["foaf"] + "Person") in graph.objects(iri("person/ada-brook.norland"), RDF.type)
    assert URIRef(SCHEMA + "Legislation") in graph.objects(iri("treaty/quayside"), RDF.type)
    assert URIRef(SCHEMA + "Legislation") not in graph.objects(iri("treaty/border"), RDF.type)


def test_possession_is_according_to_nobody(facts: ArticleFacts) -> None:
    graph = article_graph(facts)
    assert values(graph, "position/1", URIRef(SEM + "accordingTo"))
    assert not values(graph, "position/2", URIRef(SEM + "accordingTo"))
    assert term("ReportedPossession") in graph.objects(iri("position/2"), RDF.type)


def test_no_claim_stands_on_a_territory(facts: ArticleFacts) -> None:
    graph = article_graph(facts)
    links = {str(link) for link in graph.predicates(iri("territory/skerry"))}
    names = {link.rpartition("/")[2].rpartition("#")[2] for link in links}
    assert names == {"type", "label", "mentions", "evidence", "wikidata", "exactMatch"}


def test_a_span_says_where_it_stands_and_what_is_around_it(facts: ArticleFacts) -> None:
    graph, text = article_graph(facts), facts.document.text
    span = facts.positions[0].evidence[0]
    node = f"span/{facts.document.id.removeprefix('article/')}/{span.start}-{span.end}"
    assert values(graph, node, URIRef(OA + "start")) == {str(span.start)}
    assert values(graph, node, URIRef(OA + "exact")) == {text[span.start : span.end]}
    assert values(graph, node, URIRef(OA + "prefix")) == {text[span.start - 32 : span.start]}
    assert values(graph, node, URIRef(OA + "suffix")) == {text[span.end : span.end + 32]}
    (sentence,) = local_values(graph, node, "sentence")
    assert sentence is not None
    assert values(graph, sentence, URIRef(OA + "exact")) == {
        "Norland rejects Suthland's claim to Skerry Island, which Suthland has held since 1956."
    }


def test_the_sentences_of_an_analysis_are_taken(facts: ArticleFacts) -> None:
    whole = facts.document.span(143, 265)
    graph = article_graph(facts, sentences=[whole])
    sentences = {str(graph.value(node, URIRef(OA + "exact"))) for node in graph.subjects(RDF.type, term("Sentence"))}
    assert whole.text in sentences


def test_a_split_quotation_has_one_value(facts: ArticleFacts) -> None:
    graph = article_graph(facts)
    assert values(graph, "statement/1", RDF.value) == {'the island "was and is ours," […] "We will talk."'}
    assert len(values(graph, "statement/1", "content")) == 2


def test_a_role_has_its_holder_its_evidence_and_whom_it_is_held_for(facts: ArticleFacts) -> None:
    graph = article_graph(facts)
    (role,) = local_values(graph, "person/ada-brook.norland", "roles")
    assert role is not None
    assert values(graph, role, "role") == {"Foreign Minister"}
    assert local_values(graph, role, URIRef(PREFIXES["org"] + "member")) == {"person/ada-brook.norland"}
    assert local_values(graph, role, URIRef(PREFIXES["org"] + "organization")) == {"state/norland"}
    assert not values(graph, role, URIRef(PROV + "actedOnBehalfOf"))
    assert values(graph, role, "evidence")


@pytest.mark.parametrize(
    ("iso", "kind", "earliest", "latest"),
    [
        ("2021-05-04", "date", "2021-05-04", "2021-05-04"),
        ("2021-05", "gYearMonth", "2021-05-01", "2021-05-31"),
        ("1956", "gYear", "1956-01-01", "1956-12-31"),
        ("195X", None, "1950-01-01", "1959-12-31"),
        ("19XX", None, "1900-01-01", "1999-12-31"),
        ("1982/1985", None, "1982-01-01", "1985-12-31"),
        ("2019-02/2019-03", None, "2019-02-01", "2019-03-31"),
    ],
)
def test_a_date_keeps_its_precision(
    iso: str, kind: str | None, earliest: str, latest: str, facts: ArticleFacts
) -> None:
    events = (replace(facts.events[0], date=PartialDate(iso)),)
    graph = article_graph(replace(facts, events=events))
    date = graph.value(iri("event/1"), term("date"))
    assert isinstance(date, Literal)
    assert str(date) == iso
    assert date.datatype == (URIRef(PREFIXES["xsd"] + kind) if kind else None)
    assert values(graph, "event/1", URIRef(SEM + "hasEarliestBeginTimeStamp")) == {earliest}
    assert values(graph, "event/1", URIRef(SEM + "hasLatestEndTimeStamp")) == {latest}


def test_the_run_names_its_versions_and_no_time(facts: ArticleFacts) -> None:
    graph = article_graph(facts, run=ExtractionRun(program="1.2", model="english 3", gazetteer="abc"))
    (run,) = local_values(graph, "statement/1", URIRef(PROV + "wasGeneratedBy"))
    assert run is not None
    assert values(graph, run, "program") == {"1.2"}
    assert values(graph, run, "model") == {"english 3"}
    assert local_values(graph, run, URIRef(PROV + "wasAssociatedWith")) == {
        "software/kg-1.2",
        "software/model-english-3",
        "software/gazetteer-abc",
    }
    assert not [link for link in graph.predicates() if "Time" in link and link.startswith(PROV)]


def test_another_program_is_another_run(facts: ArticleFacts) -> None:
    one, other = (article_nquads(facts, run=ExtractionRun(program=version)) for version in ("1", "2"))
    assert one != other


def test_the_text_is_kept_or_left_out(facts: ArticleFacts) -> None:
    text = URIRef(TEXT_PROPERTY)
    assert values(article_graph(facts), facts.document.id, text) == {facts.document.text}
    assert not values(article_graph(facts, with_text=False), facts.document.id, text)
    assert set(without_text(article_triples(facts))) == set(article_triples(facts, with_text=False))


def test_the_text_is_left_out_of_quads_of_a_store_as_well(facts: ArticleFacts) -> None:
    quads = list(ox.parse(article_nquads(facts), format=ox.RdfFormat.N_QUADS))
    left = list(without_text(quads))
    assert len(left) == len(quads) - 1
    assert not [quad for quad in left if quad.predicate.value == TEXT_PROPERTY]


def test_two_runs_give_the_same_bytes(facts: ArticleFacts) -> None:
    assert article_nquads(facts) == article_nquads(facts)
    backwards = replace(facts, actors=facts.actors[::-1], positions=facts.positions[::-1])
    assert article_nquads(backwards) == article_nquads(facts)


def test_everything_stands_in_the_graph_of_the_article(facts: ArticleFacts) -> None:
    graphs = {quad.graph_name.value for quad in ox.parse(article_nquads(facts), format=ox.RdfFormat.N_QUADS)}
    assert graphs == {str(article_graph_iri(facts.document.id))}
    assert article_graph(facts).identifier == article_graph_iri(facts.document.id)


def test_another_base_moves_the_things_and_not_the_terms(facts: ArticleFacts) -> None:
    graph = article_graph(facts, base="https://example.org/kg/")
    ours = {str(node) for node in graph.subjects()}
    assert all(node.startswith(("https://example.org/kg/", "http://www.wikidata.org/")) for node in ours)
    assert iri("state/norland", base="https://example.org/kg/") in graph.subjects(RDF.type, term("State"))


def test_there_are_no_blank_nodes(facts: ArticleFacts) -> None:
    assert not [node for triple in article_triples(facts) for node in triple if isinstance(node, BNode)]


def test_ontology_and_data_together_agree_with_owl_rl(facts: ArticleFacts) -> None:
    graph = Graph()
    for triple in (*ontology(), *article_triples(facts)):
        graph.add(triple)
    DeductiveClosure(OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False).expand(graph)
    assert not list(graph.objects(None, URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")))


def test_an_unknown_stance_is_refused(facts: ArticleFacts) -> None:
    position = replace(facts.positions[0], stance="reject-claim")
    with pytest.raises(UnknownTermError, match="rejects-claim"):
        article_nquads(replace(facts, positions=(position,)))


def test_fields_left_out_are_known_by_name() -> None:
    assert UNMAPPED.keys() == {"id", "blocks"}
    assert field_term("Document", "source") != field_term("Statement", "source")


# --- texts that try to break it ---------------------------------------------------------------------------------------

HOSTILE = [
    "nul \x00, bell \x07, escape \x1b, delete \x7f, next line \x85",
    "half a pair \ud800 and the other \udfff, no characters \ufffe \uffff",
    "quotes \" ' \"\"\" ''' \\ backslash \\n \\u0000 \\",
    "<script>alert(1)</script> <http://a> _:b ^^<c> @en . # ; ,",
    "lines\rlines\r\nlines\u2028lines\u2029lines\ttab",
    "right to left \u202e, joined \u200d, \U0001f3f4\U000e0067, e\u0301, \ufb01, \U0010ffff",
    "日本 北方領土 Южные Курилы جزر",
    "100% %zz %41 [a] {b} |c| ^ `",
    "",
]


def hostile_facts(text: str) -> ArticleFacts:
    """Return facts of which every text and identifier is hostile."""
    document = Document(key=text, source=text, text=text + "x", title=text, publisher=text, url="https://a/ " + text)
    span = document.span(0, len(document.text))
    return ArticleFacts(
        document,
        actors=(Actor(f"person/{text}x", text or "x", "person", (span,), text or "x", wikidata=text),),
        statements=(Statement("statement/1", f"person/{text}x", (span,), "direct"),),
        positions=(Position("position/1", f"person/{text}x", "protests", (span,), date=None),),
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_read_back_by_all_parsers(text: str, rapper: str, serdi: str) -> None:
    facts = hostile_facts(text)
    nquads, graph = article_nquads(facts), article_graph(facts)
    quads = list(ox.parse(nquads, format=ox.RdfFormat.N_QUADS))
    assert len(quads) == len(graph) == _count(serdi, nquads, "-i", "nquads", "-")
    turtle = graph.serialize(format="turtle").encode()
    assert _count(serdi, turtle, "-i", "turtle", "-") == len(graph)
    assert _count(rapper, turtle, "-q", "-i", "turtle", "-", "urn:x") == len(graph)
    assert _stored(turtle, ox.RdfFormat.TURTLE) == _stored(to_nquads(graph), ox.RdfFormat.N_TRIPLES)
    texts = {quad.object.value for quad in quads if quad.predicate.value == TEXT_PROPERTY}
    assert {len(one) for one in texts} == {len(facts.document.text)}


def test_named_graphs_are_read_by_all_parsers_from_trig(facts: ArticleFacts, rapper: str, serdi: str) -> None:
    quads = list(ox.parse(article_nquads(facts), format=ox.RdfFormat.N_QUADS))
    trig = ox.serialize(quads, format=ox.RdfFormat.TRIG)
    assert trig is not None
    assert (
        _count(serdi, trig, "-i", "trig", "-") == _count(rapper, trig, "-q", "-i", "trig", "-", "urn:x") == len(quads)
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_breaks_no_shape(text: str) -> None:
    assert validate_graph(article_graph(hostile_facts(text))) == ()


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=40))
def test_any_text_goes_out_and_comes_back(text: str) -> None:
    facts = hostile_facts(text)
    nquads = article_nquads(facts)
    quads = ox.parse(nquads, format=ox.RdfFormat.N_QUADS)
    assert to_nquads(article_triples(facts), article_graph_iri(facts.document.id)) == nquads
    back = {quad.object.value for quad in quads if quad.predicate.value == OA + "exact"}
    assert {len(one) for one in back} == {len(facts.document.text)}
    assert local_id(iri(facts.actors[0].id)) == facts.actors[0].id


def _stored(data: bytes, form: ox.RdfFormat) -> set[ox.Quad]:
    """Return what a store makes of a file: numbers in one form."""
    store = ox.Store()
    store.load(data, format=form)
    return set(store)


def _count(tool: str, data: bytes, *options: str) -> int:
    output = subprocess.run([tool, *options], input=data, capture_output=True, check=True).stdout
    return len(set(output.splitlines()))
