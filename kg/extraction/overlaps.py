"""Which of many spans share a character with another."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from kg.documents import Span


class Overlaps:
    """Finds spans by their places in a sequence; the search takes the time of what is found where few lie in others.

    >>> Overlaps([Span(0, 2, "ab"), Span(1, 4, "bcd"), Span(4, 6, "ef")]).with_span(Span(3, 4, "d"))
    [1]
    >>> Overlaps([Span(0, 2, "ab"), Span(1, 4, "bcd")]).at(1)
    [0, 1]
    """

    def __init__(self, spans: Sequence[Span]) -> None:
        self.spans = spans
        self._order = sorted(range(len(spans)), key=lambda place: spans[place].start)
        self._starts = [spans[place].start for place in self._order]
        self._ends = [span.end for span in spans]
        self._reach = list(accumulate((self._ends[place] for place in self._order), max))

    def with_span(self, span: Span) -> list[int]:
        """Return the places of the spans that share a character with one, in the order in which they begin."""
        return self._between(span.start, span.end)

    def at(self, offset: int) -> list[int]:
        """Return the places of the spans that hold a character, in the order in which they begin."""
        return self._between(offset, offset + 1)

    def _between(self, start: int, end: int) -> list[int]:
        near = self._order[bisect_right(self._reach, start) : bisect_left(self._starts, end)]
        return [place for place in near if self._ends[place] > start]
