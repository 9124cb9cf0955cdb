"""What the tables of names hold: entries, the names that may stand for them, and matches of names in a text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple, overload

from kg.documents import Span
from kg.gazetteer.folding import key, without_diacritics

EntryKind = Literal["territory", "state", "organization", "treaty"]
NameSense = Literal["name", "demonym", "metonym", "descriptive"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a table; fields that its table does not have are empty.

    ``id`` is ``territory/shikotan``, ``state/JPN``, ``organization/un``, ``treaty/treaty-of-shimoda``; references to
    other rows are such identifiers as well. ``row`` says where the row stands ("territories.csv:14").
    """

    id: str
    kind: EntryKind
    label: str
    row: str
    type: str | None = None
    wikidata: str | None = None
    part_of: str | None = None
    claimants: tuple[str, ...] = ()
    administered_by: tuple[str, ...] = ()
    status: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    since: int | None = None
    year: int | None = None
    date: str | None = None
    parties: tuple[str, ...] = ()
    territories: tuple[str, ...] = ()
    capital: str | None = None
    seat: str | None = None
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A surface form of an entry.

    ``sense``: a name of the entry itself, a demonym ("Japanese"), a metonym (capital, seat, office: a place first) or
    a descriptive form. ``ambiguous`` forms stand for the entry only where the context says so. ``party`` is the state
    that uses the form as its own name (names_by_party.csv), ``language`` its BCP 47 code.
    """

    text: str
    entry: Entry
    sense: NameSense = "name"
    ambiguous: bool = False
    party: str | None = None
    language: str | None = None


class Match(NamedTuple):
    """A place in a text where the surface form of one or more entries stands; the names say what it may mean."""

    span: Span
    names: tuple[Name, ...]

    def party_name(self, entry_id: str) -> Name | None:
        """Return the name of an entry that one party alone uses as its own; None for the usual English one.

        >>> rocks = Entry("territory/rocks", "territory", "The Rocks", "t.csv:2")
        >>> reef = Name("Stone Reef", rocks, party="state/JPN")
        >>> Match(Span(0, 10, "Stone Reef"), (reef,)).party_name("territory/rocks").party
        'state/JPN'
        """
        ours = [name for name in self.names if name.entry.id == entry_id]
        own = [name for name in ours if name.party]
        if len({name.party for name in own}) != 1 or any(_is_label(self.span.text, name) for name in ours):
            return None
        return own[0]


def _is_label(form: str, name: Name) -> bool:
    label = name.entry.label
    return key(without_diacritics(form)) in {key(label), key(without_diacritics(label))}


class Matches(Sequence[Match]):
    """The matches in a text, in its order; they are made when the first is asked for, as a scan takes less time.

    ``names`` are those of each match; to read them makes no match.
    """

    def __init__(self, text: str, places: Sequence[tuple[int, int, tuple[Name, ...]]]) -> None:
        """Take the text, and start, end and names of each match."""
        self._text, self._places = text, places

    @property
    def names(self) -> Iterator[tuple[Name, ...]]:
        """The names of each match."""
        return (names for _, _, names in self._places)

    @cached_property
    def _made(self) -> tuple[Match, ...]:
        return tuple([Match(Span(start, end, self._text[start:end]), names) for start, end, names in self._places])

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[Match]:
        return iter(self._made)

    @overload
    def __getitem__(self, index: int) -> Match: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Match, ...]: ...
    def __getitem__(self, index: int | slice) -> Match | tuple[Match, ...]:
        return self._made[index]
