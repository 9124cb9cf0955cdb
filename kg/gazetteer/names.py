"""Rows as entries and the names that may stand for them."""

import re
from collections.abc import Iterable, Iterator

from kg.gazetteer.columns import KIND_OF_TABLE, LIST_SEPARATOR, TABLES
from kg.gazetteer.entries import Entry, EntryKind, Name, NameSense
from kg.gazetteer.folding import without_diacritics
from kg.gazetteer.tables import Row, Tables

_QUALIFIER = re.compile(r"(?P<bare>.+?) \([^()]*\)")
_NAME_COLUMNS: dict[str, tuple[tuple[str, NameSense], ...]] = {
    "territories": (("names", "name"), ("demonyms", "demonym")),
    "states": (("other_names", "name"), ("demonyms", "demonym"), ("metonyms", "metonym"), ("capital", "metonym")),
    "organizations": (("other_names", "name"), ("metonyms", "metonym")),
    "treaties": (("other_names", "name"),),
}


def entry_of(row: Row, kind: EntryKind) -> Entry:
    """Return a row as an entry."""

    def references(column: str) -> tuple[str, ...]:
        target = TABLES[row.table].columns[column].target if column in TABLES[row.table].columns else None
        return tuple(f"{KIND_OF_TABLE[target]}/{value}" for value in row.values(column)) if target else ()

    return Entry(
        id=f"{kind}/{row.id}",
        kind=kind,
        label=row.cells["name"],
        row=f"{row.file}:{row.line}",
        type=row.text("type") or row.text("kind"),
        wikidata=row.text("wikidata"),
        part_of=next(iter(references("part_of")), None),
        claimants=references("claimants"),
        administered_by=references("administered_by"),
        status=row.text("status"),
        latitude=_number(row.text("lat")),
        longitude=_number(row.text("lon")),
        since=_year(row.text("since")),
        year=_year(row.text("year")),
        date=row.text("date"),
        parties=references("parties"),
        territories=references("territories"),
        capital=row.text("capital"),
        seat=row.text("seat") or row.text("ministries_seat"),
        state=next(iter(references("state")), None),
    )


def _number(cell: str | None) -> float | None:
    return float(cell) if cell else None


def _year(cell: str | None) -> int | None:
    return int(cell) if cell else None


def rows_by_territory(tables: Tables) -> dict[str, list[Row]]:
    """Return the names that parties use, by the identifier of the territory in its table."""
    found: dict[str, list[Row]] = {}
    for row in tables.rows["names_by_party"].values():
        found.setdefault(row.cells["territory_id"], []).append(row)
    return found


def name_columns(table: str) -> tuple[str, ...]:
    """Return the columns of a table in which names stand."""
    return ("name", *(column for column, _ in _NAME_COLUMNS[table]), "ambiguous_names")


def forms_in(cells: Iterable[str]) -> list[str]:
    """Return all forms that stand in such cells; some may be no name of their row, or come twice."""
    forms = LIST_SEPARATOR.join(filter(None, cells)).split(LIST_SEPARATOR)
    return forms + [match["bare"] for form in forms if "(" in form and (match := _QUALIFIER.fullmatch(form.strip()))]


def names_of_row(row: Row, entry: Entry, party_rows: Iterable[Row]) -> Iterator[Name]:
    """Yield every name of a row, each form once for each party that uses it."""
    ambiguous = set(row.values("ambiguous_names"))
    forms = {form: sense for form, sense in _forms(row) if not _is_bare_form_there(form, row, ambiguous)}
    bare = {match["bare"]: sense for form, sense in forms.items() if (match := _QUALIFIER.fullmatch(form))}
    ambiguous |= _doubtful(row, forms) | bare.keys() - forms.keys()
    doubtful = {_without_case(form) for form in ambiguous}
    used: set[str] = set()
    for form, party_row in _party_forms(party_rows):
        used.add(without_diacritics(form))
        party, language = f"state/{party_row.cells['party']}", party_row.text("language")
        spellings = {_without_case(form), _without_case(without_diacritics(form))}
        yield Name(form, entry, "name", not doubtful.isdisjoint(spellings), party, language)
    for form, sense in (bare | forms).items():
        if form == entry.label or without_diacritics(form) not in used:
            yield Name(form, entry, sense, _without_case(form) in doubtful)


def _without_case(form: str) -> str:
    """Return a phrase in small letters; single words keep their case, which tells "LOC" from "LoC"."""
    return form.casefold() if " " in form else form


def _party_forms(rows: Iterable[Row]) -> Iterator[tuple[str, Row]]:
    """Yield each form once for each party that uses it."""
    told = set()
    for row in rows:
        for form in (row.text("romanized"), row.text("native_script")):
            if form and (form, row.cells["party"]) not in told:
                told.add((form, row.cells["party"]))
                yield form, row


def _forms(row: Row) -> Iterator[tuple[str, NameSense]]:
    """Yield the surface forms of a row with their sense, the strongest sense of a form last."""
    forms: list[tuple[str, NameSense]] = [*((form, "name") for form in row.values("ambiguous_names"))]
    for column, sense in reversed(_NAME_COLUMNS[row.table]):
        listed = row.values(column) if TABLES[row.table].columns[column].many else filter(None, [row.text(column)])
        forms += ((form, sense) for form in listed)
    forms.append((row.cells["name"], "name"))
    in_capitals = {form.casefold() for form, _ in forms if _has_capitals(form)}
    for form, sense in forms:
        yield form, "descriptive" if sense == "name" and not _is_name(form, in_capitals) else sense


def _is_name(form: str, in_capitals: set[str]) -> bool:
    """Say whether a form is a name; one all in small letters describes, unless it is also written with capitals."""
    return _has_capitals(form) or form.casefold() in in_capitals


def _has_capitals(form: str) -> bool:
    return form != form.lower() or form == form.upper()


def _is_bare_form_there(form: str, row: Row, ambiguous: set[str]) -> bool:
    """Say whether a form only adds an article to another one of the row, as "the Maldives" does."""
    bare = form[4:] if form[:4].lower() == "the " else None
    if not bare:
        return False
    return (form in ambiguous) == (bare in ambiguous) and bare in {other for other, _ in _forms(row)}


def _doubtful(row: Row, forms: dict[str, NameSense]) -> set[str]:
    """Return forms that are ambiguous without being listed: a capital that is no seat, the seats of past states."""
    if row.table != "states":
        return set()
    if row.cells.get("kind") == "past state":
        return {form for form, sense in forms.items() if sense == "metonym"}
    return (
        {row.cells.get("capital", "")} - set(row.values("metonyms")) - {row.cells["name"], *row.values("other_names")}
    )
