"""Measures of likeness: of names, of words, and of places in a text."""

import re
import unicodedata
from collections.abc import Iterable

Chars = frozenset[int]  # places of characters in a text

_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'"})
_POSSESSIVE = re.compile(r"'s")
_NO_WORD = re.compile(r"[^a-z0-9 ]+")
_SMALL_WORDS = frozenset({"the", "a", "an", "of"})
_LINE_END = re.compile(r"\r\n|\r|\n")
_SENTENCE_END = re.compile(r"(?<=[.!?])(?=\s)|\n")


def harmonic(one: float, other: float) -> float:
    """Return the harmonic mean of two shares, 0 where both are 0."""
    return 2 * one * other / (one + other) if one + other else 0.0


def name_form(name: str | None) -> str:
    """Return a name as it is compared: plain small letters, without articles and possessive endings.

    >>> name_form("The Kremlin’s São Tomé")
    'kremlin sao tome'
    """
    plain = unicodedata.normalize("NFKD", (name or "").translate(_APOSTROPHES)).encode("ascii", "ignore").decode()
    words = _NO_WORD.sub(" ", _POSSESSIVE.sub(" ", plain.lower())).split()
    return " ".join(word for word in words if word not in _SMALL_WORDS)


def is_same_person(one: str, other: str) -> bool:
    """Say whether two name forms can be one person's: the shorter within the longer, a single word as its last.

    >>> is_same_person("abe", "shinzo abe"), is_same_person("shinzo", "shinzo abe")
    (True, False)
    """
    short, long = sorted((one.split(), other.split()), key=len)
    if not short:
        return False
    return short == long or (set(short) <= set(long) and (len(short) > 1 or short[0] == long[-1]))


def word_likeness(one: str | None, other: str | None) -> float:
    """Return the F1 of the words that two phrases share."""
    return _likeness(set(name_form(one).split()), set(name_form(other).split()))


def ink(text: str, places: Iterable[tuple[int, int]]) -> Chars:
    """Return the characters at some places that are no white space: what a mark of one editor or another holds.

    >>> sorted(ink("He  said", [(0, 5)]))
    [0, 1, 4]
    """
    return frozenset(i for start, end in places for i in range(start, end) if not text[i].isspace())


def runs(text: str, chars: Chars) -> list[tuple[int, int]]:
    """Return the unbroken parts of some characters; white space breaks none.

    >>> runs("He  said no", frozenset({0, 1, 4, 5, 10}))
    [(0, 6), (10, 11)]
    """
    parts: list[tuple[int, int]] = []
    for char in sorted(chars):
        if parts and not text[parts[-1][1] : char].strip():
            parts[-1] = (parts[-1][0], char + 1)
        else:
            parts.append((char, char + 1))
    return parts


def words_at(text: str, chars: Chars) -> str:
    """Return the words that some characters make.

    >>> words_at("He  said no", frozenset({0, 1, 9, 10}))
    'He no'
    """
    return " ".join(" ".join(text[start:end].split()) for start, end in runs(text, chars))


def line_of(text: str, chars: Chars) -> int | None:
    """Return the number of the line in which some characters begin; None where there are none."""
    return len(_LINE_END.findall(text, 0, min(chars))) + 1 if chars else None


def overlap(one: Chars, other: Chars) -> float:
    """Return the F1 of the characters that two places in a text share."""
    return _likeness(one, other)


def _likeness(one: set[str] | Chars, other: set[str] | Chars) -> float:
    if not one or not other:
        return 0.0
    both = len(one & other)
    return harmonic(both / len(one), both / len(other))


def share_likeness(hits: int, found: int, expected: int) -> float:
    """Return the F1 of hits among what was found and what was expected; 1 where neither has any."""
    if not found and not expected:
        return 1.0
    return harmonic(min(hits / found, 1.0) if found else 0.0, hits / expected if expected else 0.0)


def sentences_around(chars: Chars, text: str) -> Chars:
    """Return the characters from the start of the first sentence touched to the end of the last."""
    if not chars:
        return chars
    first, last = min(chars), max(chars)
    start = max(
        (match.end() for match in _SENTENCE_END.finditer(text, 0, first + 1) if match.end() <= first), default=0
    )
    end = next((match.start() for match in _SENTENCE_END.finditer(text, last + 1)), len(text))
    return frozenset(range(start, max(end, last + 1)))


def best_pairs(candidates: Iterable[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """Pair each of one side with at most one of the other, the likeliest first.

    >>> best_pairs([(0.6, 0, 0), (0.9, 0, 1), (0.5, 1, 0), (0.8, 1, 1)])
    [(0, 1), (1, 0)]
    """
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, left, right in sorted(candidates, reverse=True):
        if left not in pairs and right not in taken:
            pairs[left] = right
            taken.add(right)
    return sorted(pairs.items())
