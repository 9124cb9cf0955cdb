"""Reads the mentions of a paragraph: its names, its role nouns, and its pronouns."""

from collections.abc import Iterator, Mapping, Sequence

from kg.extraction.mentions.mention import Mention
from kg.extraction.mentions.named import read_named
from kg.extraction.mentions.phrases import Phrases
from kg.extraction.mentions.roles import read_role
from kg.extraction.names import family_names, runs
from kg.extraction.titles import may_open_role
from kg.extraction.words import ADVERBS, GENDERS, PRONOUNS, Word, is_finite_hint
from kg.gazetteer import Match

_OF_TWO = frozenset({"two", "pair", "duo", "former", "latter"})  # behind "the"
_ALONE = frozenset({"both", "neither"})
_BOTH = _OF_TWO | _ALONE
_BEFORE_ALONE = frozenset({"and", "but", "while", "that", "because", "as", "when", "if", "then", "though", "although"})
_LONGEST_HEAD = 5  # words of a role noun with its number


class MentionReader:
    """Reads the mentions of an article's paragraphs.

    ``matches`` are the gazetteer's by first character; ``texts`` the words of all paragraphs.
    """

    def __init__(self, document_text: str, matches: Mapping[int, Match], texts: Sequence[tuple[Word, ...]]) -> None:
        self._document_text, self._matches = document_text, matches
        self._common = frozenset(word.lower for text in texts for word in text if word.text.islower())
        self._family = family_names(texts)

    def read(self, paragraph: int, text: tuple[Word, ...]) -> tuple[Mention, ...]:
        """Return a paragraph's mentions in reading order, the longest phrase for each head."""
        phrases = Phrases(paragraph, self._document_text, text, runs(text, self._matches, self._common, self._family))
        named = [read_named(phrases, run) for run in phrases.runs]
        roles = _roles(phrases, named)
        whole = [role for role in roles.values() if not _is_within_another(role, roles)]
        found = [*named, *whole, *_pronouns(phrases, roles)]
        return tuple(sorted(found, key=lambda one: (one.first, -one.last)))


def _roles(phrases: Phrases, named: list[Mention]) -> dict[int, Mention]:
    """Return the role nouns outside of names, by the first words of their heads."""
    taken = {at for one in named if one.kind != "acronym" for at in range(one.first, one.last)}
    outside = (at for at, word in enumerate(phrases.text) if may_open_role(word.lower) and at not in taken)
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
            gender = GENDERS.get(word.lower)
            yield Mention(*phrases.place(bounds, bounds), "pronoun", "pronoun", span, span, gender=gender)
        elif word.lower in _BOTH and at not in heads and (first := _opening_of_two(phrases, at)) is not None:
            bounds, head = (first, at + 1), (at, at + 1)
            yield Mention(
                *phrases.place(bounds, head), "pronoun", "pronoun", phrases.span(*bounds), phrases.span(*head)
            )


def _opening_of_two(phrases: Phrases, at: int) -> int | None:
    """Return where "the two", "the latter", "both" begin that a verb follows, so that they stand for themselves."""
    word = phrases.text[at].lower
    is_absolute = word in _ALONE and phrases.lower(at - 1) == "with" and phrases.lower(at + 1).endswith("ing")
    if is_absolute:
        return at  # "closed with both adding"
    if not _is_before_verb(phrases, at + 1):
        return None
    if word in _OF_TWO:
        return at - 1 if phrases.lower(at - 1) == "the" else None
    before = phrases.text[at - 1] if at else None
    is_free = before is None or phrases.text[at].opens or not before.letters or before.lower in _BEFORE_ALONE
    return at if is_free else None


def _is_before_verb(phrases: Phrases, at: int) -> bool:
    while phrases.lower(at) in ADVERBS:
        at += 1
    return at < len(phrases.text) and not phrases.text[at].capital and is_finite_hint(phrases.text[at])
