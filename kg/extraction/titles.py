"""Role nouns and titles of address where they stand in words: "deputy prime minister", "Gen.", "34-year-old"."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain

from kg.extraction.lexicons import RoleNoun, role_nouns, words
from kg.extraction.words import Word

_AGE = re.compile(r"\d+-year-old")
_PREFIXES = frozenset({"ex", "vice", "deputy", "co", "acting"})
_WITH_PORTFOLIO = frozenset({"minister", "secretary", "undersecretary", "commissioner"})
_OF, _BETWEEN = frozenset({"of", "for"}), frozenset({"and", ",", "the"})
_LONGEST = 4  # words of a role noun


def role_at(text: Sequence[Word], at: int, stop: int) -> tuple[int, RoleNoun] | None:
    """Return the longest role noun that begins at a word and ends before ``stop``, with the index behind it."""
    if at >= stop or not may_open_role(text[at].lower):
        return None
    longest = _openings().get(_parts(text[at].lower)[0], 1)
    parts = [_parts(word.lower) for word in text[at : min(at + longest, stop)]]
    for last in range(at + len(parts), at, -1):
        noun = role_nouns().get(tuple(chain.from_iterable(parts[: last - at])))
        if noun is not None and (not noun.noun.isupper() or text[at].text.isupper()):  # "the PM", not "5 pm"
            return _with_portfolio(text, last, stop, noun)
    noun = _marked(text[at].lower)
    return _with_portfolio(text, at + 1, stop, noun) if noun else None


def _with_portfolio(text: Sequence[Word], last: int, stop: int, noun: RoleNoun) -> tuple[int, RoleNoun]:
    """Return the index behind a role noun and what a minister is of ("of foreign affairs and trade"), with the noun."""
    if noun.noun not in _WITH_PORTFOLIO:
        return last, noun
    at = end = last
    while at < stop and text[at].sentence == text[last - 1].sentence:
        if text[at].lower in words("portfolios") and at > last:
            end = at + 1
        elif text[at].lower not in (_OF if at == last else _BETWEEN):
            break
        at += 1
    return end, noun


def is_honorific(word: Word) -> bool:
    """Say whether a word is a title of address or a rank that stands before names."""
    return word.text in words("honorifics")


@lru_cache(maxsize=10_000)
def _parts(word: str) -> tuple[str, ...]:
    return tuple(word.replace("-", " - ").split())


@lru_cache(maxsize=10_000)
def may_open_role(word: str) -> bool:
    """Say whether a word can be the first of a role noun: few can."""
    parts = _parts(word)
    return bool(parts) and (parts[0] in _openings() or _marked(word) is not None)


@cache
def _openings() -> dict[str, int]:
    """Return the first parts of role nouns, with the most words that a noun has that begins so."""
    longest: dict[str, int] = {}
    for first, *rest in role_nouns():
        longest[first] = min(max(longest.get(first, 1), 1 + len(rest)), _LONGEST)
    return longest


def _marked(word: str) -> RoleNoun | None:
    """Return the role of "ex-minister", "vice-minister" and "34-year-old"."""
    parts = _parts(word)
    if parts[0] in _PREFIXES and parts[1:2] == ("-",) and parts[2:] in role_nouns():
        return role_nouns()[parts[2:]]
    return RoleNoun(word, "person", plural=False, gender=None) if _AGE.fullmatch(word) else None
