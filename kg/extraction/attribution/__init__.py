"""Who says what: cues, the phrases that are their subjects, and the spans of what is said."""

from kg.extraction.attribution.draft import Draft, resumptions
from kg.extraction.attribution.reader import read_attributions

__all__ = ["Draft", "read_attributions", "resumptions"]
