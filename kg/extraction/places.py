"""How words speak of places: as disputed, as where something else is, by a new name, or by a description."""

import csv
from collections.abc import Iterator
from functools import cache

from kg.extraction.words import PREPOSITIONS, Word
from kg.resources import resource

MOST_BETWEEN, MOST_BEHIND = 4, 6  # words
_DETERMINERS = frozenset({"the", "these", "those", "this", "both"})


@cache
def dispute_words(stands: str) -> frozenset[str]:
    """Return the words by which a place is told to be disputed, of those that stand in one way with its name.

    An ``adjective`` alone does for an unknown name ("the disputed X Islands"). A known one is the object of what stands
    ``before`` it, at most some words in ``between`` ("sovereignty over all of X"), but not of ``ruling`` ("ruled over
    X", which is history), or of what stands ``behind`` ("X's status"), or the subject of a ``predicate`` after a
    ``copula`` ("X is part of").
    """
    with resource("data", "lexicons", "disputed-places.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(row["word"] for row in csv.DictReader(file) if row["stands"] == stands)


@cache
def geographic_nouns() -> dict[str, frozenset[str]]:
    """Return the common nouns for land and sea with the types of territories that they may mean."""
    with resource("data", "lexicons", "geographic-nouns.csv").open(encoding="utf-8", newline="") as file:
        return {row["noun"]: frozenset(row["types"].split("|")) for row in csv.DictReader(file)}


def is_locator(text: tuple[Word, ...], first: int, last: int) -> bool:
    """Say whether a name only tells where something else is: "islands in the X Sea", "stretches from the X to"."""
    at = first - 1 if first and text[first - 1].lower == "the" else first
    if at < 2:
        return False
    if text[at - 1].lower == "of" and text[at - 2].lower in {
        "end",
        "tip",
        "edge",
        "coast",
        "south",
        "north",
        "east",
        "west",
    }:
        return True
    if text[at - 1].lower == "from" and last < len(text) and text[last].lower == "to":
        return True
    return text[at - 1].lower == "in" and text[at - 2].text in geographic_nouns()


def is_object_of_dispute(text: tuple[Word, ...], first: int, last: int) -> bool:
    """Say whether words around a name speak of it as disputed: "sovereignty over X", "X's status", "X is part of"."""
    before, behind, copulas = dispute_words("before"), dispute_words("behind"), dispute_words("copula")
    at = first - 1
    while at >= 0 and at > first - 1 - MOST_BETWEEN and text[at].lower in dispute_words("between"):
        at -= 1
    if at >= 0 and text[at].sentence == text[first].sentence and text[at].lower in before:
        return not (text[at].lower == "over" and at and text[at - 1].lower in dispute_words("ruling"))
    after = [word.lower for word in text[last : last + MOST_BEHIND] if word.sentence == text[first].sentence]
    if not after:
        return False
    if after[0] in behind or (after[0] in {"'s", "’s"} and behind & {*after[1:3]}):
        return True
    return (
        after[0] in {*copulas, "and", ","}
        and not copulas.isdisjoint(after)
        and not dispute_words("predicate").isdisjoint(after)
    )


def contested_names(text: tuple[Word, ...]) -> Iterator[tuple[int, int]]:
    """Yield the names that their words say are disputed: "the disputed X Islands", "X, claimed by both"."""
    for at, word in enumerate(text):
        if word.lower in dispute_words("adjective") and not _is_passive(text, at):
            yield from _name_behind(text, at + 1)
        elif word.lower == "claimed" and at + 1 < len(text) and text[at + 1].lower == "by" and at > 1:
            comma = at - 1 if text[at - 1].text == "," else None
            if comma and (name := _name_before(text, comma)):
                yield name


def _is_passive(text: tuple[Word, ...], at: int) -> bool:
    return at + 1 < len(text) and text[at + 1].lower in PREPOSITIONS


def _name_behind(text: tuple[Word, ...], at: int) -> Iterator[tuple[int, int]]:
    """Yield a name after "disputed": "X Islands", "island of X", both with a geographic noun."""
    if at + 2 < len(text) and text[at].lower in geographic_nouns() and text[at + 1].lower == "of":
        at += 2
        last = _capitals(text, at)
        if last > at:
            yield at, last
        return
    last = _capitals(text, at)
    if last > at and last < len(text) and text[last].lower in geographic_nouns():
        yield at, last + 1
    elif last > at + 1 and text[last - 1].lower in geographic_nouns():
        yield at, last


def _name_before(text: tuple[Word, ...], stop: int) -> tuple[int, int] | None:
    first = stop
    while first and (text[first - 1].capital or (first == stop and text[first - 1].lower in geographic_nouns())):
        first -= 1
    return (first, stop) if stop - first > 1 and text[stop - 1].lower in geographic_nouns() else None


def _capitals(text: tuple[Word, ...], at: int) -> int:
    last = at
    while last < len(text) and text[last].capital and text[last].sentence == text[at].sentence:
        last += 1
    return last


def descriptions(text: tuple[Word, ...]) -> Iterator[tuple[int, int]]:
    """Yield noun phrases like "the disputed islands", "these waters", from the determiner to the noun."""
    for at, word in enumerate(text):
        if word.lower not in _DETERMINERS:
            continue
        last = at + 1
        while last < len(text) and (
            text[last].lower in dispute_words("adjective")
            or text[last].lower in {"two", "four", "five", "whole", "entire"}
        ):
            last += 1
        if last < len(text) and text[last].text in geographic_nouns() and not _goes_on(text, last):
            yield at, last + 1


def _goes_on(text: tuple[Word, ...], noun: int) -> bool:
    """Say whether the phrase is about something else: "the island of Jeju", "the island nation"."""
    return noun + 1 < len(text) and (
        text[noun + 1].lower == "of"
        or text[noun + 1].text in geographic_nouns()
        or text[noun + 1].lower in {"nation", "state"}
    )
