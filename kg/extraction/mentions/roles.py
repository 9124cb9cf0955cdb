"""Role nouns as mentions: "the Japanese foreign minister", "officials in Tokyo"."""

from kg.extraction.lexicons import RoleNoun
from kg.extraction.mentions.mention import Mention
from kg.extraction.mentions.phrases import Bounds, Phrases
from kg.extraction.titles import role_at
from kg.extraction.words import POSSESSIVE_PRONOUNS

_DEFINITE = frozenset({"the", "this", "that", "these", "both"}) | POSSESSIVE_PRONOUNS
_VERBS_TOO = frozenset({"head", "chair", "host"})
_OFFICES = frozenset({"ministry", "department"})
_LONGEST_FIELD = 4  # words of "natural resources and energy"
_LONGEST = 7  # words of a role noun with what it is of


def read_role(phrases: Phrases, at: int) -> Mention | None:
    """Return the noun phrase whose head is a role noun that begins at a word."""
    found = _head(phrases, at)
    if found is None:
        return None
    head_last, noun = found
    first, before = phrases.begin(at)
    is_clause = noun.plural and phrases.lower(first) == "that" and 0 < first < at
    if is_clause and not phrases.text[first - 1].common:
        first += 1  # "said that officials", not "a deal that negotiators"
    last, behind = phrases.end(head_last, plural=noun.plural)
    return Mention(
        *phrases.place((first, last), (at, head_last)),
        form="role",
        kind=noun.kind,
        span=phrases.span(first, last),
        head=phrases.span(at, head_last),
        noun=noun,
        role=phrases.role_span(at, head_last),
        owners=(*before, *behind),
        definite=phrases.lower(first) in _DEFINITE,
        gender=noun.gender,
    )


def role_before(phrases: Phrases, last: int) -> tuple[Bounds, RoleNoun] | None:
    """Return the longest role noun that ends right before a word and is no part of a name."""
    text = phrases.text
    for first in range(max(last - _LONGEST, 0), last):
        if text[first].sentence == text[last - 1].sentence:
            role = role_at(text, first, last)
            if role and role[0] == last and not phrases.is_in_name(first, last):
                return (first, last), role[1]
    return None


def _head(phrases: Phrases, at: int) -> tuple[int, RoleNoun] | None:
    """Return the role noun that begins at a word, with the index behind it; a verb of the same form is none."""
    text = phrases.text
    found = role_at(text, at, len(text))
    if found is None or (phrases.lower(at) in _VERBS_TOO and phrases.lower(at - 1) == "to"):
        return None
    last, noun = found
    if noun.kind == "document" and phrases.lower(last).isdigit():
        last += 1  # "Resolution 242"
    if noun.noun in _OFFICES and phrases.lower(last) == "of":
        last = _behind_field(phrases, last)
    return (last, noun) if text[last - 1].sentence == text[at].sentence else None


def _behind_field(phrases: Phrases, at: int) -> int:
    """Return the index behind "of natural resources", which tells what a ministry is for; the index itself without."""
    end = at + 1
    while end < min(at + 1 + _LONGEST_FIELD, len(phrases.text)) and phrases.text[end].common:
        end += 1
    return end if end > at + 1 and phrases.text[at + 1].text.islower() else at
