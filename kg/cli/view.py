"""`kg view`: the graph as a page to look at."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import STORE, StoreOption, WithArticlesOption, command, hand_out


@command(
    "kg view",
    "kg view --territory Shikotan --since 2019 --output shikotan.html",
    "kg view --actor Japan --question claims",
)
def view(
    territory: Annotated[
        str | None, typer.Option("--territory", metavar="NAME", help="Only what concerns this territory and its parts.")
    ] = None,
    actor: Annotated[
        str | None, typer.Option("--actor", metavar="NAME", help="Only what this actor, or who speaks for it, says.")
    ] = None,
    stance: Annotated[
        str | None, typer.Option("--stance", metavar="STANCE", help="Only positions of this stance.")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Not before this day, month or year.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Not after this day, month or year.")
    ] = None,
    question: Annotated[
        str | None,
        typer.Option(
            "--question", metavar="NAME", help="Only what answers a ready question, such as claims or shifts."
        ),
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="WORDS", help="The page's heading.", show_default=False)
    ] = None,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where the page goes.")] = Path(
        "graph.html"
    ),
    with_articles: WithArticlesOption = False,
    store: StoreOption = STORE,
) -> None:
    """Write the graph as one HTML file: a picture, a map, a list and the quoted words; it needs no network."""
    from kg.store import open_store
    from kg.views.model import Filters
    from kg.views.page import render_page

    with open_store(store) as opened:
        filters = Filters(territory, actor, stance, since, until, question)
        page = render_page(opened, filters, title, with_articles=with_articles)
    hand_out(page, output)
