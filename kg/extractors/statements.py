"""Statements: speech and writing that the article attributes to somebody."""

from collections.abc import Iterator

from kg.extraction import Article, extractor
from kg.extraction.facts import attributed
from kg.facts import Statement, Territory


@extractor(finds=Statement, needs=(Territory,))
def statements(article: Article) -> Iterator[Statement]:
    """Yield a statement for each speaker of each attribution of speech; inner speech names its outer layer."""
    yield from attributed(article, Statement)
