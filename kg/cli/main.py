"""The command line: every command is options in and printing out; here errors become one line and a status.

It ends with 0 where all went well, 1 where kg could not do it and has said why, 2 where the words typed are no
command, 3 where it did what it could but skipped some input, and 130 where Ctrl-C stopped it.
"""

import errno
import sys
from typing import Annotated, NoReturn

import typer
from typer.main import get_command

from kg import __version__
from kg.cli import (
    ask,
    build,
    evaluate,
    export,
    extract,
    network,
    remove,
    report,
    review,
    show,
    sparql,
    validate,
    view,
)
from kg.cli.app import Interrupted, app
from kg.cli.collector import collect_seldom
from kg.errors import KgError

__all__ = [
    "app",
    "ask",
    "build",
    "evaluate",
    "export",
    "extract",
    "main",
    "network",
    "remove",
    "report",
    "review",
    "show",
    "sparql",
    "validate",
    "view",
]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kg {__version__}")
        raise typer.Exit


@app.callback()
def kg(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Read news about disputed territory; answer who said what about which islands, with the words to prove it."""


def main() -> NoReturn:
    """Run the command line and exit; a `KgError` is one line on standard error."""
    collect_seldom()
    try:
        status = _run()
    except Interrupted:
        status = _fail("stopped by Ctrl-C; what was finished is kept, nothing is half-written", 130)
    except KgError as error:
        status = _fail(str(error))
    except OSError as error:
        status = _fail(_explain(error))
    sys.exit(status)


def _run() -> int:
    try:
        get_command(app)(prog_name="kg")
    except SystemExit as end:
        sys.stdout.flush()  # here a full disk can still be told; at the interpreter's end it could not
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def _fail(message: str, status: int = 1) -> int:
    print(f"kg: {message}", file=sys.stderr)  # noqa: T201 - the one place that prints errors
    return status


def _explain(error: OSError) -> str:
    place = f" ({error.filename})" if error.filename else ""
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return f"the disk is full{place}; make room and run the command again"
    return f"{error.strerror or error}{place}"
