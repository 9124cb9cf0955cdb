"""How wide a label will be: lines of a label broken and cut by the widths of letters, before any browser is there."""

import unicodedata
from dataclasses import dataclass

_NARROW, _WIDE = frozenset("iljtfrI.,:;'’|!()[]- "), frozenset("mwMWGOQ@%—")
_EM = {"narrow": 0.3, "usual": 0.56, "capital": 0.71, "wide": 0.86, "full": 1.05}  # a sans-serif face, rather too wide


@dataclass(frozen=True, slots=True)
class Label:
    """The lines of a label, and the room that its box takes, in pixels."""

    text: str
    width: float
    height: float


_SPREAD = 1.15  # how much wider the widest of the usual fonts draws, which a machine without others falls back to


def text_width(text: str, size: float) -> float:
    """Return about how wide a text is drawn, in pixels, rather too wide than too narrow."""
    return size * sum(_EM[_kind(character)] for character in text)


def fit_label(text: str, *, size: float, limit: float, lines: int = 2, padding: float = 5) -> Label:
    r"""Return a label of at most so many lines, none wider than `limit`; what does not fit is cut, with an ellipsis.

    >>> fit_label("Southern Kuril Islands", size=14, limit=110).text
    'Southern Kuril\nIslands'
    """
    broken = _broken(text, size, limit)
    if len(broken) > lines:
        broken = [*broken[: lines - 1], " ".join(broken[lines - 1 :])]
    shown = [_cut(line, size, limit) for line in broken]
    width = max((text_width(line, size) for line in shown), default=0)
    return Label(
        "\n".join(shown), round(width * _SPREAD + 2 * padding, 1), round(len(shown) * size * 1.2 + 2 * padding, 1)
    )


def _broken(text: str, size: float, limit: float) -> list[str]:
    lines: list[str] = []
    for part in text.split("\n"):
        lines.append("")
        for word in part.split():
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and text_width(longer, size) > limit:
                lines.append(word)
            else:
                lines[-1] = longer
    return lines


def _cut(line: str, size: float, limit: float) -> str:
    if text_width(line, size) <= limit:
        return line
    while line and text_width(line + "…", size) > limit:
        line = line[:-1]
    return line.rstrip() + "…"


def _kind(character: str) -> str:
    if character in _NARROW:
        return "narrow"
    if character in _WIDE:
        return "wide"
    if unicodedata.east_asian_width(character) in "WF":
        return "full"
    return "capital" if character.isupper() else "usual"
