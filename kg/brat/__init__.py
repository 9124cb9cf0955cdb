"""Facts as annotations of brat, where a reader corrects them, and what the reader made of them."""

from kg.brat.folder import BratArticle, BratFolder, is_brat_folder, read_folder
from kg.brat.names import resolve, told_names
from kg.brat.notes import format_note, parse_note
from kg.brat.standoff import Frame, Link, Mark, Standoff, format_standoff, parse_standoff
from kg.brat.writing import standoff_of

__all__ = [
    "BratArticle",
    "BratFolder",
    "Frame",
    "Link",
    "Mark",
    "Standoff",
    "format_note",
    "format_standoff",
    "is_brat_folder",
    "parse_note",
    "parse_standoff",
    "read_folder",
    "resolve",
    "standoff_of",
    "told_names",
]
