"""The gazetteer: entries and names of the tables, to be looked up and to be found in text."""

import hashlib
from collections import deque
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cached_property
from pathlib import Path

from kg.errors import GazetteerError
from kg.gazetteer.checks import check_names, check_phrases, check_rows, summary
from kg.gazetteer.entries import Entry, EntryKind, Matches, Name
from kg.gazetteer.folding import key, without_diacritics
from kg.gazetteer.matcher import Matcher
from kg.gazetteer.names import entries, names
from kg.gazetteer.tables import Tables, read_tables

_NEAR = 0.6


class Gazetteer:
    """Entries by identifier and the names that may stand for them; it never changes."""

    def __init__(
        self, entries: dict[str, Entry], names: Iterable[Name], *, other_things: Iterable[str] = (), version: str
    ) -> None:
        self.entries = entries
        self.names = tuple(names)
        self.other_things = tuple(other_things)
        self.version = version

    def entry(self, entry_id: str) -> Entry:
        """Return an entry.

        Raises:
            KeyError: the tables have no such entry.
        """
        return self.entries[entry_id]

    def names_of(self, entry_id: str) -> tuple[Name, ...]:
        """Return the names of an entry; none where there is no such entry."""
        return self._names_by_entry.get(entry_id, ())

    def find(self, text: str) -> Matches:
        """Return where names stand in a text: leftmost, longest, not overlapping; offsets are code points.

        What a match means is not decided here: ambiguous names, demonyms and metonyms are found as well.
        """
        return self._matcher.find(text)

    def lookup(self, name: str) -> tuple[Name, ...]:
        """Return the names written so, whatever the case, hyphens or article; if none, those without diacritics."""
        wanted = key(name)
        return self._names_by_key.get(wanted) or self._names_by_plain_key.get(without_diacritics(wanted), ())

    def nearest(self, name: str, kind: EntryKind | None = None, n: int = 3) -> tuple[Name, ...]:
        """Return names that look like a misspelt one, the nearest first, one for each entry."""
        wanted = without_diacritics(key(name))
        matcher: SequenceMatcher[str] = SequenceMatcher(b=wanted, autojunk=False)
        found: dict[str, tuple[float, Name]] = {}
        for form, candidates in self._names_by_plain_key.items():
            matcher.set_seq1(form)
            if matcher.real_quick_ratio() < _NEAR or matcher.quick_ratio() < _NEAR:
                continue
            ratio = matcher.ratio()
            for one in candidates if ratio >= _NEAR else ():
                if kind in (None, one.entry.kind) and ratio > found.get(one.entry.id, (0.0,))[0]:
                    found[one.entry.id] = (ratio, one)
        best = sorted(found.values(), key=lambda pair: (-pair[0], pair[1].text, pair[1].entry.id))
        return tuple(one for _, one in best[:n])

    def parts_of(self, entry_id: str) -> tuple[str, ...]:
        """Return the identifiers of all parts of a territory, parts of parts included, the nearest first."""
        found: dict[str, None] = {}
        waiting = deque(self._parts.get(entry_id, ()))
        while waiting:
            part = waiting.popleft()
            found[part] = None
            waiting.extend(self._parts.get(part, ()))
        return tuple(found)

    def wholes_of(self, entry_id: str) -> tuple[str, ...]:
        """Return the identifiers of the territories that a territory is part of, the nearest first."""
        return tuple(self._upward(entry_id))

    def _upward(self, entry_id: str) -> Iterator[str]:
        entry = self.entries.get(entry_id)
        while entry and entry.part_of:
            yield entry.part_of
            entry = self.entries[entry.part_of]

    @cached_property
    def _matcher(self) -> Matcher:
        texts, owners = [name.text for name in self.names], [name.entry.id for name in self.names]
        return Matcher(texts, owners, self._found_names_of, self.other_things)

    def _found_names_of(self, entry_id: str) -> Iterator[Name]:
        return (name for name in self.names_of(entry_id) if not self._names_its_parts(name))

    def _names_its_parts(self, name: Name) -> bool:
        """Say whether a form only lists parts ("Abu Musa and the Tunbs"), each of which is found alone.

        An entry that a party itself names so is no list ("South Georgia and the South Sandwich Islands").
        """
        pieces = name.text.split(" and ")
        if len(pieces) == 1 or not self._parts.get(name.entry.id):
            return False
        if any(one.party and " and " in one.text for one in self.names_of(name.entry.id)):
            return False
        parts = {*self.parts_of(name.entry.id)}
        return all(any(one.entry.id in parts for one in self.lookup(piece)) for piece in pieces)

    @cached_property
    def _names_by_entry(self) -> dict[str, tuple[Name, ...]]:
        return _grouped((name.entry.id, name) for name in self.names)

    @cached_property
    def _names_by_key(self) -> dict[str, tuple[Name, ...]]:
        return _grouped((key(name.text), name) for name in self.names)

    @cached_property
    def _names_by_plain_key(self) -> dict[str, tuple[Name, ...]]:
        return _grouped((without_diacritics(key(name.text)), name) for name in self.names)

    @cached_property
    def _parts(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for entry in self.entries.values():
            if entry.part_of:
                found.setdefault(entry.part_of, []).append(entry.id)
        return {whole: tuple(parts) for whole, parts in found.items()}


def _grouped(pairs: Iterable[tuple[str, Name]]) -> dict[str, tuple[Name, ...]]:
    found: dict[str, list[Name]] = {}
    for value, name in pairs:
        found.setdefault(value, []).append(name)
    return {value: tuple(names) for value, names in found.items()}


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
    known = entries(tables)
    found = tuple(names(tables, known))
    phrases = {row.cells["phrase"]: row.place for row in tables.rows["other_things"].values()}
    gazetteer = Gazetteer(known, found, other_things=phrases, version=_version(tables))
    return [*check_names(found), *check_phrases(phrases, found)], gazetteer


def _version(tables: Tables) -> str:
    digest = hashlib.sha256()
    for table, rows in tables.rows.items():
        for row in rows.values():
            cells = (f"{column}={cell}" for column, cell in sorted(row.cells.items()) if cell)
            digest.update("\x1f".join((table, *cells)).encode() + b"\x1e")
    return digest.hexdigest()[:12]
