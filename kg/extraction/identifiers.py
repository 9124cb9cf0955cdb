"""Identifiers for actors that only articles know: from their normalized name and what they represent."""

import re
import unicodedata
from functools import lru_cache


@lru_cache(maxsize=10_000)
def slug(text: str) -> str:
    """Return a name in lower-case ASCII letters, digits and hyphens; letters of other scripts by their code points.

    >>> slug("Han Dae-Jun"), slug("Elías Núñez")
    ('han-dae-jun', 'elias-nunez')
    """
    flat = unicodedata.normalize("NFKD", text.replace("’", "'").replace("ß", "ss").replace("ø", "o").replace("ł", "l"))
    kept = "".join(char for char in flat if not unicodedata.combining(char)).lower().replace("'", "")
    named = "".join(char if char.isascii() else f"-u{ord(char):x}-" if char.isalnum() else "-" for char in kept)
    return re.sub(r"[^a-z0-9]+", "-", named).strip("-") or "unnamed"


def actor_id(kind: str, label: str, represents: str | None) -> str:
    """Return the identifier of an actor that is in no table.

    >>> actor_id("person", "Dmitry Peskov", "state/RUS")
    'person/dmitry-peskov.rus'
    """
    suffix = "." + slug(represents.rpartition("/")[2]) if represents else ""
    return f"{kind}/{slug(label)}{suffix}"
