"""What a noun phrase is about: its head word, and the class of that: "territory", "claim", "act", "talks"."""

from dataclasses import dataclass

from kg.extraction.stances.lexicon import noun_senses, place_nouns
from kg.extraction.stances.places import PlaceReader
from kg.extraction.words import AUXILIARIES, DETERMINERS, POSSESSIVE, POSSESSIVE_PRONOUNS, PREPOSITIONS

ACTS = frozenset({"act", "plan"})
"""The classes of what is done or planned."""

QUOTES = frozenset({'"', "“", "”", "‘", "’", "'"})
RELATIVIZERS = frozenset({"that", "which", "who", "to", "whose"})
"""What begins a clause, or an infinitive, that tells more of a noun."""

_HEAD_ENDS = PREPOSITIONS | RELATIVIZERS | {"whom", "where", "as", "than", "and", "or", "if", "when", "once", "given"}
_BEHIND_HEADS = AUXILIARIES - {"'s", "’s"}
_PRONOUNS = frozenset({"it", "them", "him", "so", "us", "me"})
_SIZES = frozenset("all most much half some bulk majority one none two three four five several both".split())
_PARTS = frozenset({"whole", "rest", "remainder", "part", "parts"})
_FRACTIONS = ("third", "fourth", "fifth", "quarter", "quarters", "thirds", "fourths", "fifths")
_DECIDING = frozenset(
    "self-determination decide determine choose vote self-rule self-government asylum freedom".split()
)
_STATES = frozenset({"state", "republic", "statelet"})
_RIGHTS = frozenset({"claim", "title", "right", "control"})


@dataclass(slots=True)  # not frozen: an article has many, and each takes a third of the time to make
class Phrase:
    """A noun phrase at words ``first <= i < last`` with its head word and the class of that."""

    first: int
    last: int
    head: int
    kind: str

    @property
    def is_right(self) -> bool:
        """Whether it is a claim, a title or the possession of something."""
        return self.kind in _RIGHTS


class HeadReader:
    """Finds the heads of the phrases of one scene and tells their classes."""

    def __init__(self, places: PlaceReader) -> None:
        self._places, self._words = places, places.words

    def find(self, first: int, last: int) -> int:
        """Return the index of the head: the last word before a preposition, a clause, a mark, or another phrase."""
        opening = self._words[first]
        describes = first + 1 < last and self._words[first + 1].lower in noun_senses()
        if opening.lower.endswith("ing") and not (opening.capital or describes or opening.lower in noun_senses()):
            return first
        alone = first + 1 >= last or not self._words[first + 1].letters
        if (opening.lower == "her" and alone) or opening.lower in _PRONOUNS | {"they", "he", "she", "we"}:
            return first
        here = first
        while here < last and not self._ends_head(here, first):
            here += 1
        return max(here - 1, first)

    def _ends_head(self, at: int, first: int) -> bool:
        word = self._words[at]
        if word.text in POSSESSIVE or word.text in QUOTES:
            return False
        if not word.letters or (word.lower in _HEAD_ENDS and at > first):
            return True
        if at > first and word.lower in _BEHIND_HEADS:
            return True
        behind = self._words[at + 1].lower if at + 1 < len(self._words) else ""
        if at > first and word.lower.endswith("ed") and not word.capital and behind in PREPOSITIONS:
            return True
        begins_other = word.lower in POSSESSIVE_PRONOUNS | {"a", "an", "the"}
        return begins_other and at > first and self._words[at - 1].lower not in DETERMINERS

    def kind_by_form(self, first: int, head: int) -> str | None:
        """Return the class of a phrase that its first word, its names or a pronoun tell; None where a noun does."""
        word = self._words[head].lower
        if self._words[first].lower == "to":
            return "infinitive"
        if any(one.last > head for one in self._places.places_in(first, head + 1)):
            return "territory"
        return "pronoun" if head == first and word in _PRONOUNS | {"her"} else None

    def kind_by_noun(self, first: int, head: int, last: int) -> str:
        """Return the class of a head noun, with what follows it; "step" where no list has the noun."""
        word = self._words[head].lower
        sense = noun_senses().get(word)
        if sense == "portion":
            return "territory" if self._places.places_in(head, min(last, head + 6)) else "step"
        if sense == "control" and not self._is_of_place(head, last):
            return "step"
        if sense == "plan" and self._is_for_talks(head, last):
            return "talks"
        if sense == "right" and self._is_to_decide(head, last):
            return "act"
        if word in _STATES and head + 1 < last and self._words[head + 1].lower == "of":
            return "territory" if self._places.places_in(head + 2, min(last, head + 5)) else "step"
        if sense:
            return sense
        if (
            word in place_nouns()
            or self._is_all_of_place(head, last)
            or (head > first and word in {"rest", "remainder"})
        ):
            return "territory"
        return "gerund" if head == first and word.endswith("ing") else "step"

    def _is_to_decide(self, head: int, last: int) -> bool:
        """Say whether a right is one of people rather than to a place: "right to self-determination"."""
        return (
            head + 2 < last and self._words[head + 1].lower in {"to", "of"} and self._words[head + 2].lower in _DECIDING
        )

    def _is_for_talks(self, head: int, last: int) -> bool:
        """Say whether "calls for", "an offer of" goes on with talks."""
        if head + 1 >= last or self._words[head + 1].lower not in {"for", "of", "to"}:
            return False
        return any(noun_senses().get(word.lower) == "talks" for word in self._words[head + 2 : min(last, head + 5)])

    def _is_of_place(self, head: int, last: int) -> bool:
        """Say whether what a noun is of, if anything, is a place: no "seizure of its rig"."""
        if head + 1 >= last or self._words[head + 1].lower not in {"of", "over", "on", "in"}:
            return True
        return self._places.is_named(head + 2, min(last, head + 9))

    def _is_all_of_place(self, head: int, last: int) -> bool:
        """Say whether words are "all of Kashmir", "two-thirds of the plateau", "the whole of it"."""
        whole = self._words[head].lower in _PARTS
        of = head + 1 < last and self._words[head + 1].lower == "of"
        return ((whole and of) or self.is_share(head, last)) and self._places.is_named(head + 2, min(last, head + 6))

    def is_share(self, head: int, last: int) -> bool:
        """Say whether words are "all of", "five of", "two-thirds of"."""
        size = self._words[head].lower
        is_size = size in _SIZES or size.endswith(_FRACTIONS)
        return is_size and head + 1 < last and self._words[head + 1].lower == "of"
