"""What words tell of which events: verbs and nouns with their objects, read from ``data/lexicons/event-words.csv``."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from kg.resources import lexicon_rows

VerbForm = Literal["base", "third", "past", "participle", "gerund", "noun"]
_DOUBLED = frozenset("bdgmnprt")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A form of a word or phrase that tells of an event of a type.

    ``objects`` are words one of which must follow (of a passive: stand before); ``classes`` names like ``actor`` and
    ``territory`` that may stand in for them; ``needs`` what else must be there (see `kg.extraction.happenings.needs`).
    """

    form: tuple[str, ...]
    tenses: frozenset[VerbForm]
    type: str
    subtype: str
    objects: frozenset[str]
    classes: frozenset[str]
    needs: str

    @property
    def is_noun(self) -> bool:
        """Whether the head is a noun."""
        return "noun" in self.tenses


@cache
def noun_classes() -> dict[str, frozenset[str]]:
    """Return the classes of nouns that take part in events: troops, ships, envoys, deals ..."""
    return {row["class"]: frozenset(row["nouns"].split()) for row in lexicon_rows("event-nouns")}


@cache
def class_of(noun: str) -> str:
    """Return the first class of nouns that one is in; the noun itself where it is in none."""
    return next((name for name, nouns in noun_classes().items() if noun in nouns), noun)


@cache
def patterns() -> dict[str, tuple[Pattern, ...]]:
    """Return the patterns by their first lower-case word, the most particular first."""
    found: dict[str, list[Pattern]] = {}
    for row in lexicon_rows("event-words"):
        for pattern in _patterns(row):
            found.setdefault(pattern.form[0], []).append(pattern)
    return {first: tuple(sorted(several, key=_particular)) for first, several in found.items()}


def _particular(pattern: Pattern) -> tuple[int, bool, bool]:
    return -len(pattern.form), not pattern.objects, not pattern.needs


def _patterns(row: dict[str, str]) -> Iterator[Pattern]:
    first, *rest = row["word"].lower().split()
    objects, classes = _objects(row["objects"])
    forms: dict[str, set[VerbForm]] = {first: {"noun"}} if row["pos"] == "n" else inflections(first)
    for form, tenses in forms.items():
        yield Pattern((form, *rest), frozenset(tenses), row["type"], row["subtype"], objects, classes, row["needs"])


def _objects(cell: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the object words of a cell with those of its classes, and the classes that are no lists of words."""
    parts = [part for part in cell.split("|") if part]
    named = {part[1:] for part in parts if part.startswith("@")}
    listed = {noun for name in named for noun in noun_classes().get(name, ())}
    plain = {part for part in parts if not part.startswith("@")}
    return frozenset(listed | plain), frozenset(named - noun_classes().keys())


@cache
def inflections(lemma: str) -> dict[str, set[VerbForm]]:
    """Return the forms of a verb, each with what it may be.

    >>> sorted(inflections("annex"))
    ['annex', 'annexed', 'annexes', 'annexing']
    """
    past, participle = _past(lemma)
    forms: dict[str, set[VerbForm]] = {}
    for form, tense in (
        (lemma, "base"),
        (_third(lemma), "third"),
        (_stem(lemma) + "ing", "gerund"),
    ):
        forms.setdefault(form, set()).add(tense)  # type: ignore[arg-type]  # the literals above
    for form in past:
        forms.setdefault(form, set()).add("past")
    for form in participle:
        forms.setdefault(form, set()).add("participle")
    return forms


def _past(lemma: str) -> tuple[list[str], list[str]]:
    row = _irregular().get(lemma)
    if row:
        return row["past"].split("|"), row["participle"].split("|")
    regular = lemma[:-1] + "ied" if _ends_in_y(lemma) else (lemma + "d" if lemma.endswith("e") else _stem(lemma) + "ed")
    return [regular], [regular]


def _third(lemma: str) -> str:
    if _ends_in_y(lemma):
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "o")) else "s")


def _stem(lemma: str) -> str:
    """Return a verb as it stands before -ed and -ing: without a mute e, its last letter doubled where need be."""
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe")):
        return lemma[:-1]
    past = _irregular().get(lemma, {}).get("past", "")
    if past.endswith(lemma[-1] * 2 + "ed") or (len(lemma) < 5 and _is_short(lemma)):
        return lemma + lemma[-1]
    return lemma


def _is_short(lemma: str) -> bool:
    vowels = [char in "aeiou" for char in lemma]
    return len(lemma) > 2 and lemma[-1] in _DOUBLED and vowels[-2] and sum(vowels) == 1


def _ends_in_y(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2] not in "aeiou"


@cache
def _irregular() -> dict[str, dict[str, str]]:
    return {row["lemma"]: row for row in lexicon_rows("irregular-verbs")}
