"""Who sides with whom: positions on the same question compared, and actors gathered into blocs.

Two actors agree where both say whose a territory is, where both reject one claim, where one backs the other's claim, or
where both are for or against one treaty, step or talk; they disagree where one is for what the other is against, and
where each names another owner. What counts is the latest position of each on each question.

Blocs are made by joining, again and again, the two groups that agree most on balance, until no two groups agree more
than they disagree; so rivals do not end up together through a common friend.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from kg.query.ties import STANCE_SIGNS, Stand

# What it is about - a claim, talks, a step or conduct -, on which target, and whose claim or conduct.
Question = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two actors who agree (``sign`` 1) or disagree (-1) on a target, with the position of each."""

    one: Stand
    other: Stand
    sign: int


@dataclass(frozen=True, slots=True)
class Bloc:
    """Actors who agree more than they disagree, sorted."""

    members: tuple[str, ...]


def agreements(stands: Iterable[Stand]) -> list[Agreement]:
    """Return who agrees and disagrees with whom on what, by actors and target."""
    latest = _latest(stands)
    found: dict[tuple[str, str, str, int], Agreement] = {}
    for one, other, sign in (*_on_one_question(latest), *_rival_claims(latest), *_toward(latest)):
        first, second = sorted((one, other), key=lambda stand: stand.holder)
        found.setdefault((first.holder, second.holder, first.target or "", sign), Agreement(first, second, sign))
    return [found[key] for key in sorted(found)]


def blocs(found: Iterable[Agreement]) -> list[Bloc]:
    """Return the blocs, the largest first; an actor who agrees with nobody is a bloc of one."""
    scores = _scores(found)
    groups = {actor: {actor} for pair in scores for actor in pair}
    between = {frozenset(pair): score for pair, score in scores.items()}
    while (best := _best(between)) is not None:
        kept, joined = sorted(best)
        groups[kept] |= groups.pop(joined)
        between = _joined(between, kept, joined)
    return [
        Bloc(tuple(sorted(group))) for group in sorted(groups.values(), key=lambda group: (-len(group), min(group)))
    ]


def _latest(stands: Iterable[Stand]) -> dict[Question, dict[str, Stand]]:
    """Return the latest position of each actor on each question."""
    latest: dict[Question, dict[str, Stand]] = {}
    for stand in sorted(stands, key=lambda one: (one.date or "", one.fact)):
        if question := _question(stand):
            latest.setdefault(question, {})[stand.holder] = stand
    return latest


def _question(stand: Stand) -> Question | None:
    if not stand.target or stand.stance not in STANCE_SIGNS:
        return None
    if stand.stance == "claims-sovereignty":
        return "claim", stand.target, stand.holder
    if stand.stance.endswith("-claim"):
        return ("claim", stand.target, stand.toward) if stand.toward else None
    if stand.stance == "protests":
        return ("conduct", stand.target, stand.toward) if stand.toward else None
    return "talks" if stand.stance.endswith("negotiation") else "step", stand.target, ""


def _on_one_question(latest: dict[Question, dict[str, Stand]]) -> Iterator[tuple[Stand, Stand, int]]:
    for _, stands in sorted(latest.items()):
        for one, other in combinations(stands.values(), 2):
            yield one, other, STANCE_SIGNS[one.stance] * STANCE_SIGNS[other.stance]


def _rival_claims(latest: dict[Question, dict[str, Stand]]) -> Iterator[tuple[Stand, Stand, int]]:
    """Yield those who name different owners of one territory."""
    backers: dict[str, list[tuple[str, Stand]]] = {}
    for (kind, target, owner), stands in sorted(latest.items()):
        if kind == "claim":
            backers.setdefault(target, []).extend(
                (owner, stand) for stand in stands.values() if STANCE_SIGNS[stand.stance] > 0
            )
    for found in backers.values():
        for (owner, one), (other_owner, other) in combinations(found, 2):
            if owner != other_owner and one.holder != other.holder:
                yield one, other, -1


def _toward(latest: dict[Question, dict[str, Stand]]) -> Iterator[tuple[Stand, Stand, int]]:
    """Yield those who back, reject or protest what another claims or does; of the other nothing more need be told."""
    for (kind, _, other), stands in sorted(latest.items()):
        for stand in stands.values():
            if kind in ("claim", "conduct") and stand.holder != other:
                yield stand, replace(stand, holder=other, stance="", toward=None), STANCE_SIGNS[stand.stance]


def _scores(found: Iterable[Agreement]) -> dict[tuple[str, str], int]:
    scores: dict[tuple[str, str], int] = {}
    for agreement in found:
        pair = (agreement.one.holder, agreement.other.holder)
        scores[pair] = scores.get(pair, 0) + agreement.sign
    return scores


def _best(between: dict[frozenset[str], int]) -> frozenset[str] | None:
    """Return the two groups that agree most on balance; None where no two do."""
    best = min(between, key=lambda pair: (-between[pair], *sorted(pair)), default=None)
    return best if best is not None and between[best] > 0 else None


def _joined(between: dict[frozenset[str], int], kept: str, joined: str) -> dict[frozenset[str], int]:
    new: dict[frozenset[str], int] = {}
    for pair, score in between.items():
        renamed = frozenset(kept if group == joined else group for group in pair)
        if len(renamed) == 2:
            new[renamed] = new.get(renamed, 0) + score
    return new
