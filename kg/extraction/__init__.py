"""What extractors are made of: the article that they read, and the decorator that enters them for their turn."""

from kg.extraction.article import Article
from kg.extraction.registry import extract, extractor

__all__ = ["Article", "extract", "extractor"]
