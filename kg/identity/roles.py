"""Roles and the years in which articles tell them: whether they may be one person's."""

from kg.extraction.lexicons import words
from kg.identity.units import Unit

CAREER = 10  # years between mentions after which one name, in roles that do not go together, is another's
_GENERATION = 30  # years after which one name, role and state are those of a son or grandson
_FORMER = frozenset("former late ex then past onetime erstwhile retired founding".split())
_LOW_RANKS = frozenset("private corporal sergeant lieutenant captain major soldier sailor".split())


def share_role(one: Unit, other: Unit) -> bool:
    """Say whether a role of one is a role of the other, or ends with it: "minister" and "foreign minister"."""
    return any(_ends_alike(a, b) for a in one.roles for b in other.roles)


def years_between(one: Unit, other: Unit) -> int:
    """Return how many years lie between the articles on two; none where one of them has no date."""
    return min((abs(a - b) for a in one.years for b in other.years), default=0)


def can_hold_both(one: Unit, other: Unit) -> bool:
    """Say whether one person can hold the roles of both: one role, offices all, or none told."""
    if not one.roles or not other.roles or share_role(one, other):
        return True
    return all(any(_is_office(role) for role in unit.roles) for unit in (one, other))


def _is_office(role: str) -> bool:
    return any(_ends_alike(role, office) and len(role) >= len(office) for office in words("offices"))


def _ends_alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return f" {long}".endswith(f" {short}")


def falls(one: Unit, other: Unit) -> bool:
    """Say whether who had an office would wear a low rank in later years, which nobody does."""
    if not (one.years and other.years) or share_role(one, other):
        return False
    earlier, later = sorted((one, other), key=lambda unit: min(unit.years))
    return all(map(_is_low_rank, later.roles)) and not any(map(_is_low_rank, earlier.roles))


def _is_low_rank(role: str) -> bool:
    return role.split()[-1] in _LOW_RANKS


def is_break(earlier: Unit, later: Unit) -> bool:
    """Say whether sightings of one name, in years that follow each other, are of two persons.

    They are where more than a generation lies between a role and one that is no former one, or where who held an
    office ten years ago is of a low rank. Who has no role may be told of as history.
    """
    years = years_between(earlier, later)
    if not earlier.roles or not later.roles or any(_is_former(role) for role in later.roles):
        return False
    return years > _GENERATION or (years > CAREER and falls(earlier, later))


def _is_former(role: str) -> bool:
    return not _FORMER.isdisjoint(role.replace("-", " ").split())
