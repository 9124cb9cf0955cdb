"""Tables of names as they stand in files: rows read, told apart, and laid over each other."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path, PurePath

from kg.gazetteer.columns import LIST_SEPARATOR, TABLES, Table
from kg.resources import resource


@dataclass(slots=True)  # not frozen: that would double the time that it takes to make the rows of a long table
class Row:
    """A row with the place where it stands; ``header`` tells the column of each of its cells."""

    table: str
    file: str
    line: int
    header: dict[str, int]
    line_cells: tuple[str, ...]

    @property
    def place(self) -> str:
        """Where the row stands, for a message: ``territories.csv line 14``."""
        return f"{self.file} line {self.line}"

    @property
    def id(self) -> str:
        """The row's identifier in its table."""
        return self.text("id") or ""

    @property
    def cells(self) -> dict[str, str]:
        """The cells by column; of columns that its file does not have there are none."""
        return dict(zip(self.header, self.line_cells, strict=True))

    def text(self, column: str) -> str | None:
        """Return the cell, or None where it is empty."""
        at = self.header.get(column)
        return None if at is None else self.line_cells[at] or None

    def values(self, column: str) -> tuple[str, ...]:
        """Return the parts of a cell that is a list, without repetitions."""
        parts = (part.strip() for part in (self.text(column) or "").split(LIST_SEPARATOR))
        return tuple(dict.fromkeys(part for part in parts if part))


@dataclass
class Tables:
    """All rows, those of user tables laid over the shipped ones, and the problems met on the way.

    ``files`` are the rows of each file, which have one header, and ``merged`` are those made of two.
    """

    rows: dict[str, dict[str, Row]] = field(default_factory=lambda: {name: {} for name in TABLES})
    problems: list[str] = field(default_factory=list)
    files: list[list[Row]] = field(default_factory=list)
    merged: list[Row] = field(default_factory=list)

    def add(self, rows: list[Row]) -> None:
        """Add the rows of one file; one that the tables have already is extended by it."""
        seen: dict[str, Row] = {}
        for row in rows:
            key = row.id or "\x1f".join(row.line_cells)
            if seen.setdefault(key, row) is not row:
                self.problems.append(f"{row.place}: {_repeated(row, seen[key])}")
        known = {rows[0].table: self.rows[rows[0].table]} if rows else {}
        for table, below in known.items():
            both = {key: _laid_over(below[key], seen[key]) for key in below.keys() & seen.keys()}
            self.merged += both.values()
            self.rows[table] = below | seen | both
        self.files.append(rows)


def _repeated(row: Row, first: Row) -> str:
    if row.id:
        return f"the id '{row.id}' stands in line {first.line} already; give each row an id of its own"
    return f"the same row stands in line {first.line} already; delete one"


def _laid_over(below: Row, above: Row) -> Row:
    """Return the row below with the cells of the one above: lists of names grow, what else is not empty replaces."""
    table = TABLES[above.table]
    cells = dict(below.cells)
    for column, cell in above.cells.items():
        if table.columns[column].form == "list":
            cells[column] = LIST_SEPARATOR.join(dict.fromkeys((*below.values(column), *above.values(column))))
        elif cell:
            cells[column] = cell
    if cells.get("name") != below.cells.get("name"):
        names = "names" if "names" in table.columns else "other_names"
        cells[names] = LIST_SEPARATOR.join(filter(None, (below.cells["name"], cells.get(names))))
    header = {column: at for at, column in enumerate(cells)}
    return Row(above.table, above.file, above.line, header, tuple(cells.values()))


def read_tables(user_tables: Iterable[Path] = ()) -> Tables:
    """Read the shipped tables and lay the user's over them; what is wrong is gathered in ``problems``."""
    tables = Tables()
    folder = resource("data", "gazetteer")
    for table in TABLES.values():
        tables.add(_read(folder / table.file_name, tables.problems, table))
    for path in user_tables:
        for file in _files(Path(path), tables.problems):
            tables.add(_read(file, tables.problems))
    return tables


def _files(path: Path, problems: list[str]) -> Iterator[Path]:
    """Yield the tables in a folder, or the file itself."""
    if path.is_dir():
        files = sorted(file for file in path.iterdir() if file.suffix.lower() == ".csv")
        if not files:
            problems.append(f"{path}: the folder holds no .csv file; name a table or a folder with tables")
        yield from files
    else:
        yield path


def _read(file: Path, problems: list[str], table: Table | None = None) -> list[Row]:
    """Read one file; which table it is stands in its name or shows in its header."""
    label = file.name if table else _label(file)
    text = _text(file, label, problems)
    if text is None:
        return []
    reader = csv.reader(io.StringIO(unicodedata.normalize("NFC", text), newline=""), strict=True)
    try:
        header = [cell.strip() for cell in next(reader, [])]
        found = table or (recognize(label, header, problems) if _has_commas(label, header, problems) else None)
        if found is None or not _header_is_right(label, header, found, problems):
            return []
        return list(_rows(reader, label, header, found, problems))
    except csv.Error as error:
        problems.append(f"{label} line {reader.line_num}: {error}; close every quotation mark and save it as CSV")
        return []


def _label(file: Path) -> str:
    """Return the name of a user's file for messages; one named as a shipped table is told by its folder."""
    is_like_a_shipped_one = any(file.name == table.file_name for table in TABLES.values())
    return f"{file.parent.name}/{file.name}" if is_like_a_shipped_one and file.parent.name else file.name


def _text(file: Path, label: str, problems: list[str]) -> str | None:
    try:
        data = file.read_bytes()
    except OSError as error:
        problems.append(f"{file}: cannot be read ({error.strerror}); check the path")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problems.append(f"{label} line {line}: not UTF-8; save the table as 'CSV UTF-8'")
        return None
    if not text.strip():
        problems.append(f"{label}: the file is empty; the first line names the columns")
        return None
    return text


def recognize(file: str, header: list[str], problems: list[str]) -> Table | None:
    """Tell which table a file is: by its name (``my-territories.csv``), else by columns that only one table has."""
    stem = PurePath(file).stem.lower().replace("-", "_")
    named = [table for table in TABLES.values() if table.name in stem]
    if len(named) == 1:
        return named[0]
    most = max(len(table.columns.keys() & {*header}) for table in TABLES.values())
    fitting = [table for table in TABLES.values() if most and len(table.columns.keys() & {*header}) == most]
    if len(fitting) == 1:
        return fitting[0]
    files = ", ".join(table.file_name for table in TABLES.values())
    problems.append(f"{file}: cannot tell which table this is; name it as one of {files}")
    return None


def _has_commas(file: str, header: list[str], problems: list[str]) -> bool:
    """Say whether the header was cut at commas; other marks between cells are a problem told here."""
    wrong = [what for mark, what in ((";", "semicolons"), ("\t", "tabs")) if len(header) == 1 and mark in header[0]]
    problems.extend(f"{file} line 1: cells are separated by {what}; save the table with commas" for what in wrong)
    return not wrong


def _header_is_right(file: str, header: list[str], table: Table, problems: list[str]) -> bool:
    place = f"{file} line 1"
    missing = [column for column in table.required if column not in header]
    unknown = [column for column in header if column not in table.columns]
    twice = {column for column in header if header.count(column) > 1}
    if missing:
        problems.append(f"{place}: the column {_listed(missing)} is missing; add it to the header")
    for column in unknown if not missing else ():
        near = get_close_matches(column, table.columns, n=1)
        cure = f"did you mean '{near[0]}'?" if near else f"the columns are {', '.join(table.columns)}"
        problems.append(f"{place}: unknown column '{column}'; {cure}")
    if twice:
        problems.append(f"{place}: the column {_listed(sorted(twice))} stands there twice; keep one")
    return not (missing or unknown or twice)


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(f"'{column}'" for column in columns)


def _rows(lines: Iterator[list[str]], file: str, header: list[str], table: Table, problems: list[str]) -> Iterator[Row]:
    before, columns = 1, {column: at for at, column in enumerate(header)}
    for cells in lines:
        line, before = before + 1, lines.line_num  # type: ignore[attr-defined]  # csv readers count lines
        clean = tuple(map(str.strip, cells))
        if not any(clean):
            continue
        if len(cells) != len(header):
            cure = 'put a cell that holds a comma in "quotation marks"'
            problems.append(f"{file} line {line}: {len(cells)} cells under {len(header)} columns; {cure}")
            continue
        yield Row(table.name, file, line, columns, clean)
