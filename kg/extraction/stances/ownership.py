"""Whose words say that a place is: "its territory", "Vietnamese", "part of X", "X-occupied", "within X's waters"."""

from dataclasses import dataclass

from kg.extraction.stances.clause import Clauses
from kg.extraction.stances.heads import QUOTES
from kg.extraction.stances.lexicon import compound_senses
from kg.extraction.words import POSSESSIVE

LANDS = frozenset(
    "territory territories land soil province provinces waters island islands possession domain capital".split()
)
_MODIFIERS = frozenset(
    "integral inherent inalienable inseparable indivisible historic historical sovereign ancient own southern northern "
    "eastern western national rightful overseas eternal permanent indisputable undisputed inviolable".split()
)
_PARTS = frozenset("part possession province region territory land provinces town district county state".split())
_ZONES = frozenset({"zone", "eez", "waters", "territory", "borders", "shelf"})
_STRAYED = frozenset({"breakaway", "renegade", "rebel", "runaway", "wayward", "rogue"})
_SELF = frozenset({"it", "us", "them", "country", "nation", "republic", "motherland", "homeland"})
_OWN = frozenset({"its", "our", "their", "his", "my"})
_OURS = frozenset({"ours", "theirs"})
_ENDS_DEMONYM = frozenset({"and", "but", "or"})


@dataclass(frozen=True, slots=True)
class Ownership:
    """Whose a place is said to be in words that end before ``last``: an owner's, or the speaker's ``own``.

    ``occupied`` says that it is an occupier's; ``negated`` that it is not what else is said.
    """

    last: int
    owner: str | None = None
    own: bool = False
    occupied: bool = False
    negated: bool = False


class OwnershipReader:
    """Reads whose something is said to be in the words of one scene."""

    def __init__(self, clauses: Clauses) -> None:
        self._clauses, self._words, self._phrases = clauses, clauses.words, clauses.phrases
        self._setting = clauses.setting

    def read(self, at: int, last: int) -> Ownership | None:
        """Read "its territory", "ours", "Vietnamese", "China's", "an integral part of X", "occupied", "X-occupied"."""
        if at < last and self._words[at].lower in {"within", "inside"}:
            return self._zone_of(at + 1, last)
        here = at
        while here < last and self._words[here].lower in ({"a", "an", "the"} | _MODIFIERS | QUOTES) - {"own"}:
            here += 1
        if here >= last or here - at > 5:
            return None
        word = self._words[here].lower
        if word in _OURS:
            return Ownership(here + 1, own=True)
        if word in _STRAYED and here + 1 < last and self._words[here + 1].lower in _PARTS | LANDS:
            return Ownership(here + 2, own=True)
        if word in _OWN:
            return self._own(here, last)
        here += word in _PARTS and here + 2 < last and self._words[here + 1].text in QUOTES
        if word in _PARTS and here + 1 < last and self._words[here + 1].lower == "of":
            if here + 2 < last and self._words[here + 2].lower in _OWN:
                return Ownership(min(here + 4, last), own=True)
            return self._occupied_at(here + 2, last) or self.at(self._owned_by(here + 2, last), last, bare=True)
        if word in {"occupied", "illegally"}:
            return Ownership(here + 1, occupied=True)
        if compound_senses().get(word.rpartition("-")[2]) == "control" and "-" in word:
            return Ownership(here + 1, occupied=word.endswith(("occupied", "annexed")))
        return self.at(here, last, bare=False)

    def _zone_of(self, at: int, last: int) -> Ownership | None:
        """Read "within the exclusive economic zone of X", "inside X's territorial waters"."""
        end = self._clauses.end(at, last)
        zone = next((i for i in range(at, end) if self._words[i].lower in _ZONES), None)
        if zone is None:
            return None
        owner = self._phrases.owner_at(at, zone, end)
        if not owner.actors and zone + 2 < end and self._words[zone + 1].lower == "of":
            return self.at(zone + 2, last, bare=True)
        return (
            Ownership(zone + 1, own=True)
            if owner.pronoun
            else Ownership(zone + 1, owner.actor)
            if owner.actor
            else None
        )

    def _owned_by(self, at: int, last: int) -> int:
        """Return where the owner stands behind "part of": "an independent X", "the X"."""
        begin = at + (at < last and self._words[at].lower in {"a", "an"})
        return begin + (begin > at and begin < last and not self._words[begin].capital)

    def _occupied_at(self, at: int, last: int) -> Ownership | None:
        """Read "the occupied territories" behind "part of"."""
        here = at + (at < last and self._words[at].lower == "the")
        return Ownership(here + 1, occupied=True) if here < last and self._words[here].lower == "occupied" else None

    def _own(self, at: int, last: int) -> Ownership | None:
        here = at + 1
        while here < last and self._words[here].lower in _MODIFIERS:
            here += 1
        capital = next((i for i in range(here, min(last, here + 8)) if self._words[i].lower == "capital"), None)
        here = here if capital is None else capital
        is_land = here < last and self._words[here].lower in LANDS
        return (
            Ownership(min(here + is_land, last), own=True) if is_land or self._words[here - 1].lower == "own" else None
        )

    def at(self, at: int, last: int, *, bare: bool) -> Ownership | None:
        """Return the owner named at a word: a demonym, a possessive, a state alone, or any name (``bare``)."""
        first = at
        if at < last and self._words[at].lower == "the":
            at += 1
        if bare and at < last and self._words[at].lower in _SELF:
            return Ownership(at + 1, own=True)
        by_first = self._clauses.scene.by_first
        for mention in (*by_first.get(at, ()), *(by_first.get(first, ()) if first < at else ())):
            owner = self._setting.owner(mention)
            end = mention.last
            while end < last and self._words[end].lower in _MODIFIERS:
                end += 1
            behind = self._words[end] if end < last else None
            possessive = behind is not None and behind.text in POSSESSIVE
            lands = behind is not None and behind.lower in LANDS
            ends = behind is None or lands or not behind.letters or behind.lower in _ENDS_DEMONYM
            demonym = any(name.sense == "demonym" for name in mention.names)
            named = at == first and ends and not lands and owner is not None and owner.startswith("state/")
            if owner and (bare or possessive or (demonym and ends) or (named and not demonym)):
                return Ownership(min(end + (lands or possessive), last), owner)
        return None

    def occupier(self, ownership: Ownership) -> str | None:
        """Return the state in "Russian-occupied"."""
        name = self._words[ownership.last - 1].text.rpartition("-")[0]
        return self._setting.named(name, self._clauses.scene, ownership.last - 1) if name else None
