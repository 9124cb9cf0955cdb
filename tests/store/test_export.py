import io

import pyoxigraph
import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.errors import StoreError
from kg.store import DEFAULT_BASE, PREFIXES, memory_store

ONE, TWO = NamedNode("http://e/graph/1"), NamedNode("http://e/graph/2")
LABEL = NamedNode(PREFIXES["rdfs"] + "label")
TEXT = NamedNode(PREFIXES["nif"] + "isString")
QUADS = [
    Quad(NamedNode("http://e/b"), LABEL, Literal("beta", language="en"), TWO),
    Quad(NamedNode("http://e/b"), LABEL, Literal("beta", language="en"), ONE),
    Quad(NamedNode("http://e/a"), LABEL, Literal('line\none "two"'), TWO),
    Quad(NamedNode("http://e/a"), TEXT, Literal("The whole article."), TWO),
    Quad(NamedNode("http://e/a"), NamedNode("http://e/p"), NamedNode(DEFAULT_BASE + "state/JPN"), ONE),
]
PARSERS = {
    "turtle": pyoxigraph.RdfFormat.TURTLE,
    "trig": pyoxigraph.RdfFormat.TRIG,
    "nquads": pyoxigraph.RdfFormat.N_QUADS,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
}


def dumped(syntax: str, **options: bool) -> bytes:
    output = io.BytesIO()
    memory_store(QUADS).dump(output, format=syntax, **options)  # type: ignore[arg-type]
    return output.getvalue()


@pytest.mark.parametrize("syntax", ["trig", "nquads", "jsonld"])
def test_what_is_written_reads_back_graph_by_graph(syntax: str) -> None:
    assert set(pyoxigraph.parse(dumped(syntax, with_articles=True), format=PARSERS[syntax])) == set(QUADS)


def test_turtle_holds_each_triple_once() -> None:
    triples = [quad.triple for quad in pyoxigraph.parse(dumped("turtle", with_articles=True), format=PARSERS["turtle"])]
    assert len(triples) == 4
    assert set(triples) == {quad.triple for quad in QUADS}


@pytest.mark.parametrize("syntax", PARSERS)
def test_the_text_of_an_article_is_left_out_unless_asked_for(syntax: str) -> None:
    assert b"The whole article." not in dumped(syntax)
    assert b"The whole article." in dumped(syntax, with_articles=True)


@pytest.mark.parametrize("syntax", PARSERS)
def test_what_is_written_is_sorted_by_graph_and_subject(syntax: str) -> None:
    subjects = [NamedNode(f"http://example.org/a-rather-long-name/{i:02}") for i in range(40)]
    quads = [Quad(s, LABEL, Literal("x"), g) for g in (TWO, ONE) for s in subjects[20:] + subjects[:20][::-1]]
    output = io.BytesIO()
    memory_store(quads).dump(output, format=syntax)  # type: ignore[arg-type]
    found = [(q.graph_name, q.subject) for q in pyoxigraph.parse(output.getvalue(), format=PARSERS[syntax])]
    graphs = [DefaultGraph()] if syntax == "turtle" else [ONE, TWO]
    assert found == [(graph, subject) for graph in graphs for subject in subjects]


@pytest.mark.parametrize("syntax", ["turtle", "trig"])
def test_prefixes_are_the_same_whatever_is_in_the_store(syntax: str) -> None:
    def declared(data: bytes) -> list[str]:
        return [line for line in data.decode().splitlines() if line.startswith("@prefix")]

    output = io.BytesIO()
    memory_store(QUADS[:1]).dump(output, format=syntax)  # type: ignore[arg-type]
    assert declared(output.getvalue()) == declared(dumped(syntax))
    assert f"@prefix td: <{PREFIXES['td']}> ." in declared(dumped(syntax))
    assert declared(dumped(syntax)) == sorted(declared(dumped(syntax)))


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(StoreError, match="word is no format of an export; choose one of turtle, trig, nquads, jsonld"):
        dumped("word")


@pytest.mark.parametrize("syntax", ["turtle", "trig", "nquads"])
def test_parsers_of_others_read_as_many_triples(syntax: str, serdi: str) -> None:
    import subprocess

    ran = subprocess.run(
        [serdi, "-i", syntax, "-o", "nquads", "-"], input=dumped(syntax), capture_output=True, check=True
    )
    assert len(ran.stdout.splitlines()) == (3 if syntax == "turtle" else 4)
