"""Capitalized names in a paragraph: persons, organizations and names of the gazetteer, with the titles before them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.extraction.lexicons import RoleNoun, role_nouns, words
from kg.extraction.words import POSSESSIVE, Word, function_words
from kg.gazetteer import Match, Name

_AGE = re.compile(r"\d+-year-old")
_PARTICLES = frozenset(
    "bin bint ibn al el van von der den de da do dos del della di du la le ter ten y zu st st.".split()
)
_LINKS = frozenset({"of", "for", "and", "the", "&", "on", "in"})
_NAME_TOO = frozenset({"March", "Mon", "Wed", "Thu", "Sat", "Sun", "May", "April", "June", "August", "Jan"})
_COMPOUND_ENDS = frozenset(
    "majority based led held controlled occupied administered backed born speaking style era owned run wide ruled "
    "educated made built funded sponsored annexed claimed linked friendly".split()
)
_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "VI", "VII", "VIII"})


@dataclass(frozen=True, slots=True)
class Run:
    """A run of capitalized words ``first <= i < last`` and what it was read as.

    ``names`` are what the gazetteer knows of it; ``kind`` is "entity", "person", "organization" or "acronym";
    ``strong`` says that the form alone tells what it is.
    """

    first: int
    last: int
    kind: str
    names: tuple[Name, ...] = ()
    strong: bool = False


def runs(text: tuple[Word, ...], matches: Mapping[int, Match], common: frozenset[str]) -> Iterator[Run]:
    """Yield the names in a paragraph's words.

    ``matches`` are the gazetteer's by first character; ``common`` the lower-case words of the article, by which an
    ordinary word that opens a sentence is told from a name.
    """
    at = 0
    while at < len(text):
        entity = _entity(text, at, matches)
        last = _capital_run(text, at, common)
        if entity and entity.last >= last:
            yield entity
            at = entity.last
        elif last > at:
            yield from _parts(text, at, last, matches)
            at = last
        else:
            at += 1


def role_at(text: tuple[Word, ...], at: int, stop: int) -> tuple[int, RoleNoun] | None:
    """Return the longest role noun that begins at a word, with the index behind it."""
    nouns = role_nouns()
    for size in (4, 3, 2, 1):
        if at + size <= stop:
            form = tuple(part for word in text[at : at + size] for part in word.lower.replace("-", " - ").split())
            if form in nouns:
                return at + size, nouns[form]
            if size == 1 and form[:2] == ("ex", "-") and form[2:] in nouns:
                return at + size, nouns[form[2:]]
            if size == 1 and _AGE.fullmatch(text[at].lower):
                return at + size, RoleNoun(text[at].lower, "person", plural=False, gender=None)
    return None


def is_honorific(word: Word) -> bool:
    """Say whether a word is a title of address or a rank that stands before names."""
    return word.text in words("honorifics")


def _entity(text: tuple[Word, ...], at: int, matches: Mapping[int, Match]) -> Run | None:
    match = matches.get(text[at].start)
    if match is None:
        return None
    last = at
    while last < len(text) and text[last].start < match.span.end:
        last += 1
    return Run(at, last, "entity", match.names, strong=not all(name.ambiguous for name in match.names))


def _capital_run(text: tuple[Word, ...], at: int, common: frozenset[str]) -> int:
    """Return the index behind the capitalized words that begin here; the index itself where none do."""
    if not _is_name_word(text, at, common):
        return at
    last = at + 1
    while last < len(text) and text[last].sentence == text[at].sentence:
        if _is_name_word(text, last, common) or text[last].text in _SUFFIXES or text[last].text in _NAME_TOO:
            last += 1
        elif behind := _behind_particles(text, last, common):
            last = behind
        elif (
            text[last].text in POSSESSIVE
            and last + 1 < len(text)
            and text[last + 1].text in words("organization-words")
        ):
            last += 2
        elif text[last].lower in _LINKS and (behind := _linked(text, at, last, common)):
            last = behind
        else:
            break
    return last


def _behind_particles(text: tuple[Word, ...], at: int, common: frozenset[str]) -> int | None:
    """Return the index behind "van der Meer", "al-Hariri" or "bin Turki" within a name."""
    last = at
    while last < len(text) and text[last].lower in _PARTICLES:
        last += 1
    if last > at and last < len(text) and _is_name_word(text, last, common):
        return last + 1
    head, _, rest = text[at].text.partition("-")
    return at + 1 if head in _PARTICLES and rest[:1].isupper() else None


def _linked(text: tuple[Word, ...], first: int, at: int, common: frozenset[str]) -> int | None:
    """Return the index behind "of the X" where the words before are an organization's ("Communist Party of China")."""
    if not any(word.text in words("organization-words") for word in text[first:at]):
        return None
    if text[at].lower in {"and", "the", "in", "on"}:
        return None
    last = at + 1
    while last < len(text) and text[last].lower in {"the", "and"}:
        last += 1
    if last >= len(text) or not _is_name_word(text, last, common):
        return None
    if text[at].lower == "of" and role_at(text, last, len(text)) and not text[last].capital:
        return None
    return last + 1


def _is_name_word(text: tuple[Word, ...], at: int, common: frozenset[str]) -> bool:
    word = text[at]
    if not word.capital or word.text in words("calendar-words"):
        return False
    if word.text.rpartition("-")[2] in _COMPOUND_ENDS:
        return False
    if word.lower in function_words() and word.text not in {"US", "IT"} and len(word.text) > 1:
        return False
    if len(word.text) == 1:
        return word.text not in {"I", "A"} or (at + 1 < len(text) and text[at + 1].text == ".")
    return not (word.opens and word.lower in common)


def _parts(text: tuple[Word, ...], first: int, last: int, matches: Mapping[int, Match]) -> Iterator[Run]:
    """Yield what a capitalized run holds: names of the gazetteer and others between roles and modifiers."""
    if (
        last - first > 2
        and text[first].text in {"Police", "Army", "Navy"}
        and not any(word.text in words("organization-words") for word in text[first + 1 : last])
    ):
        first += 1
    if any(word.text in words("organization-words") for word in text[first:last]) and not _has_title(text, first, last):
        yield Run(first, last, "organization", _names_within(text, first, last, matches), strong=True)
        return
    at = first
    while at < last:
        entity = _entity(text, at, matches)
        role = role_at(text, at, last)
        if entity and entity.last <= last and not _is_part_of_person(text, entity, last):
            yield entity
            at = entity.last
        elif role and (role[0] < last or role[0] - at > 1 or not text[at].capital or at > first or text[at].opens):
            at = role[0]
        elif is_honorific(text[at]) or text[at].lower in words("role-modifiers"):
            at += 1
        else:
            stop = _person_stop(text, at, last, matches)
            run = _person(text, at, stop)
            if run:
                yield run
            at = stop


def _names_within(text: tuple[Word, ...], first: int, last: int, matches: Mapping[int, Match]) -> tuple[Name, ...]:
    """Return the gazetteer's names for exactly these words, with or without an article before."""
    match = matches.get(text[first].start)
    if match and match.span.end >= text[last - 1].end:
        return match.names
    return ()


def _has_title(text: tuple[Word, ...], first: int, last: int) -> bool:
    """Say whether a role noun or honorific stands right before the last words, so that those are a person's name."""
    org = words("organization-words")
    for at in range(first, last - 1):
        role = role_at(text, at, last)
        if (role and role[0] < last and role[1].kind == "person") or is_honorific(text[at]):
            behind = role[0] if role else at + 1
            return not any(word.text in org for word in text[behind:last])
    return False


def _is_part_of_person(text: tuple[Word, ...], entity: Run, last: int) -> bool:
    """Say whether an ambiguous place name is a given name here ("Georgia Brown"), or part of a longer name."""
    behind = entity.last
    if behind >= last or text[behind].text in POSSESSIVE:
        return False
    return (
        not entity.strong and role_at(text, behind, last) is None and text[behind].lower not in words("role-modifiers")
    )


def _person_stop(text: tuple[Word, ...], at: int, last: int, matches: Mapping[int, Match]) -> int:
    """Return where a name that begins here ends: before a role noun, an honorific, or a known entity."""
    stop = at + 1
    while stop < last:
        entity = _entity(text, stop, matches)
        if is_honorific(text[stop]) or (entity and entity.strong and entity.names[0].sense != "name"):
            break
        role = role_at(text, stop, last)
        if role and role[1].kind == "person":
            break
        stop += 1
    return stop


def _person(text: tuple[Word, ...], first: int, last: int) -> Run | None:
    """Read words as a name, a person's unless its form says something else."""
    name = text[first:last]
    if any(word.text in words("place-words") for word in name):
        return None
    if len(name) == 1 and name[0].text.isupper() and len(name[0].text) > 1:
        return Run(first, last, "acronym")
    return Run(first, last, "person", strong=len(name) > 1)
