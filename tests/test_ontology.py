"""Terms and code agree: every field has a property, every property a field or a reason, nothing contradicts itself."""

import doctest
import importlib
import subprocess
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import get_args

import pytest
from owlrl import DeductiveClosure, OWLRL_Semantics
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from kg import facts as kinds
from kg.documents import Document, Span
from kg.errors import OntologyError, UnknownTermError
from kg.facts import ArticleFacts
from kg.ontology import (
    NAMESPACE,
    ancestors,
    class_term,
    concept,
    concepts,
    field_term,
    given_class,
    ontology,
    read_turtle,
    term,
    written_classes,
    written_properties,
)
from kg.rdf.mapping import UNMAPPED
from kg.rdf.runs import ExtractionRun
from kg.resources import resource

DATACLASSES = [
    *(kind for kind in vars(kinds).values() if is_dataclass(kind) and kind.__module__ == "kg.facts"),
    Document,
    Span,
    ExtractionRun,
]
MAPPED = [kind for kind in DATACLASSES if kind is not ArticleFacts]  # which is the graph itself

# Properties that no field holds: what the mapping adds, and what the gazetteer's tables tell.
ADDED = {"article", "clearestEvidence", "sha256", "length", "sentence"}
OF_THE_ONTOLOGY = {"opposedTo", "alsoWritten", "givesClass", "field", "fromScheme"}
OF_THE_GAZETTEER = {
    *("nameOf", "sense", "ambiguous", "partOf", "territoryType", "recordOf", "claimant", "administrator"),
    *("disputeStatus", "since", "row", "entryType", "parties", "capital", "seat"),
}
OF_A_COLLECTION = {  # what is known only when several articles, or corrections, meet
    *("nearDuplicateOf", "correction", "asRead"),
    *("identifies", "replaces", "spelling", "reason", "likeness"),
}

PROPERTY_KINDS = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
SCHEMES = {
    *("stances", "modes", "event-types", "event-status", "treaty-kinds", "actor-types"),
    *("territory-types", "dispute-status", "name-senses"),
}


def own(kind: URIRef) -> set[URIRef]:
    """Return the terms of a kind in our namespace."""
    return {iri for iri in ontology().subjects(RDF.type, kind) if isinstance(iri, URIRef) and iri.startswith(NAMESPACE)}


@pytest.mark.parametrize("kind", MAPPED, ids=lambda kind: kind.__name__)
def test_every_dataclass_has_a_class_and_every_field_a_property(kind: type) -> None:
    assert (class_term(kind.__name__), RDF.type, OWL.Class) in ontology()
    for field in fields(kind):
        if field.name not in UNMAPPED:
            assert field_term(kind.__name__, field.name)


def test_every_property_has_a_field_or_a_reason() -> None:
    held = {
        field_term(kind.__name__, field.name) for kind in MAPPED for field in fields(kind) if field.name not in UNMAPPED
    }
    properties = {iri for kind in PROPERTY_KINDS for iri in own(kind)}
    without = {iri.removeprefix(NAMESPACE) for iri in properties - held}
    assert without == ADDED | OF_THE_ONTOLOGY | OF_THE_GAZETTEER | OF_A_COLLECTION


@pytest.mark.parametrize("kind", [OWL.Class, *PROPERTY_KINDS])
def test_every_term_has_a_label_and_a_comment(kind: URIRef) -> None:
    for iri in own(kind):
        assert ontology().value(iri, RDFS.label), iri
        assert ontology().value(iri, RDFS.comment), iri


@pytest.mark.parametrize("scheme", sorted(SCHEMES))
def test_every_concept_has_a_label_a_definition_and_an_example(scheme: str) -> None:
    graph = ontology()
    found = list(graph.subjects(SKOS.inScheme, term(scheme)))
    assert found
    for iri in found:
        for link in (SKOS.prefLabel, SKOS.definition, SKOS.example):
            assert len(list(graph.objects(iri, link))) == 1, (iri, link)
        assert (iri, SKOS.topConceptOf, term(scheme)) in graph or graph.value(iri, SKOS.broader)


def test_no_example_or_definition_stands_twice() -> None:
    for link in (SKOS.example, SKOS.definition):
        words = [str(text) for text in ontology().objects(None, link)]
        assert sorted({text for text in words if words.count(text) > 1}) in (
            [],
            ["A human being, also one whom the text leaves unnamed."],
        )


def test_the_types_of_the_facts_are_the_concepts() -> None:
    for scheme, kind in (
        ("modes", kinds.Mode),
        ("event-status", kinds.EventStatus),
        ("treaty-kinds", kinds.TreatyKind),
        ("actor-types", kinds.ActorType),
    ):
        assert concepts(scheme) == tuple(sorted(get_args(kind)))


def test_there_are_eleven_stances_and_sixteen_event_types() -> None:
    assert len(concepts("stances")) == 11
    assert len(concepts("event-types")) == 16
    assert all(name.isupper() for name in concepts("event-types"))
    assert "meeting" in concepts("event-types", broader="CONSULT")


def test_opposed_stances_are_opposed_both_ways() -> None:
    pairs = set(ontology().subject_objects(term("opposed_to")))
    assert pairs == {(other, one) for one, other in pairs}
    assert pairs


def test_what_is_also_written_follows_from_the_ontology() -> None:
    """A public term beside ours is one above it, or one whose domain says for which things it is written."""
    graph = ontology()
    for iri, public in graph.subject_objects(term("also_written")):
        above = {*graph.transitive_objects(iri, RDFS.subPropertyOf), *graph.transitive_objects(iri, RDFS.subClassOf)}
        assert public in above or graph.value(public, RDFS.domain), (iri, public)


def test_every_named_scheme_and_class_is_there() -> None:
    for scheme in ontology().objects(None, term("from_scheme")):
        assert (scheme, RDF.type, SKOS.ConceptScheme) in ontology()
    for kind in ontology().objects(None, term("gives_class")):
        assert (kind, RDF.type, OWL.Class) in ontology()


def test_the_ontology_imports_nothing() -> None:
    assert not list(ontology().objects(None, OWL.imports))


def test_the_ontology_agrees_with_owl_rl() -> None:
    assert _clashes(ontology()) == set()


def test_a_contradiction_would_be_seen() -> None:
    graph = ontology() + Graph()
    graph.add((term("Person"), OWL.disjointWith, term("Actor")))
    graph.add((URIRef("urn:somebody"), RDF.type, term("Person")))
    assert _clashes(graph)


def _clashes(graph: Graph) -> set[str]:
    """Return what an OWL RL reasoner finds wrong."""
    closure = Graph()
    for triple in graph:
        closure.add(triple)
    DeductiveClosure(OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False).expand(closure)
    error = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
    return {str(text) for text in closure.objects(None, error)}


def test_a_name_of_the_code_and_one_of_the_ontology_are_the_same_term() -> None:
    assert term("target_text") == term("targetText") == URIRef(NAMESPACE + "targetText")


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: term("holdr"), "'holdr' is no term in the ontology; did you mean holder?"),
        (lambda: concept("stances", "reject-claim"), "did you mean rejects-claim, recognizes-claim?"),
        (
            lambda: concept("modes", "xyzzy"),
            "'xyzzy' is no concept of modes in the ontology; there are direct, indirect, mixed",
        ),
        (lambda: concept("mode", "direct"), "'mode' is no scheme in the ontology; did you mean modes?"),
        (lambda: term("xyzzy"), "'xyzzy' is no term in the ontology; ontologies/README.md tells where they stand"),
        (lambda: concepts("stancs"), "'stancs' is no scheme"),
        (lambda: field_term("Position", "holdr"), "'holdr' is no term"),
    ],
)
def test_an_unknown_name_is_refused_with_near_ones(ask: Callable[[], object], message: str) -> None:
    with pytest.raises(UnknownTermError) as caught:
        ask()
    assert message in str(caught.value)


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "broken.ttl").write_text("td:a td:b")
    with pytest.raises(OntologyError, match=r"broken\.ttl"):
        read_turtle([tmp_path / "broken.ttl"])


def test_superclasses_of_ours_and_public_ones_are_written() -> None:
    written = {str(iri).rpartition("/")[2].rpartition("#")[2] for iri in written_classes(term("Statement"))}
    assert written == {"Statement", "Attribution", "Fact"}
    assert str(written_classes(term("Statement"))[-1]).endswith("grasp#Attribution")
    assert ancestors(term("Statement")) == (term("Attribution"), term("Fact"))


def test_a_public_property_is_written_only_in_its_domain() -> None:
    on_actor = [str(iri) for iri in written_properties(term("represents"), term("Person"))]
    on_role = [str(iri) for iri in written_properties(term("represents"), term("Role"))]
    assert on_actor == [NAMESPACE + "represents", "http://www.w3.org/ns/prov#actedOnBehalfOf"]
    assert on_role == [NAMESPACE + "represents", "http://www.w3.org/ns/org#organization"]


def test_possession_is_no_view() -> None:
    assert given_class(concept("stances", "controls")) == term("ReportedPossession")
    views = {given_class(concept("stances", name)) for name in concepts("stances") if name != "controls"}
    assert views == {term("Viewpoint")}


@pytest.mark.parametrize("name", ["dispute", "stances", "event-types", "shapes", "alignments"])
def test_other_parsers_read_the_files_and_count_the_same(name: str, rapper: str, serdi: str) -> None:
    path = resource("ontologies", f"{name}.ttl")
    ours = len(read_turtle([path]))
    ntriples = (
        subprocess.run([tool, *options, str(path)], capture_output=True, check=True, text=True).stdout
        for tool, options in ((rapper, ["-q", "-i", "turtle"]), (serdi, []))
    )
    assert [len(set(text.splitlines())) for text in ntriples] == [ours, ours]


@pytest.mark.parametrize("name", ["kg.ontology", "kg.rdf.iris", "kg.rdf.literals"])
def test_the_examples_of_the_docstrings_hold(name: str) -> None:
    tried = doctest.testmod(importlib.import_module(name))
    assert tried.attempted
    assert not tried.failed
