"""The words that are said: right of the cue, left of it, or on both sides, in quotation marks or not."""

from kg.extraction.attribution.contents.content import Content, find_content
from kg.extraction.attribution.contents.right import takes_up

__all__ = ["Content", "find_content", "takes_up"]
