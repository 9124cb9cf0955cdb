"""The territories that words of a scene name or take up, and those that a list joins."""

from bisect import bisect_left, bisect_right
from itertools import accumulate

from kg.extraction.coreference import Scene
from kg.extraction.stances.lexicon import place_nouns
from kg.extraction.stances.setting import Place, Setting
from kg.extraction.words import DETERMINERS

_TAKEN_UP = frozenset({"it", "them", "they", "there"})
_JOINING = frozenset({",", "and", "or", "with"})
_LISTING = (
    DETERMINERS | _JOINING | {"along", "of", "nearby", "neighbouring", "neighboring", "breakaway", "town", "region"}
)
_LISTING_MOST = 6


class PlaceReader:
    """Finds the territories among the words of one scene."""

    def __init__(self, setting: Setting, scene: Scene) -> None:
        self.setting, self.scene, self.words = setting, scene, scene.words
        self.places = setting.places(scene)
        self._firsts = [one.first for one in self.places]
        self._reach = list(accumulate((one.last for one in self.places), max))
        self._main = next((one.first for one in self.places if one.id == setting.main), None)

    def places_in(self, first: int, last: int) -> list[Place]:
        """Return the territories named among words."""
        near = self.places[bisect_right(self._reach, first) : bisect_left(self._firsts, last)]
        return [one for one in near if one.last > first]

    def place_before(self, at: int, *, several: bool = False) -> str | None:
        """Return the territory named last before a word in its paragraph; else the one that the article is about.

        ``several``: a plural ("them") means what the article is about, where that was named, rather than a part.
        """
        before = bisect_left(self._firsts, at)
        names_main = self._main is not None and self._main < at
        return self.setting.main if not before or (several and names_main) else self.places[before - 1].id

    def is_named(self, first: int, last: int) -> bool:
        """Say whether words name, or take up, a territory."""
        nouns = {word.lower for word in self.words[first:last]}
        return (
            bool(self.places_in(first, last)) or not nouns.isdisjoint(_TAKEN_UP) or not nouns.isdisjoint(place_nouns())
        )

    def joined_to(self, named: list[Place]) -> list[Place]:
        """Return the last of the places with those that a list joins to it."""
        kept = [named[-1]]
        for one in reversed(named[:-1]):
            if not self._lists(one, kept[0]):
                break
            kept.insert(0, one)
        return kept

    def _lists(self, one: Place, other: Place) -> bool:
        """Say whether only "and", commas and the like stand between two places, or "both cities" means the two."""
        if (one.first, one.last) == (other.first, other.last):
            return True
        if other.first - one.last > _LISTING_MOST:
            return False
        between = {word.lower for word in self.words[one.last : other.first]}
        return between <= _LISTING | place_nouns() and bool(between & _JOINING)

    def joined_from(self, named: list[Place]) -> list[Place]:
        """Return the first of the places with those that a list joins to it."""
        kept = [named[0]]
        for one in named[1:]:
            if not self._lists(kept[-1], one):
                break
            kept.append(one)
        return kept
