"""Articles read from a few sentences or a whole text, and the tables of cases."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.dates import PartialDate
from kg.documents import Block, Document, Span
from kg.extraction import Article
from kg.gazetteer import Gazetteer, load_gazetteer
from kg.language import analyse, load_language

Read = Callable[..., Article]
CASES = Path(__file__).parents[1] / "cases"


def cases(name: str) -> list[dict[str, Any]]:
    """Return the cases of a table, in its order."""
    lines = (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.fixture(scope="session")
def read(gazetteer: Gazetteer) -> Read:
    language = load_language()

    def read_article(*paragraphs: str, published: str | None = None, furniture: str = "") -> Article:
        blocks: list[Block] = []
        text = ""
        for kind, piece in [*(("body", one) for one in paragraphs), *([("furniture", furniture)] if furniture else [])]:
            blocks.append(Block(Span(len(text), len(text) + len(piece), piece), kind))  # type: ignore[arg-type]
            text += piece + "\n\n"
        day = PartialDate(published) if published else None
        document = Document(key="test", source="test.txt", text=text, published=day, blocks=tuple(blocks))
        return Article(document, analyse(document, language), gazetteer, gazetteer.find(text))

    return read_article
