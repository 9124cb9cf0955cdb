"""Checks of the tables: each problem is told with file, line and cure."""

from kg.gazetteer.tables import Tables

_TOLD = 3


def check(tables: Tables) -> list[str]:
    """Return what is wrong with the tables, a line each."""
    return [*tables.problems]


def summary(problems: list[str]) -> str:
    """Return the first problems in one line, and how many more there are."""
    more = len(problems) - _TOLD
    return "; ".join(problems[:_TOLD]) + (f"; and {more} more" if more > 0 else "")
