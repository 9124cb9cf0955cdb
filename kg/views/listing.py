"""An answer as paragraphs to read: a line that says who and what, the words, and where they stand."""

import textwrap
from collections.abc import Iterator

from kg.query.answer import Answer, Value, as_quotation, one_line

PLACE = ("article", "outlet", "published", "fact")
SIDES = ("{}_before", "{}", "other_{}")  # a row about two facts has the evidence of both under such names
_UNTOLD = {"mode", *(side.format(name) for side in SIDES for name in ("quote", "sentence", *PLACE))}

Row = dict[str, Value]


def listing(answer: Answer, *, width: int = 100) -> str:
    """Return an answer as text for a reader; one whose rows quote nothing is a table."""
    if "quote" not in answer.columns:
        return answer.table()
    return "\n".join("".join(f"{line}\n" for line in _paragraph(row, width)) for row in answer.records())


def _paragraph(row: Row, width: int) -> Iterator[str]:
    yield "  ".join(_told(name, value) for name, value in row.items() if value is not None and name not in _UNTOLD)
    for side in SIDES:
        if row.get(side.format("quote")):
            yield _filled(as_quotation(row[side.format("quote")]), width)
        if place := " · ".join(one_line(str(row[name])) for name in map(side.format, PLACE) if row.get(name)):
            yield _filled(f"— {place}", width)


def _told(name: str, value: Value) -> str:
    """Return a value for the first line; a number says what it counts."""
    return one_line(value) if isinstance(value, str) else f"{name.replace('_', ' ')} {value}"


def _filled(text: str, width: int) -> str:
    return textwrap.fill(text, width, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False)
