"""Clauses that say who holds a role: "Norway's new premier is Ana Holm", "Ana Holm was named premier of Norway"."""

import re
from collections.abc import Iterable, Iterator

from kg.extraction.coreference.context import Context
from kg.extraction.mentions import Mention
from kg.extraction.words import POSSESSIVE

_FARTHEST = 7  # words between a name and the role
_NOW = "(?: (?:now|currently|still|also|again|already|then|later|once|officially))*"
_IS = "(?:is|was|has been|had been|will be|became|becomes|will become|has become|remains|remained)"
_MADE = "(?: (?:named|appointed|elected|re-elected|reelected|chosen|confirmed|sworn in|installed|made)(?: as)?)?"
_SERVES = "(?:serves|served|has served|is serving|takes office|took office|takes over|took over) as"
_NAME_BEFORE_ROLE = re.compile(rf"(?:(?:, )?who )?(?:{_IS}{_NOW}{_MADE}|{_SERVES})")
_ROLE_BEFORE_NAME = re.compile(rf"{_IS}{_NOW}")


def predications(context: Context, mentions: Iterable[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Yield the persons' names of whom a clause says which role they hold, each with the role."""
    for role in mentions:
        if role.form == "role" and role.noun and role.noun.kind == "person" and not role.plural:
            person = _named_before(context, role) or _named_behind(context, role)
            if person:
                yield person, role


def _named_before(context: Context, role: Mention) -> Mention | None:
    """Return the subject of a clause whose predicate is a role: "Ana Holm, who is now the mayor"."""
    text = context.texts[role.paragraph]
    if role.span.text.lower().startswith("no ") or context.behind(role) in POSSESSIVE:
        return None
    for at in range(role.first - 1, max(role.first - 1 - _FARTHEST, 0), -1):
        if named := [one for one in context.ending_at(role, at) if one.kind == "person" and one.is_name]:
            is_said = text[at].sentence == text[role.first].sentence
            return named[0] if is_said and _NAME_BEFORE_ROLE.fullmatch(_joined(context, role, at, role.first)) else None
    return None


def _named_behind(context: Context, role: Mention) -> Mention | None:
    """Return the predicate of a clause whose subject is a role: "the mayor is Ana Holm"."""
    text = context.texts[role.paragraph]
    for at in range(role.last + 1, min(role.last + 1 + _FARTHEST, len(text))):
        if named := context.person_at(role, at):
            is_said = text[at].sentence == text[role.first].sentence and context.behind(named) not in POSSESSIVE
            is_said = is_said and (role.definite or bool(role.owners))
            return named if is_said and _ROLE_BEFORE_NAME.fullmatch(_joined(context, role, role.last, at)) else None
    return None


def _joined(context: Context, role: Mention, first: int, last: int) -> str:
    return " ".join(word.lower for word in context.texts[role.paragraph][first:last])
