"""Names by their patterns: which entries a pattern may stand for."""

from collections.abc import Iterator, Sequence

from kg.gazetteer.forms import ARTICLE
from kg.gazetteer.patterns import patterns_of


class Index:
    """The patterns of names, each with the identifiers of the entries that have a name of it.

    ``texts`` are the names, ``owners`` the identifiers of their entries, name for name; an index keeps no name.
    """

    def __init__(self, texts: Sequence[str], owners: Sequence[str]) -> None:
        self._owners = owners
        self._first: dict[str, int] = {}
        self._more: dict[str, list[int]] = {}
        for pattern, place in patterns_of([text.removeprefix(ARTICLE) for text in texts]):
            if (first := self._first.setdefault(pattern, place)) != place and owners[first] != owners[place]:
                self._more.setdefault(pattern, [first]).append(place)

    def __contains__(self, pattern: str) -> bool:
        return pattern in self._first

    def __iter__(self) -> Iterator[str]:
        return iter(self._first)

    def owners(self, *patterns: str) -> tuple[str, ...]:
        """Return the identifiers of the entries of some patterns, in the order in which the names were given."""
        known = [pattern for pattern in patterns if pattern in self._first]
        places = {place for pattern in known for place in self._more.get(pattern, (self._first[pattern],))}
        return tuple(dict.fromkeys(self._owners[place] for place in sorted(places)))

    def sharing(self) -> frozenset[str]:
        """Return the identifiers of the entries that have a pattern in common with another."""
        return frozenset(self._owners[place] for places in self._more.values() for place in places)
