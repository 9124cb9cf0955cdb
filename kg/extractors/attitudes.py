"""Attitudes: beliefs, hopes, wishes and intentions that the article attributes without speech."""

from collections.abc import Iterator

from kg.extraction import Article, extractor
from kg.extraction.facts import attributed
from kg.facts import Attitude, Territory


@extractor(finds=Attitude, needs=(Territory,))
def attitudes(article: Article) -> Iterator[Attitude]:
    """Yield one attitude for each holder of each belief, hope, wish or intention."""
    yield from attributed(article, Attitude)
