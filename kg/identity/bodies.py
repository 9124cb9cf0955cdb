"""Names of bodies made comparable: "Japan's Defence Ministry" is "the Ministry of Defense of Japan"."""

import re
from collections.abc import Mapping

from kg.gazetteer.folding import without_diacritics
from kg.identity.units import Unit

_IDLE = frozenset("the of for and in affairs".split())
_SPELLINGS = {
    "defence": "defense",
    "centre": "center",
    "organisation": "organization",
    "labour": "labor",
    "co": "company",
    "corp": "corporation",
}
_WORD = re.compile(r"[^\W_]+")


def wording(unit: Unit, state_of_form: Mapping[str, str]) -> tuple[str, ...]:
    """Return the words of a body's name in one order and spelling, with its state where the name tells it."""
    label = without_diacritics(unit.label).casefold().replace("’", "'").replace("'s ", " ").replace("&", " ")
    tokens = _WORD.findall(label)
    states = set()
    for size in (3, 2, 1):
        for start in range(len(tokens) - size, -1, -1):
            if state := state_of_form.get(" ".join(tokens[start : start + size])):
                states.add(state)
                del tokens[start : start + size]
    kept = (_SPELLINGS.get(token, token) for token in tokens if token not in _IDLE)
    return (*sorted(states or unit.states), *(sorted(kept) or [unit.id]))
