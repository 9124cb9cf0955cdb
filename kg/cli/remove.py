"""`kg remove`: an article is taken back."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import command, tell


@command("kg remove news/2019-01-22.txt", "kg remove article/13c61b20 --out out")
def remove(
    articles: Annotated[
        list[str],
        typer.Argument(
            metavar="ARTICLES...",
            help="The path or address that kg build was given, or the identifier; kg ask sources lists them.",
            show_default=False,
        ),
    ],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="The folder that kg build wrote to.")] = Path(
        "out"
    ),
) -> None:
    """Take articles out of the graph, with all that only they say, and write graph.html and graph.ttl anew."""
    from kg.files import write_whole
    from kg.pipeline.removal import remove as remove_articles
    from kg.store import open_store
    from kg.views.page import render_page

    removed = remove_articles(articles, out)
    with open_store(out / "store") as store:
        write_whole(out / "graph.html", render_page(store).encode())
    for row in removed:
        tell(f"Removed {row.id}: {row.title or row.source}")
