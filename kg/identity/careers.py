"""Persons of one name and state in the course of time: a grandson who holds his grandfather's office is another."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from kg.identity.roles import is_break
from kg.identity.sightings import Sighting
from kg.identity.units import Unit


def careers(unit: Unit) -> Iterator[Unit]:
    """Yield the units that a unit is, told apart by the years and roles in which articles name it.

    The one that most articles name, of equals the last, keeps the identifier; those of others end with their first
    year; an article without a date names the first of these.
    """
    spells = _spells(unit) if unit.kind == "Person" and unit.is_shared else []
    if len(spells) < 2:
        yield unit
        return
    kept = max(spells, key=lambda years: (sum(one.year in years for one in unit.sightings), years))
    for years in spells:
        found = tuple(one for one in unit.sightings if one.year in years or (years is kept and not one.year))
        yield Unit(unit.id if years is kept else f"{unit.id}.{years[0]}", found, is_shared=True)


def _spells(unit: Unit) -> list[list[int]]:
    """Return the years of each who bears the name, in order."""
    by_year: dict[int, list[Sighting]] = defaultdict(list)
    for sighting in unit.sightings:
        if sighting.year:
            by_year[sighting.year].append(sighting)
    years = sorted(by_year)
    spells = [years[:1]]
    for before, after in pairwise(years):
        earlier, later = (Unit(unit.id, tuple(by_year[year])) for year in (before, after))
        if is_break(earlier, later):
            spells.append([])
        spells[-1].append(after)
    return spells
