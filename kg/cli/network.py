"""`kg network`: who is connected with whom, who stands in the middle, who sides with whom."""

import io
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kg.cli.app import (
    STORE,
    Format,
    FormatOption,
    Group,
    OutputOption,
    StoreOption,
    app,
    examples,
    hand_answer,
    hand_out,
)

if TYPE_CHECKING:
    from kg.query.ties import Period

network = typer.Typer(
    cls=Group,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="See who is connected with whom, who stands in the middle, who sides with whom.",
    epilog=examples("kg network paths 'Vladimir Putin' 'Shinzo Abe'", "kg network central", "kg network blocs"),
)
app.add_typer(network, name="network")

Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="Not before this day, month or year.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Not after this day, month or year.")]
Persons = Annotated[
    bool,
    typer.Option("--persons", help="Count each person for itself, not with the state or organization it speaks for."),
]


@network.command(
    epilog=examples("kg network paths 'Vladimir Putin' 'Shinzo Abe'", "kg network paths Japan China -f csv")
)
def paths(
    start: Annotated[str, typer.Argument(metavar="FROM", help="An actor.")],
    end: Annotated[str, typer.Argument(metavar="TO", help="Another actor.")],
    most: Annotated[int, typer.Option("--most", min=1, help="How many paths to show.")] = 5,
    since: Since = None,
    until: Until = None,
    format: FormatOption = Format.TEXT,  # noqa: A002 - the users' word
    store: StoreOption = STORE,
    output: OutputOption = None,
) -> None:
    """Find the shortest paths between two actors, with the evidence of each step."""
    from kg.query.network import paths as find_paths
    from kg.store import open_store

    with open_store(store) as opened:
        hand_answer(find_paths(opened, start, end, period=_period(since, until), most=most), format, output)


@network.command(epilog=examples("kg network central --most 20", "kg network central --since 2016 --until 2019"))
def central(
    most: Annotated[int, typer.Option("--most", min=1, help="How many actors to show.")] = 10,
    persons: Persons = False,
    since: Since = None,
    until: Until = None,
    format: FormatOption = Format.TEXT,  # noqa: A002 - the users' word
    store: StoreOption = STORE,
    output: OutputOption = None,
) -> None:
    """Rank the actors by their ties to others, and say what ties them."""
    from kg.query.network import central as find_central
    from kg.store import open_store

    with open_store(store) as opened:
        answer = find_central(opened, most=most, period=_period(since, until), roll_up=not persons)
    hand_answer(answer, format, output)


@network.command(epilog=examples("kg network blocs", "kg network blocs --format json"))
def blocs(
    persons: Persons = False,
    since: Since = None,
    until: Until = None,
    format: FormatOption = Format.TEXT,  # noqa: A002 - the users' word
    store: StoreOption = STORE,
    output: OutputOption = None,
) -> None:
    """Show who sides with whom and against whom, with the positions of both."""
    from kg.query.network import blocs as find_blocs
    from kg.store import open_store

    with open_store(store) as opened:
        answer = find_blocs(opened, period=_period(since, until), roll_up=not persons)
    hand_answer(answer, format, output)


@network.command(epilog=examples("kg network changes --since 2022"))
def changes(
    since: Annotated[
        str, typer.Option("--since", metavar="DATE", help="The day, month or year to compare with before.")
    ],
    until: Until = None,
    persons: Persons = False,
    format: FormatOption = Format.TEXT,  # noqa: A002 - the users' word
    store: StoreOption = STORE,
    output: OutputOption = None,
) -> None:
    """Show which ties between actors are new, ended or turned since a date."""
    from kg.query.network import changes as find_changes
    from kg.store import open_store

    with open_store(store) as opened:
        answer = find_changes(opened, since, until=until, roll_up=not persons)
    hand_answer(answer, format, output)


@network.command(
    epilog=examples("kg network export --output actors.graphml", "kg network export --of alliances -f gexf")
)
def export(
    of: Annotated[
        Literal["actors", "territories", "alliances"],
        typer.Option("--of", help="Actors with each other, actors with territories, or who sides with whom."),
    ] = "actors",
    persons: Persons = False,
    since: Since = None,
    until: Until = None,
    format: Annotated[  # noqa: A002 - the users' word
        Literal["graphml", "gexf"],
        typer.Option("--format", "-f", help="For Gephi and Cytoscape, or with dates for Gephi."),
    ] = "graphml",
    store: StoreOption = STORE,
    output: OutputOption = None,
) -> None:
    """Write a network for Gephi or Cytoscape, with labels, weights, signs and dates."""
    from kg.query import projections
    from kg.query.graph_files import write_gexf, write_graphml
    from kg.store import open_store

    make = {
        "actors": projections.actor_network,
        "territories": projections.territory_network,
        "alliances": projections.alliance_network,
    }[of]
    written = io.BytesIO()
    with open_store(store) as opened:
        graph = make(opened, period=_period(since, until), roll_up=not persons)
    (write_graphml if format == "graphml" else write_gexf)(graph, written)
    hand_out(written.getvalue(), output)


def _period(since: str | None, until: str | None) -> "Period":
    from kg.query.ties import Period

    return Period(since, until)
