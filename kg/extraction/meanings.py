"""What a name of the gazetteer means in an article: ambiguous forms only where the rest speaks for them."""

from collections.abc import Iterable, Iterator

from kg.gazetteer import Entry, EntryKind, Gazetteer, Match, Name

_TRUSTED_SENSES = ("name", "demonym", "metonym", "descriptive")


class Meanings:
    """Chooses, for the matches of one article, the entry that each stands for.

    An unambiguous form stands for its entry. An ambiguous one does where the article names that entry unambiguously
    elsewhere, or an entry close to it: a party to the territory, a part of it, the whole that it belongs to, the seat
    of a body, the state of a party.
    """

    def __init__(self, gazetteer: Gazetteer, matches: Iterable[Match]) -> None:
        self._gazetteer = gazetteer
        matches = tuple(matches)
        certain = {name.entry.id: name.entry for match in matches if (name := _only(match)) is not None}
        self._certain = frozenset(certain)
        wholes = {whole for entry in certain.values() for whole in gazetteer.wholes_of(entry.id)}
        self._near = frozenset(near for entry in certain.values() for near in _neighbours(entry)) | wholes
        self._twice = frozenset(_named_twice(matches))
        self._places = frozenset(match.span.text for match in matches)
        self._supports: dict[str, int] = {}

    def choose(self, names: tuple[Name, ...], kinds: tuple[EntryKind, ...]) -> Name | None:
        """Return the name of one of these kinds that the words stand for; None where the article leaves it open."""
        fitting = [name for name in names if name.entry.kind in kinds]
        if not fitting:
            return None
        best = min(fitting, key=self._rank) if len(fitting) > 1 else fitting[0]
        if best.ambiguous and not self._support_of(best):
            return None
        rivals = [name for name in fitting if name.entry.id != best.entry.id]
        return None if rivals and self._rank(best) in map(self._rank, rivals) else best

    def support(self, entry: Entry) -> int:
        """Say how much of an article speaks for an entry.

        4: it is named without doubt; 3: a territory or treaty close to it is; 2: two of its parties are, or its seat,
        or two doubtful forms would name it; 1: one of its parties is named; 0: nothing.
        """
        if entry.id not in self._supports:
            self._supports[entry.id] = self._support(entry)
        return self._supports[entry.id]

    def _support(self, entry: Entry) -> int:
        if entry.id in self._certain:
            return 4
        close = _neighbours(entry) & self._certain
        parties = {near for near in close if near.startswith("state/")}
        if entry.id in self._near or entry.part_of in self._near or close - parties:
            return 3
        if entry.id in self._twice or (entry.kind == "organization" and entry.seat in self._places):
            return 2
        return min(len(parties), 2)

    def _support_of(self, name: Name) -> int:
        """Say how much speaks for a name; of a party or an abbreviation, the state that the body is of does."""
        found = self.support(name.entry)
        if found or not (name.text.isupper() or name.entry.type == "political organization"):
            return found
        return int(self._gazetteer.state_of_body(name.entry.id) in self._certain)

    def _rank(self, name: Name) -> tuple[bool, int, int, bool]:
        support = self._support_of(name)
        return name.ambiguous and not support, -support, _TRUSTED_SENSES.index(name.sense), name.ambiguous


def _only(match: Match) -> Name | None:
    """Return the unambiguous name of a match; of a territory that is also a state, the first."""
    doubtful = {name.entry.id for name in match.names if name.ambiguous}
    return next((name for name in match.names if not name.ambiguous and name.entry.id not in doubtful), None)


def _named_twice(matches: tuple[Match, ...]) -> Iterator[str]:
    """Yield the entries for which two different names stand that alone would be doubtful."""
    forms: dict[str, set[str]] = {}
    for match in matches:
        for name in match.names:
            if name.ambiguous and name.sense == "name":
                forms.setdefault(name.entry.id, set()).add(match.span.text)
    yield from (entry_id for entry_id, several in forms.items() if len(several) > 1)


def _neighbours(entry: Entry) -> set[str]:
    near = {*entry.claimants, *entry.administered_by, *entry.parties, *entry.territories}
    return near | ({entry.part_of} if entry.part_of else set())
