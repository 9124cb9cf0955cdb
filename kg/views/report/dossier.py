"""What a dossier holds, as plain values: what is reported of a territory, each with the words and where they stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kg.views.model import Segment

Mode = Literal["direct", "indirect", "mixed", "attitude"]
Name = tuple[str, str | None]  # a name and its language


@dataclass(frozen=True, slots=True)
class Source:
    """An article as a reader finds it again and can check that it has the same text; ``url`` is one of the web.

    ``file`` is the name of the file that was read, without its folder.
    """

    number: int
    title: str
    outlet: str | None
    date: str | None
    url: str | None
    file: str | None
    sha256: str | None


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says the words: name, the role that the article gives, whom they speak for, and how the words are given.

    ``through`` are those who pass the words on, the nearest first.
    """

    name: str
    role: str | None
    party: str | None
    mode: Mode
    through: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of an article that carry a fact: the footnote of that number.

    ``quotation`` are the words alone, ``passage`` the sentence in pieces; ``voice`` is None where the article itself
    says so. ``start`` and ``end`` count code points of the article's text, ``paragraph`` counts from 1; ``further``
    are other places of the same article that carry the same fact. ``date`` is the fact's own, None where none is told.
    """

    number: int
    fact: str
    source: Source
    quotation: str
    passage: tuple[Segment, ...]
    voice: Voice | None
    date: str | None
    start: int
    end: int
    paragraph: int | None
    further: tuple[tuple[int, int], ...] = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """What is reported, in a line that asserts nothing but the report, and its evidence."""

    told: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Group:
    """Entries that belong together: of one holder, on one treaty."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter: its heading, a line that says what stands there, and its groups."""

    id: str
    heading: str
    note: str
    groups: tuple[Group, ...]

    def entries(self) -> Iterator[Entry]:
        """Yield the entries of all groups."""
        for group in self.groups:
            yield from group.entries


@dataclass(frozen=True, slots=True)
class Naming:
    """A territory by its usual English name, and the names that each party uses, by party."""

    label: str
    by_party: tuple[tuple[str, tuple[Name, ...]], ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that is reported of a territory, or of a claimant and it; ``evidence`` are the footnotes in their order.

    ``wholes`` are the territories that it is a part of, ``names`` those of it and of its parts that articles name,
    ``read_by`` the versions that read the articles, ``untold`` how many further statements on the territory there are.
    """

    territory: str
    claimant: str | None
    wholes: tuple[str, ...]
    names: tuple[Naming, ...]
    sections: tuple[Section, ...]
    evidence: tuple[Evidence, ...]
    sources: tuple[Source, ...]
    read_by: tuple[str, ...]
    untold: int

    @property
    def title(self) -> str:
        """The heading of the whole."""
        of = f" by {self.claimant}" if self.claimant else ""
        return f"{self.territory}: reported claims{of} and their evidence"

    def by_source(self) -> dict[Source, list[Evidence]]:
        """Return the sources in their order, each with what stands in it."""
        found: dict[Source, list[Evidence]] = {source: [] for source in self.sources}
        for one in self.evidence:
            found[one.source].append(one)
        return found
