"""Names in notes: what an entity is called there, and who a name means.

The identifier is added only where two entities of an article have one name: ``Foreign Ministry [organization/mid]``.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from kg.facts import Actor, Territory, Treaty

Entity = Actor | Territory | Treaty

_WITH_ID = re.compile(r".*\[(.+)\]", re.DOTALL)


def told_names(entities: Iterable[Entity]) -> dict[str, str]:
    """Return what each entity is called, by identifier."""
    labels = {one.id: " ".join(one.label.split()) for one in entities}
    count = Counter(label.casefold() for label in labels.values())
    return {
        key: label if _is_plain(label) and count[label.casefold()] == 1 else f"{label} [{key}]".strip()
        for key, label in labels.items()
    }


def resolve(name: str, named: Mapping[str, str]) -> str | None:
    """Return the identifier that a name means to the letter, by what each entity is called; else None."""
    if exact := next((key for key, told in named.items() if told == name), None):
        return exact
    if (match := _WITH_ID.fullmatch(name)) and match[1] in named:
        return match[1]
    if name in named:
        return name
    folded = name.casefold()
    return next((key for key, label in named.items() if label.casefold() == folded), None)


def _is_plain(label: str) -> bool:
    return bool(label) and not label.endswith("]")
