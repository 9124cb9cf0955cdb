"""What a graph holds, told for reading: by territory, who said what with which words, and who takes which position."""

import textwrap
from collections.abc import Iterator
from itertools import groupby

from kg.query import select
from kg.query.answer import Value, as_quotation
from kg.store import ArticleStore

TERRITORIES = 12
SPEAKERS = 8
STATEMENTS = 2  # of a speaker
POSITIONS = 8
_WIDTH = 110

_ALL = """
SELECT ?territory (MIN(?name) AS ?label) (COUNT(DISTINCT ?fact) AS ?facts) {
  { ?fact a td:Statement ; td:about ?territory } UNION { ?fact a td:Position ; td:target ?territory }
  ?territory a td:Territory ; td:label ?name
} GROUP BY ?territory ORDER BY DESC(?facts) ?territory"""

_STATEMENTS = """
SELECT DISTINCT ?who ?name ?role ?for ?cue ?words ?date ?fact {
  ?fact a td:Statement ; td:about <TERRITORY> ; td:speaker ?who ; rdf:value ?words ; td:article ?article .
  ?who td:label ?name
  OPTIONAL { ?fact td:cue/oa:exact ?cue }
  OPTIONAL { ?article td:published ?date }
  OPTIONAL { ?who td:role ?role }
  OPTIONAL { ?who td:represents/td:label ?for }
} ORDER BY ?name ?who ?date ?article ?words ?role ?for"""

_POSITIONS = """
SELECT DISTINCT ?name ?stance ?toward ?share ?words ?date {
  ?fact a td:Position ; td:target <TERRITORY> ; td:holder/td:label ?name ; td:stance ?kind ; td:article ?article ;
    td:clearestEvidence/oa:exact ?words . ?kind skos:prefLabel ?stance
  OPTIONAL { ?fact td:toward/td:label ?toward }
  OPTIONAL { ?fact td:share ?share }
  OPTIONAL { ?article td:published ?date }
} ORDER BY ?name ?stance ?date ?toward ?words"""

Row = dict[str, Value]


def digest(store: ArticleStore) -> str:
    """Return who says what about which territory, the most spoken of first, and how to see the rest."""
    found = select(store, _ALL).records()
    parts = ["\n".join(_territory(store, row)) for row in found[:TERRITORIES]]
    if not found:
        parts.append("No statement or position on a disputed territory was found.")
    if more := found[TERRITORIES:]:
        parts.append("Also spoken of: " + ", ".join(str(row["label"]) for row in more))
    return "\n\n".join(parts)


def _territory(store: ArticleStore, row: Row) -> Iterator[str]:
    name = str(row["label"])
    yield name.upper()
    said = _records(store, _STATEMENTS, row)
    speakers = [list(rows) for _, rows in groupby(said, key=lambda one: one["who"])]
    speakers.sort(key=lambda rows: -len({one["fact"] for one in rows}))
    for rows in speakers[:SPEAKERS]:
        yield from _speaker(rows)
    if len(speakers) > SPEAKERS:
        yield f'  ... and {len(speakers) - SPEAKERS} more who speak of it: kg ask who-said-what --territory "{name}"'
    held = _records(store, _POSITIONS, row)
    groups = [list(rows) for _, rows in groupby(held, key=lambda one: (one["name"], one["stance"], one["share"]))]
    if groups:
        yield "  Positions:"
    for rows in groups[:POSITIONS]:
        yield _position(rows)
    if len(groups) > POSITIONS:
        yield f'    ... and {len(groups) - POSITIONS} more: kg ask positions --territory "{name}"'


def _speaker(rows: list[Row]) -> Iterator[str]:
    roles = {str(row["role"]).casefold(): str(row["role"]) for row in rows if row["role"]}
    states = dict.fromkeys(str(row["for"]) for row in rows if row["for"])
    known = ", ".join(filter(None, [", ".join(roles.values()), ", ".join(states)]))
    yield f"  {rows[0]['name']}" + (f" ({known})" if known else "")
    statements = {row["fact"]: row for row in rows}
    for row in list(statements.values())[:STATEMENTS]:
        yield _filled(f"{row['cue'] or 'in words'}: {as_quotation(row['words'])}", row["date"], "    ")
    if len(statements) > STATEMENTS:
        yield f"    ... and {len(statements) - STATEMENTS} more statements"


def _position(rows: list[Row]) -> str:
    first = rows[0]
    toward = ", ".join(dict.fromkeys(str(row["toward"]) for row in rows if row["toward"]))
    share = f", {float(first['share']):.0%}" if isinstance(first["share"], int | float) else ""
    what = f"{first['name']} {first['stance']}{share}" + (f", toward {toward}" if toward else "")
    return _filled(f"{what}: {as_quotation(first['words'])}", first["date"], "    ")


def _filled(text: str, date: Value, indent: str) -> str:
    shown = textwrap.shorten(text, 3 * _WIDTH, placeholder=" …") + (f" [{date}]" if date else "")
    return textwrap.fill(shown, _WIDTH, initial_indent=indent, subsequent_indent=indent + "  ")


def _records(store: ArticleStore, query: str, territory: Row) -> list[Row]:
    return select(store, query.replace("TERRITORY", str(territory["territory"]))).records()
