"""`kg extract`: the facts of articles, without a graph."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import ArticlesArgument, LanguageOption, ModelOption, TablesOption, command, finish, tell


class Format(StrEnum):
    """How facts are handed out."""

    JSONL = "jsonl"
    TABLE = "table"
    BRAT = "brat"


@command(
    "kg extract article.txt --format table",
    "kg extract data/articles > facts.jsonl",
    "kg extract data/articles --format brat --output corrected",
)
def extract(
    articles: ArticlesArgument,
    format: Annotated[  # noqa: A002 - the users' word
        Format,
        typer.Option(
            "--format", "-f", help="One JSON object an article, a table to look at, or a folder to correct in brat."
        ),
    ] = Format.JSONL,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="Write to this file, not to standard output; with --format brat, to this new folder.",
            show_default=False,
        ),
    ] = None,
    tables: TablesOption = None,
    model: ModelOption = None,
    any_language: LanguageOption = False,
) -> None:
    """Print the facts of articles: actors, territories, treaties, statements, attitudes, positions, events."""
    from kg.pipeline import Reader, extract_documents
    from kg.pipeline.handing import facts_writer
    from kg.sources import LeftOut

    if format is Format.BRAT and output is None:
        raise typer.BadParameter("brat reads folders; name a new one with --output", param_hint="--format")
    left_out: list[LeftOut] = []
    read = 0
    with facts_writer(format, output) as write:
        for one in extract_documents(
            articles, reader=Reader(tables or (), model=model), any_language=any_language, warn=tell
        ):
            if isinstance(one, LeftOut):
                left_out.append(one)
                continue
            read += 1
            write(one.facts)
        if not read:
            finish(read, left_out)  # ends here, so that nothing takes the place of what stands there
    if output:
        tell(f"Wrote {output}")
    finish(read, left_out)
