"""A gazetteer read from tables: entries and names are made of their rows when they are asked for.

A table of a hundred thousand rows costs little more than its automaton, as an article has few of its names.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from operator import itemgetter
from pathlib import Path

from kg.errors import GazetteerError
from kg.gazetteer.checks import check_names, check_phrases, check_rows, summary
from kg.gazetteer.columns import KIND_OF_TABLE, TABLES
from kg.gazetteer.entries import Entry, EntryKind, Name
from kg.gazetteer.gazetteer import Gazetteer
from kg.gazetteer.names import entry_of, forms_in, name_columns, names_of_row, rows_by_territory
from kg.gazetteer.patterns import patterns_of
from kg.gazetteer.tables import Row, Tables, read_tables

_TABLE_OF_KIND = {kind: table for table, kind in KIND_OF_TABLE.items()}


class _Entries(Mapping[str, Entry]):
    """The rows of the tables as entries by identifier, in their order."""

    def __init__(self, tables: Tables) -> None:
        self._rows = {kind: tables.rows[table] for table, kind in KIND_OF_TABLE.items()}
        self._made: dict[str, Entry] = {}

    def row(self, entry_id: object) -> Row | None:
        """Return the row of an entry; None for what is no identifier of one, be it None."""
        if not isinstance(entry_id, str):
            return None
        kind, _, name = entry_id.partition("/")
        return self._rows.get(kind, {}).get(name)  # type: ignore[call-overload, no-any-return] # any text may be asked

    def __getitem__(self, entry_id: str) -> Entry:
        if entry_id not in self._made:
            row = self.row(entry_id)
            if row is None:
                raise KeyError(entry_id)
            self._made[entry_id] = entry_of(row, KIND_OF_TABLE[row.table])
        return self._made[entry_id]

    def __iter__(self) -> Iterator[str]:
        return (f"{kind}/{name}" for kind, rows in self._rows.items() for name in rows)

    def __len__(self) -> int:
        return sum(map(len, self._rows.values()))


class _TableGazetteer(Gazetteer):
    """A gazetteer of tables."""

    def __init__(self, tables: Tables) -> None:
        self._tables, self._entries = tables, _Entries(tables)
        phrases = (row.cells["phrase"] for row in tables.rows["other_things"].values())
        super().__init__(self._entries, (), other_things=phrases, version=_version(tables))
        self._party_rows = rows_by_territory(tables)
        self._names: dict[str, tuple[Name, ...]] = {}
        self._of_kinds: dict[EntryKind, tuple[Entry, ...]] = {}

    @property
    def names(self) -> tuple[Name, ...]:
        return tuple(chain.from_iterable(map(self.names_of, self._entries)))

    def entries_of(self, kind: EntryKind) -> tuple[Entry, ...]:
        if kind not in self._of_kinds:
            rows = self._tables.rows[_TABLE_OF_KIND[kind]]
            self._of_kinds[kind] = tuple(self._entries[f"{kind}/{name}"] for name in rows)
        return self._of_kinds[kind]

    def names_of(self, entry_id: str) -> tuple[Name, ...]:
        if entry_id not in self._names:
            row = self._entries.row(entry_id)
            if row is None:
                return ()
            party_rows = self._party_rows.get(row.id, ()) if row.table == "territories" else ()
            self._names[entry_id] = tuple(names_of_row(row, self._entries[entry_id], party_rows))
        return self._names[entry_id]

    def _texts(self) -> tuple[Sequence[str], Sequence[str]]:
        texts: list[str] = []
        owners: list[str] = []
        for table, kind in KIND_OF_TABLE.items():
            order = _Order(name_columns(table))
            for name, row in self._tables.rows[table].items():
                forms = forms_in(order.cells(row))
                texts += forms
                owners += [f"{kind}/{name}"] * len(forms)
        for name, rows in self._party_rows.items():
            forms = [form for row in rows for form in (row.text("romanized"), row.text("native_script")) if form]
            texts += forms
            owners += [f"territory/{name}"] * len(forms)
        return texts, owners

    @cached_property
    def _parts(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for name, row in self._tables.rows["territories"].items():
            if whole := row.text("part_of"):
                found.setdefault(f"territory/{whole}", []).append(f"territory/{name}")
        return {whole: tuple(parts) for whole, parts in found.items()}


def load_gazetteer(user_tables: Iterable[Path] = ()) -> Gazetteer:
    """Load the shipped tables with the user's laid over them.

    A user table is a file, or each ``.csv`` file of a folder; which one it is shows in its name or its
    columns. A row with a known id extends that row: lists of names grow, other cells replace; other rows are new.

    Raises:
        GazetteerError: a table is broken; the message tells the first problems in one line.
    """
    problems, gazetteer = _read(user_tables)
    if gazetteer is None or problems:
        raise GazetteerError(summary(problems))
    return gazetteer


def check_tables(paths: Iterable[Path] = ()) -> list[str]:
    """Return every problem of the shipped tables with the user's laid over them, each as one line; empty if none."""
    problems, _ = _read(paths)
    return problems


def _read(user_tables: Iterable[Path]) -> tuple[list[str], Gazetteer | None]:
    """Return what is wrong with the tables, and the gazetteer if their rows are right."""
    tables = read_tables(user_tables)
    if problems := check_rows(tables):
        return problems, None
    gazetteer = _TableGazetteer(tables)
    sharing = gazetteer.index.sharing()
    shared = (gazetteer.names_of(one) for one in gazetteer.entries if one in sharing)
    phrases = {row.cells["phrase"]: row.place for row in tables.rows["other_things"].values()}
    named = gazetteer.index.owners(*(pattern for pattern, _ in patterns_of([*phrases])))
    problems = [
        *check_names(chain.from_iterable(shared)),
        *check_phrases(phrases, chain.from_iterable(map(gazetteer.names_of, named))),
    ]
    return problems, gazetteer


def _version(tables: Tables) -> str:
    """Return a hash of what the tables say, whichever files say it and in whichever order of columns."""
    digest = hashlib.sha256()
    for table, rows in tables.rows.items():
        order = _Order(tuple(TABLES[table].columns))
        lines = ("\x1f".join(order.cells(row)) for row in rows.values())
        digest.update("\x1e".join((table, *lines)).encode() + b"\x1d")
    return digest.hexdigest()[:12]


class _Order:
    """Some columns of a table, to be had from its rows; those of one file follow each other and have one header."""

    def __init__(self, columns: tuple[str, ...]) -> None:
        self._columns = columns
        self._header: dict[str, int] | None = None

    def cells(self, row: Row) -> tuple[str, ...]:
        """Return the cells of the columns, empty ones for those that the row's file does not have."""
        if row.header is not self._header:
            self._header = row.header
            self._get = itemgetter(*(row.header.get(column, -1) for column in self._columns))
        cells: tuple[str, ...] = self._get((*row.line_cells, ""))
        return cells
