"""Where somebody stands on a territory, a proposal or an act, as the words of an article tell it."""

from kg.extraction.stances.reader import read_stands
from kg.extraction.stances.stand import Stand

__all__ = ["Stand", "read_stands"]
