"""Nicknames: the short forms of given names, as ``data/lexicons/nicknames.csv`` has them."""

from functools import cache

from kg.identity.transliteration import sound
from kg.resources import lexicon_rows


def is_nickname(nickname: str, name: str) -> bool:
    """Say whether one given name, in small letters, is a nickname of another.

    >>> is_nickname("bob", "robert"), is_nickname("robert", "bob"), is_nickname("bill", "robert")
    (True, False, False)
    """
    return sound(nickname) in _nicknames().get(sound(name), frozenset())


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in lexicon_rows("nicknames"):
        name = sound(row["name"].lower())
        found[name] = found.get(name, frozenset()).union(map(sound, row["nicknames"].lower().split("|")))
    return found
