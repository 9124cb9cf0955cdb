"""A user's own SPARQL query, put to a store: it only reads, stays in the store, and its results come out as text."""

from collections.abc import Iterable

import pyoxigraph
from pyoxigraph import NamedNode, QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples, RdfFormat

from kg.errors import QueryError, UnknownTermError
from kg.ontology import BASE, NAMESPACE, concept, term
from kg.query.answer import Answer, Value
from kg.query.faults import fault
from kg.query.spelling import CheckedQuery, check_query
from kg.store import ArticleStore, prefixes

# Formats of bindings and of graphs that the database writes itself; table, markdown and json of rows are ours.
BINDINGS = {
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
}
GRAPHS = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}
ROWS = ("table", "markdown")
_FUNCTIONS = {"geof": "http://www.opengis.net/def/function/geosparql/"}  # known in queries, of no use in data

Results = QuerySolutions | QueryBoolean | QueryTriples


def run_sparql(store: ArticleStore, query: str, *, syntax: str | None = None) -> str:
    """Return the results of a query as text.

    ``syntax`` is table (the default), markdown, csv, tsv, json or xml for SELECT and ASK, and turtle (the default),
    ntriples, jsonld or rdfxml - or table and markdown - for CONSTRUCT and DESCRIBE. All graphs of the store are seen as
    one, unless the query says GRAPH or FROM; the usual prefixes need no declaration.

    Raises:
        QueryError: the query is broken, would leave the store or change it, or its results have no such format.
    """
    results = evaluate(store, query)
    if isinstance(results, QueryTriples):
        return _graph(results, syntax or "turtle", base=store.base)
    return _bindings(results, syntax or "table")


def select(store: ArticleStore, query: str) -> Answer:
    """Return the results of a query as rows of plain values.

    Raises:
        QueryError: see `run_sparql`.
    """
    return _rows(evaluate(store, query))


def evaluate(store: ArticleStore, query: str) -> Results:
    """Return the results of a query as the database gives them.

    Raises:
        QueryError: the query is broken, or would leave the store or change it.
    """
    checked = check_query(query, prefixes=prefixes(store.base) | _FUNCTIONS)
    _check_graphs(store, checked)
    _check_terms(store, checked)
    try:
        return store.dataset.query(
            checked.text,
            prefixes=checked.prefixes,
            base_iri=checked.base,
            use_default_graph_as_union=not checked.graphs,
        )
    except SyntaxError as error:
        raise fault(checked, str(error)) from error
    except (RuntimeError, ValueError, OSError) as error:
        raise QueryError(f"the query cannot be answered: {error}") from error


def _check_graphs(store: ArticleStore, checked: CheckedQuery) -> None:
    for graph in checked.graphs:
        if not store.dataset.contains_named_graph(NamedNode(graph)):
            raise QueryError(f"FROM <{graph}> names no graph of this store; nothing is fetched from elsewhere")


def _check_terms(store: ArticleStore, checked: CheckedQuery) -> None:
    """Refuse a term that the ontology does not define: its misspelt name would match nothing, without a word."""
    ours = {name: iri for name, iri in checked.prefixes.items() if iri.startswith(NAMESPACE) and iri != NAMESPACE}
    for name, iri in ours.items():
        if iri.startswith(BASE) or _is_used(store, NamedNode(iri)):
            continue
        try:
            _look_up(iri.removeprefix(NAMESPACE))
        except UnknownTermError as error:
            places = (index for index in range(len(checked)) if checked.token(index) == f"'{name}:'")
            raise checked.error(next(places, 0), str(error)) from error


def _is_used(store: ArticleStore, iri: NamedNode) -> bool:
    quads = store.dataset.quads_for_pattern
    uses = (quads(None, iri, None), quads(None, None, iri), quads(iri, None, None))
    return any(next(found, None) is not None for found in uses)


def _look_up(name: str) -> None:
    scheme, _, member = name.partition("/")
    if member:
        concept(scheme, member)
    else:
        term(scheme)


def _bindings(results: QuerySolutions | QueryBoolean, syntax: str) -> str:
    if syntax in BINDINGS:
        data = results.serialize(format=BINDINGS[syntax])
        return (data or b"").decode()
    if syntax in ROWS:
        return _rows(results).write(syntax)
    raise _wrong_format(syntax, "SELECT and ASK", [*ROWS, *BINDINGS])


def _graph(results: QueryTriples, syntax: str, *, base: str) -> str:
    if syntax in ROWS:
        return _rows(results).write(syntax)
    if syntax not in GRAPHS:
        raise _wrong_format(syntax, "CONSTRUCT and DESCRIBE", [*GRAPHS, *ROWS])
    triples = sorted(set(results), key=str)
    told = "\n".join(map(str, triples))
    used = {prefix: iri for prefix, iri in prefixes(base).items() if f"<{iri}" in told}
    data = pyoxigraph.serialize(triples, format=GRAPHS[syntax], prefixes=used)
    return (data or b"").decode()


def _wrong_format(syntax: str, forms: str, formats: Iterable[str]) -> QueryError:
    return QueryError(f"'{syntax}' is no format for the results of {forms}; choose one of {', '.join(formats)}")


def _rows(results: Results) -> Answer:
    if isinstance(results, QueryBoolean):
        return Answer(("answer",), ((bool(results),),))
    if isinstance(results, QueryTriples):
        triples = sorted(set(results), key=str)
        return Answer(("subject", "predicate", "object"), tuple(tuple(map(plain, triple)) for triple in triples))
    names = tuple(variable.value for variable in results.variables)
    return Answer(names, tuple(tuple(map(plain, row)) for row in results))


_NUMBERS = {"integer": int, "decimal": float, "double": float, "float": float}


def plain(term: object) -> Value:
    """Return a term as a plain value: a number or truth value where it is one, else its text; None for no term."""
    if not isinstance(term, pyoxigraph.Literal):
        return None if term is None else str(getattr(term, "value", term))
    datatype = term.datatype.value.rpartition("#")[2]
    if datatype == "boolean":
        return term.value in ("true", "1")
    try:
        return _NUMBERS[datatype](term.value) if datatype in _NUMBERS else term.value
    except ValueError:
        return term.value
