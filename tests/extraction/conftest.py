"""Articles read from a few sentences, with the real gazetteer and language pipeline."""

from collections.abc import Callable

import pytest

from kg.documents import Document
from kg.documents.layout import read_layout
from kg.extraction import Article
from kg.gazetteer import Gazetteer, load_gazetteer
from kg.language import analyse, load_language

Read = Callable[..., Article]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.fixture(scope="session")
def read(gazetteer: Gazetteer) -> Read:
    language = load_language()

    def read_article(text: str) -> Article:
        layout = read_layout(text)
        document = Document(
            key="test",
            source="test.txt",
            text=text,
            title=layout.title,
            publisher=layout.publisher,
            published=layout.published,
            blocks=layout.blocks,
        )
        return Article(document, analyse(document, language), gazetteer, gazetteer.find(text))

    return read_article
