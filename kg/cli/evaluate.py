"""`kg evaluate`: how good is what the extractors find?"""

import json
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import TablesOption, command, tell


@command("kg evaluate data/annotations", "kg evaluate data/annotations --show statements")
def evaluate(
    annotations: Annotated[
        Path,
        typer.Argument(
            metavar="FOLDER", help="The annotated articles: NAME.json, and NAME.txt beside it or named in it."
        ),
    ],
    floors: Annotated[
        Path | None,
        typer.Option("--floors", metavar="FILE", help="Fail where a score is below the figures in this file."),
    ] = None,
    show: Annotated[
        str | None, typer.Option("--show", metavar="KIND", help="List what was missed and what was made up of a kind.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    tables: TablesOption = None,
) -> None:
    """Score the extractors against annotated articles: precision, recall, F1 of each kind of fact."""
    from kg.evaluation import KINDS, check_floors, read_annotations, read_floors, score_folder
    from kg.pipeline import Reader, extract_documents
    from kg.sources import LeftOut

    if show and show not in KINDS:
        raise typer.BadParameter(f"{show!r} is none of {', '.join(KINDS)}", param_hint="--show")
    figures = read_floors(floors) if floors else {}
    texts = [one.text_path for one in read_annotations(annotations)]
    read = list(extract_documents(texts, reader=Reader(tables or ())))
    scores = score_folder(annotations, [one.facts for one in read if not isinstance(one, LeftOut)])
    typer.echo(json.dumps(scores.to_json(), indent=1) if as_json else scores.table())
    for error in scores.errors_of(show or ""):
        typer.echo(error)
    for one in read:
        if isinstance(one, LeftOut):
            tell(f"Left out: {one}")
    problems = check_floors(scores, figures)
    for problem in problems:
        tell(f"kg: {problem}")
    if problems:
        raise typer.Exit(1)
