"""A quick look at the columns of a table: whether any cell may be at fault; which one, `kg.gazetteer.checks` tells."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter

from kg.gazetteer.columns import LANGUAGE, LIST_SEPARATOR, MOJIBAKE, NUMBER, SLUG, TABLES, WIKIDATA, Column
from kg.gazetteer.tables import Row

_PATTERNS = {"slug": SLUG, "wikidata": WIKIDATA, "language": LANGUAGE}
_LETTER = re.compile(r"[^\W_]")
_YEAR = re.compile(r"1?\d{1,3}|20\d\d")


def has_no_fault(rows: Sequence[Row], known: Mapping[str, Mapping[str, Row]]) -> bool:
    """Say whether the rows of one file are sure to be right; ``known`` are all rows of each table by identifier."""
    if not rows:
        return True
    table = TABLES[rows[0].table]
    columns = dict(zip(rows[0].header, zip(*(row.line_cells for row in rows), strict=True), strict=True))
    if table.name == "names_by_party" or not all(all(columns[name]) for name in table.required):
        return False
    if any(map(str.__eq__, columns["id"], columns["part_of"])) if "part_of" in columns else False:
        return False
    return all(_is_clean({*cells} - {""}, table.columns[name], known) for name, cells in columns.items())


def _is_clean(cells: set[str], column: Column, known: Mapping[str, Mapping[str, Row]]) -> bool:
    """Say whether the cells that a column has are sure to be right."""
    together = LIST_SEPARATOR.join(cells)
    if not together.isprintable() or (not together.isascii() and MOJIBAKE.search(together)):
        return False
    parts = together.split(LIST_SEPARATOR) if column.many and cells else cells
    match column.form:
        case "list":
            return all(parts) and (
                _all_match(str.isalnum, map(itemgetter(0), parts)) or _all_match(_LETTER.search, parts)
            )
        case "reference":
            return column.target is not None and all(part.strip() in known[column.target] for part in parts)
        case "number":
            return _all_match(NUMBER.fullmatch, cells) and _greatest(cells) <= (column.limit or 0.0)
        case "year":
            return _all_match(_YEAR.fullmatch, cells)
        case "text":
            return not column.choices or cells <= column.choices
    return column.form in _PATTERNS and _all_match(_PATTERNS[column.form].fullmatch, cells)


def _all_match(match: Callable[[str], object], cells: Iterable[str]) -> bool:
    return all(map(match, cells))


def _greatest(cells: Iterable[str]) -> float:
    return max(map(abs, map(float, cells)), default=0.0)
