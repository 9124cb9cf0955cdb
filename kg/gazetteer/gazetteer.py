"""The gazetteer: entries and their names, to be looked up and to be found in text."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cached_property

from kg.gazetteer.entries import Entry, EntryKind, Matches, Name
from kg.gazetteer.folding import key, without_diacritics, without_surrogates
from kg.gazetteer.index import Index
from kg.gazetteer.matcher import Matcher
from kg.gazetteer.patterns import pattern_of

_NEAR = 0.6
_BODIES_OF_STATES = frozenset(
    {"political organization", "government body", "military", "coast guard", "security service"}
)


class Gazetteer:
    """Entries by identifier and the names that may stand for them; it never changes."""

    def __init__(
        self, entries: Mapping[str, Entry], names: Iterable[Name], *, other_things: Iterable[str] = (), version: str
    ) -> None:
        self.entries = entries
        self._listed = tuple(names)
        self.other_things = tuple(other_things)
        self.version = version
        self._states_of_bodies: dict[str, str | None] = {}

    def entry(self, entry_id: str) -> Entry:
        """Return an entry.

        Raises:
            KeyError: the tables have no such entry.
        """
        return self.entries[entry_id]

    @property
    def names(self) -> tuple[Name, ...]:
        """All names of all entries."""
        return self._listed

    def entries_of(self, kind: EntryKind) -> tuple[Entry, ...]:
        """Return the entries of a kind."""
        return tuple(entry for entry in self.entries.values() if entry.kind == kind)

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
        wanted = key(without_surrogates(name))
        if found := self._written(wanted, key):
            return found
        return self._written(without_diacritics(wanted), lambda text: without_diacritics(key(text)))

    def _written(self, wanted: str, folded: Callable[[str], str]) -> tuple[Name, ...]:
        """Return the names that are a wanted form when they are folded."""
        owners = self.index.owners(pattern_of(wanted), pattern_of(f"the {wanted}")) if wanted else ()
        return tuple(name for owner in owners for name in self.names_of(owner) if folded(name.text) == wanted)

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

    def state_of_body(self, entry_id: str) -> str | None:
        """Return the state that a party, a force or an authority is of, by its seat; None for bodies of several."""
        if entry_id not in self._states_of_bodies:
            entry = self.entries.get(entry_id)
            seat = entry.seat if entry and entry.type in _BODIES_OF_STATES else None
            names = [name for name in self.lookup(seat) if name.entry.kind == "state"] if seat else []
            found = {name.entry.id for name in names if not name.ambiguous} or {name.entry.id for name in names}
            self._states_of_bodies[entry_id] = found.pop() if len(found) == 1 else None
        return self._states_of_bodies[entry_id]

    def _upward(self, entry_id: str) -> Iterator[str]:
        entry = self.entries.get(entry_id)
        while entry and entry.part_of:
            yield entry.part_of
            entry = self.entries[entry.part_of]

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher(self.index, self._found_names_of, self.other_things)

    @cached_property
    def index(self) -> Index:
        """The patterns of the names."""
        return Index(*self._texts())

    def _texts(self) -> tuple[Sequence[str], Sequence[str]]:
        """Return the names and, for each, the identifier of its entry."""
        return [name.text for name in self._listed], [name.entry.id for name in self._listed]

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
