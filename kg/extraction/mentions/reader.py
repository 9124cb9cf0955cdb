"""Reads the mentions of a paragraph: its names, its role nouns, and its pronouns."""

from collections.abc import Iterator, Mapping

from kg.extraction.mentions.mention import Mention
from kg.extraction.mentions.named import read_named
from kg.extraction.mentions.phrases import Phrases
from kg.extraction.mentions.roles import read_role
from kg.extraction.names import runs
from kg.extraction.words import PRONOUNS, Word
from kg.gazetteer import Match

_GENDERS = {"he": "m", "she": "f"}
_LONGEST_HEAD = 5  # words of a role noun with its number


class MentionReader:
    """Reads the mentions of an article's paragraphs.

    ``matches`` are the gazetteer's by first character; ``common`` the lower-case words of the article.
    """

    def __init__(self, document_text: str, matches: Mapping[int, Match], common: frozenset[str]) -> None:
        self._document_text, self._matches, self._common = document_text, matches, common

    def read(self, paragraph: int, text: tuple[Word, ...]) -> tuple[Mention, ...]:
        """Return a paragraph's mentions in reading order, the longest phrase for each head."""
        phrases = Phrases(paragraph, self._document_text, text, runs(text, self._matches, self._common))
        named = [read_named(phrases, run) for run in phrases.runs]
        roles = _roles(phrases, named)
        whole = [role for role in roles.values() if not _is_within_another(role, roles)]
        found = [*named, *whole, *_pronouns(phrases, roles)]
        return tuple(sorted(found, key=lambda one: (one.first, -one.last)))


def _roles(phrases: Phrases, named: list[Mention]) -> dict[int, Mention]:
    """Return the role nouns outside of names, by the first words of their heads."""
    taken = {at for one in named if one.kind != "acronym" for at in range(one.first, one.last)}
    outside = (at for at in range(len(phrases.text)) if at not in taken)
    return {at: role for at in outside if (role := read_role(phrases, at))}


def _is_within_another(role: Mention, roles: Mapping[int, Mention]) -> bool:
    """Say whether a role noun is part of a longer one: "minister" in "prime minister"."""
    before = (roles.get(at) for at in range(role.head_first - _LONGEST_HEAD, role.head_first))
    return any(other is not None and role.head_last <= other.head_last for other in before)


def _pronouns(phrases: Phrases, roles: Mapping[int, Mention]) -> Iterator[Mention]:
    heads = {at for one in roles.values() for at in range(one.head_first, one.head_last)}
    for at, word in enumerate(phrases.text):
        if word.lower in PRONOUNS and at not in heads:
            bounds, span = (at, at + 1), phrases.span(at, at + 1)
            gender = _GENDERS.get(word.lower)
            yield Mention(*phrases.place(bounds, bounds), "pronoun", "pronoun", span, span, gender=gender)
