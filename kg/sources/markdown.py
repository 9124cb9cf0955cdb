"""Markdown: read as the text that it is, with what its front matter tells of it."""

from kg.documents.pieces import front_matter
from kg.sources.articles import Draft

_NAMES = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "outlet", "source", "site"),
    "date": ("date", "published"),
    "url": ("url", "link", "canonical_url"),
    "language": ("language", "lang"),
}


def read_text(source: str, text: str) -> Draft:
    """Return the article of a text file; plain text has no front matter."""
    told = {}
    for line in front_matter(text).splitlines():
        name, colon, value = line.partition(":")
        if colon and value.strip():
            told[name.strip().lower()] = value.strip().strip("\"'")
    found = {field: next((told[name] for name in names if name in told), None) for field, names in _NAMES.items()}
    return Draft(source, text, **found)
