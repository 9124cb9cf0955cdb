"""`kg evaluate`: how good is what the extractors find?"""

import json
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import ModelOption, TablesOption, command, tell


@command(
    "kg evaluate data/annotations",
    "kg evaluate corrected --show who_said_what",
    "kg evaluate data/annotations --calibration",
)
def evaluate(
    annotations: Annotated[
        Path,
        typer.Argument(
            metavar="FOLDER",
            help="The annotated articles: NAME.txt with NAME.ann of brat beside it, or NAME.json with NAME.txt beside "
            "it or named in it.",
        ),
    ],
    floors: Annotated[
        Path | None,
        typer.Option("--floors", metavar="FILE", help="Fail where a score is below the figures in this file."),
    ] = None,
    show: Annotated[
        str | None,
        typer.Option(
            "--show",
            metavar="KIND",
            help="List what was missed, made up or wrong of a kind (statements, who_said_what, positions ...), with "
            "article, line, speaker and words.",
        ),
    ] = None,
    calibration: Annotated[
        bool, typer.Option("--calibration", help="Tell what share of the statements was right, by their confidence.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    tables: TablesOption = None,
    model: ModelOption = None,
) -> None:
    """Score the extractors against annotated articles: precision, recall, F1 of each kind of fact."""
    from kg.evaluation import KINDS, check_floors, read_annotations, read_articles, read_floors, score
    from kg.pipeline import Reader

    if show and show not in KINDS:
        raise typer.BadParameter(f"{show!r} is none of {', '.join(KINDS)}", param_hint="--show")
    figures = read_floors(floors) if floors else {}
    annotated = read_annotations(annotations)
    facts, left_out = read_articles(annotated, Reader(tables or (), model=model))
    scores = score(annotated, facts)
    if as_json:
        typer.echo(json.dumps(scores.to_json(show=show, calibration=calibration), indent=1))
    else:
        typer.echo(scores.report(show=show, calibration=calibration))
    for one in left_out:
        tell(f"Left out: {one}")
    problems = check_floors(scores, figures)
    for problem in problems:
        tell(f"kg: {problem}")
    if problems:
        raise typer.Exit(1)
