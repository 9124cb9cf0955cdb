"""An attribution as read, before it becomes facts."""

from dataclasses import dataclass, field

from kg.documents import Span
from kg.extraction.coreference import Bounds
from kg.facts import Mode

_OPENING = frozenset('"“«„')
_SINGLE_OPENING, _CLOSING = frozenset("‘'`"), frozenset("\"”»“’'")


@dataclass
class Draft:
    """One attribution as read: several speakers become one statement each.

    ``layer``: the attribution in whose words this one stands, or which relays it; ``quoted``: whether a part is in
    quotation marks; ``runs``: the content as words of its paragraph, where it was read from a sentence.
    """

    paragraph: int
    speakers: tuple[str, ...]
    source: Span | None
    cue: Span | None
    content: list[Span]
    attitude: bool
    kind: str
    addressee: str | None = None
    layer: "Draft | None" = None
    confidence: float = 0.9
    quoted: bool = False
    runs: list[Bounds] = field(default_factory=list)

    @property
    def mode(self) -> Mode:
        """Direct where all is quoted, indirect where nothing is, else mixed."""
        if all(is_quoted(span.text) for span in self.content):
            return "direct"
        return "mixed" if any(_holds_quote(span.text) for span in self.content) else "indirect"

    def holds(self, span: Span) -> bool:
        """Say whether a span stands in the content."""
        return any(one.contains(span) for one in self.content)


def is_quoted(text: str) -> bool:
    """Say whether words stand in quotation marks; a double mark that opens them is enough.

    >>> is_quoted("“We will stay"), is_quoted("'We will stay'"), is_quoted("'s islands")
    (True, True, False)
    """
    return text[:1] in _OPENING or (text[:1] in _SINGLE_OPENING and text[-1:] in _CLOSING)


def _holds_quote(text: str) -> bool:
    return is_quoted(text) or not _OPENING.isdisjoint(text) or "”" in text or "‘" in text or " '" in f" {text}"
