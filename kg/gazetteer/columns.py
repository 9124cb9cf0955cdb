"""What columns the tables have and what may stand in them."""

import re
from dataclasses import dataclass

from kg.gazetteer.entries import EntryKind

LIST_SEPARATOR = "|"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its form (``text``, ``list``, ``number``, ``year``, ``date``, ``wikidata``, ``reference``), and more.

    A ``reference`` names a row of the table ``target``; ``many`` says that the cell is a list; ``limit`` bounds the
    absolute value of a number; ``choices`` are the only values that may stand there.
    """

    form: str = "text"
    target: str | None = None
    many: bool = False
    limit: float | None = None
    choices: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the gazetteer: its columns, those that a row cannot do without, and the kind of entry of its rows."""

    name: str
    columns: dict[str, Column]
    required: tuple[str, ...]
    kind: EntryKind | None = None

    @property
    def file_name(self) -> str:
        """The name of the file that holds the table."""
        return f"{self.name}.csv"


_TEXT = Column()
_LIST = Column("list", many=True)
_YEAR = Column("year")
_STATES = Column("reference", target="states", many=True)
_IDENTITY = {"id": Column("slug"), "name": _TEXT}
_SOURCES = {"wikidata": Column("wikidata"), "wikidata_source": _TEXT, "ambiguous_names": _LIST}


def _choices(values: str) -> Column:
    return Column(choices=frozenset(values.split("|")))


_ROW = ("id", "name")
TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table(
            "territories",
            {
                **_IDENTITY,
                "type": _choices("island|island group|reef or shoal|region|border sector|enclave|sea area|city"),
                "part_of": Column("reference", target="territories"),
                "names": _LIST,
                "demonyms": _LIST,
                "claimants": _STATES,
                "administered_by": _STATES,
                "status": _choices("disputed|settled|de facto state"),
                "lat": Column("number", limit=90.0),
                "lon": Column("number", limit=180.0),
                **_SOURCES,
                "since": _YEAR,
                "state": Column("reference", target="states"),
            },
            _ROW,
            "territory",
        ),
        Table(
            "states",
            {
                **_IDENTITY,
                "kind": _choices(
                    "UN member|UN observer|de facto state|territory government|other government|past state"
                ),
                "other_names": _LIST,
                "demonyms": _LIST,
                "capital": _TEXT,
                "metonyms": _LIST,
                "ministries_seat": _TEXT,
                **_SOURCES,
            },
            _ROW,
            "state",
        ),
        Table(
            "organizations",
            {**_IDENTITY, "other_names": _LIST, "type": _TEXT, "seat": _TEXT, "metonyms": _LIST, **_SOURCES},
            _ROW,
            "organization",
        ),
        Table(
            "treaties",
            {
                **_IDENTITY,
                "year": _YEAR,
                "date": Column("date"),
                "parties": _STATES,
                "territories": Column("reference", target="territories", many=True),
                "kind": _choices("treaty|declaration|convention|resolution|ruling|agreement|memorandum"),
                "other_names": _LIST,
                **_SOURCES,
            },
            _ROW,
            "treaty",
        ),
        Table(
            "names_by_party",
            {
                "territory_id": Column("reference", target="territories"),
                "party": Column("reference", target="states"),
                "language": Column("language"),
                "native_script": _TEXT,
                "romanized": _TEXT,
            },
            ("territory_id", "party"),
        ),
        Table("other_things", {"phrase": _TEXT, "what": _TEXT}, ("phrase",)),
    )
}

KIND_OF_TABLE: dict[str, EntryKind] = {name: table.kind for name, table in TABLES.items() if table.kind}

SLUG = re.compile(r"[A-Z]{3}|[a-z0-9]+(?:-[a-z0-9]+)*")
WIKIDATA = re.compile(r"Q[1-9][0-9]*")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
MOJIBAKE = re.compile("[ÂÃ][\x80-\xbf]|â€|\ufffd")
