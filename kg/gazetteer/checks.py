"""Checks of the tables: each problem is told with file, line and cure.

A form may stand for several rows, but for one of them only without context: the others list it in ``ambiguous_names``.
Rows of the same place (a territory and, in its column ``state``, its government) may share their forms freely.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches

from kg.gazetteer.columns import LANGUAGE, MOJIBAKE, NUMBER, SLUG, TABLES, WIKIDATA, Column
from kg.gazetteer.columnwise import has_no_fault
from kg.gazetteer.entries import Name
from kg.gazetteer.folding import fold_form
from kg.gazetteer.tables import Row, Tables

_TOLD = 3
_FIRST_YEAR, _LAST_YEAR = -3000, 2200
_DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def check_rows(tables: Tables) -> list[str]:
    """Return what is wrong with the rows of the tables, a line each."""
    problems = [*tables.problems]
    faulty = [*tables.merged, *(row for rows in tables.files if not has_no_fault(rows, tables.rows) for row in rows)]
    doubtful = {id(row) for row in faulty}
    for rows in tables.rows.values():
        for row in rows.values() if doubtful else ():
            if id(row) in doubtful:
                problems.extend(f"{row.place}: {problem}" for problem in _row_problems(row, tables))
    return problems or [*_circles(tables)]


def check_names(names: Iterable[Name]) -> Iterator[str]:
    """Tell of forms that would stand for two rows without context."""
    first: dict[str, Name] = {}
    for name in names:
        other = None if name.ambiguous else first.setdefault(fold_form(name.text).removeprefix("the "), name)
        if other is None or other.entry.id == name.entry.id or _is_same_place(other, name):
            continue
        yield (
            f"{_place(name)}: '{name.text}' is a name of '{name.entry.label}' and of '{other.entry.label}' "
            f"({_place(other)}); keep it in one, or list it under ambiguous_names in both"
        )


def check_phrases(places: dict[str, str], names: Iterable[Name]) -> Iterator[str]:
    """Tell of phrases for other things that are names of the tables."""
    forms = {fold_form(name.text).removeprefix("the "): name for name in names}
    for phrase, place in places.items():
        if name := forms.get(fold_form(phrase)):
            yield f"{place}: '{phrase}' is a name of '{name.entry.label}' ({_place(name)}); delete it in one"


def _place(name: Name) -> str:
    return name.entry.row.replace(":", " line ")


def summary(problems: list[str]) -> str:
    """Return the first problems in one line, and how many more there are."""
    more = len(problems) - _TOLD
    return "; ".join(problems[:_TOLD]) + (f"; and {more} more" if more > 0 else "")


def _row_problems(row: Row, tables: Tables) -> Iterator[str]:
    table = TABLES[row.table]
    for column in table.required:
        if not row.cells.get(column):
            yield f"the cell '{column}' is empty; fill it in or delete the line"
    if row.table == "names_by_party" and not (row.text("native_script") or row.text("romanized")):
        yield "no name in 'native_script' or 'romanized'; fill one in or delete the line"
    for column, cell in row.cells.items():
        if cell and (problem := _bad_characters(cell) or _cell_problem(cell, row, table.columns[column], tables)):
            yield f"{column} {problem}"


def _bad_characters(cell: str) -> str | None:
    """Say what is wrong with the characters of a cell, whatever its column."""
    for one in cell:
        if unicodedata.category(one) == "Cc" or one in _DIRECTIONS:
            return f"holds the control character U+{ord(one):04X}; delete it"
    if match := MOJIBAKE.search(cell):
        return f"holds '{match[0]}', letters of a wrong encoding; save the table as UTF-8 and mend the name"
    return None


def _cell_problem(cell: str, row: Row, column: Column, tables: Tables) -> str | None:
    """Say what is wrong with a cell that is not empty, and how to mend it."""
    match column.form:
        case "reference":
            return _unknown_reference(row, cell, column, tables)
        case "list":
            return _empty_part(cell)
        case "number":
            return _bad_number(cell, column.limit or 0.0)
        case "year":
            return _bad_year(cell)
        case "date":
            return _bad_date(cell, row)
    return _bad_text(cell, column)


def _bad_text(cell: str, column: Column) -> str | None:
    if column.choices and cell not in column.choices:
        near = get_close_matches(cell, column.choices, n=1)
        cure = f"did you mean '{near[0]}'?" if near else f"one of: {', '.join(sorted(column.choices))}"
        return f"'{cell}' is unknown; {cure}"
    if column.form == "slug" and not SLUG.fullmatch(cell):
        return f"'{cell}' is no identifier; use small letters, digits and hyphens, such as 'south-island'"
    if column.form == "wikidata" and not WIKIDATA.fullmatch(cell):
        return f"'{cell}' is no Wikidata identifier; write it as Q80389"
    if column.form == "language" and not LANGUAGE.fullmatch(cell):
        return f"'{cell}' is no language code; write it as 'ja' or 'zh-Hans'"
    return None


def _unknown_reference(row: Row, cell: str, column: Column, tables: Tables) -> str | None:
    known = tables.rows[column.target or row.table]
    values = tuple(part.strip() for part in cell.split("|")) if column.many else (cell,)
    for value in values:
        if value not in known:
            near = _near_rows(value, known)
            cure = f"did you mean '{near}'?" if near else f"add it to {column.target}.csv"
            return f"names '{value}', which is no id in {column.target}.csv; {cure}"
    is_itself = column.target == row.table and row.id in values
    return "names the row itself; name the whole it is a part of" if is_itself else None


def _near_rows(value: str, known: dict[str, Row]) -> str | None:
    """Return the id that a wrong reference may have meant: that of the row so named, else one that looks alike."""
    for row in known.values():
        if row.cells.get("name", "").casefold() == value.casefold() or row.id.casefold() == value.casefold():
            return row.id
    return next(iter(get_close_matches(value, known, n=1)), None)


def _empty_part(cell: str) -> str | None:
    parts = [part.strip() for part in cell.split("|")]
    if "" in parts:
        return f"has an empty name in '{cell}'; delete one '|'"
    if not all(any(one.isalnum() for one in part) for part in parts):
        return f"has a name without a letter in '{cell}'; delete it"
    return None


def _bad_number(cell: str, limit: float) -> str | None:
    if not NUMBER.fullmatch(cell):
        return f"'{cell}' is no number; write decimal degrees such as 43.79"
    if abs(float(cell)) > limit:
        return f"{cell} is out of range; it lies between -{limit:g} and {limit:g}"
    return None


def _bad_year(cell: str) -> str | None:
    if not re.fullmatch(r"-?\d{1,4}", cell) or not _FIRST_YEAR <= int(cell) <= _LAST_YEAR:
        return f"'{cell}' is no year; write it as 1956"
    return None


def _bad_date(cell: str, row: Row) -> str | None:
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", cell)
    try:
        if not match:
            raise ValueError(cell)
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return f"'{cell}' is no date; write it as 1956-10-19, 1956-10 or 1956"
    year = row.text("year")
    return f"{cell} is not in the year {year}; correct one" if year and year != match[1] else None


def _circles(tables: Tables) -> Iterator[str]:
    """Tell of territories that are parts of themselves by way of others, each circle once."""
    rows = tables.rows["territories"]
    told: set[str] = set()
    for start, row in rows.items():
        if not row.text("part_of"):
            continue
        path = [start]
        while (whole := rows[path[-1]].text("part_of")) and whole not in path:
            path.append(whole)
        circle = path[path.index(whole) :] if whole else []
        if circle and not told.intersection(circle):
            told.update(circle)
            chain = " is part of ".join(f"'{one}'" for one in (*circle, circle[0]))
            yield f"{rows[circle[0]].place}: part_of goes in a circle ({chain}); empty it in the largest"


def _is_same_place(one: Name, other: Name) -> bool:
    return one.entry.state == other.entry.id or other.entry.state == one.entry.id
