"""The dossier of a territory: what is reported of it, with footnotes, to read, to print and to cite from."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal

from kg.views.report.citations import to_bibtex, to_csl
from kg.views.report.dossier import Dossier
from kg.views.report.html import to_html
from kg.views.report.markdown import to_markdown
from kg.views.report.reading import read_dossier

__all__ = ["FORMATS", "Dossier", "ReportFormat", "format_for", "read_dossier", "write_dossier"]

ReportFormat = Literal["html", "markdown", "csl", "bibtex"]

FORMATS: Mapping[ReportFormat, Callable[[Dossier], str]] = {
    "html": to_html,
    "markdown": to_markdown,
    "csl": to_csl,
    "bibtex": to_bibtex,
}
_SUFFIXES: Mapping[str, ReportFormat] = {".html": "html", ".htm": "html", ".json": "csl", ".bib": "bibtex"}


def write_dossier(dossier: Dossier, syntax: ReportFormat) -> str:
    """Return a dossier in a format; the same dossier gives the same text."""
    return FORMATS[syntax](dossier)


def format_for(path: Path | None) -> ReportFormat:
    """Return the format that a file's name asks for: Markdown where it asks for none.

    >>> format_for(Path("shikotan.html")), format_for(None)
    ('html', 'markdown')
    """
    return _SUFFIXES.get(path.suffix.lower(), "markdown") if path else "markdown"
