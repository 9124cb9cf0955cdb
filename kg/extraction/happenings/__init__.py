"""What happens in an article: words that tell of events, who takes part, where, when, and whether it came about."""

from kg.extraction.happenings.merging import Happening
from kg.extraction.happenings.reader import read_happenings

__all__ = ["Happening", "read_happenings"]
