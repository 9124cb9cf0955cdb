"""How words speak of places: as disputed, as where something else is, by a new name, or by a description."""

import csv
from collections.abc import Iterator
from functools import cache

from kg.extraction.words import PREPOSITIONS, Word
from kg.resources import resource

_OBJECT_BEFORE = frozenset(
    "over took retook claim claims claimed claiming annex annexed annexing annexation recognize recognise "
    "recognizes recognises recognized recognised recognition invade invaded invasion seize seized retake "
    "reunify reunification unification "
    "occupy occupied part status sovereignty independence breakaway disputed contested separatist secessionist "
    "self-ruled self-governed self-governing self-declared self-proclaimed unrecognized unrecognised".split()
)
_BETWEEN = frozenset("the of on to with all most island democratic as an inalienable".split())
_QUESTION_BEHIND = frozenset("independence status sovereignty secession dispute conflict question statehood".split())
_JUDGED_BEHIND = frozenset(
    "part recognized recognised disputed claimed breakaway unrecognized annexed ours occupied".split()
)
_COPULAS = frozenset({"is", "are", "was", "were", "remains", "be", "has", "been", "declared"})
_CONTESTED = frozenset({"disputed", "contested", "breakaway", "annexed", "occupied"})
_DETERMINERS = frozenset({"the", "these", "those", "this", "both"})


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
    at = first - 1
    while at >= 0 and at > first - 5 and text[at].lower in _BETWEEN:
        at -= 1
    if at >= 0 and text[at].sentence == text[first].sentence and text[at].lower in _OBJECT_BEFORE:
        return True
    behind = [word.lower for word in text[last : last + 6] if word.sentence == text[first].sentence]
    if not behind:
        return False
    if behind[0] in _QUESTION_BEHIND or (behind[0] in {"'s", "’s"} and _QUESTION_BEHIND & {*behind[1:3]}):
        return True
    return behind[0] in {*_COPULAS, "and", ","} and bool(_COPULAS & {*behind}) and bool(_JUDGED_BEHIND & {*behind})


def contested_names(text: tuple[Word, ...]) -> Iterator[tuple[int, int]]:
    """Yield the names that their words say are disputed: "the disputed X Islands", "X, claimed by both"."""
    for at, word in enumerate(text):
        if word.lower in _CONTESTED and not _is_passive(text, at):
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
            text[last].lower in _CONTESTED or text[last].lower in {"two", "four", "five", "whole", "entire"}
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
