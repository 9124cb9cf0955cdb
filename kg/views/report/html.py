"""A dossier as one HTML file: it loads nothing, runs nothing, and prints as it reads."""

import base64
import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kg.query.answer import as_quotation
from kg.views.report import phrases
from kg.views.report.dossier import Dossier, Entry, Section

_ASSETS = Path(__file__).with_name("assets")

Chapter = tuple[Section, list[tuple[str, list[tuple[str, Entry]]]]]


def to_html(dossier: Dossier) -> str:
    """Return a dossier as a page; its policy lets nothing run, and only its own style be applied."""
    style = (_ASSETS / "report.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    chapters = [_chapter(section) for section in dossier.sections]
    return (
        _environment()
        .get_template("report.html")
        .render(
            dossier=dossier,
            chapters=chapters,
            references=_references(chapters),
            style=Markup(style),  # noqa: S704 - our own file
            policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        )
    )


def _chapter(section: Section) -> Chapter:
    """Return a section whose entries have identifiers, for footnotes to lead back to."""
    count = iter(range(1, 1 + sum(1 for _ in section.entries())))
    groups = [
        (group.heading, [(f"{section.id}-{next(count)}", entry) for entry in group.entries]) for group in section.groups
    ]
    return section, groups


def _references(chapters: list[Chapter]) -> dict[int, list[str]]:
    """Return for each footnote the entries that refer to it."""
    found: dict[int, list[str]] = {}
    for _, groups in chapters:
        for _, entries in groups:
            for name, entry in entries:
                found.setdefault(entry.evidence.number, []).append(name)
    return found


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_ASSETS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "voice": phrases.voice_in_words,
        "begun": phrases.begun,
        "told_by": phrases.told_by,
        "place": phrases.place_in_words,
        "cited": phrases.cited,
        "check": phrases.check,
        "quoted": as_quotation,
    }
    environment.globals |= {"introduction": phrases.introduction, "none_found": phrases.NONE_FOUND}
    return environment
