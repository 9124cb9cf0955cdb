"""Notes that a reader can correct: ``speaker: Vladimir Putin | about: Shikotan; Habomai``.

A backslash keeps the mark after it from parting anything. Parts without a name are the reader's own remarks.
"""

import re
from collections.abc import Mapping

_PART, _VALUE = "|", ";"
_MARKS = re.compile(r"([\\|;])")


def format_note(parts: Mapping[str, tuple[str, ...]]) -> str:
    r"""Return values by name as a note; names without a value are left out.

    >>> format_note({"speaker": ("Vladimir Putin",), "addressee": (), "about": ("Shikotan", "Habomai; islets")})
    'speaker: Vladimir Putin | about: Shikotan; Habomai\\; islets'
    """
    told = {name: f"{_VALUE} ".join(map(_escaped, values)) for name, values in parts.items() if values}
    return f" {_PART} ".join(f"{name}: {values}" for name, values in told.items())


def parse_note(note: str) -> dict[str, tuple[str, ...]]:
    """Return the values of a note by name.

    >>> parse_note("Speaker: Vladimir Putin|check this again | about:")
    {'speaker': ('Vladimir Putin',), 'about': ()}
    """
    named = (part.partition(":") for part in _split(note, _PART) if ":" in part)
    return {name.strip().lower(): _values(values) for name, _, values in named}


def _values(text: str) -> tuple[str, ...]:
    values = (" ".join(re.sub(r"\\(.)", r"\1", value).split()) for value in _split(text, _VALUE))
    return tuple(value for value in values if value)


def _escaped(value: str) -> str:
    return _MARKS.sub(r"\\\1", " ".join(value.split()))


def _split(text: str, mark: str) -> list[str]:
    """Split at the marks that no backslash stands before; backslashes are kept."""
    pieces, piece, chars = [], "", iter(text)
    for char in chars:
        if char == mark:
            pieces.append(piece)
            piece = ""
        else:
            piece += char + (next(chars, "") if char == "\\" else "")
    return [*pieces, piece]
