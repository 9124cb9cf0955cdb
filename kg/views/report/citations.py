"""The articles of a dossier as references: CSL JSON for Zotero and citation processors, BibTeX for papers.

A reference is one article; its notes hold the quotations, each with the number of its footnote, so that the text of a
paper can cite them by their place.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from kg.dates import PartialDate, parse
from kg.query.answer import as_quotation
from kg.views.report.dossier import Dossier, Evidence, Source
from kg.views.report.phrases import place_in_words, told_by

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")  # macros of BibTeX
# A backslash does not hide a brace from BibTeX, which counts them all; so no brace stays one.
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}


def to_csl(dossier: Dossier) -> str:
    """Return the references as CSL JSON (schema 1.0.2), of type article-newspaper."""
    items = [_item(source, evidence) for source, evidence in dossier.by_source().items()]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def to_bibtex(dossier: Dossier) -> str:
    """Return the references as BibTeX in UTF-8, for BibTeX, biber and Zotero; the quotations are in ``annote``."""
    return "\n".join(_entry(source, evidence) for source, evidence in dossier.by_source().items())


def key_of(source: Source) -> str:
    """Return what a source is cited by: the same in every dossier.

    >>> key_of(Source(1, "Talks", "Le Héraut", "2019-01-22", None, None, "5f0c3b1d" * 8))
    'le-heraut-2019-5f0c3b1d'
    """
    letters = unicodedata.normalize("NFKD", source.outlet or source.title)
    words = re.findall(r"[a-z0-9]+", letters.encode("ascii", "ignore").decode().lower())[:2]
    year = (source.date or "")[:4]
    return "-".join(part for part in (*words, year, (source.sha256 or "")[:8] or str(source.number)) if part)


def _item(source: Source, evidence: Sequence[Evidence]) -> dict[str, Any]:
    date = parse(source.date) if source.date else None
    item = {
        "id": key_of(source),
        "type": "article-newspaper",
        "title": source.title,
        "container-title": source.outlet,
        "issued": _issued(date) if date else None,
        "URL": source.url,
        "note": "\n".join(_notes(source, evidence)),
    }
    return {name: value for name, value in item.items() if value}


def _issued(date: PartialDate) -> dict[str, Any]:
    """Return a date at its precision; CSL has no decades, so they stay words.

    >>> _issued(PartialDate("2019-01")), _issued(PartialDate("195X"))
    ({'date-parts': [[2019, 1]]}, {'literal': '195X'})
    """
    if date.precision in ("decade", "century"):
        return {"literal": date.iso}
    return {"date-parts": [[int(part) for part in end.split("-")] for end in date.iso.split("/")]}


def _entry(source: Source, evidence: Sequence[Evidence]) -> str:
    date = parse(source.date) if source.date else None
    fields = {
        "title": f"{{{_tex(source.title)}}}",
        "journal": _tex(source.outlet) if source.outlet else None,
        "entrysubtype": "newspaper" if source.outlet else None,
        "year": date.iso[:4] if date and date.iso[:4].isdecimal() else None,
        "date": date.iso if date else None,
        "url": source.url,
        "annote": "\n".join(map(_tex, _notes(source, evidence))),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    if date and date.precision in ("day", "month"):
        lines.insert(-1, f"  month = {_MONTHS[date.earliest.month - 1]},")
    kind = "article" if source.outlet else "misc"
    return "\n".join([f"@{kind}{{{key_of(source)},", *lines, "}"]) + "\n"


def _notes(source: Source, evidence: Sequence[Evidence]) -> Iterator[str]:
    """Yield the quotations, a line each, then the hash of the text."""
    for one in evidence:
        yield f"[{one.number}] {as_quotation(one.quotation)} ({told_by(one)}). {place_in_words(one)}."
    if source.sha256:
        yield f"[SHA-256 of the text] {source.sha256}"


def _tex(text: str) -> str:
    r"""Return a text that TeX shows as it is.

    >>> print(_tex("50% of {A} & B_1"))
    50\% of \textbraceleft{}A\textbraceright{} \& B\_1
    """
    return "".join(_TEX.get(letter, letter) for letter in text)
