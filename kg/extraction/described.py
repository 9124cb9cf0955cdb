"""Which of the territories that an article names a description means: "the archipelago", "both cities"."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.documents import Span
from kg.extraction.places import count_of, geographic_nouns, types_of_one
from kg.extraction.words import Word
from kg.gazetteer import Entry, Gazetteer

_MOST = 0.7  # so much of the mentions of all that fit makes a territory the one that is meant


@dataclass
class FoundTerritory:
    """A territory with its mentions so far."""

    id: str
    label: str
    types: frozenset[str]
    entry: Entry | None = None
    spans: list[Span] = field(default_factory=list)


class Descriptions:
    """Answers for the territories of one article; parts count with their whole."""

    def __init__(self, gazetteer: Gazetteer, found: Iterable[FoundTerritory]) -> None:
        self._gazetteer, self._found = gazetteer, tuple(found)
        self._names = {one.id: len(one.spans) for one in self._found}

    def meant(self, description: tuple[Word, ...], span: Span, start: int) -> list[FoundTerritory]:
        """Return the only territory of the noun's types, else the only one near, else the one named most by far.

        ``start`` is where the paragraph begins; the last counts only where nothing that fits is named there before.
        A number means the territories of which there are so many ("both cities"). What stays open means none.
        """
        noun = description[-1].lower

        def near(several: list[FoundTerritory]) -> list[FoundTerritory]:
            return [one for one in several if any(start <= other.start < span.start for other in one.spans)]

        each = [one for one in self._found if one.types & types_of_one(noun)]
        for several in (each, near(each)):
            if len(several) == count_of(description):
                return several
        fitting = [one for one in self._found if one.types & geographic_nouns()[noun]]
        one = self._only(fitting) or self._only(near(fitting) or self._leading(fitting))
        return [one] if one else []

    def _only(self, several: list[FoundTerritory]) -> FoundTerritory | None:
        """Return the one named most where all are one group, a whole with its parts."""
        return max(several, key=lambda one: len(one.spans)) if len(self._roots(several)) == 1 else None

    def _leading(self, several: list[FoundTerritory]) -> list[FoundTerritory]:
        """Return the group that has most of the names by far; none where there is no such."""
        all_names = sum(self._names[one.id] for one in several)
        for root in self._roots(several):
            group = [one for one in several if root.id in (one.id, *self._gazetteer.wholes_of(one.id))]
            if sum(self._names[one.id] for one in group) >= _MOST * all_names:
                return group
        return []

    def _roots(self, several: list[FoundTerritory]) -> list[FoundTerritory]:
        ids = {one.id for one in several}
        return [one for one in several if not ids.intersection(self._gazetteer.wholes_of(one.id))]
