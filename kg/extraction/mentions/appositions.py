"""Roles set beside a name by commas: "X, a harbour pilot from Y," and "Vietnam's foreign minister, X,"."""

from dataclasses import replace

from kg.extraction.mentions.mention import Mention
from kg.extraction.mentions.phrases import Phrases
from kg.extraction.mentions.roles import read_role, role_before
from kg.extraction.words import POSSESSIVE, PREPOSITIONS, PRONOUNS, is_finite_hint

_FARTHEST_BEHIND, _FARTHEST_BEFORE = 9, 7  # words between the comma and the role's head
_LONGEST_REST = 12  # words behind the role's head
_OWNING = frozenset({"of", "for", "at", "from"})
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
        if role and role.first == opening and _is_one_role(role):
            whole = role if _ends(phrases, role.last) else _lengthened(phrases, role)
            if whole:
                return whole
    return None


def _lengthened(phrases: Phrases, role: Mention) -> Mention | None:
    """Return a role with all that prepositions hang on it up to the comma: "a professor of law at the university"."""
    if phrases.lower(role.last) not in PREPOSITIONS:
        return None
    owners = list(role.owners)
    for at in range(role.last, min(role.last + _LONGEST_REST, len(phrases.text))):
        word = phrases.text[at]
        if word.text in _STOPS:
            behind = phrases.by_first.get(at + 1)
            if behind and behind.kind == "person":
                return None  # the role of whom the comma names next
            span = phrases.span(role.first, at)
            return replace(role, last=at, span=span, owners=tuple(owners)) if word.text in {",", "."} else None
        if word.lower in PRONOUNS or word.text in POSSESSIVE or is_finite_hint(word):
            return None
        run = phrases.by_first.get(at)
        if run and run.kind == "organization" and _is_of(phrases, at):
            owners.append(phrases.name(run))
    return None


def _is_of(phrases: Phrases, at: int) -> bool:
    before = phrases.lower(at - 2) if phrases.lower(at - 1) == "the" else phrases.lower(at - 1)
    return before in _OWNING


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


def _longer_before(phrases: Phrases, comma: int) -> Mention | None:
    """Return the role phrase that ends at a comma with more than its noun: "the head of the agency, X,"."""
    for head in range(max(0, comma - _FARTHEST_BEFORE), comma):
        if phrases.text[head].sentence != phrases.text[comma].sentence or phrases.is_in_name(head, head + 1):
            continue
        role = read_role(phrases, head)
        if role and role.last == comma and _is_one_role(role) and role.kind == "person":
            return role
    return None
