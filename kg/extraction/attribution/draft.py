"""An attribution as read, before it becomes facts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kg.documents import Span
from kg.extraction.coreference import Bounds, Scene
from kg.extraction.words import behind_adverbs
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


def resumptions(scenes: Sequence[Scene], drafts: Iterable[Draft]) -> dict[tuple[int, int], Bounds]:
    """Return where clauses go on behind a frame set into them: by paragraph and word, the words before the frame.

    In "Guyana, said the judge, still controls it" the clause of "still" and of "controls" begins with "Guyana".
    """
    found: dict[tuple[int, int], Bounds] = {}
    texts = {scene.paragraph.index: scene.words for scene in scenes}
    for draft in drafts:
        words = texts[draft.paragraph]
        for (first, last), (at, end) in pairwise(draft.runs):
            if words[first].sentence == words[at].sentence:
                verb = min(behind_adverbs(words, at, end), end - 1)
                before = first, next((i + 1 for i in range(last - 1, first, -1) if words[i].letters), first + 1)
                found.update({(draft.paragraph, i): before for i in range(at, verb + 1)})
    return found


def is_quoted(text: str) -> bool:
    """Say whether words stand in quotation marks; a double mark that opens them is enough.

    >>> is_quoted("“We will stay"), is_quoted("'We will stay'"), is_quoted("'s islands")
    (True, True, False)
    """
    return text[:1] in _OPENING or (text[:1] in _SINGLE_OPENING and text[-1:] in _CLOSING)


def _holds_quote(text: str) -> bool:
    return is_quoted(text) or not _OPENING.isdisjoint(text) or "”" in text or "‘" in text or " '" in f" {text}"
