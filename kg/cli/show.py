"""`kg show`: why is it in the graph?"""

import dataclasses
import json
from typing import Annotated

import typer

from kg.cli.app import STORE, StoreOption, command, hand_out


@command("kg show statement/5f0c3b1d", "kg show Shikotan", "kg show 'Shinzo Abe' --json")
def show(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A fact, article, actor, territory or treaty: its identifier, the start of it, or a name.",
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
    store: StoreOption = STORE,
) -> None:
    """Show all about one thing: the sentences, where they stand, and what read them."""
    from kg.query.show import show as show_thing
    from kg.store import open_store

    with open_store(store) as opened:
        shown = show_thing(opened, name)
    hand_out(json.dumps(dataclasses.asdict(shown), ensure_ascii=False, indent=1) + "\n" if as_json else shown.text())
