"""What tells two who hold one role apart: "the deputy minister", "a spokesman for the navy", "the former president"."""

import re
from collections.abc import Iterable, Mapping

from kg.extraction.coreference.member import Member
from kg.extraction.lexicons import words
from kg.extraction.mentions import Mention
from kg.extraction.words import function_words

_WORD = re.compile(r"[^\W\d_]+")
_LESSER = ("former", "deputy", "vice")
_PAST = frozenset({"ex", "onetime", "outgoing", "ousted"})


def duties_of(mention: Mention, phrase: str | None = None) -> set[str]:
    """Return the words beside a role noun that tell which one it is; "former" for "ex-".

    Names of states, of the person and of what the role is are left out. ``phrase`` is longer than the mention.
    """
    noun = mention.noun.noun.split() if mention.noun else []
    named = [mention.head.text] if mention.is_name else []
    states = [owner.head.text for owner in mention.owners if owner.names]
    left_out = {*noun, *(word for text in (*named, *states) for word in _words(text))}
    told = {*_words(phrase or mention.span.text)} - left_out
    found = {word for word in told if word not in function_words()}
    return found | ({"former"} if found & _PAST else set()) | (words("portfolios") & set(noun))


def name_before(mention: Mention) -> str:
    """Return the capitalized word right before the noun of a phrase; none where there is none: "the Belos agency"."""
    before = mention.span.text[: max(0, mention.head.start - mention.span.start)].split()[-1:]
    return next((word.lower() for word in before if word[0].isupper() and word != "The"), "")


def told_apart(holders: Iterable[Member], noun: str, duties: set[str]) -> list[Member]:
    """Return those of the holders of a role whom the words beside it do not rule out, with these words if some have.

    >>> former, holder = (Member(one, one, "person") for one in "ab")
    >>> former.duties["president"] = {"former"}
    >>> [one.id for one in told_apart([former, holder], "president", {"former"})]
    ['a']
    >>> [one.id for one in told_apart([former, holder], "president", set())]
    ['b']
    """
    found = list(holders)
    fitting = [one for one in found if duties & _told(one.duties, noun)]
    if not fitting:
        charges = duties & words("portfolios")
        fitting = [one for one in found if not charges or not _told(one.duties, noun) & words("portfolios")]
    for lesser in _LESSER:
        if lesser in duties and lesser != "vice" and not any(lesser in _told(one.duties, noun) for one in fitting):
            return []
        full = [one for one in fitting if lesser not in _told(one.duties, noun)]
        fitting = full or fitting if lesser not in duties else fitting
    return fitting


def _told(duties: Mapping[str, set[str]], noun: str) -> set[str]:
    """Return the words that were told beside a role, or one whose noun is its last word."""
    last = noun.split()[-1]
    return {word for role, told in duties.items() if role.split()[-1] == last for word in told}


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
