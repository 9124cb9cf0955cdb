"""An answer as rows and columns, and how it is written: aligned text, Markdown, CSV, TSV, JSON."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from kg.errors import QueryError

Value = str | int | float | bool | None
AnswerFormat = Literal["table", "markdown", "csv", "tsv", "json"]

# What would move a terminal's cursor, hide text or turn its direction.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_MARKUP = re.compile(r"([\\`*_\[\]<>|&~#])")
_QUOTED = re.compile('[",\r\n]')
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows of values under the names of their columns; a value that is not known is None."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    def records(self) -> list[dict[str, Value]]:
        """Return each row as a dictionary."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def write(self, syntax: str) -> str:
        """Return the answer in a format.

        Raises:
            QueryError: there is no such format.

        >>> print(Answer(("who", "n"), (("Japan", 2),)).write("csv"), end="")
        who,n
        Japan,2
        """
        if syntax not in _WRITERS:
            raise QueryError(f"'{syntax}' is no format of an answer; choose one of {', '.join(_WRITERS)}")
        return _WRITERS[syntax](self)

    def table(self) -> str:
        """Return the answer as columns of plain text, for a terminal or a log; control characters are left out."""
        cells = [[_plain(cell) for cell in row] for row in (self.columns, *self.rows)]
        widths = [max(len(row[i]) for row in cells) for i in range(len(self.columns))]
        lines = [
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells
        ]
        lines.insert(1, "  ".join("-" * width for width in widths))
        return "\n".join(lines) + "\n"

    def markdown(self) -> str:
        """Return the answer as a table of Markdown; what would be markup in a value is escaped."""
        cells = [[_MARKUP.sub(r"\\\1", _plain(cell)) for cell in row] for row in (self.columns, *self.rows)]
        lines = [f"| {' | '.join(row)} |" for row in cells]
        lines.insert(1, f"|{' --- |' * len(self.columns)}")
        return "\n".join(lines) + "\n"

    def csv(self) -> str:
        """Return the answer as comma-separated values that a spreadsheet reads as text and never as a formula."""
        return "".join(",".join(map(_cell, row)) + "\n" for row in (self.columns, *self.rows))

    def tsv(self) -> str:
        """Return the answer as tab-separated values, a row a line."""
        rows = [[_plain(value) for value in row] for row in (self.columns, *self.rows)]
        return "".join("\t".join(row) + "\n" for row in rows)

    def json(self) -> str:
        """Return the answer as a JSON list with an object a row."""
        return json.dumps(self.records(), ensure_ascii=False, indent=1) + "\n"


def one_line(text: str, *, keep_indent: bool = False) -> str:
    """Return a text on one line without characters that are not seen, for a terminal."""
    indent = text[: len(text) - len(text.lstrip(" "))] if keep_indent else ""
    return indent + _UNSEEN.sub("", " ".join(text.split()))


def without_complementizer(words: str) -> str:
    """Return a clause that is said without the "that" which leads to it."""
    return words.removeprefix("that ")


def as_quotation(words: Value) -> str:
    """Return words of an article for a reader: on one line, in quotation marks, without "that" before a clause.

    >>> as_quotation("that the cape was empty"), as_quotation("“Never,”")
    ('“the cape was empty”', '“Never,”')
    """
    text = without_complementizer(one_line(str(words)))
    return text if text[:1] in '"“«' else f"“{text}”"


def _plain(value: Value) -> str:
    return one_line(_text(value))


def _cell(value: Value) -> str:
    text = _text(value)
    if isinstance(value, str) and text.startswith(_FORMULA):
        text = f"'{text}"
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text


def _text(value: Value) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


_WRITERS: dict[str, Callable[[Answer], str]] = {
    "table": Answer.table,
    "markdown": Answer.markdown,
    "csv": Answer.csv,
    "tsv": Answer.tsv,
    "json": Answer.json,
}
