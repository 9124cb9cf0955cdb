"""Every shape is seen to refuse a graph that breaks it, and what the mapping writes breaks none."""

from dataclasses import replace

import pyshacl
import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat
from rdflib import SH, Graph

from kg.corrections import Correction, correct_facts
from kg.dates import PartialDate
from kg.errors import OntologyError
from kg.facts import ArticleFacts, Territory
from kg.gazetteer import Entry, Gazetteer, Name
from kg.ontology import NAMESPACE, PREFIXES, shapes
from kg.rdf import article_graph, gazetteer_graph
from kg.rdf.validation import Violation, validate_graph
from kg.store import corrections_graph, identity_graph
from tests.identity.actors import EAST, WEST, person, published

R = "https://w3id.org/territorial-dispute/resource/"


def drop(kind: str, path: str) -> str:
    return f"DELETE {{ ?s {path} ?o }} WHERE {{ ?s a {kind} ; {path} ?o }}"


def add(kind: str, path: str, value: str) -> str:
    return f"INSERT {{ ?s {path} {value} }} WHERE {{ ?s a {kind} }}"


def change(kind: str, path: str, value: str) -> str:
    return f"DELETE {{ ?s {path} ?o }} INSERT {{ ?s {path} {value} }} WHERE {{ ?s a {kind} ; {path} ?o }}"


ARTICLE_FAULTS = [
    ("Data have no blank nodes: loading a graph twice changes nothing.", "INSERT DATA { [] a td:Span }"),
    ("A fact needs evidence: a span of its article.", drop("td:Position", "td:evidence")),
    ("A fact names one span as its clearest evidence.", drop("td:Event", "td:clearestEvidence")),
    ("A fact belongs to one article.", drop("td:Statement", "td:article")),
    ("A fact says what read it.", drop("td:Statement", "prov:wasGeneratedBy")),
    ("Confidence is one decimal from 0 to 1.", change("td:Event", "td:confidence", "1.01")),
    ("A span has one start, a whole number from 0.", change("td:Span", "oa:start", "-1")),
    (
        "A span starts before it ends.",
        "DELETE { ?s oa:start ?a } INSERT { ?s oa:start ?b } WHERE { ?s oa:start ?a ; oa:end ?b }",
    ),
    ("A span has one end.", drop("td:Span", "oa:end")),
    ("A span has the text that stands there.", drop("td:Span", "oa:exact")),
    ("A span is of one article.", drop("td:Span", "oa:hasSource")),
    ("A span stands in one sentence or run of sentences.", drop("td:Sentence", "a")),
    ("The quoted text is as long as its span.", change("td:Span", "oa:exact", '"other words"')),
    ("The quoted text is what stands at its offsets.", change("td:Article", "nif:isString", '"another text"')),
    ("A span ends within the article's text.", change("td:Article", "td:length", "3")),
    (
        "A territory has names, places and matches; who claims or holds it is a position or a gazetteer record.",
        add("td:Territory", "wdt:P1336", "wd:Q1"),
    ),
    ("A territory has a label.", drop("td:Territory", "td:label")),
    ("A mention is a span.", add("td:Territory", "td:mentions", "td:nowhere")),
    ("The type is a concept of territory-types.", add("td:Territory", "td:territoryType", "stance:controls")),
    ("Only a gazetteer record reports claimants and administrators.", add("td:Territory", "td:claimant", "td:x")),
    ("A position has one holder, an actor of its article.", drop("td:Position", "td:holder")),
    ("A position has one stance.", add("td:Position", "td:stance", "stance:supports, stance:protests")),
    ("The stance is a concept of stances.", change("td:Position", "td:stance", "td:stances\\/likes")),
    ("The target is one territory or treaty.", change("td:Position", "td:target", f"<{R}state/norland>")),
    ("The target in words is one span.", add("td:Position", "td:targetText", '"the talks"')),
    ("A position is toward one actor at most.", add("td:Position", "td:toward", f"<{R}territory/skerry>")),
    ("A position is read from an attribution.", add("td:Position", "td:statement", f"<{R}event/1>")),
    ("A share is one decimal from 0 to 1.", change("td:Position", "td:share", "74.0")),
    ("An attribution is a statement or an attitude and not both.", add("td:Statement", "a", "td:Attitude")),
    ("An attribution has one speaker, an actor of its article.", drop("td:Statement", "td:speaker")),
    ("An attribution has content.", drop("td:Attitude", "td:content")),
    ("An attribution has its content as one text.", drop("td:Statement", "rdf:value")),
    ("An attribution has one mode.", drop("td:Statement", "td:mode")),
    ("The mode is a concept of modes.", change("td:Statement", "td:mode", "stance:controls")),
    ("A cue is one span.", add("td:Statement", "td:cue", '"said"')),
    ("A source is one span.", add("td:Statement", "td:source", '"Brook"')),
    ("An attribution is about territories.", add("td:Statement", "td:about", f"<{R}state/norland>")),
    ("An addressee is one actor.", add("td:Statement", "td:addressee", f"<{R}territory/skerry>")),
    ("A layer is of another attribution.", add("td:Statement", "td:layerOf", f"<{R}event/1>")),
    ("A name is used for one territory of its article.", drop("td:NameUse", "td:territories")),
    ("A use of a name has the name.", drop("td:NameUse", "td:form")),
    (
        "A used name is one party's: a name that several share is no position.",
        add("td:NameUse", "td:party", f"<{R}state/suthland>"),
    ),
    ("A name is used by one speaker, or by the outlet.", add("td:NameUse", "td:speaker", f"<{R}territory/skerry>")),
    ("A used name stands in one statement at most.", add("td:NameUse", "td:statement", f"<{R}event/1>")),
    ("A speaker uses a name in a statement.", drop("td:NameUse", "td:statement")),
    ("An event has one type.", drop("td:Event", "td:type")),
    ("The type is one of the top concepts of event-types.", change("td:Event", "td:type", "event:meeting")),
    ("The subtype is a concept of event-types.", change("td:Event", "td:subtype", "stance:controls")),
    ("An event has one status.", drop("td:Event", "td:status")),
    ("The status is a concept of event-status.", change("td:Event", "td:status", "stance:controls")),
    ("A participant is an actor of the article.", add("td:Event", "td:participants", f"<{R}state/nowhere>")),
    ("A place in words is one span.", add("td:Event", "td:place", '"Middleton"')),
    ("An event concerns territories.", add("td:Event", "td:territories", f"<{R}state/norland>")),
    ("An entity is mentioned in its article or named by the gazetteer.", drop("td:Actor", "td:mentions")),
    ("An actor has a label.", change("td:Actor", "td:label", '""')),
    ("What an actor represents is an actor.", add("td:Actor", "td:represents", f"<{R}territory/skerry>")),
    ("A role is a node with evidence of its own.", add("td:Actor", "td:roles", '"minister"')),
    ("An actor is a person, a state, an organization or a group.", "INSERT DATA { td:x a td:Actor }"),
    ("A role has its words.", drop("td:Role", "td:role")),
    ("A role is one actor's.", drop("td:Role", "org:member")),
    ("A role is held for one actor at most.", add("td:Role", "td:represents", f"<{R}state/suthland>")),
    ("A role places its bearer in one state at most.", add("td:Role", "td:state", '"Suthland"')),
    ("A treaty has a label.", drop("td:Treaty", "td:label")),
    ("A treaty is concluded or proposed.", drop("td:Treaty", "td:kind")),
    ("The kind is a concept of treaty-kinds.", change("td:Treaty", "td:kind", "stance:controls")),
    ("A treaty has one year at most.", add("td:Treaty", "td:year", '"904"')),
    ("An article has one key.", drop("td:Article", "td:key")),
    ("An article has the hash of its text.", change("td:Article", "td:sha256", '"abc"')),
    ("An article has the length of its text.", drop("td:Article", "td:length")),
    ("An article has one text at most.", add("td:Article", "nif:isString", '"more"')),
    ("An article has one title at most.", add("td:Article", "td:title", '"more"')),
    ("An article has one publisher at most.", add("td:Article", "td:publisher", '"more"')),
    (
        "An article has one date of publication at most, valid at its precision.",
        change("td:Article", "td:published", '"2021-02-30"^^xsd:date'),
    ),
    ("An address is an IRI.", change("td:Article", "td:url", '"https://paper.example/"')),
    ("A date is valid at its precision.", change("td:Event", "td:date", '"in May"')),
    ("A date is valid at its precision.", change("td:Event", "td:date", '"2021-13"^^xsd:gYearMonth')),
    ("A date is valid at its precision.", change("td:Event", "td:date", '"2021-02-30"^^xsd:date')),
    ("A fact has one date at most.", add("td:Event", "td:date", '"1999"^^xsd:gYear')),
    (
        "The first day that a date can mean is a day.",
        add("td:Event", "sem:hasEarliestBeginTimeStamp", '"1999"^^xsd:gYear'),
    ),
    ("The last day that a date can mean is a day.", add("td:Event", "sem:hasLatestEndTimeStamp", '"1999"')),
    ("A run names the version of the program.", drop("td:ExtractionRun", "td:program")),
    ("A run names the article that it read.", drop("td:ExtractionRun", "prov:used")),
    (
        "A run has no time in the graph: the same input gives the same graph.",
        add("td:ExtractionRun", "prov:startedAtTime", '"2021-05-05T10:00:00Z"^^xsd:dateTime'),
    ),
    (
        "A run has no time in the graph: the same input gives the same graph.",
        add("td:ExtractionRun", "prov:endedAtTime", '"2021-05-05T10:00:00Z"^^xsd:dateTime'),
    ),
]

GAZETTEER_FAULTS = [
    ("A record is of one territory.", drop("td:GazetteerRecord", "td:recordOf")),
    ("A record says whose report it is.", drop("td:GazetteerRecord", "prov:wasAttributedTo")),
    ("A record names its row.", drop("td:GazetteerRecord", "td:row")),
    ("Since is one year.", change("td:GazetteerRecord", "td:since", "1945")),
    ("A claimant is a state.", add("td:GazetteerRecord", "td:claimant", f"<{R}territory/skerry>")),
    ("An administrator is a state.", add("td:GazetteerRecord", "td:administrator", f"<{R}territory/skerry>")),
    ("A dispute has one status at most.", add("td:GazetteerRecord", "td:disputeStatus", "td:a, td:b")),
    ("The status is a concept of dispute-status.", change("td:GazetteerRecord", "td:disputeStatus", "stance:controls")),
    ("A name has one form.", drop("td:Name", "skosxl:literalForm")),
    ("A name is of one entity.", drop("td:Name", "td:nameOf")),
    ("The sense is a concept of name-senses.", change("td:Name", "td:sense", "stance:controls")),
    ("A name says whether it is ambiguous.", drop("td:Name", "td:ambiguous")),
    (
        "A name is used by one party; another party has a name of its own.",
        add("td:Name", "td:party", f"<{R}territory/skerry>"),
    ),
]


DECISION_FAULTS = [
    ("An identification is of one thing.", drop("td:Identification", "td:identifies")),
    ("An identification names the identifier that is given up.", drop("td:Identification", "td:replaces")),
    ("An identification has a spelling.", drop("td:Identification", "td:spelling")),
    ("An identification says why.", drop("td:Identification", "td:reason")),
    ("A possible match is of two things.", add("td:PossibleMatch", "td:identifies", f"<{R}state/norland>")),
    ("A possible match says why.", drop("td:PossibleMatch", "td:reason")),
    ("Likeness is one decimal from 0 to 1.", change("td:PossibleMatch", "td:likeness", "1.01")),
    ("A distinction is of two things.", drop("td:Distinction", "td:identifies")),
    ("A distinction names its correction.", drop("td:Distinction", "td:correction")),
    ("What may be one is a close match; who is one has one node.", add("td:Identification", "owl:sameAs", "td:x")),
    (
        "What was corrected names its correction.",
        "DELETE { ?s td:correction ?o } WHERE { ?s td:asRead ?r ; td:correction ?o }",
    ),
    ("What was corrected tells what was read.", drop("td:Reading", "a")),
]


@pytest.fixture
def decisions() -> Graph:
    """The graphs of identity and of corrections of a store with one of each."""
    store = published(
        [person("Ana Duarte", "minister", EAST), person("Oleh Hrytsky", "president", EAST)],
        [person("Ana Duarte", "coach", WEST), person("Oleh Hrytskyy", "president", EAST)],
        [person("Walter Crane")],
        apart=[("person/walter-crane", "person/ana-duarte.est")],
    )
    role = next(store.dataset.quads_for_pattern(None, NamedNode(f"{NAMESPACE}role"), Literal("coach"), None)).subject
    assert correct_facts(store.dataset, [Correction("drop", role.value, "", "t.csv line 2")], base=store.base) == []
    graph = Graph()
    for name in (identity_graph(), corrections_graph()):
        data = store.dataset.dump(format=RdfFormat.N_TRIPLES, from_graph=NamedNode(name)) or b""
        graph.parse(data=data, format="nt")
    return graph


@pytest.fixture
def gazetteer() -> Gazetteer:
    """Two states and their island."""
    states = [Entry(f"state/{name}", "state", name.title(), "states.csv:2") for name in ("norland", "suthland")]
    skerry = Entry(
        "territory/skerry",
        "territory",
        "Skerry Island",
        "territories.csv:2",
        type="island",
        claimants=("state/norland", "state/suthland"),
        administered_by=("state/suthland",),
        status="disputed",
        latitude=60.0,
        longitude=-1.25,
        since=1904,
    )
    names = [
        Name("Skerrø", skerry, party="state/norland", language="no"),
        Name("the rock", skerry, "descriptive", True),
    ]
    return Gazetteer({entry.id: entry for entry in (*states, skerry)}, names, version="1")


def broken(graph: Graph, update: str) -> tuple[Violation, ...]:
    """Return what is found in a graph after a SPARQL update that has to change it."""
    before = set(graph)
    graph.update(update, initNs=PREFIXES | {"wdt": "http://www.wikidata.org/prop/direct/"})
    assert set(graph) != before, "the update changes nothing"
    return validate_graph(graph)


def test_a_written_article_breaks_no_shape(facts: ArticleFacts) -> None:
    assert validate_graph(article_graph(facts)) == ()


def test_a_written_article_without_its_text_breaks_no_shape(facts: ArticleFacts) -> None:
    assert validate_graph(article_graph(facts, with_text=False)) == ()


def test_the_written_gazetteer_breaks_no_shape(gazetteer: Gazetteer) -> None:
    assert validate_graph(gazetteer_graph(gazetteer)) == ()


@pytest.mark.parametrize(("message", "update"), ARTICLE_FAULTS)
def test_a_shape_refuses_a_broken_article(message: str, update: str, facts: ArticleFacts) -> None:
    assert message in {violation.message for violation in broken(article_graph(facts), update)}


@pytest.mark.parametrize(("message", "update"), GAZETTEER_FAULTS)
def test_a_shape_refuses_a_broken_gazetteer(message: str, update: str, gazetteer: Gazetteer) -> None:
    assert message in {violation.message for violation in broken(gazetteer_graph(gazetteer), update)}


def test_written_decisions_break_no_shape(decisions: Graph) -> None:
    assert validate_graph(decisions) == ()


@pytest.mark.parametrize(("message", "update"), DECISION_FAULTS)
def test_a_shape_refuses_broken_decisions(message: str, update: str, decisions: Graph) -> None:
    assert message in {violation.message for violation in broken(decisions, update)}


def test_every_shape_is_seen_to_refuse_something() -> None:
    messages = {str(message) for message in shapes().objects(None, SH.message)}
    assert messages == {message for message, _ in ARTICLE_FAULTS + GAZETTEER_FAULTS + DECISION_FAULTS}


def test_a_violation_says_where_and_what(facts: ArticleFacts) -> None:
    graph = article_graph(facts)
    found = broken(graph, "DELETE { ?s td:share ?o } INSERT { ?s td:share 74.0 } WHERE { ?s td:share ?o }")
    assert found == (
        Violation(f"{R}position/3", PREFIXES["td"] + "share", "A share is one decimal from 0 to 1.", "74.0"),
    )


def test_shapes_that_cannot_be_applied_are_told(facts: ArticleFacts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pyshacl, "validate", lambda *args, **options: (False, RuntimeError("no such path"), ""))
    with pytest.raises(OntologyError, match="no such path"):
        validate_graph(article_graph(facts))


def test_validation_leaves_the_graph_as_it_is(facts: ArticleFacts) -> None:
    graph = article_graph(facts)
    before = set(graph)
    validate_graph(graph)
    assert set(graph) == before


def test_decades_and_intervals_are_dates(facts: ArticleFacts) -> None:
    for iso in ("195X", "19XX", "1982/1985", "2019-02/2019-03"):
        events = (replace(facts.events[0], date=PartialDate(iso)),)
        assert validate_graph(article_graph(replace(facts, events=events))) == ()


def test_an_entity_without_mention_is_found(facts: ArticleFacts) -> None:
    graph = article_graph(replace(facts, territories=(Territory("territory/skerry", "Skerry", ()),)))
    assert [violation.focus for violation in validate_graph(graph)] == [f"{R}territory/skerry"]
