"""Where a query goes wrong, and what could stand there.

The database's parser tells the farthest place that it looked at, which is seldom the place of the fault. So it is asked
about beginnings of the query: the longest one that can still become a query ends just before the fault.
"""

import re

import pyoxigraph

from kg.errors import QueryError
from kg.query.spelling import CheckedQuery

_TOLD = re.compile(r"error at \d+:\d+: (?:expected (?:one of )?)?(.*)", re.DOTALL)
_COMMA = re.compile(r",\s(?![^\[]*\])")  # not those inside a class of characters
_BLIND = 2  # tokens after which the parser tells words only, such as BY after ORDER

# What the parser names by its first character, in words.
_MEANINGS = {
    '"?"': "a variable",
    '"$"': "a variable",
    '"<"': "a name",
    '":"': "a name",
    '"_:"': "a name",
    '"\\""': "a string",
    '"\'"': "a string",
    "['0'..='9']": "a number",
    '"."': "'.'",
}
_SIGNS = ('"{"', '"}"', '"("', '")"', '"["', '"]"', '";"', '","', '"*"')


def fault(checked: CheckedQuery, told: str) -> QueryError:
    """Return the error of a query that the parser refused, by line and column, with what could stand there."""
    found = _TOLD.match(told)
    parts = _COMMA.split(found[1]) if found else [told]
    sentences = [part for part in parts if " " in part and part[0].isalpha()]
    if sentences:
        return QueryError(f"the query cannot be run: {sentences[0][0].lower()}{sentences[0][1:]}")
    place = _longest_beginning(checked)
    expected = _in_words(_expected(checked, place) or [])
    if not expected or checked.token(place) in expected:
        return checked.error(place, "this is not allowed here")
    *others, last = expected
    return checked.error(place, f"expected {', '.join(others)} or {last}" if others else f"expected {last}")


def _longest_beginning(checked: CheckedQuery) -> int:
    """Return the number of tokens of the longest beginning that can still become a query."""
    low, high = 0, len(checked)
    while low < high:
        middle = (low + high + 1) // 2
        if any(_expected(checked, count) is not None for count in range(middle, min(middle + _BLIND, high) + 1)):
            low = middle
        else:
            high = middle - 1
    return low


def _expected(checked: CheckedQuery, count: int) -> list[str] | None:
    """Return what may follow the first tokens; None where nothing can make them a query."""
    try:
        pyoxigraph.Store().query(checked.beginning(count), prefixes=checked.prefixes, base_iri=checked.base)
    except SyntaxError as error:
        found = _TOLD.match(str(error))
        parts = _COMMA.split(found[1]) if found else []
        signs = [part for part in parts if part in _MEANINGS or part in _SIGNS]
        return signs or None
    except (RuntimeError, OSError):
        pass
    return []


def _in_words(signs: list[str]) -> list[str]:
    words = [_MEANINGS.get(sign, f"'{sign[1:-1]}'") for sign in signs]
    return list(dict.fromkeys(word for word in words if word != "'.'" or len(words) < 4))
