"""Roles set beside a name by commas: "X, a harbour pilot from Y," and "Vietnam's foreign minister, X,"."""

from dataclasses import replace

from kg.extraction.mentions.mention import Mention
from kg.extraction.mentions.phrases import Phrases
from kg.extraction.mentions.roles import read_role, role_before
from kg.extraction.words import POSSESSIVE, PREPOSITIONS, PRONOUNS, is_finite_hint

_FARTHEST_BEHIND, _FARTHEST_BEFORE = 9, 7  # words between the comma and the role's head
_LONGEST_POST = 12
_STOPS = frozenset({",", ".", ";", ":"})
_BEHIND = frozenset({",", ".", ";", ")", "and", "who", "that", "which"})


def apposition_behind(phrases: Phrases, at: int) -> Mention | None:
    """Return the role phrase that follows a name: ", a harbour pilot from X" or ", 57, an engineer"."""
    opening = _behind_comma(phrases, at)
    if opening is None:
        return None
    for head in range(opening, min(opening + _FARTHEST_BEHIND, len(phrases.text))):
        word = phrases.text[head]
        if word.text in _STOPS or word.lower in PRONOUNS or (head == opening and word.lower in PREPOSITIONS):
            return None
        role = None if phrases.is_in_name(head, head + 1) else read_role(phrases, head)
        if role and role.first == opening and _is_one_role(role) and _ends(phrases, _behind_post(phrases, role.last)):
            last = _behind_post(phrases, role.last)
            return replace(role, last=last, span=phrases.span(role.first, last))
    return None


def apposition_before(phrases: Phrases, first: int) -> Mention | None:
    """Return the role phrase that ends at the comma before a name: "Vietnam's foreign minister, X,"."""
    comma = first - 1
    if comma < 1 or phrases.text[comma].text != ",":
        return None
    role = role_before(phrases, comma)
    if role is None or role[1].plural or role[1].kind != "person":
        return _longer_before(phrases, comma)
    return read_role(phrases, role[0][0])


def _behind_comma(phrases: Phrases, at: int) -> int | None:
    """Return the index behind the comma after a name, and behind an age."""
    text = phrases.text
    if at + 1 >= len(text) or text[at].text != ",":
        return None
    has_age = at + 2 < len(text) and text[at + 1].text.isdigit() and text[at + 2].text == ","
    return at + 3 if has_age else at + 1


def _is_one_role(role: Mention) -> bool:
    return role.noun is not None and not role.noun.plural and role.noun.kind != "government"


def _ends(phrases: Phrases, at: int) -> bool:
    """Say whether an apposition ends here: at a mark, at "and" or "who", at the verb, or with the paragraph."""
    if at >= len(phrases.text) or phrases.lower(at) in _BEHIND:
        return True
    return is_finite_hint(phrases.text[at]) and phrases.text[at].text not in POSSESSIVE


def _behind_post(phrases: Phrases, at: int) -> int:
    """Return the index behind what a role is held at or over: "of mission", "of the Asian bureau at its ministry"."""
    if phrases.lower(at) not in {"of", "for", "at", "in"}:
        return at
    for end in range(at + 1, min(at + 1 + _LONGEST_POST, len(phrases.text))):
        word = phrases.text[end]
        if word.text in _STOPS:
            return end
        if word.lower in PRONOUNS or (is_finite_hint(word) and word.text not in POSSESSIVE):
            break
    return at


def _longer_before(phrases: Phrases, comma: int) -> Mention | None:
    """Return the role phrase that ends at a comma with more than its noun: "the head of the agency, X,"."""
    for head in range(max(0, comma - _FARTHEST_BEFORE), comma):
        if phrases.text[head].sentence != phrases.text[comma].sentence or phrases.is_in_name(head, head + 1):
            continue
        role = read_role(phrases, head)
        if role and role.last == comma and _is_one_role(role) and role.kind == "person":
            return role
    return None
