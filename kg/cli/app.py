"""The application that every command adds itself to, and what all commands share: options, exits, where text goes."""

import os
import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer
from typer.core import TyperGroup

if TYPE_CHECKING:
    from kg.query import Answer
    from kg.sources import LeftOut

Command = TypeVar("Command", bound=Callable[..., Any])

PART_LEFT_OUT = 3

STORE = Path("out/store")


class Interrupted(Exception):  # noqa: N818 - it is no error
    """The user pressed Ctrl-C; typer would turn a KeyboardInterrupt into an exit without a word."""


_WHOLE = 1000  # letters
ORDER = (
    *("build", "ask", "show", "review", "view", "report", "network", "sparql", "export", "extract", "remove"),
    "validate",
    "evaluate",
)


class Group(TyperGroup):
    """A group of commands that lets `main` say what Ctrl-C and a closed pipe mean."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of the commands, those that a newcomer needs first."""
        return sorted(self.commands, key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER))

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write what each command does, whole: the list of a narrow terminal would end in dots."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl([(name, one.get_short_help_str(_WHOLE)) for name, one in commands if one])

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.message = error.message.removeprefix("Value error, ")  # the validator's word, no user's
            raise
        except KeyboardInterrupt as error:
            raise Interrupted from error
        except BrokenPipeError:
            quit_quietly()


app = typer.Typer(
    name="kg",
    cls=Group,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def examples(*lines: str) -> str:
    r"""Return the end of a help text; ``\b`` keeps click from filling the lines."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def command(*example: str, name: str | None = None) -> Callable[[Command], Command]:
    """Add a function to the commands, with examples of its use."""
    return app.command(name, epilog=examples(*example), no_args_is_help=False)


StoreOption = Annotated[
    Path, typer.Option("--store", metavar="DIR", envvar="KG_STORE", help="The graph to read, as kg build left it.")
]
WithArticlesOption = Annotated[
    bool, typer.Option("--with-articles", help="Write the articles' whole texts too, not only the quoted words.")
]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file, not to standard output.")
]


class Format(StrEnum):
    """How an answer is printed."""

    TEXT = "text"
    TABLE = "table"
    MARKDOWN = "markdown"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"


FormatOption = Annotated[
    Format, typer.Option("--format", "-f", help="How to print the answer: to read, or to pass on.")
]
ModelOption = Annotated[
    str | None,
    typer.Option(
        "--language-model",
        metavar="NAME",
        help="An installed spaCy pipeline with Universal Dependencies labels.",
        show_default="the one that ships with kg",
    ),
]
ArticlesArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="ARTICLES...", help="Files, folders, patterns, or - for standard input.", show_default=False
    ),
]
TablesOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--gazetteer",
        metavar="FILE",
        help="A table of names of your own, or a folder of them, laid over the shipped ones; can be repeated.",
        show_default=False,
    ),
]
LanguageOption = Annotated[
    bool, typer.Option("--any-language", help="Read articles in other languages than English, too.")
]


def finish(read: int, left_out: "Sequence[LeftOut]") -> None:
    """Say what was left out and why, and end with the status that it calls for.

    Raises:
        SourceError: nothing was read, and there was one input only.
    """
    if not read and len(left_out) == 1:
        raise left_out[0].as_error()
    for one in left_out:
        tell(f"Left out: {one}")
    if left_out:
        raise typer.Exit(PART_LEFT_OUT if read else 1)


def tell(line: str) -> None:
    """Write a line that is not the command's result: to standard error."""
    typer.echo(line, err=True)


def hand_out(text: str | bytes, output: Path | None = None) -> None:
    """Write a command's result to standard output or, whole or not at all, to a file.

    Raises:
        OutputError: the file cannot be written.
    """
    data = text.encode("utf-8", "backslashreplace") if isinstance(text, str) else text
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        from kg.files import write_whole

        write_whole(output, data)
        tell(f"Wrote {output}")


def hand_answer(answer: "Answer", format: Format, output: Path | None) -> None:  # noqa: A002 - the users' word
    """Write an answer in the format that was asked for, and say so where there is none.

    Raises:
        OutputError: the file cannot be written.
    """
    from kg.views.listing import listing

    hand_out(listing(answer) if format is Format.TEXT else answer.write(format), output)
    if not answer.rows:
        tell("Nothing in the graph answers this.")


def quit_quietly() -> None:
    """End as a program does whose reader has gone away: without a word."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise typer.Exit(141)
