"""`kg export`: the graph in a format that other programs read."""

import sys
from typing import Annotated, Literal

import typer

from kg.cli.app import STORE, OutputOption, StoreOption, WithArticlesOption, command, tell

Format = Literal["turtle", "trig", "nquads", "jsonld"]


@command("kg export --output graph.ttl", "kg export --format trig --with-articles > graph.trig")
def export(
    store: StoreOption = STORE,
    format: Annotated[  # noqa: A002 - the users' word
        Format, typer.Option("--format", "-f", help="Turtle merges the articles' graphs; the others keep them apart.")
    ] = "turtle",
    output: OutputOption = None,
    with_articles: WithArticlesOption = False,
) -> None:
    """Write the whole graph, sorted: the same graph gives the same bytes."""
    from kg.files import whole_file
    from kg.store import open_store

    with open_store(store) as opened:
        if output is None:
            opened.dump(sys.stdout.buffer, format=format, with_articles=with_articles)
            return
        with whole_file(output) as file:
            opened.dump(file, format=format, with_articles=with_articles)
    tell(f"Wrote {output}")
