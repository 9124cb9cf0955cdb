"""Facts handed out as they are read, an article at a time: lines of JSON, tables, or a folder for brat."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.brat import BratFolder
from kg.facts import ArticleFacts
from kg.facts_json import facts_to_line
from kg.files import whole_file
from kg.pipeline.rows import fact_table

Write = Callable[[ArticleFacts], object]


@contextmanager
def facts_writer(name: str, output: Path | None) -> Iterator[Write]:
    """Yield a function that hands out the facts of one article: to standard output, a file, or a folder for brat.

    A file is written whole or not at all; a folder gets each article's files as it comes.

    Raises:
        OutputError: the file or folder cannot be written.
    """
    if name == "brat":
        yield BratFolder(output or Path()).write
    elif output is None:
        yield lambda facts: sys.stdout.write(_told(name, facts))
    else:
        with whole_file(output) as file:
            yield lambda facts: file.write(_told(name, facts).encode("utf-8", "backslashreplace"))


def _told(name: str, facts: ArticleFacts) -> str:
    return (fact_table(facts).table() if name == "table" else facts_to_line(facts)) + "\n"
