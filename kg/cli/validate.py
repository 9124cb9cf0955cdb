"""`kg validate`: does the graph keep its promises?"""

import typer

from kg.cli.app import STORE, StoreOption, command, tell


@command("kg validate", "kg validate --store out/store")
def validate(store: StoreOption = STORE) -> None:
    """Check every article's graph against the SHACL shapes: each fact has evidence, each term is defined."""
    from kg.pipeline.validation import validate_store
    from kg.store import open_store

    graphs = broken = 0
    with open_store(store) as opened:
        for name, violations in validate_store(opened):
            graphs += 1
            broken += bool(violations)
            for found in violations:
                typer.echo(f"{name}: {found.focus} {found.path}: {found.message}")
    tell(f"{broken} of {graphs} graphs break the shapes" if broken else f"All {graphs} graphs satisfy the shapes")
    if broken:
        raise typer.Exit(1)
