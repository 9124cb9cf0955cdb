"""Legal instruments in a text: noun phrases like "Treaty of X", "the 1976 Y agreement", "the tribunal's ruling"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.extraction.lexicons import words
from kg.extraction.words import POSSESSIVE, Word
from kg.resources import lexicon_rows

_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_NUMBER = re.compile(r"\d+(?:/\d+)?")
_NAME_LINKS = frozenset({"of", "on", "for", "concerning", "between", "in", "relating", "regarding"})
_INNER_LINKS = frozenset({"of", "and", "the", "to", "between", "for", "in", "on"})
_PARTY_LINKS = frozenset({"with", "between"})
_COURTS = frozenset(
    {
        "court",
        "tribunal",
        "icj",
        "itlos",
        "arbitration",
        "arbitral",
        "tribunals",
        "hague",
        "un",
        "u.n.",
        "nations",
        "council",
        "assembly",
    }
)
_MAKING = frozenset(
    "signed reached brokered concluded ratified agreed struck adopted negotiated mediated sealed issued passed".split()
)
_MOST_MAKING = 6  # words of "that the two states finally signed"
_MOST_NOUNS = 3  # between the year and the noun, and behind "on"
_NO_INSTRUMENT = frozenset({"National", "Party", "Democratic", "Republican", "Academy", "Press", "Sales", "Annual"})


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun for a legal instrument, the kinds of the tables that it may mean, and what it needs to name one.

    ``strength``: ``name`` a name or year is enough, ``year`` it needs a year, ``court`` a court or year, ``number`` a
    number, ``capitals`` capital letters.
    """

    noun: str
    kinds: frozenset[str]
    strength: str
    plural: bool


@dataclass(frozen=True, slots=True)
class Instrument:
    """A phrase ``first <= i < last`` with its noun at ``head``, and what else stands in it."""

    first: int
    head: int
    head_last: int
    last: int
    noun: Noun
    year: int | None
    named: bool
    capital: bool
    court: bool
    number: str | None = None

    def names_one(self) -> bool:
        """Say whether the phrase by itself tells one instrument from others."""
        if self.noun.strength == "number":
            return (self.number is not None and (self.capital or self.court)) or (
                self.noun.plural and self.named and self.court
            )
        if self.noun.strength == "capitals":
            return self.capital and self.named
        if self.noun.strength == "court":
            return self.court and (self.year is not None or self.named)
        if self.noun.strength == "year":
            return self.year is not None and self.head > self.first + 1
        return self.named or (self.year is not None and self.head > self.first)


def year_of(word: Word) -> int | None:
    """Return the year that a word is."""
    return int(word.text) if _YEAR.fullmatch(word.text) else None


def is_number(word: Word) -> bool:
    """Say whether a word is the number of a resolution: "242", "73/295"."""
    return _NUMBER.fullmatch(word.text) is not None


@cache
def _nouns() -> dict[tuple[str, ...], Noun]:
    return {
        tuple(row[column].split()): Noun(
            row["noun"], frozenset(row["kinds"].split("|")), row["strength"], column == "plural"
        )
        for row in lexicon_rows("instruments")
        for column in ("plural", "noun")
    }


@cache
def nouns_of_instruments() -> dict[str, str]:
    """Return the nouns for legal instruments by their forms, singular and plural."""
    return {" ".join(form): noun.noun for form, noun in _nouns().items() if form}


def kinds_of(noun: str) -> frozenset[str]:
    """Return the kinds of the tables that a noun for instruments may mean; none for another word."""
    known = _nouns().get((noun.lower(),))
    return known.kinds if known else frozenset()


@cache
def _openings() -> frozenset[str]:
    """Return the first words of the nouns."""
    return frozenset(form[0] for form in _nouns() if form)


def instruments(text: tuple[Word, ...]) -> Iterator[Instrument]:
    """Yield the phrases of a paragraph whose head is such a noun, whether or not they tell which is meant."""
    at, openings = 0, _openings()
    while at < len(text):
        found = _noun_at(text, at) if text[at].lower in openings else None
        if found is None:
            at += 1
            continue
        head_last, noun = found
        one = _phrase(text, at, head_last, noun)
        if one:
            yield one
        at = max(head_last, one.last if one else at)


def joint_names(text: tuple[Word, ...], one: Instrument) -> list[tuple[int, int]]:
    """Return the names that share a plural noun: "treaties of Kars and Moscow", "Cairo and Potsdam declarations"."""
    if not one.noun.plural:
        return []
    behind = one.head_last < one.last and text[one.head_last].lower == "of"
    first, last = (one.head_last + 1, one.last) if behind else (one.first, one.head)
    names = [(first, first)]
    for at in range(first, last):
        if text[at].text in {",", "and"}:
            names.append((at + 1, at + 1))
        else:
            names[-1] = (names[-1][0], at + 1)
    return [(start, stop) for start, stop in names if start < stop]


def further_numbers(text: tuple[Word, ...], one: Instrument) -> list[int]:
    """Return where the numbers after the first stand in "resolutions 242, 338 and 497"."""
    found, at = [], one.last
    while one.noun.plural and one.number and at + 1 < len(text):
        if text[at].text not in {",", "and"} or not is_number(text[at + 1]):
            break
        found.append(at + 1)
        at += 2
    return found


def _noun_at(text: tuple[Word, ...], at: int) -> tuple[int, Noun] | None:
    """Return the longest noun that begins at a word, and the index behind it."""
    for size in (3, 2, 1):
        form = tuple(word.lower for word in text[at : at + size])
        if len(form) == size and form in _nouns():
            return at + size, _nouns()[form]
    return None


def _phrase(text: tuple[Word, ...], head: int, head_last: int, noun: Noun) -> Instrument | None:
    first = _first(text, head, head_last)
    last = _last(text, head, head_last)
    if last < len(text) and text[last].capital and last == head_last and text[head].capital:
        return None  # "Treaty Bar", "Agreement Corp"
    before, behind = text[first:head], text[head_last:last]
    year = next((year for word in before if (year := year_of(word))), None) or _year_behind(text, last)
    number = behind[0].text if noun.noun == "resolution" and behind and is_number(behind[0]) else None
    if any(word.text in _NO_INSTRUMENT for word in before):
        return None
    named = any(_is_name(word) for word in before) or (text[head].capital and any(word.capital for word in behind))
    court = noun.noun in {"advisory opinion", "arbitration case"} or any(
        word.lower in _COURTS for word in (*before, *behind)
    )
    return Instrument(first, head, head_last, last, noun, year, named, text[head].capital, court, number)


def _is_name(word: Word) -> bool:
    return (
        word.capital
        and word.lower not in words("instrument-modifiers")
        and not (word.opens and word.lower in words("function-words"))
    )


def _first(text: tuple[Word, ...], head: int, head_last: int) -> int:
    """Return where the modifiers before a noun begin: names, years, words of the list, a court in the genitive."""
    at = head
    while at > 0 and text[at - 1].sentence == text[head].sentence:
        word = text[at - 1]
        if (word.text in POSSESSIVE and at > 1) or (
            word.lower in {"of", "and"} and at > 1 and text[at - 2].capital and text[at].capital and at < head
        ):
            at -= 1
        elif word.lower in words("function-words") and not (word.text == "US" or word.text == "U.S."):
            break
        elif (
            word.capital
            or year_of(word)
            or word.lower in words("instrument-modifiers")
            or (at == head and word.text.isalpha() and _has_year_around(text, head))
            or (word.common and _has_year_before(text, at))
            or (at == head and word.common and _has_party_behind(text, head_last))
            or (at < len(text) and text[at].text in POSSESSIVE and word.lower in _COURTS)
        ):
            at -= 1
        else:
            break
    while at < head and (text[at].text in POSSESSIVE or not text[at].letters):
        at += 1
    return at


def _has_party_behind(text: tuple[Word, ...], at: int) -> bool:
    """Say whether "with X", "between X and Y" stands at a word."""
    return at + 1 < len(text) and text[at].lower in _PARTY_LINKS and text[at + 1].capital


def _has_year_around(text: tuple[Word, ...], head: int) -> bool:
    """Say whether a year stands two words before a noun ("1974 disengagement agreement") or follows it ("of 1974")."""
    return (head > 1 and year_of(text[head - 2]) is not None) or _year_behind(text, head + 1) is not None


def _has_year_before(text: tuple[Word, ...], at: int) -> bool:
    """Say whether only nouns stand between a year and the words from an index on ("2011 water sharing agreement")."""
    for word in reversed(text[max(0, at - 1 - _MOST_NOUNS) : at - 1]):
        if year_of(word):
            return True
        if not (word.common or word.lower in words("instrument-modifiers")):
            return False
    return False


def _year_behind(text: tuple[Word, ...], at: int) -> int | None:
    """Return the year of "of 1966", "in 1966", "in May 1966", "that they signed in 1966" at a word."""
    behind = [word.lower for word in text[at : at + _MOST_MAKING] if word.sentence == text[at].sentence]
    making = next((i for i, word in enumerate(behind) if word in _MAKING), None)
    if making is not None and (making == 0 or behind[0] in {"that", "which", ","}):
        at += making + 1
    if at + 1 >= len(text) or text[at].lower not in {"of", "in"}:
        return None
    is_month = text[at + 1].text in words("calendar-words") and at + 2 < len(text)
    return year_of(text[at + 2 if is_month else at + 1])


def _last(text: tuple[Word, ...], head: int, head_last: int) -> int:
    """Return where what follows the noun ends: its number, "of the X and Y", "between X and Y", "with X"."""
    at = head_last
    if at < len(text) and is_number(text[at]) and text[head].lower.startswith("resolution"):
        at += 1
        return _behind_session(text, at)
    if at + 1 >= len(text) or text[at].sentence != text[head].sentence:
        return at
    links = _NAME_LINKS | _PARTY_LINKS if text[head].capital else _PARTY_LINKS | {"on"}
    if text[head].lower == "treaties":
        links = links | {"of"}
    if text[at].lower not in links:
        return at
    end, here = at, at + 1
    while here < len(text) and text[here].sentence == text[head].sentence:
        word = text[here]
        if word.letters and word.text != word.lower:  # "Shatt al-Arab"
            here += 1
            end = here
        elif word.lower in _INNER_LINKS and not (word.lower in {"in", "on"} and not text[head].capital):
            here += 1
        else:
            break
    if end == at and text[at].lower == "on" and any(year_of(word) for word in text[max(0, head - 3) : head]):
        return _behind_subject(text, at + 1, head_last)
    return end if end > at else head_last


def _behind_subject(text: tuple[Word, ...], at: int, otherwise: int) -> int:
    """Return the index behind what an instrument is on, in small letters: "on fisheries", "on dividing the river"."""
    end = otherwise
    for here in range(at, min(at + _MOST_NOUNS, len(text))):
        word = text[here]
        if word.sentence != text[at - 1].sentence or not word.letters:
            break
        if word.common:
            end = here + 1
        elif word.lower not in {"and", "the"} | words("instrument-modifiers") and not (
            here == at and word.lower.endswith("ing")
        ):
            break
    return end


def _behind_session(text: tuple[Word, ...], at: int) -> int:
    """Return the index behind "(XX)", the session of a numbered resolution."""
    is_session = (
        at + 2 < len(text) and text[at].text == "(" and text[at + 2].text == ")" and text[at + 1].text.isupper()
    )
    return at + 3 if is_session else at
