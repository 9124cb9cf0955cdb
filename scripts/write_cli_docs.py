"""Write docs/cli.md from the help of the commands, or check that it is what would be written now."""

import sys
from collections.abc import Iterator
from typing import Any

import typer
from pages import keep
from typer.main import get_command

from kg.cli.main import app

HEAD = """# The commands of kg

Written by `make docs` from the help of the commands; do not edit by hand.
"""
STATUSES = """
## Exit status

| status | meaning |
| --- | --- |
| 0 | all of it was done |
| 1 | it failed; one line on standard error says what, where and what to do |
| 2 | wrong usage |
| 3 | it was done, but part of the input was left out; standard error says what and why |
| 130 | stopped by Ctrl-C |

What can be piped on goes to standard output, everything else to standard error. `NO_COLOR` is respected.
"""


def commands(command: Any, name: str, parent: Any = None) -> Iterator[tuple[str, str]]:
    """Yield the name and the help of a command and of all below it."""
    context = typer.Context(command, info_name=name, parent=parent, terminal_width=100, color=False)
    context.help_option_names = ["-h", "--help"]
    yield context.command_path, command.get_help(context)
    for below in getattr(command, "list_commands", lambda _: [])(context):
        yield from commands(command.get_command(context, below), below, context)


def page() -> str:
    """Return the text of docs/cli.md."""
    parts = [f"\n## {name}\n\n```text\n{text.strip()}\n```\n" for name, text in commands(get_command(app), "kg")]
    return HEAD + "".join(parts) + STATUSES


if __name__ == "__main__":
    sys.exit(keep(page(), sys.argv[1:], told_by="the commands say"))
