"""The quoted words in their sentences: pieces of text, each with what it carries, and never a whole article."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.views.model import Mark, Segment
from kg.views.plain import visible

CONTEXT = 240  # characters of a sentence that are kept on each side of the words, should it be long
GAP = " […] "

_RANK: dict[Mark, int] = {"words": 0, "cue": 1, "source": 2}


@dataclass(frozen=True, slots=True)
class Marked:
    """A span that carries a fact: what it carries, its words, and its sentence with the place where that begins."""

    mark: Mark
    start: int
    words: str
    sentence: str | None = None
    sentence_start: int | None = None

    @property
    def end(self) -> int:
        """The first character after the words."""
        return self.start + len(self.words)


def passage(spans: Sequence[Marked]) -> tuple[Segment, ...]:
    """Return the sentences of the spans, cut into pieces that say which words carry the fact.

    >>> passage([Marked("words", 6, "ours", "It is ours.", 0)])
    (('It is ', ''), ('ours', 'words'), ('.', ''))
    """
    pieces: list[Segment] = []
    for start, text in _stretches(spans):
        pieces += [(GAP, "")] if pieces else []
        pieces += _short(list(_cut(start, text, spans)))
    return tuple((visible(text), mark) for text, mark in pieces)


def marked_text(text: str, spans: Iterable[tuple[int, int, int]]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Return a whole text cut into pieces, each with the numbers of the facts that it carries.

    A span is where it starts, where it ends, and the number of its fact.

    >>> marked_text("It is ours.", [(6, 10, 3)])
    (('It is ', ()), ('ours', (3,)), ('.', ()))
    """
    changes: dict[int, list[tuple[int, bool]]] = {0: [], len(text): []}
    for start, end, fact in spans:
        changes.setdefault(start, []).append((fact, True))
        changes.setdefault(end, []).append((fact, False))
    carried: Counter[int] = Counter()
    pieces = []
    for start, end in pairwise(sorted(changes)):
        for fact, begins in changes[start]:
            carried[fact] += 1 if begins else -1
        pieces.append((visible(text[start:end]), tuple(sorted(fact for fact, count in carried.items() if count > 0))))
    return tuple(pieces)


def _stretches(spans: Iterable[Marked]) -> list[tuple[int, str]]:
    """Return the stretches of text that the sentences of the spans cover, in order, those that overlap as one."""
    found: list[tuple[int, str]] = []
    for start, text in sorted({_around(span) for span in spans}):
        if found and start <= (before := found[-1])[0] + len(before[1]):
            found[-1] = (before[0], before[1] + text[before[0] + len(before[1]) - start :])
        else:
            found.append((start, text))
    return found


def _around(span: Marked) -> tuple[int, str]:
    if span.sentence is None or span.sentence_start is None:
        return span.start, span.words
    return span.sentence_start, span.sentence


def _cut(start: int, text: str, spans: Iterable[Marked]) -> Iterator[Segment]:
    inside = [span for span in spans if start <= span.start and span.end <= start + len(text)]
    bounds = sorted({start, start + len(text)} | {edge for span in inside for edge in (span.start, span.end)})
    for first, end in pairwise(bounds):
        marks: list[Mark] = [span.mark for span in inside if span.start <= first and end <= span.end]
        yield text[first - start : end - start], min(marks, key=_RANK.__getitem__, default="")


def _short(pieces: list[Segment]) -> Iterator[Segment]:
    """Yield the pieces, what is far from any mark left out."""
    for place, (text, mark) in enumerate(pieces):
        ahead = CONTEXT if place else 0
        behind = CONTEXT if place < len(pieces) - 1 else 0
        if mark or len(text) <= 2 * CONTEXT:
            yield text, mark
        else:
            yield text[:ahead] + " … " + (text[-behind:] if behind else ""), mark
