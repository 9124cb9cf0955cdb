"""Documents and tables of cases for the tests of language analysis."""

import gc
import json
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from kg.documents import Block, Document
from kg.language import Paragraph, analyse, load_language

CASES = Path(__file__).parent.parent / "cases"


def read_cases(name: str) -> list[Any]:
    """Return the rows of a table of cases, as parameters named after them."""
    lines = (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [pytest.param(row, id=row["id"]) for row in map(json.loads, lines)]


def make_document(*paragraphs: str, kinds: tuple[str, ...] = (), key: str = "test") -> Document:
    """Return a document whose blocks are the given paragraphs, with blank lines between them."""
    plain, start, blocks = Document(key=key, source=key, text="\n\n".join(paragraphs)), 0, []
    for number, paragraph in enumerate(paragraphs):
        kind: Any = kinds[number] if kinds else "body"
        blocks.append(Block(plain.span(start, start + len(paragraph)), kind))
        start += len(paragraph) + 2
    return Document(key=key, source=key, text=plain.text, blocks=tuple(blocks))


@cache
def pipeline() -> Language:
    """Return the pipeline without a model."""
    return load_language()


def paragraphs(*texts: str) -> tuple[Paragraph, ...]:
    """Analyse a document of some paragraphs."""
    return analyse(make_document(*texts), pipeline()).paragraphs


def assert_linear(read: Callable[[str], object], piece: str, *, length: int = 3000, most: int = 100) -> None:
    """Fail where sixteen times the text takes ``most`` times the time: what grows with the square takes 256 times."""
    short, long = (piece * (size // len(piece)) for size in (length, 16 * length))
    assert _time(read, long) < most * max(_time(read, short), 0.001), repr(piece)


def _time(read: Callable[[str], object], text: str) -> float:
    """Return the processor time of the fastest of three runs, not counting the collector's on other tests' objects."""
    times = []
    gc.disable()
    try:
        for _ in range(3):
            start = time.process_time()
            read(text)
            times.append(time.process_time() - start)
    finally:
        gc.enable()
    return min(times)
