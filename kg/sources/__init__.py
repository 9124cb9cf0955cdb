"""Where articles come from: files, folders, patterns, standard input; what gives no article is named."""

from kg.sources.articles import LeftOut
from kg.sources.reading import LARGEST_ARTICLE, read_document, read_sources, sift_sources
from kg.sources.sieve import PassedOver, Sieve

__all__ = ["LARGEST_ARTICLE", "LeftOut", "PassedOver", "Sieve", "read_document", "read_sources", "sift_sources"]
