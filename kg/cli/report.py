"""`kg report`: the dossier of a territory, to cite from."""

from typing import Annotated, Literal

import typer

from kg.cli.app import STORE, OutputOption, StoreOption, command, hand_out, tell

Format = Literal["html", "markdown", "csl", "bibtex"]


@command(
    "kg report --territory Shikotan --output shikotan.html",
    "kg report --territory 'Senkaku Islands' --claimant China > senkaku.md",
    "kg report --territory Essequibo --output essequibo.bib",
)
def report(
    territory: Annotated[
        str, typer.Option("--territory", metavar="NAME", help="The territory; its parts count too.", show_default=False)
    ],
    claimant: Annotated[
        str | None,
        typer.Option(
            "--claimant",
            metavar="NAME",
            help="Only what it, or who speaks for it, says, holds and does, and what is toward it.",
        ),
    ] = None,
    format: Annotated[  # noqa: A002 - the users' word
        Format | None,
        typer.Option(
            "--format",
            "-f",
            help="A document to read, or references with the quotations: CSL JSON for Zotero, BibTeX for papers.",
            show_default="by the name of the file, else markdown",
        ),
    ] = None,
    output: OutputOption = None,
    store: StoreOption = STORE,
) -> None:
    """Write a dossier of what is reported of a territory: claims and all that bears on them, each with its footnote."""
    from kg.store import open_store
    from kg.views.report import format_for, read_dossier, write_dossier

    with open_store(store) as opened:
        dossier = read_dossier(opened, territory, claimant)
    hand_out(write_dossier(dossier, format or format_for(output)), output)
    if not dossier.evidence:
        tell("Nothing in the graph answers this.")
