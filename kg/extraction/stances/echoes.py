"""Stances that others are said to share in passing: "China claims it, as do Vietnam and Brunei", "and so does Peru"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extraction.stances.clause import OF_STATES, Clauses
from kg.extraction.stances.groups import DO, HAVE
from kg.extraction.stances.stand import Stand

_SAME = frozenset({"as", "so", "nor", "neither"})
_FOLLOWING = (
    ("followed", "suit"),
    ("did", "the", "same"),
    ("done", "the", "same"),
    ("took", "the", "same", "view"),
    ("takes", "the", "same", "view"),
    ("took", "the", "same", "position"),
    ("takes", "the", "same", "position"),
)
_FOLLOWING_FIRST = frozenset(form[0] for form in _FOLLOWING)
_ADVERBS = frozenset({"indeed", "also", "too"})


def echoed(clauses: Clauses, stands: Sequence[Stand], first: int, last: int) -> Iterator[Stand]:
    """Yield the stances of a sentence once more for those who are said to do the same."""
    for at in range(first + 1, last - 2):
        if clauses.words[at].lower in _SAME:
            yield from _echo(clauses, stands, at, last)


def followed(clauses: Clauses, before: Sequence[Stand], first: int, last: int) -> Iterator[Stand]:
    """Yield the last stance before a sentence once more for those who "have followed suit"."""
    at = next((i for i in range(first + 1, last - 1) if _is_following(clauses, i)), None)
    if at is None:
        return
    holders = clauses.holders.before(at, first)
    taken = _told_last([one for one in before if one.stance not in OF_STATES])
    evidence = clauses.span(holders.first, at + 2)
    for holder in holders.actors:
        for one in taken:
            yield replace(one, holder=holder, evidence=evidence, at=clauses.words[at].start, confidence=0.65)


def _is_following(clauses: Clauses, at: int) -> bool:
    if clauses.words[at].lower not in _FOLLOWING_FIRST:
        return False
    words = tuple(word.lower for word in clauses.words[at : at + 4])
    return any(words[: len(form)] == form for form in _FOLLOWING)


def _echo(clauses: Clauses, stands: Sequence[Stand], at: int, last: int) -> Iterator[Stand]:
    verb = _behind_adverbs(clauses, at + 1, last)
    if verb >= last or clauses.words[verb].lower not in DO | HAVE:
        return
    here = _behind_adverbs(clauses, verb + 1, last)
    holders = clauses.holders.listed(here)
    if holders.last < last and clauses.words[holders.last].letters:
        return  # "nor did the envoy turn up" goes on with a verb of its own
    before = _told_last([one for one in stands if one.at < clauses.words[at].start])
    things = {(one.stance, one.thing, one.toward): one for one in before}
    evidence = clauses.span(at, holders.last)
    for holder in holders.actors:
        for one in things.values():
            is_state = clauses.setting.state_of(holder) == holder
            if holder == one.toward or (one.stance in OF_STATES and not is_state):
                continue
            yield replace(one, holder=holder, evidence=evidence, at=clauses.words[at].start, confidence=0.7)


def _told_last(stands: Sequence[Stand]) -> list[Stand]:
    """Return the stances that the last of the words that tell one tell."""
    last = max((one.at for one in stands), default=0)
    return [one for one in stands if one.at == last]


def _behind_adverbs(clauses: Clauses, at: int, last: int) -> int:
    while at < last and clauses.words[at].lower in _ADVERBS:
        at += 1
    return at
