"""What an extractor is: a generator from an article to facts that says what it finds and what it needs."""

from kg.extraction.article import Article
from kg.extraction.registry import extract, extractor

__all__ = ["Article", "extract", "extractor"]
