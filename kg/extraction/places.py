"""How words speak of places: as disputed, as where something else is, by a new name, or by a description."""

from collections.abc import Iterator
from functools import cache

from kg.extraction.lexicons import words
from kg.extraction.words import PREPOSITIONS, Word
from kg.resources import lexicon_rows

MOST_BETWEEN, MOST_BEHIND = 4, 6  # words
_DETERMINERS = frozenset({"the", "these", "those", "this", "both"})
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_COUNTING = frozenset({"whole", "entire", *_NUMBERS})
_VAGUE = frozenset({"area"})  # nouns that mean a place only with an adjective
_EPITHET_ENDS = ("-rich", "-held", "-controlled", "-administered", "-occupied", "-ruled", "-claimed", "-run", "-backed")
_LEADING = frozenset({"lake", "mount"})  # these stand first in a name: "Lake X"
_MOST_APPOSED = 4  # words of "X, a small rocky island"
_MOST_BEFORE = 3  # words from "disputed" to the noun of "disputed border town of X"
_DENYING = frozenset({"nobody", "none", "never", "not", "one"})  # "no one claims X Islands"
_MOST_CLAIMED = 6  # words of "X, which both countries also claim"


@cache
def dispute_words(stands: str) -> frozenset[str]:
    """Return the words by which a place is told to be disputed, of those that stand in one way with its name.

    An ``adjective`` alone does for an unknown name ("the disputed X Islands"). A known one is the object of what stands
    ``before`` it, at most some words in ``between`` ("sovereignty over all of X"), but not of ``ruling`` ("ruled over
    X", which is history), or of what stands ``behind`` ("X's status"), or the subject of a ``predicate`` after a
    ``copula`` ("X is part of"). An unknown name with a geographic noun also stands behind what is a ``contest``
    ("a claim to X Island") or of ``taking`` ("annexed X Island"), or before a ``verb`` ("X Island, which both claim")
    or a ``passive`` with "by" ("X Island is claimed by").
    """
    return frozenset(row["word"] for row in lexicon_rows("disputed-places") if row["stands"] == stands)


@cache
def geographic_nouns() -> dict[str, frozenset[str]]:
    """Return the common nouns for land and sea with the types of territories that they may mean."""
    return {row["noun"]: frozenset(row["types"].split("|")) for row in lexicon_rows("geographic-nouns")}


def is_locator(text: tuple[Word, ...], first: int, last: int) -> bool:
    """Say whether a name only tells where something else is: "islands in the X Sea", "rocks of the Y chain".

    One reef or rock of a group does not: who speaks of it speaks of the group.
    """
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
    is_within = text[at - 1].lower == "in" or (text[at - 1].lower == "of" and at < first)
    return is_within and text[at - 2].text in geographic_nouns() and text[at - 2].text.endswith("s")


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


def is_called_place(text: tuple[Word, ...], first: int, last: int, types: frozenset[str]) -> bool:
    """Say whether words beside a name call it a place of some type: "X, a small island", "the island of X"."""
    nouns = geographic_nouns()
    if first > 1 and text[first - 1].lower == "of" and types & nouns.get(text[first - 2].lower, frozenset()):
        return True
    apposed = [word for word in text[last : last + 2 + _MOST_APPOSED] if word.sentence == text[first].sentence]
    return [word.lower for word in apposed[:2]] in ([",", "a"], [",", "an"], [",", "the"]) and any(
        types & nouns.get(word.lower, frozenset()) for word in apposed[2:]
    )


def contested_names(text: tuple[Word, ...]) -> Iterator[tuple[int, int]]:
    """Yield the names that their words say are disputed, with a geographic noun in them.

    "The disputed X Islands", "sovereignty over X Island", "X Valley, claimed by both", "Lake X, which both claim",
    "the X Islands are also claimed by".
    """
    adjectives, contests = dispute_words("adjective"), dispute_words("contest")
    taking, copulas = dispute_words("taking"), dispute_words("copula")
    for at, word in enumerate(text):
        is_adjective = word.lower in adjectives and not _is_passive(text, at)
        is_contest = word.lower in {"over", "to"} and at > 0 and text[at - 1].lower in contests
        if is_adjective or is_contest:
            yield from _name_behind(text, _behind_article(text, at + 1))
        elif word.lower in taking and not (at and text[at - 1].lower in _DENYING):
            yield from _capitals_with_noun(text, _behind_article(text, at + 1))
        elif (word.text == "," or word.lower in copulas) and _is_claimed(text, at + 1):
            yield from _name_before(text, at)


def _behind_article(text: tuple[Word, ...], at: int) -> int:
    return at + 1 if text[at : at + 1] and text[at].lower == "the" else at


def _is_claimed(text: tuple[Word, ...], at: int) -> bool:
    """Say whether a clause calls what it follows claimed: "claimed by", "which both countries claim"."""
    clause = [word.lower for word in text[at : at + _MOST_CLAIMED + 1] if word.sentence == text[at - 1].sentence]
    if clause[:1] == ["also"]:
        del clause[0]
    if clause[1:2] == ["by"] and clause[0] in dispute_words("passive"):
        return True
    if not clause or clause[0] not in {"which", "that"}:
        return False
    verb = next((i for i, word in enumerate(clause) if word in dispute_words("verb")), 0)
    behind = clause[verb + 1 : verb + 2]
    return verb > 1 and (not behind or not behind[0].isalpha() or behind[0] in PREPOSITIONS | {"and", "but"})


def _is_passive(text: tuple[Word, ...], at: int) -> bool:
    return at + 1 < len(text) and text[at + 1].lower in PREPOSITIONS


def _name_behind(text: tuple[Word, ...], at: int) -> Iterator[tuple[int, int]]:
    """Yield a name after "disputed": "X Islands", "island of X", "border town of X", all with a geographic noun."""
    behind = next((i for i in range(at, at + _MOST_BEFORE) if text[i + 1 : i + 2] and text[i + 1].lower == "of"), at)
    if all(word.common or word.lower in words("instrument-modifiers") for word in text[at:behind]):
        at = behind
    if at + 2 < len(text) and text[at].lower in geographic_nouns() and text[at + 1].lower == "of":
        at += 2
        last = _capitals(text, at)
        if last > at:
            yield at, last
        return
    last = _capitals(text, at)
    if last > at and last < len(text) and text[last].lower in geographic_nouns():
        yield at, last + 1
    else:
        yield from _capitals_with_noun(text, at)


def _capitals_with_noun(text: tuple[Word, ...], at: int) -> Iterator[tuple[int, int]]:
    """Yield a name that begins at a word and holds a geographic noun itself: "X Island", "Lake X"."""
    last = _capitals(text, at)
    if last > at + 1 and (text[last - 1].lower in geographic_nouns() or text[at].lower in _LEADING):
        yield at, last


def _name_before(text: tuple[Word, ...], stop: int) -> Iterator[tuple[int, int]]:
    """Yield the name that ends before a word, with a geographic noun in it."""
    first = stop
    while (
        first
        and text[first - 1].lower not in _DETERMINERS
        and (text[first - 1].capital or (first == stop and text[first - 1].lower in geographic_nouns()))
    ):
        first -= 1
    is_place = text[stop - 1].lower in geographic_nouns() or text[first].lower in _LEADING
    if stop - first > 1 and is_place:
        yield first, stop


def _capitals(text: tuple[Word, ...], at: int) -> int:
    last = at
    while last < len(text) and text[last].capital and text[last].sentence == text[at].sentence:
        last += 1
    return last


def descriptions(text: tuple[Word, ...]) -> Iterator[tuple[int, int]]:
    """Yield noun phrases like "the disputed islands", "these waters", "the tiny rock", from determiner to noun."""
    for at, word in enumerate(text):
        if word.lower not in _DETERMINERS:
            continue
        last = at + 1
        while last < len(text) and (_is_epithet(text[last].lower) or text[last].lower in _COUNTING):
            last += 1
        is_vague = last == at + 1 and last < len(text) and text[last].lower in _VAGUE
        if last < len(text) and text[last].text in geographic_nouns() and not (is_vague or _goes_on(text, last)):
            yield at, last + 1


def is_told_disputed(text: tuple[Word, ...], first: int, last: int) -> bool:
    """Say whether a description tells that the place is disputed, or is the object of a claim: "claim the enclave"."""
    adjectives = any(word.lower in dispute_words("adjective") for word in text[first:last])
    return adjectives or is_object_of_dispute(text, first, last)


def _is_epithet(word: str) -> bool:
    """Say whether a word may stand between the determiner and the noun of a description: "the oil-rich region"."""
    return word in dispute_words("adjective") or word in words("place-epithets") or word.endswith(_EPITHET_ENDS)


def count_of(description: tuple[Word, ...]) -> int | None:
    """Return how many places a description means by a number: 2 of "both islands"; None where it has none."""
    return next((_NUMBERS[word.lower] for word in description if word.lower in _NUMBERS), None)


def types_of_one(noun: str) -> frozenset[str]:
    """Return the types of one of the places that a plural means: those of "city" for "cities"."""
    singular = noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")
    return geographic_nouns().get(singular, frozenset()) if singular != noun else frozenset()


def _goes_on(text: tuple[Word, ...], noun: int) -> bool:
    """Say whether the phrase is about something else: "the island of Jeju", "the island nation"."""
    return noun + 1 < len(text) and (
        text[noun + 1].lower == "of"
        or text[noun + 1].text in geographic_nouns()
        or text[noun + 1].lower in {"nation", "state"}
    )
