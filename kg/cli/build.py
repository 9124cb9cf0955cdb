"""`kg build`: from articles to the graph of who said what."""

import time
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import ArticlesArgument, LanguageOption, ModelOption, TablesOption, command, finish, tell


@command(
    "kg build data/articles --out out",
    "kg build article.html 'news/**/*.txt'",
    "kg build articles/ --gazetteer my-territories.csv",
    "kg build news/ --no-triage",
    "kg build news/ --corrections corrections.csv",
)
def build(
    articles: ArticlesArgument,
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="DIR", help="Where the store, graph.html and graph.ttl go.")
    ] = Path("out"),
    tables: TablesOption = None,
    base: Annotated[
        str | None,
        typer.Option(
            "--base",
            metavar="IRI",
            help="What the addresses of the graph's things begin with.",
            show_default="that of the store, or the project's",
        ),
    ] = None,
    corrections: Annotated[
        list[Path] | None,
        typer.Option(
            "--corrections",
            metavar="FILE",
            help="A table of corrections, which the store keeps for later builds; can be repeated.",
            show_default=False,
        ),
    ] = None,
    model: ModelOption = None,
    any_language: LanguageOption = False,
    with_articles: Annotated[
        bool,
        typer.Option(
            "--with-articles", help="Put the articles' whole texts into graph.html, not only the quoted words."
        ),
    ] = False,
    no_triage: Annotated[bool, typer.Option("--no-triage", help="Read articles that name no territory, too.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Do not print what was found.")] = False,
) -> None:
    """Read articles and build the graph; what did not change since the last build is not read again.

    Prints who says what about which territory, with the words; standard error tells what was left out and why.
    """
    from kg.cli.terminal import watching
    from kg.files import write_whole
    from kg.pipeline import Options
    from kg.pipeline import build as build_graph
    from kg.pipeline.digest import digest
    from kg.store import open_store
    from kg.views.page import render_page

    start = time.monotonic()
    with watching() as watch:
        report = build_graph(
            articles,
            out,
            Options(
                tables=tuple(tables or ()),
                base=base,
                model=model,
                any_language=any_language,
                triage=not no_triage,
                corrections=tuple(corrections or ()),
                warn=tell,
                watch=watch,
            ),
        )
    with open_store(report.store) as store:
        page = out / "graph.html"
        write_whole(page, render_page(store, with_articles=with_articles).encode())
        if not quiet:
            typer.echo(digest(store))
    tell(report.summary(time.monotonic() - start))
    tell(f"Wrote {report.store}, {report.turtle} and {page}")
    finish(report.taken, report.left_out)
