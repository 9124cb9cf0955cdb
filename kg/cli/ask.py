"""`kg ask`: the ready questions, each a command of its own with the question's parameters as options."""

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer
from typer.main import get_command

from kg.cli.app import STORE, Format, FormatOption, Group, OutputOption, StoreOption, app, examples, hand_answer
from kg.query import Parameter, Question, questions

_PLACES = {
    "territory": "NAME",
    "actor": "NAME",
    "treaty": "NAME",
    "date": "DATE",
    "text": "WORDS",
    "stance": "STANCE",
}
_SAMPLES = {
    "territory": "Shikotan",
    "actor": "Japan",
    "treaty": "'Treaty of Shimoda'",
    "date": "2019",
    "text": "'peace treaty'",
    "stance": "claims-sovereignty",
}


class Questions(Group):
    """A group whose commands are made from the files of the ready questions when one is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of the questions."""
        return [question.name for question in questions()]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the command of a question; None where there is no such question."""
        for question in questions():
            if question.name == cmd_name:
                return self.commands.setdefault(cmd_name, _command(question))
        return None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command; a misspelt name is told with the near ones, so all are made known first."""
        for name in self.list_commands(ctx):
            self.get_command(ctx, name)
        return super().resolve_command(ctx, args)


ask_app = typer.Typer(
    cls=Questions,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Ask a ready question: who said what, who claims what, what happened when. Without a question: list them.",
    epilog=examples("kg ask who-said-what --territory Shikotan", "kg ask positions --actor Japan --format csv"),
)
app.add_typer(ask_app, name="ask")


@ask_app.callback()
def ask() -> None:
    """Make the group a group even before a question is known."""


def _command(question: Question) -> Any:
    single = typer.Typer(rich_markup_mode=None, add_completion=False)
    single.command(question.name, help=question.help, epilog=_examples(question))(_function(question))
    return get_command(single)


def _examples(question: Question) -> str:
    needed = [one for one in question.parameters if not one.optional] or list(question.parameters[:1])
    options = "".join(f" --{one.name} {_SAMPLES[one.kind]}" for one in needed)
    return examples(f"kg ask {question.name}{options}")


def _function(question: Question) -> Callable[..., None]:
    """Return a function whose signature is the question's parameters, for typer to read."""

    def run(store: StoreOption, format: Format, output: OutputOption, **given: str | None) -> None:  # noqa: A002
        from kg.query import ask
        from kg.store import open_store

        arguments = {name: value for name, value in given.items() if value is not None}
        with open_store(store) as opened:
            answer = ask(opened, question.name, arguments)
        hand_answer(answer, format, output)

    options = [_option(parameter) for parameter in question.parameters]
    keyword = inspect.Parameter.KEYWORD_ONLY
    shared = [
        inspect.Parameter("format", keyword, annotation=FormatOption, default=Format.TEXT),
        inspect.Parameter("store", keyword, annotation=StoreOption, default=STORE),
        inspect.Parameter("output", keyword, annotation=OutputOption, default=None),
    ]
    run.__signature__ = inspect.Signature([*options, *shared])  # type: ignore[attr-defined]
    run.__annotations__ = {one.name: one.annotation for one in (*options, *shared)}
    return run


def _option(parameter: Parameter) -> inspect.Parameter:
    option = typer.Option(
        f"--{parameter.name}", metavar=_PLACES[parameter.kind], help=parameter.help, show_default=False
    )
    annotation = Annotated[str | None, option] if parameter.optional else Annotated[str, option]
    default = None if parameter.optional else inspect.Parameter.empty
    return inspect.Parameter(parameter.name, inspect.Parameter.KEYWORD_ONLY, annotation=annotation, default=default)
