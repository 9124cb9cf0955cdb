"""Where articles come from: files, folders, patterns, standard input; what gives no article is named."""

from kg.sources.articles import LeftOut
from kg.sources.reading import LARGEST_ARTICLE, read_document, read_sources

__all__ = ["LARGEST_ARTICLE", "LeftOut", "read_document", "read_sources"]
