"""Role nouns and titles of address where they stand in words: "deputy prime minister", "Gen.", "34-year-old"."""

import re
from collections.abc import Sequence

from kg.extraction.lexicons import RoleNoun, role_nouns, words
from kg.extraction.words import Word

_AGE = re.compile(r"\d+-year-old")
_FORMER = ("ex", "-")
_LONGEST = 4  # words of a role noun


def role_at(text: Sequence[Word], at: int, stop: int) -> tuple[int, RoleNoun] | None:
    """Return the longest role noun that begins at a word and ends before ``stop``, with the index behind it."""
    for last in range(min(at + _LONGEST, stop), at, -1):
        noun = role_nouns().get(_parts(text[at:last]))
        if noun is not None:
            return last, noun
    noun = _marked(text[at]) if at < stop else None
    return (at + 1, noun) if noun else None


def is_honorific(word: Word) -> bool:
    """Say whether a word is a title of address or a rank that stands before names."""
    return word.text in words("honorifics")


def _parts(run: Sequence[Word]) -> tuple[str, ...]:
    return tuple(part for word in run for part in word.lower.replace("-", " - ").split())


def _marked(word: Word) -> RoleNoun | None:
    """Return the role of "ex-minister" and "34-year-old"."""
    parts = _parts((word,))
    if parts[:2] == _FORMER and parts[2:] in role_nouns():
        return role_nouns()[parts[2:]]
    return RoleNoun(word.lower, "person", plural=False, gender=None) if _AGE.fullmatch(word.lower) else None
