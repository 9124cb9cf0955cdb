"""What a name of the gazetteer means in an article: ambiguous forms only where the rest of the article speaks for them."""

from collections.abc import Iterable

from kg.gazetteer import Entry, EntryKind, Gazetteer, Match, Name

_TRUSTED_SENSES = ("name", "demonym", "metonym", "descriptive")


class Meanings:
    """Chooses, for the matches of one article, the entry that each stands for.

    An unambiguous form stands for its entry. An ambiguous one does where the article names that entry unambiguously
    elsewhere, or an entry close to it: a party to the territory, a part of it, the whole that it belongs to.
    """

    def __init__(self, gazetteer: Gazetteer, matches: Iterable[Match]) -> None:
        self._gazetteer = gazetteer
        certain = {name.entry.id: name.entry for match in matches if (name := _only(match)) is not None}
        self._certain = frozenset(certain)
        self._near = frozenset(near for entry in certain.values() for near in _neighbours(entry))

    def choose(self, names: tuple[Name, ...], kinds: tuple[EntryKind, ...]) -> Name | None:
        """Return the name of one of these kinds that the words stand for; None where the article leaves it open."""
        fitting = sorted((name for name in names if name.entry.kind in kinds), key=self._rank)
        if not fitting:
            return None
        best = fitting[0]
        if best.ambiguous and not self._supported(best.entry):
            return None
        rivals = [name for name in fitting[1:] if self._rank(name) == self._rank(best) and name.entry.id != best.entry.id]
        return None if rivals else best

    def _rank(self, name: Name) -> tuple[bool, bool, int]:
        supported = self._supported(name.entry)
        return not supported if name.ambiguous else False, not supported, _TRUSTED_SENSES.index(name.sense)

    def _supported(self, entry: Entry) -> bool:
        return entry.id in self._certain or entry.id in self._near or any(near in self._certain for near in _neighbours(entry))


def _only(match: Match) -> Name | None:
    """Return the unambiguous name of a match; of a territory that is also a state, the first."""
    clear = [name for name in match.names if not name.ambiguous]
    return clear[0] if clear and len(clear) == len(match.names) else None


def _neighbours(entry: Entry) -> set[str]:
    near = {*entry.claimants, *entry.administered_by, *entry.parties, *entry.territories}
    return near | ({entry.part_of} if entry.part_of else set())
