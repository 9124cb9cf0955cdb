"""The sentence that evidence stands in: what a page or an export shows around quoted words.

Whoever has the sentences of the language analysis passes them; without them a plain rule over the layout finds them.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from kg.documents import Document, Span

# A full stop, then space, then what can begin a sentence; not after an initial, a title or a month.
_BOUNDARY = re.compile(r"[.!?…][\"'”’»)\]]*(\s+)(?=[\"'“‘«(\[—–-]*[A-Z0-9À-ÞĀ-Ž])")
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|Gen|Lt|Col|Capt|Cmdr|Adm|Sen|Rep|Gov|No|vs"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$"
)
_PARAGRAPH = re.compile(r"\S(?:.*?\S)??(?=\s*\n\s*\n|\s*\Z)", re.DOTALL)


class Sentences:
    """The sentences of a document, to be asked for the one around a span."""

    def __init__(self, document: Document, sentences: Iterable[Span] | None = None) -> None:
        self._document = document
        found = split_sentences(document) if sentences is None else sentences
        self._spans = sorted({(span.start, span.end) for span in found})
        self._starts = [start for start, _ in self._spans]
        self._ends = [end for _, end in self._spans]

    def around(self, span: Span) -> Span:
        """Return the run of sentences from the one that the span begins in to the one that it ends in."""
        first = bisect_right(self._starts, span.start) - 1
        last = bisect_left(self._ends, span.end)
        start = self._starts[first] if first >= 0 else span.start
        end = self._ends[last] if last < len(self._ends) else span.end
        if first >= 0 and self._ends[first] <= span.start:  # between two sentences
            start = span.start
        if last < len(self._ends) and self._starts[last] >= span.end:
            end = span.end
        return self._document.span(start, end)


def split_sentences(document: Document) -> Iterator[Span]:
    """Yield the sentences of the title and the body by a plain rule; a paragraph without a full stop is one."""
    for paragraph in _paragraphs(document):
        start = paragraph.start
        for boundary in _BOUNDARY.finditer(paragraph.text):
            end = paragraph.start + boundary.start(1)
            if not _ABBREVIATION.search(document.text, max(start, end - 8), end):
                yield document.span(start, end)
                start = paragraph.start + boundary.end()
        yield document.span(start, paragraph.end)


def _paragraphs(document: Document) -> Iterator[Span]:
    if document.blocks:
        yield from (block.span for block in document.blocks)
    else:
        yield from (document.span(*found.span()) for found in _PARAGRAPH.finditer(document.text))
