"""Capitalized names in a paragraph: persons, organizations and names of the gazetteer, without the titles before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.extraction.capitals import Capitals, is_body
from kg.extraction.lexicons import words
from kg.extraction.titles import is_honorific, role_at
from kg.extraction.words import POSSESSIVE, Word
from kg.gazetteer import Match, Name

_BODY_NOUNS = frozenset(
    "party alliance bloc faction movement coalition militia newspaper daily newswire broadcaster consortium".split()
)
_CONTINENTS = frozenset({"Africa", "America", "Asia", "Europe"})
_DIRECTIONS = frozenset(
    "North South East West Northern Southern Eastern Western Central Latin Middle Southeast".split()
)
_LONGEST_GLOSS = 4  # words in parentheses between a name and its noun: "the Dom (Home) party"
_CORPS = frozenset({"Police", "Army", "Navy"})
_BEFORE_FAMILY_NAMES = frozenset({"Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Dr", "Dr."})
_ADDRESSED = frozenset(
    "president premier chancellor minister secretary governor mayor ambassador speaker chairman chairwoman chair "
    "commissioner commander director justice".split()
)


@dataclass(slots=True)  # not frozen: an article has many, and each takes a third of the time to make
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


def family_names(texts: Iterable[tuple[Word, ...]]) -> frozenset[str]:
    """Return the capitalized words behind given names: names of persons wherever they stand."""
    pairs = (pair for text in texts for pair in pairwise(text) if pair[1].capital and not pair[1].opens)
    return frozenset(name.text for given, name in pairs if given.text in words("given-names"))


def runs(
    text: tuple[Word, ...],
    matches: Mapping[int, Match],
    common: frozenset[str],
    family: frozenset[str] = frozenset(),
) -> Iterator[Run]:
    """Yield the names in a paragraph's words.

    ``matches`` are the gazetteer's by first character; ``common`` the lower-case words of the article, by which an
    ordinary word that opens a sentence is told from a name; ``family`` the names behind given names in the article.
    """
    reader, capitals = _RunReader(text, matches, family), Capitals(text, common)
    at = 0
    while at < len(text):
        if not text[at].capital and text[at].start not in matches:
            at += 1
            continue
        entity, last = reader.entity(at), capitals.end(at) if text[at].capital else at
        if entity and entity.last >= last:
            yield entity
            at = entity.last
        elif last > at:
            yield from reader.parts(at, last)
            at = reader.behind_role(at, last)
        else:
            at += 1


class _RunReader:
    """Tells what the capitalized words of one paragraph are the names of."""

    def __init__(self, text: tuple[Word, ...], matches: Mapping[int, Match], family: frozenset[str]) -> None:
        self._text, self._matches, self._family = text, matches, family

    def entity(self, at: int) -> Run | None:
        """Return the name of the gazetteer that begins here."""
        match = self._matches.get(self._text[at].start)
        if match is None:
            return None
        last = at
        while last < len(self._text) and self._text[last].start < match.span.end:
            last += 1
        return Run(at, last, "entity", match.names, strong=not all(name.ambiguous for name in match.names))

    def behind_role(self, first: int, last: int) -> int:
        """Return the index behind a run, and behind the role that goes on from it: "Minister of Foreign Affairs"."""
        roles = (role_at(self._text, at, len(self._text)) for at in range(first, last))
        return max([last, *(role[0] for role in roles if role)])

    def parts(self, first: int, last: int) -> Iterator[Run]:
        """Yield what a capitalized run holds: names of the gazetteer and others between roles and modifiers."""
        at = self._behind_portfolio(self._behind_modifier(self._behind_corps(first, last), last), last)
        if at == last or self._is_office(at, last):
            return
        if is_body(self._text[at:last]) and not self._has_title(at, last):
            yield Run(at, last, "organization", self._names_of(at, last), strong=True)
            return
        first = at
        while at < last:
            run, at = self._part(first, at, last)
            if run:
                yield run

    def _is_office(self, first: int, last: int) -> bool:
        """Say whether words with a body's noun are somebody's role as a whole: "the Senate President"."""
        role = role_at(self._text, first, last)
        return role is not None and last - first > 1 and role[0] == last and role[1].kind == "person"

    def _behind_corps(self, first: int, last: int) -> int:
        """Return where a name begins behind "Police", "Army": before a person those are whose the person is."""
        is_corps = last - first > 2 and self._text[first].text in _CORPS
        return first + 1 if is_corps and not is_body(self._text[first + 1 : last]) else first

    def _behind_portfolio(self, first: int, last: int) -> int:
        """Return where a name begins behind what a minister before it is of: "Minister of the Interior X"."""
        link = first - 2 if first > 1 and self._text[first - 1].lower == "the" else first - 1
        role = role_at(self._text, link - 1, last) if link > 0 else None
        return max(first, role[0]) if role and role[1].kind == "person" else first

    def _behind_modifier(self, first: int, last: int) -> int:
        """Return where a body's name begins behind a word that tells of what kind it is: "Hindu-nationalist"."""
        _, hyphen, end = self._text[first].text.rpartition("-")
        is_modifier = bool(hyphen) and end.islower() and is_body(self._text[first + 1 : last])
        return first + 1 if is_modifier else first

    def _names_of(self, first: int, last: int) -> tuple[Name, ...]:
        """Return the gazetteer's names for exactly these words, with or without an article before."""
        match = self._matches.get(self._text[first].start)
        return match.names if match and match.span.end >= self._text[last - 1].end else ()

    def _has_title(self, first: int, last: int) -> bool:
        """Say whether a role noun or honorific stands before the last words, so that those name a person."""
        for at in range(first, last - 1):
            role = role_at(self._text, at, last)
            is_title = (role and role[0] < last and role[1].kind == "person") or is_honorific(self._text[at])
            if is_title and not is_body(self._text[role[0] if role else at + 1 : last]):
                return True
        return False

    def _part(self, first: int, at: int, last: int) -> tuple[Run | None, int]:
        """Return what begins at a word of a run, and the index behind it; roles and modifiers are no names."""
        entity, role = self.entity(at), role_at(self._text, at, len(self._text))
        is_in_role = entity is not None and role is not None and entity.last < role[0] < last  # "Senate President X"
        if entity and entity.last <= last and not is_in_role and not self._is_given_name(entity, last):
            return entity, entity.last
        if self._is_titled_name(at, last):
            return self._person(at, last), last
        if role and role[1].kind == "person" and last - first == 1 and at and self._text[at - 1].lower == "the":
            return None, role[0]
        if role and (role[0] < last or role[0] - at > 1 or at > first or self._is_common(at)):
            return None, role[0]
        if role and role[1].plural and last - first == 1:
            return None, role[0]
        if is_honorific(self._text[at]) or self._text[at].lower in words("role-modifiers"):
            return None, at + 1
        stop = self._person_stop(at, last)
        return self._person(at, stop), stop

    def _is_titled_name(self, at: int, last: int) -> bool:
        """Say whether a role noun is a family name, for "Ms." stands before it: "Ms. Bishop", not "Mr. Speaker"."""
        title = self._text[at - 1] if at else None
        is_titled = title is not None and title.text in _BEFORE_FAMILY_NAMES and at == last - 1
        return is_titled and self._text[at].lower not in _ADDRESSED

    def _is_common(self, at: int) -> bool:
        """Say whether a word would be written so if it were no name."""
        return self._text[at].opens or not self._text[at].capital

    def _is_given_name(self, entity: Run, last: int) -> bool:
        """Say whether an ambiguous place name is a given name here ("Georgia Brown"), or part of a longer name."""
        behind = entity.last
        if entity.strong or behind >= last or self._text[behind].text in POSSESSIVE:
            return False
        return not role_at(self._text, behind, last) and self._text[behind].lower not in words("role-modifiers")

    def _person_stop(self, at: int, last: int) -> int:
        """Return where a name that begins here ends: before a role noun, an honorific, or a known entity."""
        return next((stop for stop in range(at + 1, last) if self._ends_person(stop, last)), max(at + 1, last))

    def _ends_person(self, at: int, last: int) -> bool:
        entity, role = self.entity(at), role_at(self._text, at, last)
        is_known = entity is not None and entity.strong and entity.names[0].sense != "name"
        is_role = role is not None and role[1].kind == "person" and not self._is_family_name(at, last)
        return is_known or self._is_address(at, last) or is_role

    def _is_address(self, at: int, last: int) -> bool:
        """Say whether a word is a title before a name; the last of a name is none: "Amartya Sen", "Don King"."""
        is_last = at == last - 1 and self._text[at].text.istitle() and not self._text[at].text.endswith(".")
        return is_honorific(self._text[at]) and not is_last

    def _is_family_name(self, at: int, last: int) -> bool:
        """Say whether a role noun is somebody's name: behind a given name, at the end ("Kate Bishop")."""
        return at == last - 1 and self._text[at - 1].text in words("given-names")

    def _person(self, first: int, last: int) -> Run | None:
        """Read words as a name, a person's unless its form says something else."""
        name = self._text[first:last]
        if behind_body_noun(self._text, last) or _is_branch(name):
            return Run(first, last, "organization", strong=True)
        is_bill = len(name) > 1 and name[0].text == "Bill"  # laws have it behind their names
        if any(word.text in words("place-words") for word in name[is_bill:]):
            return None
        if len(name) == 1 and name[0].opens and name[0].common and name[0].text not in self._family:
            return None
        if len(name) == 1 and name[0].text.isupper() and len(name[0].text) > 1:
            return Run(first, last, "acronym")
        return Run(first, last, "person", strong=len(name) > 1)


def behind_body_noun(text: Sequence[Word], last: int) -> int | None:
    """Return the index behind the noun after a name that tells that it is a body's; None where there is none.

    "The Dawn party", "the Dom (Home) alliance".
    """
    behind = text[last : last + _LONGEST_GLOSS + 1]
    if behind and behind[0].text == "(":
        last += next((at for at, word in enumerate(behind) if word.text == ")"), len(behind)) + 1
    return last + 1 if last < len(text) and text[last].text in _BODY_NOUNS else None


def _is_branch(name: Sequence[Word]) -> bool:
    """Say whether a name is that of a body's branch on a continent: "Oxfam Asia", not "Central Asia"."""
    is_place = any(word.text in _DIRECTIONS or word.text in _CONTINENTS for word in name[:-1])
    return len(name) > 1 and name[-1].text in _CONTINENTS and not is_place
