"""`kg extract`: the facts of articles, without a graph."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

from kg.cli.app import ArticlesArgument, LanguageOption, ModelOption, TablesOption, command, finish, tell


class Format(StrEnum):
    """How facts are printed."""

    JSONL = "jsonl"
    TABLE = "table"


@command("kg extract article.txt --format table", "kg extract data/articles > facts.jsonl")
def extract(
    articles: ArticlesArgument,
    format: Annotated[  # noqa: A002 - the users' word
        Format, typer.Option("--format", "-f", help="One JSON object an article, or a table to look at.")
    ] = Format.JSONL,
    tables: TablesOption = None,
    model: ModelOption = None,
    any_language: LanguageOption = False,
) -> None:
    """Print the facts of articles: actors, territories, treaties, statements, attitudes, positions, events."""
    from kg.facts_json import facts_to_line
    from kg.pipeline import Reader, extract_documents
    from kg.pipeline.rows import fact_table
    from kg.sources import LeftOut

    write = facts_to_line if format is Format.JSONL else lambda facts: fact_table(facts).table()
    left_out: list[LeftOut] = []
    read = 0
    for one in extract_documents(
        articles, reader=Reader(tables or (), model=model), any_language=any_language, warn=tell
    ):
        if isinstance(one, LeftOut):
            left_out.append(one)
            continue
        read += 1
        sys.stdout.write(write(one.facts) + "\n")
    finish(read, left_out)
