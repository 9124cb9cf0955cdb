"""`kg sparql`: a question of the user's own."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import STORE, OutputOption, StoreOption, command, hand_out


@command(
    "kg sparql 'SELECT ?who (COUNT(*) AS ?said) { ?s a td:Statement ; td:speaker/td:label ?who } GROUP BY ?who'",
    "kg sparql --file question.rq --format csv > answer.csv",
)
def sparql(
    query: Annotated[
        str | None,
        typer.Argument(metavar="QUERY", help="The query; - reads it from standard input.", show_default=False),
    ] = None,
    file: Annotated[Path | None, typer.Option("--file", metavar="FILE", help="Read the query from this file.")] = None,
    format: Annotated[  # noqa: A002 - the users' word
        str | None,
        typer.Option(
            "--format",
            "-f",
            help="table, markdown, csv, tsv, json or xml; for CONSTRUCT turtle, ntriples, jsonld or rdfxml.",
            show_default="table, or turtle for CONSTRUCT",
        ),
    ] = None,
    store: StoreOption = STORE,
    output: OutputOption = None,
) -> None:
    """Ask the graph in SPARQL 1.1. The usual prefixes (td:, prov:, skos:, ...) need no declaration."""
    from kg.query import run_sparql
    from kg.store import open_store

    text = _query_text(query, file)
    with open_store(store) as opened:
        hand_out(run_sparql(opened, text, syntax=format), output)


def _query_text(query: str | None, file: Path | None) -> str:
    from kg.errors import QueryError

    if (query is None) == (file is None):
        raise typer.BadParameter("give either a query or --file FILE")
    try:
        if query is not None:
            return sys.stdin.read() if query == "-" else query
        return file.read_text(encoding="utf-8") if file else ""
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{file} cannot be read as a query: {error}") from error
