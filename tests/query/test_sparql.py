import contextlib
import json
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import QueryError
from kg.query.sparql import run_sparql, select
from kg.store import ArticleStore, memory_store

GRAPH = NamedNode("http://e/graph/1")
XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.fixture
def store() -> ArticleStore:
    subject, says = NamedNode("http://e/s"), NamedNode("http://e/says")
    return memory_store(
        [
            Quad(subject, says, Literal("one | two\nthree"), GRAPH),
            Quad(subject, NamedNode("http://e/n"), Literal("7", datatype=NamedNode(XSD + "integer")), GRAPH),
        ]
    )


class Listener:
    """A server on the loopback that counts who comes."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}/"
        self.calls = 0
        threading.Thread(target=self._answer, daemon=True).start()

    def _answer(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self.calls += 1
            connection.close()

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    server = Listener()
    yield server
    server.close()


# ADDRESS is replaced by that of a listener that nothing may reach.
REFUSED = {
    "plain": ("SELECT * { SERVICE <ADDRESS> { ?s ?p ?o } }", "column 12: SERVICE would ask another server"),
    "lower case": ("select * { service <ADDRESS> { ?s ?p ?o } }", "column 12: SERVICE would ask"),
    "silent": ("SELECT * { SERVICE SILENT <ADDRESS> { ?s ?p ?o } }", "SERVICE would ask"),
    "run together": ("SELECT * { SERVICESILENT<ADDRESS>{?s ?p ?o} }", "unknown word 'SERVICESILENT'"),
    "after a keyword": ("SELECT * { {} UNIONSERVICE <ADDRESS> {} }", "unknown word 'UNIONSERVICE'"),
    "variable": ("SELECT * { BIND(<ADDRESS> AS ?v) SERVICE ?v { ?s ?p ?o } }", "SERVICE would ask"),
    "values": ("SELECT * { VALUES ?v { <ADDRESS> } SERVICE ?v { ?s ?p ?o } }", "SERVICE would ask"),
    "prefixed": ("PREFIX e: <ADDRESS> SELECT * { SERVICE e: { ?s ?p ?o } }", "SERVICE would ask"),
    "based": ("BASE <ADDRESS> SELECT * { SERVICE <x> { ?s ?p ?o } }", "SERVICE would ask"),
    "after a comment": ("SELECT * { # nothing\r SERVICE <ADDRESS> { ?s ?p ?o } }", "SERVICE would ask"),
    "comment inside": ("SELECT * { SERVICE # yes\n <ADDRESS> { ?s ?p ?o } }", "SERVICE would ask"),
    "in exists": ("ASK { FILTER EXISTS { SERVICE <ADDRESS> { ?s ?p ?o } } }", "SERVICE would ask"),
    "in a subquery": ("SELECT * { { SELECT * { SERVICE <ADDRESS> { ?s ?p ?o } } } }", "SERVICE would ask"),
    "in optional": ("SELECT * { OPTIONAL { SERVICE SILENT <ADDRESS> { ?s ?p ?o } } }", "SERVICE would ask"),
    "in construct": ("CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <ADDRESS> { ?s ?p ?o } }", "SERVICE would ask"),
    "escaped letters": ("SELECT * { \\u0053ERVICE <ADDRESS> { ?s ?p ?o } }", "a backslash stands outside a string"),
    "after a dot": (
        "PREFIX e: <http://e/> SELECT * { ?s ?p e:x .SERVICE <ADDRESS> { ?a ?b ?c } }",
        "SERVICE would ask",
    ),
    # An operator and a comment that look like an IRI, so that what follows looks like a string.
    "disguised by a sign": (
        'BASE <http://e/> SELECT (1<2#>"""\n AS ?x) { SERVICE <ADDRESS> { ?s ?p ?o } } #"""',
        "column [0-9]+: ",
    ),
    "disguised by quotes": ("SELECT * { VALUES ?x {'''x'} SERVICE <ADDRESS> { ?s ?p ?o } }", "a string is not closed"),
    "an open string": ('SELECT * { ?s ?p "x\n" SERVICE <ADDRESS> { ?s ?p ?o } }', "a string is not closed"),
    "load": ("LOAD <ADDRESS>", "LOAD would change the store"),
    "load after a prefix": (
        "PREFIX e: <http://e/>\nLOAD SILENT <ADDRESS> INTO GRAPH e:g",
        "line 2 column 1: LOAD would",
    ),
    "load after a query": ("SELECT * { ?s ?p ?o } ; LOAD <ADDRESS>", "column [0-9]+: "),
    "load a file": ("LOAD <file:///etc/passwd>", "LOAD would change the store"),
    "insert": ("INSERT DATA { <http://e/a> <http://e/b> 1 }", "INSERT would change the store"),
    "insert where": ("INSERT { ?s ?p 1 } WHERE { SERVICE <ADDRESS> { ?s ?p ?o } }", "INSERT would change"),
    "delete": ("DELETE WHERE { ?s ?p ?o }", "DELETE would change the store"),
    "with": ("WITH <http://e/g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", "a query begins with SELECT"),
    "drop": ("DROP ALL", "DROP would change the store"),
    "from": ("SELECT * FROM <ADDRESS> { ?s ?p ?o }", "names no graph of this store; nothing is fetched"),
    "from named": ("SELECT * FROM NAMED <ADDRESS> { GRAPH ?g { ?s ?p ?o } }", "names no graph of this store"),
    "from a prefix": ("PREFIX e: <ADDRESS> SELECT * FROM e:x { ?s ?p ?o }", "names no graph of this store"),
    "from a file": ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "names no graph of this store"),
    "unknown syntax": ("SELECT * { ?s ?p ?o LATERAL { ?s ?p ?q } }", "unknown word 'LATERAL'"),
    "an unknown function": ("SELECT (<ADDRESS>(1) AS ?x) {}", "cannot be answered: The custom function"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_query_that_would_leave_the_store_is_refused(store: ArticleStore, listener: Listener, name: str) -> None:
    query, message = REFUSED[name]
    with pytest.raises(QueryError, match=message) as caught:
        run_sparql(store, query.replace("ADDRESS", listener.address))
    assert "\n" not in str(caught.value)
    assert listener.calls == 0


@pytest.mark.parametrize("name", ["plain", "silent", "disguised by a sign", "disguised by quotes"])
def test_the_database_alone_would_have_gone_there(store: ArticleStore, listener: Listener, name: str) -> None:
    query = REFUSED[name][0].replace("ADDRESS", listener.address)
    with contextlib.suppress(OSError, RuntimeError):
        list(store.dataset.query(query))  # type: ignore[arg-type]
    assert listener.calls > 0


ALLOWED = {
    "in a comment": ("SELECT (1 AS ?x) { # SERVICE <http://e/>\n }", 1),
    "in a string": ('SELECT ("SERVICE <http://e/> { LOAD } #" AS ?x) {}', "SERVICE <http://e/> { LOAD } #"),
    "in a long string": ("SELECT ('''SERVICE\n'''  AS ?x) {}", "SERVICE\n"),
    "in an IRI": ("SELECT (STR(<http://e/SERVICE#LOAD>) AS ?x) {}", "http://e/SERVICE#LOAD"),
    "in a name": ("PREFIX service: <http://e/> SELECT (STR(service:LOAD.x) AS ?x) {}", "http://e/LOAD.x"),
    "in a variable": ("SELECT ?service { BIND(1 AS ?service) }", 1),
    "escapes": (r"""SELECT ('a"b\'\\u0041\u0042\n' AS ?x) {}""", "a\"b'\\u0041B\n"),
    "a base": ('BASE <http://b/c/> SELECT (CONCAT(STR(IRI("a")), STR(<../d>)) AS ?x) {}', "http://b/c/ahttp://b/d"),
    "an escaped name": (
        r"SELECT (STR(kg:state\/JPN) AS ?x) {}",
        "https://w3id.org/territorial-dispute/resource/state/JPN",
    ),
    "signed numbers": ("SELECT ?x { VALUES ?x { -1 } FILTER(?x-1 < +2 && ?x <= 1e3) }", -1),
    "paths": ("PREFIX e: <http://e/> SELECT ?x { ?s (e:n|^e:m/!e:k)+ ?x . ?s e:n? ?x . FILTER(isNumeric(?x)) }", 7),
    "blank nodes": ("SELECT ?x { _:a.b <http://e/n> ?x . [ <http://e/n> ?x ; ] }", 7),
    "a graph given": ("SELECT ?x FROM <http://e/graph/1> { ?s <http://e/n> ?x }", 7),
    "a named graph": ("SELECT ?x { GRAPH <http://e/graph/1> { ?s <http://e/n> ?x } }", 7),
    "all graphs as one": ("SELECT ?x { ?s <http://e/n> ?x }", 7),
    "letters of the world": ("SELECT ?名 { BIND('釣魚' AS ?名) }", "釣魚"),
    "groups": ("SELECT (GROUP_CONCAT(DISTINCT ?v; SEPARATOR=', ') AS ?x) { VALUES ?v { 'a' 'b' } }", "a, b"),
}


@pytest.mark.parametrize("name", ALLOWED)
def test_a_harmless_query_means_what_it_says(store: ArticleStore, name: str) -> None:
    query, expected = ALLOWED[name]
    answer = select(store, query)
    assert answer.rows[0] == (expected,)


BROKEN = {
    "SELECT ?s WHERE { ?s foaff:name ?o }": "query line 1 column 22: unknown prefix 'foaff:'; did you mean foaf:?",
    "SELECT ?s WHERE { ?s zzz:name ?o }": "unknown prefix 'zzz:'; declare it: PREFIX zzz: <...>, near",
    "SELECT ?s WHER { ?s ?p ?o }": "column 11: unknown word 'WHER'; did you mean WHERE?, near 'SELECT ?s ^WHER {",
    "SELECT *\n{ ?s ?p ?o": "query line 2 column 1: '{' is never closed, near '^{ ?s ?p ?o'",
    "SELECT *\n{ ?s ?p ?o }\n }": "query line 3 column 2: '}' closes what was not opened, near '^}'",
    "SELECT * { ?s ?p 'x }": "query line 1 column 18: a string is not closed, or has an unknown escape, near",
    "SELECT *\n{ ?s ?p ?o\n FILTER(?o = ) }": "query line 3 column 14: expected a variable",
    "SELECT * { ?s ?p }": "query line 1 column 18: expected a variable",
    "SELECT ?s { ?s ?p ?o ?q ?z }": "query line 1 column 22: expected ',', ';', '{' or '}', near",
    "ASK { " + "?s ?p ?o . " * 400 + "?s ?p }": "query line 1 column 4413: expected a variable",
    "SELECT * { ?s ?p ?o } ; ASK {}": "query line 1 column 23: this is not allowed here, near",
    "SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o }": "the query cannot be run: the SELECT contains a variable that",
    "": "query line 1 column 1: a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE, near '^'",
    "SELECT <a> {}": "query line 1 column 8: <a> is relative, and no BASE says to what, near",
    "PREFIX a <http://e/> ASK {}": "query line 1 column 1: after PREFIX come a name with a colon and an address",
    "ASK { " + "{" * 3000 + "}" * 3000 + " }": "brackets are nested more than 64 deep",
    "ASK { " + "OPTIONAL { ?s ?p ?o } " * 3000 + " }": "the query is too long: more than 10000 words and signs",
    "ASK { FILTER(<http://e/\\uD800> = 1) }": "which stands for no character",
}


@pytest.mark.parametrize("query", BROKEN, ids=lambda query: query[:40])
def test_a_broken_query_is_told_by_line_and_column(store: ArticleStore, query: str) -> None:
    with pytest.raises(QueryError) as caught:
        run_sparql(store, query)
    assert BROKEN[query] in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 250


def test_results_are_written_in_many_formats(store: ArticleStore) -> None:
    query = "SELECT ?s ?o { ?s <http://e/says> ?o }"
    assert run_sparql(store, query) == ("s           o\n----------  ---------------\nhttp://e/s  one | two three\n")
    assert run_sparql(store, query, syntax="markdown").splitlines()[2] == r"| http://e/s | one \| two three |"
    assert run_sparql(store, query, syntax="csv").splitlines() == ["s,o", 'http://e/s,"one | two', 'three"']
    assert json.loads(run_sparql(store, query, syntax="json"))["results"]["bindings"][0]["s"]["value"] == "http://e/s"
    assert "<http://e/s>\t" in run_sparql(store, query, syntax="tsv")
    assert "<uri>http://e/s</uri>" in run_sparql(store, query, syntax="xml")


def test_ask_and_graphs_have_their_own_formats(store: ArticleStore) -> None:
    assert run_sparql(store, "ASK { ?s ?p 7 }") == "answer\n------\ntrue\n"
    assert json.loads(run_sparql(store, "ASK { ?s ?p 8 }", syntax="json"))["boolean"] is False
    described = "DESCRIBE <http://e/s>"
    assert run_sparql(store, described).endswith(
        '<http://e/s> <http://e/n> 7 ;\n\t<http://e/says> "one | two\\nthree" .\n'
    )
    assert len(run_sparql(store, described, syntax="ntriples").splitlines()) == 2
    assert run_sparql(store, described, syntax="table").splitlines()[0].split() == ["subject", "predicate", "object"]


@pytest.mark.parametrize(
    ("query", "syntax", "message"),
    [
        (
            "ASK {}",
            "turtle",
            "'turtle' is no format for the results of SELECT and ASK; choose one of table, markdown, csv",
        ),
        (
            "DESCRIBE <http://e/s>",
            "csv",
            "'csv' is no format for the results of CONSTRUCT and DESCRIBE; choose one of turtle",
        ),
    ],
)
def test_a_format_that_does_not_fit_is_refused(store: ArticleStore, query: str, syntax: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        run_sparql(store, query, syntax=syntax)


def test_a_query_leaves_the_store_as_it_was(store: ArticleStore) -> None:
    before = str(store.dataset)
    run_sparql(store, "CONSTRUCT { ?s <http://e/new> ?o } WHERE { ?s ?p ?o }")
    assert str(store.dataset) == before


@pytest.mark.parametrize("module", ["kg.query.sparql", "kg.query.questions"])
def test_starting_a_query_loads_no_heavy_library(module: str) -> None:
    code = f"import sys, {module}; print([m for m in ('rdflib', 'networkx', 'spacy', 'pyvis') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
