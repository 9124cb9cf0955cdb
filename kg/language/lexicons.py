"""The word lists that the language room reads from ``data/lexicons``, each once."""

from functools import cache

from kg.resources import lexicon_rows, resource


@cache
def words(name: str) -> frozenset[str]:
    """Return the entries of ``data/lexicons/NAME.txt``: one a line, ``#`` begins a comment."""
    lines = resource("data", "lexicons", f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(entry for line in lines if (entry := line.partition("#")[0].strip()))


@cache
def abbreviations() -> dict[str, str]:
    """Return the abbreviations with their full stop, and the kind of each.

    Kinds: ``name`` before a name (Gen.), ``number`` before a number (No., Jan.), ``inside`` never last (vs.), ``time``
    (p.m.), and ``end``, which is often last in its sentence (Inc., U.S.).
    """
    return {row["form"]: row["kind"] for row in lexicon_rows("abbreviations")}
