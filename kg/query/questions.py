"""Ready questions: one ``.rq`` file each in ``questions/``, plain SPARQL with its parameters in comments.

A file begins with what it answers, then names its parameters and the columns that list several things::

    # Who said what about a territory, in whose words.
    #
    # @param territory territory optional  The territory that is spoken about, with its parts.
    # @list about

A parameter is a variable of the query. Lines between ``#if territory`` and ``#end`` take part only where it is given,
and there the variable (with ``#if actor as who`` the variable ``?who``) is bound to terms - not pasted: a value can
never become a part of the query. A territory is bound with all its parts, an actor with all who speak for it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from pyoxigraph import Literal as Text
from pyoxigraph import NamedNode, QuerySolutions

from kg import dates
from kg.errors import QueryError
from kg.query.answer import Answer, Value
from kg.query.names import find_things, label_of, local_id, solutions, with_parts, with_voices
from kg.query.opposites import PAIRINGS
from kg.query.sparql import plain
from kg.query.ties import represented
from kg.store import ArticleStore, prefixes

ParameterKind = Literal["territory", "actor", "treaty", "date", "text", "stance"]
Term = NamedNode | Text

_FOLDER = Path(__file__).with_suffix("")
_PARAMETER = re.compile(r"# @param (\w+) +(\w+) +(optional|required) +(.+)")
_IF = re.compile(r"\s*#if (\w+)(?: as (\w+))?")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_STANCES = "SELECT DISTINCT ?stance { { ?stance skos:inScheme td:stances } UNION { ?position td:stance ?stance } }"


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something that a question can be asked about; ``help`` is a sentence for users."""

    name: str
    kind: ParameterKind
    optional: bool
    help: str


@dataclass(frozen=True, slots=True)
class Question:
    """A ready question: its name, what it answers, its parameters, and its query.

    ``lists`` are the columns that hold several things: rows that differ only in them become one. ``pairs`` names how
    rows are paired, where the answer is about two at a time (`kg.query.opposites`).
    """

    name: str
    help: str
    parameters: tuple[Parameter, ...]
    lists: tuple[str, ...]
    pairs: str | None
    text: str


@cache
def questions() -> tuple[Question, ...]:
    """Return all ready questions, by name."""
    return tuple(_read(path) for path in sorted(_FOLDER.glob("*.rq")))


def question(name: str) -> Question:
    """Return a ready question.

    Raises:
        QueryError: there is none of this name; the message names the near ones.
    """
    known = {one.name: one for one in questions()}
    if name in known:
        return known[name]
    near = get_close_matches(name, known, n=1)
    hint = f"did you mean {near[0]}?" if near else f"choose one of {', '.join(known)}"
    raise QueryError(f"no question '{name}'; {hint}")


def ask(store: ArticleStore, name: str, arguments: Mapping[str, str] | None = None) -> Answer:
    """Return the answer to a ready question; arguments are what a user types for its parameters.

    Raises:
        QueryError: there is no such question or parameter, a needed one is missing, or a value does not fit.
        UnknownNameError: a name is nowhere in the store.
    """
    asked = question(name)
    terms = dict(_bound(store, asked, arguments or {}))
    results = store.dataset.query(spelled(asked, terms), prefixes=prefixes(store.base), use_default_graph_as_union=True)
    if not isinstance(results, QuerySolutions):
        raise QueryError(f"the question {name} is broken: it is no SELECT")
    columns = tuple(variable.value for variable in results.variables)
    found: Iterable[Iterable[object]] = results
    if asked.pairs:
        told = [dict(zip(columns, solution, strict=True)) for solution in results]
        columns, pair = PAIRINGS[asked.pairs]
        found = ([row[column] for column in columns] for row in pair(_counted(store, told)))
    labels: dict[str, str] = {}
    rows = [tuple(_shown(store, term, labels) for term in solution) for solution in found]
    return Answer(columns, tuple(_merged(rows, [columns.index(column) for column in asked.lists])))


def spelled(asked: Question, terms: Mapping[str, Sequence[Term]]) -> str:
    """Return the query of a question with what belongs to the given parameters, their variables bound to the terms."""
    lines, taking = [], True
    for line in asked.text.splitlines():
        if found := _IF.fullmatch(line):
            taking = found[1] in terms
            line = f"VALUES ?{found[2] or found[1]} {{ {' '.join(map(str, terms[found[1]]))} }}" if taking else ""
        elif line.strip() == "#end":
            taking = True
        if taking:
            lines.append(line)
    return "\n".join(lines)


def _read(path: Path) -> Question:
    text = path.read_text(encoding="utf-8")
    head = [line for line in text.splitlines() if line.startswith("#")]
    help_ = " ".join(line[2:] for line in head[: head.index("#")])
    found = [match for line in head if (match := _PARAMETER.fullmatch(line))]
    parameters = tuple(Parameter(one[1], _kind(path, one[2]), one[3] == "optional", one[4]) for one in found)
    lists = tuple(name for line in head if line.startswith("# @list ") for name in line.split()[2:])
    pairs = next((line.split()[2] for line in head if line.startswith("# @pairs ")), None)
    return Question(path.stem, help_, parameters, lists, pairs, text)


def _kind(path: Path, kind: str) -> ParameterKind:
    for known in get_args(ParameterKind):
        if kind == known:
            return known  # type: ignore[no-any-return] # get_args is not typed
    raise QueryError(f"{path.name} has a parameter of the unknown kind '{kind}'")


def _bound(store: ArticleStore, asked: Question, arguments: Mapping[str, str]) -> Iterator[tuple[str, Sequence[Term]]]:
    known = {parameter.name: parameter for parameter in asked.parameters}
    for name in arguments:
        if name not in known:
            raise QueryError(f"the question {asked.name} has no parameter '{name}'; it has {', '.join(known)}")
    for parameter in asked.parameters:
        if parameter.name in arguments:
            yield parameter.name, _terms(store, parameter, arguments[parameter.name])
        elif not parameter.optional:
            raise QueryError(f"the question {asked.name} needs --{parameter.name}: {parameter.help}")


def _terms(store: ArticleStore, parameter: Parameter, value: str) -> Sequence[Term]:
    if parameter.kind in ("territory", "actor", "treaty"):
        things = find_things(store, parameter.kind, value)
        return with_parts(store, things) if parameter.kind == "territory" else with_voices(store, things)
    if parameter.kind == "stance":
        return [_stance(store, value)]
    if parameter.kind == "date" and not (_DATE.fullmatch(value) and dates.parse(value)):
        raise QueryError(f"'{value}' is no date for --{parameter.name}; write 2019, 2019-01 or 2019-01-22")
    return [Text(value)]


def _stance(store: ArticleStore, value: str) -> NamedNode:
    known = {local_id(store, stance.value): stance for (stance,) in solutions(store, _STANCES)}
    wanted = "-".join(value.casefold().split())
    found = [wanted] if wanted in known else [name for name in known if wanted and name.startswith(wanted)]
    if len(found) != 1:
        raise QueryError(f"'{value}' is no stance; choose one of {', '.join(sorted(known))}")
    return known[found[0]]


def _counted(store: ArticleStore, rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield positions with the one that each counts as: whom its holder represents, or the holder."""
    above = represented(store)
    for row in rows:
        holder = local_id(store, row["holder"].value)
        yield {**row, "who": NamedNode(store.base + above.get(holder, holder))}


def _shown(store: ArticleStore, term: object, labels: dict[str, str]) -> Value:
    """Return a term as a reader wants it: a thing by its label, a fact by its identifier, a concept by its name."""
    if not isinstance(term, NamedNode):
        return plain(term)
    if term.value not in labels:
        labels[term.value] = label_of(store, term) or local_id(store, term.value)
    return labels[term.value]


def _merged(rows: Sequence[tuple[Value, ...]], lists: Sequence[int]) -> Iterator[tuple[Value, ...]]:
    """Yield rows, those that differ only in columns of several things as one."""
    merged: dict[tuple[Value, ...], list[dict[str, None]]] = {}
    for row in rows:
        key = tuple(None if index in lists else value for index, value in enumerate(row))
        found = merged.setdefault(key, [{} for _ in lists])
        for names, index in zip(found, lists, strict=True):
            if row[index] is not None:
                names[str(row[index])] = None
    for key, found in merged.items():
        together = dict(zip(lists, (", ".join(names) or None for names in found), strict=True))
        yield tuple(together.get(index, value) for index, value in enumerate(key))
