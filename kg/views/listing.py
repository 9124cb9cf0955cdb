"""An answer as paragraphs to read: a line that says who and what, the words, and where they stand."""

import textwrap
from collections.abc import Iterator

from kg.query import Answer

WORDS = "quote"
PLACE = ("article", "outlet", "published", "fact")
_UNTOLD = (WORDS, "sentence", "mode", *PLACE)

Row = dict[str, str]


def listing(answer: Answer, *, width: int = 100) -> str:
    """Return an answer as text for a reader; one whose rows quote nothing is a table."""
    if WORDS not in answer.columns:
        return answer.table()
    return "\n".join("".join(f"{line}\n" for line in _paragraph(row, width)) for row in _rows(answer))


def _rows(answer: Answer) -> Iterator[Row]:
    """Yield rows of plain text: the values as they are written with tabs between, each on one line, nothing unseen."""
    for line in answer.tsv().rstrip("\n").split("\n")[1:]:
        yield dict(zip(answer.columns, line.split("\t"), strict=True))


def _paragraph(row: Row, width: int) -> Iterator[str]:
    yield "  ".join(value for name, value in row.items() if value and name not in _UNTOLD)
    if words := row[WORDS]:
        yield _filled(words if words[0] in '"“«' else f"“{words}”", width)
    if place := " · ".join(row[name] for name in PLACE if row.get(name)):
        yield _filled(f"— {place}", width)


def _filled(text: str, width: int) -> str:
    return textwrap.fill(text, width, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False)
