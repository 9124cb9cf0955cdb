"""Nicknames: the short forms of given names, as ``data/lexicons/nicknames.csv`` has them."""

import csv
from functools import cache

from kg.identity.transliteration import sound
from kg.resources import resource


def is_nickname(nickname: str, name: str) -> bool:
    """Say whether one given name, in small letters, is a nickname of another.

    >>> is_nickname("bob", "robert"), is_nickname("robert", "bob"), is_nickname("bill", "robert")
    (True, False, False)
    """
    return sound(nickname) in _nicknames().get(sound(name), frozenset())


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    with resource("data", "lexicons", "nicknames.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name = sound(row["name"].lower())
            found[name] = found.get(name, frozenset()).union(map(sound, row["nicknames"].lower().split("|")))
    return found
