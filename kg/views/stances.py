"""How each stance looks on a page: its colour, its line and its few words, so that colour alone never tells.

The colours keep apart for colour-blind readers, in lightness where not in hue: orange for own claims, green for, purple
against, blue and amber for talks, black for reported possession.
"""

from dataclasses import dataclass

from kg.query.answer import Value

# No stances: somebody speaks about a territory, or is said to think of it, without taking one.
SPOKE = "spoke"
THINKS = "thinks"


@dataclass(frozen=True, slots=True)
class Look:
    """Words for a line, its colour on a light and on a dark page, its dashes (on, off, ... in pixels) and its width.

    `toward` joins the words to the actor whose claim or act is meant, where there is one.
    """

    words: str
    light: str
    dark: str
    dashes: tuple[int, ...] = ()
    width: float = 2.0
    toward: str = "toward"

    def to_json(self) -> dict[str, Value | list[int]]:
        """Return the look as values of JSON."""
        return {
            "words": self.words,
            "light": self.light,
            "dark": self.dark,
            "dashes": list(self.dashes),
            "width": self.width,
            "toward": self.toward,
        }


_OWN = ("#b9500d", "#d0724c")
_FOR = ("#0b7d44", "#15ec99")
_AGAINST = ("#af17ac", "#d845f0")
_TALKS = ("#0f3f68", "#4992b7")
_NO_TALKS = ("#4d360a", "#e5bb47")
_HELD = ("#1a1a1a", "#f2f2f2")
_QUIET = ("#5f5f5f", "#a8a8a8")

LOOKS = {
    "claims-sovereignty": Look("claims", *_OWN, width=2.5),
    "controls": Look("controls", *_HELD, width=3.5),
    "recognizes-claim": Look("recognizes claim", *_FOR, toward="of"),
    "rejects-claim": Look("rejects claim", *_AGAINST, (8, 4), toward="of"),
    "seeks-negotiation": Look("wants talks", *_TALKS, toward="with"),
    "refuses-negotiation": Look("refuses talks", *_NO_TALKS, (8, 4), toward="with"),
    "supports": Look("supports", *_FOR, (12, 3)),
    "opposes": Look("opposes", *_AGAINST, (3, 3)),
    "proposes": Look("proposes", *_TALKS, (8, 4)),
    "protests": Look("protests", *_AGAINST, (10, 3, 2, 3), toward="against"),
    "no-position": Look("takes no position", *_QUIET, (5, 4)),
    SPOKE: Look("spoke about", *_QUIET, (1, 4), 1.0),
    THINKS: Look("thinks about", *_QUIET, (1, 4), 1.0),
}
ORDER = {stance: place for place, stance in enumerate(LOOKS)}


def look_of(stance: str) -> Look:
    """Return how a stance looks; one that a newer ontology brings gets its own name and a quiet line."""
    return LOOKS.get(stance) or Look(stance.replace("-", " "), *_QUIET)


def order_of(stance: str) -> int:
    """Return the place of a stance among the others, the weightiest first and mere speech last."""
    return ORDER.get(stance, ORDER[SPOKE] - 1)
